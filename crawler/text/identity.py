"""Finds the identifying part of an article's URL, and compares two URLs by it."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from crawler.text.dates import url_date
from crawler.text.parameters import NAMES_ARTICLE
from crawler.text.urls import path_of, same_article_key

LONG = 12
"""Letters: a single word of that length identifies an article, a shorter one may be a section."""

_TOKEN = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"\.\w{2,5}$")
_GENERIC = frozenset(
    "index default home main content article articles art detail details doc node story news show view "
    "print printpage amp share mobile touch wap page p c t id nid aid item html htm shtml "
    "undefined null nan".split()
)
"""Words for a kind of address, which identify no article."""


class _Identity(NamedTuple):
    path: frozenset[str]
    query: frozenset[str]


def article_id(canonical_url: str) -> str:
    """Return the record's id: 16 hexadecimal digits of the SHA-256 of the canonical URL.

    It is the same for http and https, with and without `www.`, and on the mobile host.
    """
    return hashlib.sha256(same_article_key(canonical_url).encode("utf-8", "replace")).hexdigest()[:16]


def may_be_same_article(one: str, other: str) -> bool:
    """Return whether the article at `one` may be that at `other`; both URLs of one site, in canonical form.

    `/print/7.htm` and `/2022-08/01/content_7.htm` may, `/2022-08/01/content_8.htm` and `/news/` may not.
    """
    days = {day for url in (one, other) if (day := url_date(url)) and len(day) == 10}
    if len(days) > 1:
        return False
    mine, theirs = _identity(one), _identity(other)
    if not any(mine):  # a home page, or a script without a parameter: no contradiction is possible
        return any(theirs)
    if bool(mine.path) == bool(theirs.path):
        pair = (mine.path, theirs.path) if mine.path else (mine.query, theirs.query)
    else:
        pair = (mine.path or mine.query, theirs.path or theirs.query)
    return all(pair) and (pair[0] <= pair[1] or pair[1] <= pair[0])


def says_headline(url: str, headline: str) -> bool:
    """Return whether the path of a URL consists of words of a headline: `/ferry-returns-to-lanqiao/`."""
    words = {word for word in _segment(url) if word.isalpha()}
    known = set(_TOKEN.findall(headline.lower()))
    return len(words) >= 3 and len(words & known) >= 0.6 * len(words)


def _identity(url: str) -> _Identity:
    path = _segment(url)
    is_telling = len(path) > 1 or any(_has_digit(token) or len(token) >= LONG for token in path)
    return _Identity(path if is_telling else frozenset(), _numbers(url.partition("?")[2].lower()))


def _numbers(query: str) -> frozenset[str]:
    """Return the numbers in a query: those of parameters that name an article, or else all."""
    parameters = [each.partition("=")[::2] for each in query.split("&")]
    named = [value for name, value in parameters if NAMES_ARTICLE.search(name)]
    values = named or [value for _, value in parameters]
    return frozenset(token for value in values for token in _TOKEN.findall(value) if _has_digit(token))


def _segment(url: str) -> frozenset[str]:
    """Return the specific words and numbers of the last part of a path that has any."""
    for part in reversed(path_of(url).lower().split("/")):
        if tokens := frozenset(_TOKEN.findall(_ENDING.sub("", part))) - _GENERIC:
            return tokens
    return frozenset()


def _has_digit(token: str) -> bool:
    return any(map(str.isdigit, token))
