"""Builds the URLs by which a list of captures is read from a CDX server, page after page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import unquote_plus, urlencode

from crawler.text.urls import same_article_key
from crawler.webarchives.archives import TIMESTAMP, URL, WebArchive
from crawler.webarchives.choosing import WantedCaptures
from crawler.webarchives.index import IndexedCapture

EXACT, PREFIX, HOST, DOMAIN = "exact", "prefix", "host", "domain"
"""Kinds of matches of a URL."""
LINES = 10_000
"""Captures of one answer of a server without pages, at most."""
UNPAGED, WHOLE = -1, -2
"""In place of the number of pages, of a server that has none. Answers of `LINES` captures with resumption
keys are requested or, if the server gives no key, the whole list.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUp:
    """A question to a CDX server, and the state of reading its answer."""

    archive: WebArchive
    url: str
    match: str = EXACT
    choice: WantedCaptures = WantedCaptures.NEWEST
    near: str = ""
    """Time of the one capture that is wanted, ISO 8601; empty for those that `choice` names."""
    is_start: bool = False
    """Whether that capture is a start: if it is a list, the captures of the articles that it links follow."""
    since: str = ""
    """First day of the captures, `YYYYMMDD`; empty for no bound."""
    until: str = ""
    page: int = 0
    pages: int = 0
    """Number of pages; 0 before the server was asked, or `UNPAGED`, or `WHOLE`."""
    key: str = ""
    """Resumption key of the next answer, escaped as in a query."""
    held: IndexedCapture | None = None
    """The latest capture of the last URL in the answer before."""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> LookUp:
        """Return the question that `kept` describes."""
        archive = WebArchive(**{**kept["archive"], "filters": tuple(kept["archive"]["filters"])})
        held = IndexedCapture(**kept["held"]) if kept["held"] else None
        return cls(**{**kept, "archive": archive, "held": held, "choice": WantedCaptures(kept["choice"])})

    def kept(self) -> dict[str, Any]:
        """Return the question in JSON's types."""
        return asdict(self)

    @property
    def asks_for_count(self) -> bool:
        """Whether the next request asks for the number of pages."""
        return self.archive.has_pages and self.match != EXACT and not self.pages

    def request_url(self) -> str:
        """Return the URL of the next request."""
        fields = [("url", self.url), ("matchType", self.match), ("output", "json")]
        fields += [(name, value) for name, value in (("from", self.since), ("to", self.until)) if value]
        fields += [("filter", each) for each in self.archive.filters]
        return f"{self.archive.index}?{urlencode([*fields, *self._place()])}"

    def _place(self) -> list[tuple[str, str]]:
        if self.asks_for_count:  # a server without pages answers by its list
            return [("showNumPages", "true"), ("limit", str(LINES))]
        if self.pages > 0:
            return [("page", str(self.page))]
        is_bounded = self.pages == UNPAGED or (not self.pages and not self.archive.has_pages)
        limit = [("limit", str(LINES))] if is_bounded else []
        return [
            *limit,
            ("showResumeKey", "true"),
            *([("resumeKey", unquote_plus(self.key))] if self.key else []),
        ]

    def covers(self, capture: IndexedCapture) -> bool:
        """Return whether a capture is from the requested days; not every server knows their parameters."""
        day = capture.timestamp[:8]
        return self.since <= day and (not self.until or day <= self.until)

    def counted(self, pages: int) -> LookUp | None:
        """Return the question for the first page of a number of them; None if there are no captures."""
        return replace(self, pages=pages) if pages > 0 else None

    def unpaged(self) -> LookUp:
        """Return the question for a server that has no pages."""
        return replace(self, pages=UNPAGED)

    def after(self, key: str, held: IndexedCapture | None, count: int = 0) -> LookUp | None:
        """Return the question for the next answer, or None after the last one.

        `count` is the number of captures in this answer. As many as the limit, from a server that has given
        no key, are the beginning of a list that it can only give as a whole.
        """
        if self.pages > 0:
            is_over = self.page + 1 >= self.pages
            return None if is_over else replace(self, page=self.page + 1, held=held)
        if not (key or self.key) and self.pages == UNPAGED and count >= LINES:
            return replace(self, pages=WHOLE, key="", held=None)
        return replace(self, key=key, held=held) if key and key != self.key else None


def look_up(text: str, archive: WebArchive) -> LookUp:
    """Return the question for a URL, a host, or several of them.

    `www.example.cn` is a host, `*.example.cn` a domain with its sub-domains. `http://www.example.cn/a/*` is
    every URL with this beginning, and any other URL is itself.
    """
    bare = text.partition("://")[2] or text
    if bare.startswith("*."):
        return LookUp(archive=archive, url=bare.removeprefix("*.").rstrip("/*"), match=DOMAIN)
    if text.endswith("*"):
        return LookUp(archive=archive, url=text.rstrip("*"), match=PREFIX)
    if "/" not in text:
        return LookUp(archive=archive, url=text, match=HOST)
    return LookUp(archive=archive, url=text)


def capture_url(archive: WebArchive, capture: IndexedCapture) -> str:
    """Return the URL of a capture, or of the WARC file with it."""
    named = archive.captures.replace("{filename}", capture.filename).replace(TIMESTAMP, capture.timestamp)
    return named.replace(URL, capture.url)


def named_by(archive: WebArchive, url: str, capture: IndexedCapture) -> IndexedCapture | None:
    """Return the capture to which an archive redirected a request; None if it is not one of the same URL.

    Archives redirect to the nearest capture if they lack the requested one.
    """
    before, _, rest = archive.captures.partition(TIMESTAMP)
    between, _, after = rest.partition(URL)
    shape = rf"{re.escape(before)}(\d{{14}}){re.escape(between)}(.+){re.escape(after)}"
    match = re.fullmatch(shape, url)
    if match is None or same_article_key(_absolute(match[2])) != same_article_key(capture.url):
        return None
    return replace(capture, timestamp=match[1], digest="")


def _absolute(url: str) -> str:
    """Return a URL whose slashes a server may have merged: `http:/www.example.cn/`."""
    return re.sub(r"^(https?:)/+", r"\1//", url)
