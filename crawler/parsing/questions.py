"""What is asked about one HTML page, and what is seen in it: values that can go from process to process."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.discovery.pointers import Parts, Reference
from crawler.discovery.shapes import Use
from crawler.parsing.pages import FetchedPage, Reading, Terms


@dataclass(frozen=True, slots=True)
class Question:
    """A page, and what is to be seen in it."""

    page: FetchedPage
    is_start: bool = False
    """Whether somebody asked for it by its address."""
    is_further: bool = False
    """Whether it is a further page of a list."""
    is_part: bool = False
    """Whether it was fetched as a part of an article, whose other pages it is to be read with."""
    with_days: bool = False
    """Whether the days of its links are wanted."""


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a list leads."""

    references: tuple[Reference, ...] = ()
    further: tuple[str, ...] = ()
    """The other pages of the list that it is, or is a page of."""
    files: tuple[str, ...] = ()
    """Feeds and JSON files that it names."""
    too_long: int = 0
    """How many of its links are longer than any news URL."""


NOWHERE, ALONE = Leads(), Parts()
SLACK = 1.0  # seconds beyond what the alarms of the steps allow


def longest(asked: Question | FetchedPage, terms: Terms) -> float:
    """Return how many seconds of CPU time an answer may take, in which no alarm may ring; 0 sets no bound.

    A page has two steps, its links and its article; each of its parts has two more.
    """
    steps = 2 if isinstance(asked, Question) else 2 * (1 + len(asked.parts))
    return terms.seconds * steps + SLACK if terms.seconds else 0.0


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen in a page."""

    use: Use
    leads: Leads = NOWHERE
    parts: Parts = ALONE
    """The pages of the article that it may be."""
    is_prose: bool = False
    """Whether it certainly is an article; found out of parts alone."""
    reading: Reading | None = None
    """Its article, where that stands on this page alone."""
