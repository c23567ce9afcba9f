"""Holds the moments of the captured articles in a crawl's pipelines."""

from __future__ import annotations

from collections import OrderedDict

from crawler.items import Article
from crawler.webarchives.archives import ArchivedMoment

MOST = 256  # articles whose moments are held: more than are ever in the pipelines


class Moments:
    """Holds archive and time of each captured article, by the URL of its capture."""

    def __init__(self) -> None:
        self._held: OrderedDict[str | None, ArchivedMoment] = OrderedDict()

    def hold(self, capture: str | None, moment: ArchivedMoment) -> None:
        """Keep the moment of a capture; drop the oldest beyond the maximum."""
        self._held[capture] = moment
        self._held.move_to_end(capture)
        if len(self._held) > MOST:
            self._held.popitem(last=False)

    def of(self, article: Article) -> ArchivedMoment | None:
        """Return the moment of an article; None for one of the live site."""
        capture = article.evidence.get("capture")
        return self._held.get(capture) if capture else None
