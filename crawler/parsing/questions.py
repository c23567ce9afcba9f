"""Defines questions about an HTML page and their answers, which can be sent between processes."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.discovery.contents import Contents
from crawler.discovery.pointers import Parts, Reference
from crawler.discovery.shapes import Use
from crawler.parsing.pages import FetchedPage, PageResult, ReadingBounds


@dataclass(frozen=True, slots=True)
class Question:
    """A page, and the requested information."""

    page: FetchedPage
    is_start: bool = False
    """Whether the user named it as a start."""
    is_further: bool = False
    """Whether it is a further page of a list."""
    is_part: bool = False
    """Whether it was fetched as a part of an article."""
    with_days: bool = False
    """Whether the days of its links are needed."""


NOTHING = Contents()


@dataclass(frozen=True, slots=True)
class Leads:
    """The links of a list."""

    references: tuple[Reference, ...] = ()
    further: tuple[str, ...] = ()
    """The other pages of the list."""
    files: tuple[str, ...] = ()
    """Feeds and JSON files that it names."""
    too_long: int = 0
    """Number of its links that are longer than any news URL."""
    contents: Contents = NOTHING
    """Summary of the articles that it names."""


NOWHERE, ALONE = Leads(), Parts()
SLACK = 1.0  # seconds beyond the alarms of the steps


def longest(asked: Question | FetchedPage, terms: ReadingBounds) -> float:
    """Return the maximum CPU seconds of an answer, with a margin beyond its alarms; 0 sets no bound.

    A page has two steps, its links and its article; each of its parts has two more.
    """
    steps = 2 if isinstance(asked, Question) else 2 * (1 + len(asked.parts))
    return terms.seconds * steps + SLACK if terms.seconds else 0.0


@dataclass(frozen=True, slots=True)
class ParsingResult:
    """The parsing result of a page."""

    use: Use
    leads: Leads = NOWHERE
    parts: Parts = ALONE
    """The pages of the article that it may be."""
    is_prose: bool = False
    """Whether it certainly is an article; computed for parts only."""
    reading: PageResult | None = None
    """Its article, if the article has only this page."""
