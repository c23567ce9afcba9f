"""Which story an article tells: the one of an earlier article that is alike, or its own."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from crawler.items import Article
from crawler.ledger.stories import Stories, Story
from crawler.records.stories import ALGORITHM, ALIKE, bands, likeness, sketch, story_id

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_MOST = 256  # sketches that are held: more than there are articles on their way


class Sketches:
    """Sketches that were made where the pages were parsed, for as long as their articles are on their way."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, bytes | None] = OrderedDict()

    def hold(self, article: Article, sketched: bytes | None) -> None:
        """Keep the sketch of an article; the oldest goes where there are too many."""
        self._held[article.id] = sketched
        if len(self._held) > _MOST:
            self._held.popitem(last=False)

    def take(self, article: Article) -> bytes | None:
        """Return the sketch of an article, which is made now where none is held."""
        return self._held.pop(article.id) if article.id in self._held else sketch(article)


_SKETCHES: WeakKeyDictionary[Crawler, Sketches] = WeakKeyDictionary()


def sketches_of(crawl: Crawler) -> Sketches:
    """Return the sketches of a crawl, which its pipelines share."""
    return _SKETCHES.setdefault(crawl, Sketches())


def story_of(article: Article, mine: bytes | None, stories: Stories) -> str | None:
    """Return the story of an article, given its sketch; remember it where it is the first to tell one.

    None where the text is too short to be known again. Raises `LedgerWriteError`.
    """
    if mine is None:
        return None
    places = bands(mine)
    alike = [(likeness(mine, each.sketch), each.name) for each in stories.candidates(places, ALGORITHM)]
    share, name = max(alike, default=(0.0, ""))
    if share >= ALIKE:
        return name
    name = _new_name(article, stories)
    stories.add(Story(name, mine), places, ALGORITHM)
    return name


def _new_name(article: Article, stories: Stories) -> str:
    """The story's own name; another one where a different story of this crawl has it."""
    name = story_id(article)
    if not stories.is_known(name):
        return name
    return hashlib.sha256(f"{name} {article.id}".encode()).hexdigest()[:16]
