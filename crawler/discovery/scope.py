"""Which URLs belong to a harvest, and which have been met before."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.text.urls import host_of, same_article_key


class Scope:
    """Hosts that may be fetched, each with its sub-domains."""

    def __init__(self, hosts: Iterable[str]) -> None:
        self._hosts = tuple(host.partition(":")[0] for host in hosts)

    def covers(self, url: str) -> bool:
        """Whether a URL lies within the scope."""
        host = host_of(url)
        return any(host == each or host.endswith(f".{each}") for each in self._hosts)


class Seen:
    """The URLs that a crawl has met, in one form for http and https, `www.` and mobile hosts."""

    def __init__(self) -> None:
        self._strings: set[str] = set()
        self._keys: set[str] = set()

    def is_new(self, url: str) -> bool:
        """Whether a URL has not been met before; from now on it has."""
        if url in self._strings:  # most links of a page stand on every other, too: no parsing for them
            return False
        self._strings.add(url)
        key = same_article_key(url)
        if key in self._keys:
            return False
        self._keys.add(key)
        return True
