"""Tracks the pages of a list that were read, and decides when to stop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from crawler.discovery.series import place

IDLE = 2  # pages in a row without anything new: one may be known from another list, two are old


@dataclass(frozen=True, slots=True)
class Paging:
    """A list that is read page by page, so that reading can stop where it becomes stale."""

    read: int = 0
    """Pages read so far."""
    idle: int = 0
    """Consecutive pages, the latest included, that brought nothing new or could not be fetched."""
    ahead: tuple[str, ...] = ()
    """The pages that are known and not yet read."""

    @classmethod
    def of(cls, state: Mapping[str, Any] | None) -> Paging:
        """Return the state that a request carries as plain values, or the initial state."""
        return cls(state["read"], state["idle"], tuple(state["ahead"])) if state else cls()

    def read_on(self, further: Iterable[str], *, fresh: int, was_read: bool = False) -> Paging:
        """Return the state after a page with links to `further` pages and with `fresh` links to new articles.

        Reading stops at the first page with only known links, if the list was read in an earlier run.
        """
        ahead = sorted(dict.fromkeys((*self.ahead, *further)), key=lambda url: place(url).number)
        # A list's first page repeats links of the home page; a list is idle only from the second page on.
        idle = self.idle + 1 if self.read and not fresh else 0
        if was_read and not fresh:
            idle = IDLE
        return Paging(self.read + 1, idle, tuple(ahead))

    def missed(self) -> Paging:
        """Return the state after a page that could not be fetched."""
        return replace(self, read=self.read + 1, idle=self.idle + 1)

    def without_first(self) -> Paging:
        """Return the state while the first of the pages ahead is fetched."""
        return replace(self, ahead=self.ahead[1:])

    def is_over(self, most: int) -> bool:
        """Return whether to stop: the list is stale, or `most` pages were read."""
        return not self.ahead or self.idle >= IDLE or self.read >= most
