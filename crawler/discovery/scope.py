"""Decides which URLs belong to a harvest: by host, by day, and by earlier discovery."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from crawler.text.urls import host_of, same_article_key

# The date in a URL or a list is the day on which the page was uploaded: it may differ by a day or two from
# the date that the article prints, which decides in the end.
SLACK = 2


class Scope:
    """Hosts that may be fetched, each with its sub-domains."""

    def __init__(self, hosts: Iterable[str]) -> None:
        self._hosts = set(map(_without_port, hosts))
        self._known: dict[str, bool] = {}

    def covers(self, url: str) -> bool:
        """Return whether an absolute URL lies within the scope."""
        origin = "/".join(url.split("/", 3)[:3])  # parsed once, not for every link
        known = self._known.get(origin)
        if known is None:
            known = self._known[origin] = self._has(host_of(origin))
        return known

    def follow(self, old: str, new: str) -> None:
        """Let the scope follow a site that moved: the new URL's host joins if the old one's belongs to it."""
        if self.covers(old):
            self._hosts.add(host_of(new).removeprefix("www."))
            self._known.clear()

    def _has(self, host: str) -> bool:
        labels = host.split(".")
        return any(".".join(labels[start:]) in self._hosts for start in range(len(labels)))


def _without_port(host: str) -> str:
    """Return a host without its port; an IPv6 address may have brackets, and has colons of its own."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host if host.count(":") > 1 else host.partition(":")[0]


class SeenUrls:
    """The URLs that a crawl has met, in one form for http and https, `www.` and mobile hosts."""

    def __init__(self) -> None:
        self._strings: set[str] = set()
        self._keys: set[str] = set()

    def claim(self, url: str, on: str | None = None) -> bool:  # noqa: ARG002  the ledger needs it
        """Claim a URL; return whether it was unclaimed, on whatever page."""
        if url in self._strings:  # most links of a page are on every other page, too: they need no parsing
            return False
        self._strings.add(url)
        key = same_article_key(url)
        if key in self._keys:
            return False
        self._keys.add(key)
        return True

    def claim_due(self, url: str) -> bool:
        """Claim a URL that every run requests; return whether it was unclaimed in this one."""
        return self.claim(url)

    def was_read(self, url: str, after: float) -> bool:  # noqa: ARG002  nothing is known from earlier runs
        """Return whether a URL was visited after a time (Unix)."""
        return False

    def landed(self, url: str) -> str | None:  # noqa: ARG002  nothing is known from earlier runs
        """Return the target of a URL's redirect in an earlier run."""
        return None


@dataclass(frozen=True, slots=True)
class Days:
    """The requested days, both bounds included; ISO 8601."""

    since: str | None = None
    until: str | None = None

    @property
    def are_bounded(self) -> bool:
        """Whether any bound is set."""
        return bool(self.since or self.until)

    def may_hold(self, day: str | None) -> bool:
        """Return whether an article with this date in a URL or a list may be of the requested days."""
        return not day or not (self.are_after(day) or bool(self.until and day > _moved(self.until, SLACK)))

    def are_after(self, day: str | None) -> bool:
        """Return whether a last change on this day is too old. A month is compared as a month."""
        return bool(day and self.since and day[:10] < _moved(self.since, -SLACK)[: len(day)])


@lru_cache(maxsize=8)
def _moved(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
