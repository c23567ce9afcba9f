"""Yields the entries of a file up to a bound, and reports bounds and faults at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crawler.discovery.contents import Contents, checksum
from crawler.discovery.entries import Entry
from crawler.discovery.scope import Scope
from crawler.text.dates import url_date
from crawler.text.urls import host_of

HOSTS = 3  # hosts that the warning names if no entry is in scope


class BoundedEntries:
    """Iterates over entries, `most` of them."""

    def __init__(self, entries: Iterable[Entry], scope: Scope, most: int) -> None:
        self._entries = entries
        self._scope = scope
        self._most = most
        self._hosts: dict[str, None] = {}
        self._is_covered = False
        self._newest = ""
        self._digest = 0
        self.count = 0
        """Number of entries so far."""
        self.is_cut = False
        """Whether there were more."""

    def __iter__(self) -> Iterator[Entry]:
        for number, entry in enumerate(self._entries):
            if number == self._most:
                self.is_cut = True
                return
            self.count += 1
            self._note(entry)
            yield entry

    @property
    def foreign(self) -> list[str]:
        """Hosts of the entries; empty if an entry was in scope."""
        return [] if self._is_covered else list(self._hosts)

    @property
    def contents(self) -> Contents:
        """The contents of the file, as far as it was read."""
        return Contents(self.count, self._newest or None, self._digest)

    def _note(self, entry: Entry) -> None:
        self._newest = max(self._newest, entry.published or entry.changed or url_date(entry.url) or "")
        self._digest += checksum(entry.url)
        if self._is_covered or self._scope.covers(entry.url):
            self._is_covered = True
        elif len(self._hosts) < HOSTS:
            self._hosts[host_of(entry.url)] = None
