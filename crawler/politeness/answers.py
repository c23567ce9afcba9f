"""Defines a wall: a row that recognises the answers of one firewall, with answers that show it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from crawler.text.bare import LINKS, TEXT
from crawler.text.urls import resolve

HEAD = 16 * 1024
"""Bytes at the beginning of a page that are searched for marks."""
OWN_TEXT, OWN_LINKS = 1200, 10
"""A page with more visible characters (blanks not counted) or links is no page of a firewall: the pages on
which firewalls explain themselves are shorter."""

_TARGETS = re.compile(
    rb"(?<![\w.])(?:(?:window|self|top|document)\.)?location"
    rb"(?:(?:\.href)?\s*=(?!=)|\.(?:replace|assign)\s*\()\s*[\"']([^\"'<>\s]+)[\"']\s*(?![+\s])"
    rb"|<meta\b(?=[^<>]*http-equiv\s*=\s*[\"']?refresh)[^<>]*?content\s*=\s*[\"']?\s*\d\s*[;,]"
    rb"\s*url\s*=\s*[\"']?([^\"'\s>]+)",
    re.IGNORECASE,
)
"""The target of a page: `location.href = "/a.htm"`, `<meta http-equiv=refresh content="0; url=/a.htm">`."""
_RELOADS = re.compile(
    rb"location\.reload\s*\("
    rb"|location(?:\.href)?\s*=(?!=)\s*(?:window\.|self\.|document\.)?location(?:\.href|\.toString\(\))?\s*[;,)}\"'<\n]"
    rb"|location\.(?:replace|assign)\s*\(\s*(?:window\.|self\.|document\.)?location(?:\.href)?\s*\)"
    rb"|<meta\b(?=[^<>]*http-equiv\s*=\s*[\"']?refresh)[^<>]*?content\s*=\s*[\"']?\s*\d\s*[;,]?\s*[\"'/>]",
    re.IGNORECASE,
)
"""A page that loads itself again: `location.reload()`, `<meta http-equiv=refresh content="0">`."""
_BRACKETS = re.compile(rb"\[\s{0,3}[\"'](location|href|reload|replace|assign)[\"']\s{0,3}\]")
"""A property in brackets: `window["location"]`."""
_HEADER = re.compile(r"\s*\d\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, reduced to the data that distinguish a firewall from the site."""

    status: int
    body: bytes = b""
    """The decompressed body."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Headers by name in lower case."""
    url: str = "http://www.example.cn/a/1.htm"
    is_get: bool = True
    keeps_cookies: bool = False
    """Whether the crawl returns the answer's cookies, which may change the answer to the same URL."""

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status < 300

    @property
    def is_redirect(self) -> bool:
        """Whether the status is 3xx."""
        return 300 <= self.status < 400

    @property
    def head(self) -> bytes:
        """The beginning of the body."""
        return self.body[:HEAD]

    def repeats(self) -> bool:
        """Return whether it redirects to its own URL, by a header, a script or a meta refresh.

        A page that does nothing else is not longer than HEAD.
        """
        if len(self.body) > HEAD:
            return False
        refresh = _HEADER.match(self.headers.get("refresh", ""))
        named = [self.headers.get("location", "") if self.is_redirect else "", refresh[1] if refresh else ""]
        head = _BRACKETS.sub(rb".\1", self.head)
        named += [(one or two).decode("latin-1") for one, two in _TARGETS.findall(head)]
        own = self.url.partition("#")[0]
        return any(each and resolve(self.url, each) == own for each in named) or bool(_RELOADS.search(head))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """One way of a firewall to block crawlers. All conditions of the row must hold.

    A redirect is a wall only if the row has `repeats`. Answers with more than OWN_TEXT are no walls.
    """

    name: str
    """The vendor."""
    examples: tuple[Answer, ...]
    refuses: tuple[Answer, ...]
    statuses: frozenset[int] = frozenset()
    """Statuses, any of which is enough."""
    marks: tuple[bytes, ...] = ()
    """Texts in the beginning of the page, any of which is enough."""
    holds: bytes = b""
    """Regular expression that matches in the beginning of the page."""
    header: tuple[str, str] = ("", "")
    """Name of a header in lower case, and a regular expression that matches in its value in lower case."""
    repeats: bool = False
    """Whether the answer redirects to its own URL."""
    is_own: bool = False
    """Whether only the vendor's own pages have these marks. Other marks are also on pages that the vendor
    lets pass; with status 2xx they count only on a page without content.
    """

    def is_of(self, answer: Answer) -> bool:
        """Return whether an answer meets all conditions of the row."""
        name, value = self.header
        head = answer.head
        return (
            (not self.statuses or answer.status in self.statuses)
            and (not name or re.search(value, answer.headers.get(name, "")) is not None)
            and (not self.marks or any(mark in head for mark in self.marks))
            and (not self.holds or re.search(self.holds, head) is not None)
            and (self._asks_again(answer) if self.repeats else not answer.is_redirect)
        )

    def _asks_again(self, answer: Answer) -> bool:
        is_served = answer.keeps_cookies and self.header[0] == "set-cookie"
        return not is_served and answer.repeats()

    def bounds(self, answer: Answer) -> tuple[int, int]:
        """Return the maximum number of visible characters and of links in the answer."""
        return (TEXT, LINKS) if answer.is_success and not self.is_own else (OWN_TEXT, OWN_LINKS)
