"""Reads JSON-LD, also malformed: the object that describes a page's article."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

ARTICLE_TYPES = frozenset(
    "AdvertiserContentArticle AnalysisNewsArticle Article AskPublicNewsArticle BackgroundNewsArticle"
    " BlogPosting ItemPage LiveBlogPosting MedicalWebPage NewsArticle OpinionNewsArticle Report"
    " ReportageNewsArticle ReviewNewsArticle SatiricalArticle ScholarlyArticle SocialMediaPosting"
    " TechArticle WebPage".split()
)
"""Types of schema.org that describe a page's article."""
BAIDU_NAMES = {"pubDate": "datePublished", "upDate": "dateModified"}
"""Keys of dates in Baidu's own vocabulary, which has no types."""
DATES = ("datePublished", "dateModified")
PEOPLE = ("author", "copyrightHolder")
"""Keys of people and organisations, which an article may only refer to."""
NESTS = ("@graph", "mainEntity", "mainEntityOfPage")
"""Keys under which an object holds the article's object."""
TELLING = ("headline", "datePublished", "articleBody", "author")
LARGEST = 1_000_000  # characters: real descriptions of an article are shorter

_WRAPPING = re.compile(
    r"(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|(?://|/\*)?\s*\]\]>(?:\s*\*/)?|<!--|(?://\s*)?-->"
)
"""Wrappings with their ends, for XHTML and old browsers: `//<![CDATA[`, `/*<![CDATA[*/`, `<!--`."""
_COMMENT = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|//[^\n]*|/\*(?:.*?\*/|.*)', re.DOTALL)
_COMMA_AT_END = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|,(?=\s*[}\]])', re.DOTALL)
"""Both match strings whole, since a string may hold a comma or the look of a comment."""
_ESCAPE = re.compile(r'\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt]|(.))', re.DOTALL)
_BETWEEN = re.compile(r"[\s;,\ufeff]*")
# Escapes without a character: NUL, and half of a surrogate pair without the other half.
_NO_CHARACTER = re.compile(
    r"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u(?:0000|[dD][89a-fA-F][0-9a-fA-F]{2})"
)
_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"([^"]{1,80})"')
_DATE = re.compile(r'"(datePublished|dateModified|pubDate|upDate)"\s*:\s*"?([^",}\]]{4,40})')
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The objects in a page's JSON-LD that concern its article."""

    article: Mapping[str, Any]
    """The object that describes the article best, or an empty one."""
    things: Sequence[Mapping[str, Any]] = ()
    """All objects on the page, those of videos and of sound among them."""


def linked_data(scripts: Iterable[str]) -> LinkedData:
    """Return the object that describes the article, and all objects.

    The article's dates are strings, and its authors are included. Invalid JSON is repaired as far as
    possible: comments, commas at ends, wrong escapes, wrappings of XHTML, several objects in a row.
    """
    things = [thing for text in scripts if len(text) <= LARGEST for thing in _objects(_read(text))]
    articles = [thing for thing in things if _is_article(thing)]
    return LinkedData(_completed(max(articles, key=_worth), things) if articles else {}, things)


def kinds_of(thing: Mapping[str, Any]) -> set[str]:
    """Return the types of an object without their vocabulary: `http://schema.org/Article` gives `Article`."""
    kinds = thing.get("@type", [])
    names = kinds if isinstance(kinds, list) else [kinds]
    return {re.split("[/:#]", str(kind).rstrip("/"))[-1] for kind in names}


def _read(text: str) -> Sequence[object]:
    """Return the values in a script."""
    sound = _NO_CHARACTER.sub(lambda match: match[1] or r"\ufffd", text) if "\\u" in text else text
    try:
        return [json.loads(sound, strict=False)]
    except (ValueError, RecursionError):  # invalid: written by hand, or by a template
        return _mended(sound)


def _mended(text: str) -> Sequence[object]:
    """Return the values in a script with invalid JSON; if repair fails, return its dates."""
    bare = _COMMENT.sub(r"\1", _WRAPPING.sub(" ", text))
    bare = _ESCAPE.sub(lambda match: match[1] or match[0], _COMMA_AT_END.sub(r"\1", bare))
    try:
        return list(_values(bare))
    except (ValueError, RecursionError):
        return [_told(text)]


def _values(text: str) -> Iterator[object]:
    """Yield the consecutive values in a text."""
    position = _end_of_gap(text, 0)
    while position < len(text):
        value, end = _DECODER.raw_decode(text, position)
        yield value
        position = _end_of_gap(text, end)


def _end_of_gap(text: str, position: int) -> int:
    gap = _BETWEEN.match(text, position)
    return gap.end() if gap else position


def _told(text: str) -> Mapping[str, Any]:
    """Return the type and the dates of an article from invalid JSON."""
    kinds = [kind for kind in _TYPE.findall(text) if kinds_of({"@type": kind}) & ARTICLE_TYPES]
    dates = dict(reversed(_DATE.findall(text)))  # the first date of a name wins
    return {"@type": kinds[0], **dates} if kinds else dates


def _objects(data: Sequence[object]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects in values, and the nested ones, in order; any depth is harmless."""
    waiting = deque(data)
    while waiting:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft(reversed(value))
        elif isinstance(value, dict):
            yield value
            waiting.extendleft(value[name] for name in reversed(NESTS) if name in value)


def _is_article(thing: Mapping[str, Any]) -> bool:
    return bool(kinds_of(thing) & ARTICLE_TYPES) or "pubDate" in thing


def _worth(thing: Mapping[str, Any]) -> int:
    """Return how much an object describes the article: a `WebPage` has less weight than a `NewsArticle`."""
    return sum(name in thing for name in TELLING) - (kinds_of(thing) == {"WebPage"})


def _completed(article: Mapping[str, Any], things: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the article with dates under their usual names, as strings, and with its referenced people."""
    whole = {BAIDU_NAMES.get(name, name): value for name, value in article.items()}
    dates = {name: date for name in DATES if (date := _date(whole.get(name)))}
    whole = {name: value for name, value in whole.items() if name not in DATES} | dates
    referred = {name: _referred(whole[name], things) for name in PEOPLE if name in whole}
    return {**whole, **referred}


def _date(value: object) -> str | None:
    """Return the date in a value: a string, a number of seconds, the first of a list, a typed value."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("@value")
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _referred(value: object, things: Sequence[Mapping[str, Any]]) -> object:
    """Return a value with the objects in place of references to them (`{"@id": "#writer"}`)."""
    if isinstance(value, list):
        return [_referred(each, things) for each in value if not isinstance(each, list)]
    if not isinstance(value, dict) or "name" in value or "@id" not in value:
        return value
    named = (each for each in things if each.get("@id") == value["@id"] and "name" in each)
    return next(named, value)
