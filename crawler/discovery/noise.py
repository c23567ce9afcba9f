"""Learns from the answers of a site which query parameters are irrelevant.

`show.jsp?shareId=7` may be an article of its own, or the same page for every `shareId`. Such a parameter is
requested until two answers are the same; from then on the crawl drops it on that page. After one different
answer, the parameter counts as part of the address for the rest of the run.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from crawler.text.parameters import is_way
from crawler.text.urls import canonicalize, without_ways

PAGES = 5000
"""Pages whose first answer is remembered; the oldest is dropped first."""
SAME = 0.9
"""Minimum share of common links of two lists that count as the same: one may have a new article on top."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """The contents of a page, for comparison."""

    text: str | None = None
    """Headline and text of an article."""
    links: frozenset[str] = frozenset()
    """URLs on a list, without parameters that name the way."""

    @property
    def is_telling(self) -> bool:
        """Whether the contents can be compared: an error page has neither a text nor many links."""
        return bool(self.text) or len(self.links) > 2

    def is_same(self, other: PageContent) -> bool:
        """Return whether two answers are of one page."""
        if self.text or other.text:
            return self.text == other.text
        return len(self.links & other.links) >= SAME * len(self.links | other.links)


@dataclass(frozen=True, slots=True)
class _Page:
    """A script or a folder, and the names of the doubtful parameters of its URL."""

    address: str
    names: tuple[str, ...]


class Noise:
    """The parameters that made no difference so far, and those that did."""

    def __init__(self) -> None:
        self._first: OrderedDict[str, tuple[str, PageContent]] = OrderedDict()
        self._makes_difference: dict[_Page, bool] = {}

    def without(self, url: str) -> str:
        """Return a URL without parameters that made no difference."""
        page = _page_of(url)
        return url if page is None or self._makes_difference.get(page, True) else without_ways(url)

    def wants(self, url: str) -> bool:
        """Return whether the answer to a URL is compared here: most URLs have no such parameter."""
        page = _page_of(url)
        return page is not None and not self._makes_difference.get(page)

    def note(self, url: str, answer: PageContent) -> None:
        """Compare an answer with the first one of the same page under other parameters."""
        page = _page_of(url)
        if page is None or not answer.is_telling or self._makes_difference.get(page):
            return
        bare = without_ways(url)
        first, known = self._first.setdefault(bare, (url, answer))
        if len(self._first) > PAGES:
            self._first.popitem(last=False)
        if first != url:
            self._makes_difference[page] = not answer.is_same(known)


def _page_of(url: str) -> _Page | None:
    """Return the page and its doubtful parameters, or None if the URL has none."""
    before, _, query = url.partition("?")
    names = tuple(part.partition("=")[0].lower() for part in query.split("&") if is_way(part))
    if not names or canonicalize(url) == without_ways(url):
        return None
    return _Page(before, names)
