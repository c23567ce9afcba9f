"""Which story an article tells: the one of an earlier article that is alike, or its own."""

from __future__ import annotations

import hashlib

from crawler.items import Article
from crawler.ledger.stories import Stories, Story
from crawler.records.stories import ALGORITHM, ALIKE, bands, likeness, sketch, story_id


def story_of(article: Article, stories: Stories) -> str | None:
    """Return the story of an article, and remember it where it is the first to tell one.

    None where the text is too short to be known again. Raises `LedgerWriteError`.
    """
    mine = sketch(article)
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
