"""Learns from the answers of a site which query parameters are noise; one rule holds for all parameters.

`show.jsp?shareId=7` may be an article of its own, or the same page for every `shareId`. Such a parameter is
requested until two answers of one page are the same; from then on the crawl drops it on that page. If this
happens on several pages of the same form and no such page contradicts it, the crawl drops the parameter on
all of them.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections import Counter, OrderedDict, defaultdict
from dataclasses import dataclass
from typing import Self

from crawler.text.parameters import is_way
from crawler.text.urls import canonicalize, host_of, path_of, without_ways

PAGES = 5000
"""Pages whose first answer is remembered; the oldest is dropped first."""
SAME = 0.9
"""Minimum share of common links of two lists that count as the same: one may have a new article on top."""
ALIKE = 0.7
"""Share of common text above which two articles count as the same, if they have the same headline."""
ENOUGH = 5
"""Pages on which parameters must be noise before they count as noise on all pages of the same form."""
_LINE = struct.Struct("<6sH")
"""A line of a signature: digest and length."""
_LONGEST = 2**16 - 1
_LINES = 200
"""Lines of an article that its signature has."""
_SCRIPT = re.compile(r"\.(?:jspx?|php\d?|aspx?|do|action|cgi|cfm|ashx|pl|py)$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
LISTS = 50
"""Answers without a new article that one page may give, so that a session id in each link has an end."""


def signature_of(text: str) -> bytes:
    """Return the digests and lengths of an article's lines; the first line is the headline."""
    lines = text.split("\n")[:_LINES]
    return b"".join(_LINE.pack(_digest(line), min(len(line), _LONGEST)) for line in lines)


def _digest(line: str) -> bytes:
    return hashlib.blake2b(line.encode("utf-8", "replace"), digest_size=6).digest()


def is_same_text(one: bytes, other: bytes) -> bool:
    """Return whether two signatures are of one article, in which a counter or a sentence may differ."""
    (mine, *body), (theirs, *others) = _LINE.iter_unpack(one), _LINE.iter_unpack(other)
    whole = sum(length for _, length in {*body, *others})
    common = sum(length for _, length in {*body} & {*others})
    return mine == theirs and (common > ALIKE * whole or not whole)


@dataclass(frozen=True, slots=True)
class PageContent:
    """The contents of a page, for comparison."""

    article: bytes = b""
    """The signature of an article; empty for other pages."""
    links: frozenset[str] = frozenset()
    """URLs on a list, without parameters that name the way."""

    @classmethod
    def of_article(cls, text: str) -> Self:
        """Return the contents of an article; `text` has its headline and its paragraphs, in lines."""
        return cls(signature_of(text))

    @property
    def is_telling(self) -> bool:
        """Whether the contents can be compared: an error page has neither a text nor many links."""
        return bool(self.article) or len(self.links) > 2

    def is_same(self, other: PageContent) -> bool:
        """Return whether two answers are of one page."""
        if self.article and other.article:
            return is_same_text(self.article, other.article)
        return not (self.article or other.article) and _overlap(self.links, other.links) >= SAME


@dataclass(frozen=True, slots=True)
class Variant:
    """A URL whose parameters may be noise: a page, and the names of these parameters."""

    page: str
    """URL up to the query: a script or a folder."""
    names: tuple[str, ...]

    @property
    def group(self) -> Variant:
        """The same parameters on pages of the same form: one script, or the pages of one folder.

        Numbers do not count: `/a1.jsp` and `/a2.jsp` have the form `/a#.jsp`, `/2022/ferry` has `/#/*`.
        """
        folder, _, name = path_of(self.page).rpartition("/")
        form = _NUMBER.sub("#", f"{folder}/{name if _SCRIPT.search(name) else '*'}")
        return Variant(host_of(self.page) + form, self.names)


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
        evidence.barren += not answer.article
        bare = without_ways(url)
        is_same = answer.is_telling and self._compare(url, bare, answer)
        if is_same is not None and answer.is_telling:
            evidence.has_articles = evidence.has_articles or bool(answer.article and not is_same)
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
        """Return whether parameters are noise on all pages of a form, examined or not."""
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
