"""Caches the fingerprints (marks) of the articles in a crawl's pipelines."""

from __future__ import annotations

from collections import OrderedDict

from crawler.items import Article
from crawler.records.marks import Marks, marks_of
from crawler.records.revisions import CONTENT_FIELDS

MOST = 256  # articles whose marks are held: more than are ever in the pipelines
_FIELDS = ("url", "publisher", *CONTENT_FIELDS)
"""The fields that marks are computed from."""


class Marked:
    """Holds marks, so that they are computed once: in the parsing process, else at their first use."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[Article, Marks]] = OrderedDict()

    def hold(self, article: Article, marks: Marks) -> None:
        """Keep the marks of an article; drop the oldest beyond the maximum."""
        self._held[article.id] = (article, marks)
        if len(self._held) > MOST:
            self._held.popitem(last=False)

    def of(self, article: Article) -> Marks:
        """Return the marks of an article, also after a pipeline has completed it."""
        held = self._held.get(article.id)
        if held is None or any(getattr(article, name) is not getattr(held[0], name) for name in _FIELDS):
            marks = marks_of(article)
            self.hold(article, marks)
            return marks
        return held[1]
