"""The marks of the articles that are on their way through a crawl's pipelines."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from crawler.items import Article
from crawler.records.marks import Marks, Sketch, sketch_of
from crawler.records.revisions import CONTENT_FIELDS, Fingerprint, fingerprint

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

MOST = 256  # articles whose marks are held: more than are ever on their way
_FIELDS = ("url", "publisher", *CONTENT_FIELDS)
"""What marks are made of."""


class Marked:
    """Holds marks that were made where the pages were parsed; those of other articles are made when asked."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[Article, Marks]] = OrderedDict()

    def hold(self, article: Article, marks: Marks) -> None:
        """Keep the marks of an article; the oldest go where there are too many."""
        self._held[article.id] = (article, marks)
        if len(self._held) > MOST:
            self._held.popitem(last=False)

    def fingerprint(self, article: Article) -> Fingerprint:
        """Return the fingerprint of an article."""
        marks = self._of(article)
        return fingerprint(article) if marks is None else marks.fingerprint

    def sketch(self, article: Article) -> Sketch | None:
        """Return the sketch of an article; None where its text is too short to be known again."""
        marks = self._of(article)
        return sketch_of(article) if marks is None else marks.sketch

    def _of(self, article: Article) -> Marks | None:
        """The marks that are held of an article, whatever a pipeline added to it since."""
        held, marks = self._held.get(article.id, (None, None))
        is_same = all(getattr(article, name) is getattr(held, name, None) for name in _FIELDS)
        return marks if is_same else None


_MARKED: WeakKeyDictionary[Crawler, Marked] = WeakKeyDictionary()


def marked_of(crawl: Crawler) -> Marked:
    """Return the marks of a crawl, which its pipelines share."""
    return _MARKED.setdefault(crawl, Marked())
