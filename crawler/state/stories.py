"""Assigns an article to a story: that of a similar earlier article, or a new one."""

from __future__ import annotations

import hashlib

from crawler.items import Article
from crawler.ledger.stories import Stories, Story
from crawler.records.marks import Sketch
from crawler.records.stories import ALGORITHM, ALIKE, likeness, story_id


def story_of(article: Article, mine: Sketch | None, stories: Stories) -> str | None:
    """Return the story of an article, given its sketch; store a new story.

    None if the text is too short. Raises `LedgerWriteError`.
    """
    if mine is None:
        return None
    candidates = stories.candidates(mine.bands, ALGORITHM)
    alike = [(likeness(mine.slots, each.sketch), each.name) for each in candidates]
    share, name = max(alike, default=(0.0, ""))
    if share >= ALIKE:
        return name
    name = _new_name(article, stories)
    stories.add(Story(name, mine.slots), mine.bands, ALGORITHM)
    return name


def _new_name(article: Article, stories: Stories) -> str:
    """Return the story's own id; another one if a different story of this crawl has it."""
    name = story_id(article)
    if not stories.is_known(name):
        return name
    return hashlib.sha256(f"{name} {article.id}".encode()).hexdigest()[:16]
