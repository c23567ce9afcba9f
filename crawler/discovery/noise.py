"""Learns from the answers of a site which query parameters are noise; one rule holds for all parameters.

`show.jsp?shareId=7` may be an article of its own, or the same page for every `shareId`. Such a parameter is
requested until two answers of one page are the same; from then on the crawl drops it on that page. If this
happens on several pages of a host and no page contradicts it, the crawl drops the parameter on all pages of
the host.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from dataclasses import dataclass

from crawler.text.parameters import is_way
from crawler.text.urls import canonicalize, host_of, without_ways

PAGES = 5000
"""Pages whose first answer is remembered; the oldest is dropped first."""
SAME = 0.9
"""Minimum share of common links of two lists that count as the same: one may have a new article on top."""
ALIKE = 0.5
"""Minimum share of common lines of two articles that count as the same, if they have the same headline."""
ENOUGH = 5
"""Pages of a host on which parameters must be noise before they count as noise on all of its pages."""
LISTS = 50
"""Answers without a new article that one page may give, so that a session id in each link has an end."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """The contents of a page, for comparison."""

    text: str | None = None
    """Headline and text of an article, in lines."""
    links: frozenset[str] = frozenset()
    """URLs on a list, without parameters that name the way."""

    @property
    def is_telling(self) -> bool:
        """Whether the contents can be compared: an error page has neither a text nor many links."""
        return bool(self.text) or len(self.links) > 2

    def is_same(self, other: PageContent) -> bool:
        """Return whether two answers are of one page."""
        if self.text and other.text:
            mine, theirs = self.text.split("\n"), other.text.split("\n")
            return mine[0] == theirs[0] and _overlap(frozenset(mine), frozenset(theirs)) >= ALIKE
        return not (self.text or other.text) and _overlap(self.links, other.links) >= SAME


@dataclass(frozen=True, slots=True)
class Variant:
    """A URL whose parameters may be noise: a page, and the names of these parameters."""

    page: str
    """URL up to the query: a script or a folder."""
    names: tuple[str, ...]

    @property
    def group(self) -> Variant:
        """The same parameters on any page of the host."""
        return Variant(host_of(self.page), self.names)


@dataclass(slots=True)
class _Evidence:
    """The evidence for and against the parameters of a page."""

    differs: bool | None = None
    """Whether they make a difference; None before the second answer."""
    has_articles: bool = False
    """Whether they distinguish articles."""
    barren: int = 0
    """Number of answers that were no article."""


class Noise:
    """The parameters that made no difference so far, and those that did."""

    def __init__(self) -> None:
        self._first: OrderedDict[str, tuple[str, PageContent]] = OrderedDict()
        self._evidence: defaultdict[Variant, _Evidence] = defaultdict(_Evidence)
        self._pages: Counter[Variant] = Counter()
        self._telling: set[Variant] = set()

    def without(self, url: str) -> str:
        """Return a URL without parameters that were seen to make no difference."""
        variant = variant_of(url)
        return without_ways(url) if variant is not None and self._is_noise(variant) else url

    def was_read(self, bare: str) -> bool:
        """Return whether a page was read under a URL with parameters; `bare` is its URL without them."""
        return bare in self._first

    def note(self, url: str, answer: PageContent) -> bool:
        """Compare an answer with an earlier one of the same page; return whether it is the same again."""
        variant = variant_of(url)
        if variant is None:
            return False
        evidence = self._evidence[variant]
        evidence.barren += not answer.text
        bare = without_ways(url)
        is_same = answer.is_telling and self._compare(url, bare, answer)
        if is_same is not None and answer.is_telling:
            evidence.has_articles = evidence.has_articles or bool(answer.text and not is_same)
            self._decide(variant, differs=not is_same)
        return bool(is_same)

    def _compare(self, url: str, bare: str, answer: PageContent) -> bool | None:
        """Return whether an answer is the same as the first one of its page; None without another one."""
        if bare not in self._first:
            self._first[bare] = (url, answer)
            if len(self._first) > PAGES:
                self._first.popitem(last=False)
            return self.recalls(url, bare, answer) or None
        first, known = self._first[bare]
        return None if first == url else answer.is_same(known)

    def _decide(self, variant: Variant, *, differs: bool) -> None:
        """Record whether parameters make a difference on a page; one difference decides."""
        known = self._evidence[variant].differs
        if known or known is differs:
            return
        self.learn(variant, differs=differs)
        self.decided(variant, differs=differs)

    def learn(self, variant: Variant, *, differs: bool) -> None:
        """Store that parameters make a difference on a page, or that they make none."""
        self._evidence[variant].differs = differs
        if differs:
            self._telling.add(variant.group)
        else:
            self._pages[variant.group] += 1

    def _is_noise(self, variant: Variant) -> bool:
        evidence = self._evidence.get(variant, _NO_EVIDENCE)
        if evidence.barren > LISTS and not evidence.has_articles:
            return True
        return self.is_noise_everywhere(variant.group) if evidence.differs is None else not evidence.differs

    def is_noise_everywhere(self, group: Variant) -> bool:
        """Return whether parameters are noise on all pages of a host, examined or not."""
        return self._pages[group] >= ENOUGH and group not in self._telling

    def recalls(self, url: str, bare: str, answer: PageContent) -> bool:  # noqa: ARG002  no earlier runs here
        """Return whether an earlier run got the same article of this page under another URL."""
        return False

    def decided(self, variant: Variant, *, differs: bool) -> None:
        """Apply a decision: do nothing, without a ledger."""


_NO_EVIDENCE = _Evidence()


def variant_of(url: str) -> Variant | None:
    """Return the page and the parameters of a URL that may be noise.

    None if it has no such parameters, or if another part of the URL names the page, so that it has one key
    anyway.
    """
    page, _, query = url.partition("?")
    if not query:
        return None
    names = {part.partition("=")[0].lower() for part in query.split("&") if is_way(part)}
    if not names or canonicalize(url) == without_ways(url):
        return None
    return Variant(page, tuple(sorted(names)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of common elements of two sets."""
    return len(one & other) / (len(one | other) or 1)
