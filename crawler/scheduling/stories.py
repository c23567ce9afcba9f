"""Which story an article tells: the one of an earlier article that is alike, or its own."""

from __future__ import annotations

import hashlib

from crawler.items import Article
from crawler.ledger.stories import Stories, Story
from crawler.records.marks import Sketch
from crawler.records.stories import ALGORITHM, ALIKE, likeness, story_id


def story_of(article: Article, mine: Sketch | None, stories: Stories) -> str | None:
    """Return the story of an article, given its sketch; remember it where it is the first to tell one.

    None where the text is too short to be known again. Raises `LedgerWriteError`.
    """
    if mine is None:
        return None
    found = stories.candidates(mine.bands, ALGORITHM)
    alike = [(likeness(mine.slots, each.sketch), each.name) for each in found]
    share, name = max(alike, default=(0.0, ""))
    if share >= ALIKE:
        return name
    name = _new_name(article, stories)
    stories.add(Story(name, mine.slots), mine.bands, ALGORITHM)
    return name


def _new_name(article: Article, stories: Stories) -> str:
    """The story's own name; another one where a different story of this crawl has it."""
    name = story_id(article)
    if not stories.is_known(name):
        return name
    return hashlib.sha256(f"{name} {article.id}".encode()).hexdigest()[:16]
