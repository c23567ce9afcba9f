"""Lists of articles that a page's script loads as JSON: where they lie, and what they announce.

Xinhua's CMS, on news.cn and ministries' sites, names the file on the list itself: `data="datasource:ID"`
stands for `ds_ID.json` beside the page. gov.cn names `YAOWENLIEBIAO.json` in a script, as many others do. In
the files, objects have an address (`publishUrl`, `URL`, `url`, …) and a day (`publishTime`, `DOCRELPUBTIME`,
…).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from lxml import etree

from crawler.discovery.links import base_of
from crawler.text.dates import parse_date
from crawler.text.references import Base

if TYPE_CHECKING:
    from crawler.extraction.tree.page import Page

MOST = 20  # files that one page may name

_LISTS = etree.XPath('//*[starts-with(@data, "datasource:")]')
_SOURCE = re.compile(r"datasource:([\w-]{1,80})")
_LITERAL = re.compile(r"[\"']([^\"'\s<>{}]{1,200}?\.json)(?:\?[^\"'\s]{0,200})?[\"']", re.IGNORECASE)
_NO_LISTS = re.compile(
    r"(?:^|[/_.-])(?:manifest|package|config|settings|lang|i18n|theme|lottie)[\w.-]*$", re.IGNORECASE
)

_PADDING = re.compile(r"\s*(?:(?:var\s+)?[\w$.]+\s*[=(]\s*)?(?=[\[{])")
_PAGE = re.compile(
    r"(?:(?:https?:)?//|[./]*[\w%~-])[^\s\"'<>\\]{1,2000}?\.(?:s?html?|jhtml|aspx?|jsp|php)(?:[?#][^\s\"'<>]*)?",
    re.IGNORECASE,
)
_HREF = re.compile(r"href\s*=\s*\\?[\"']([^\"'\s\\]+)", re.IGNORECASE)
_DAY_NAMES = re.compile(r"pub|rel|time|date", re.IGNORECASE)
_STRING = re.compile(r'"((?:[^"\\]|\\.){4,2000})"')


def json_lists_of(page: Page) -> Iterator[str]:
    """The JSON files with lists of articles that a page may load, absolute, in page order."""
    base = base_of(page)
    named = (target for name in _names(page) if (target := base.resolve(name)) is not None)
    return islice(iter(dict.fromkeys(named)), MOST)


def _names(page: Page) -> Iterator[str]:
    lists: Any = _LISTS(page.root)  # whose type lxml cannot tell
    for element in lists:
        for found in _SOURCE.finditer(element.get("data") or ""):
            yield f"{element.get('preview') or 'ds_'}{found[1]}.json"
    for script in page.root.iter("script"):
        for name in _LITERAL.findall(script.text or ""):
            if not _NO_LISTS.search(name.removesuffix(".json")):
                yield name


def json_links(text: str, base: Base, faults: list[str]) -> Iterator[tuple[str, str | None]]:
    """(absolute URL, day) of what a JSON text announces, in its order; JSONP is read as well.

    The day is ISO 8601, None where there is none beside the URL. Of broken JSON, which is told in `faults`,
    the URLs that can be made out.
    """
    seen: set[str] = set()
    for written, day in _written(text, faults):
        target = base.resolve(written)
        if target is not None and target not in seen:
            seen.add(target)
            yield target, day


def _written(text: str, faults: list[str]) -> Iterator[tuple[str, str | None]]:
    start = _PADDING.match(text)
    try:
        data, _ = json.JSONDecoder().raw_decode(text, start.end() if start else 0)
    except (ValueError, RecursionError) as error:
        faults.append(f"no JSON: {error}")
        data = [_unescaped(string) for string in _STRING.findall(text)]
    yield from _announced(data)


def _unescaped(string: str) -> str:
    return string.replace("\\/", "/")


def _announced(data: Any) -> Iterator[tuple[str, str | None]]:
    """What parsed JSON announces; without recursion, since it may be nested as deep as its reader goes."""
    waiting: list[tuple[Any, str | None]] = [(data, None)]
    while waiting:
        value, day = waiting.pop()
        if isinstance(value, str):
            yield from ((written, day) for written in _pages(value))
        elif isinstance(value, dict):
            day = _day(value)
            waiting.extend((each, day) for each in reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend((each, day) for each in reversed(value))


def _pages(value: str) -> Iterator[str]:
    """The addresses of pages in a string: the whole of it, or the links of the markup that it holds."""
    if _PAGE.fullmatch(value.strip()):
        yield value.strip()
    elif "<" in value:
        yield from filter(_PAGE.fullmatch, _HREF.findall(value))


def _day(row: dict[str, Any]) -> str | None:
    """The day that an object names, of publication where it says so."""
    named = sorted(filter(_DAY_NAMES.search, row), key=lambda name: "pub" not in name.lower())
    for value in map(row.get, named):
        if isinstance(value, str) and (day := parse_date(value[:40])):
            return day[:10]
    return None
