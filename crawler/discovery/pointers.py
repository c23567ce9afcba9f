"""Defines the links of a page: to other pages, and to further pages of its article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A link of a page."""

    url: str
    """Absolute."""
    day: str | None = None
    """The day of the linked article, if URL or page state it: see `day_of`."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The pages of one article."""

    further: tuple[str, ...] = ()
    """URLs after the current page, in order."""
    first: str | None = None
    """URL of the first page, if the current page is a later one."""
    whole: str | None = None
    """URL of one page with the whole text, if the site offers it."""
