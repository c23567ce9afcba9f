"""Finds and reads lists of articles that a page's script loads as JSON.

Xinhua's CMS, on news.cn and ministries' sites, names the file in the list itself: `data="datasource:ID"`
means `ds_ID.json` beside the page. gov.cn names `YAOWENLIEBIAO.json` in a script, as many others do. In the
files, objects have an address (`publishUrl`, `URL`, `url`, …) and a day (`publishTime`, `DOCRELPUBTIME`, …).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from lxml import etree

from crawler.discovery.elements import elements_of
from crawler.discovery.links import base_of
from crawler.discovery.shapes import is_declared_article
from crawler.publishers import ItemUrl, publisher_of
from crawler.text.dates import parse_date
from crawler.text.references import Base

if TYPE_CHECKING:
    from crawler.extraction.tree.page import Page

MOST = 20  # files that one page may name
SHORT = 80  # characters: a longer value is no part of a URL

_LISTS = etree.XPath('//*[starts-with(@data, "datasource:")]')
_SOURCE = re.compile(r"datasource:([\w-]{1,80})")
_ID = re.compile(r"[\w-]{1,64}(?:\.s?html?)?")
"""The id of an item, or the name of its file."""
_LITERAL = re.compile(
    r"[\"']([^\"'\s<>{}]{1,200}?(?:\.jsonp?|/\d+/index\.js))(?:\?[^\"'\s]{0,200})?[\"']", re.IGNORECASE
)
"""A file that a script names: `./YAOWEN.json`, `page/news_1.jsonp`, People's `/210801/211150/index.js`."""
_NO_LISTS = re.compile(
    r"(?:^|[/_.-])(?:manifest|package|config|settings|lang|i18n|theme|lottie)[\w.-]*$", re.IGNORECASE
)

_PADDING = re.compile(r"\s*(?:(?:var\s+)?[\w$.]+\s*[=(]\s*)?(?=[\[{])")
_PAGE = re.compile(
    r"(?:(?:https?:)?//|[./]*[\w%~-])[^\s\"'<>\\]{1,2000}?\.(?:s?html?|jhtml|aspx?|jsp|php)(?:[?#][^\s\"'<>]*)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:(?:https?:)?/)?/[^\s\"'<>\\]{1,2000}", re.IGNORECASE)
"""An address that is absolute, or begins at its host: `/news/story/7331/8323011?from=list`."""
_HREF = re.compile(r"href\s*=\s*\\?[\"']([^\"'\s\\]+)", re.IGNORECASE)
BEIJING = timezone(timedelta(hours=8))
_DAY_NAMES = re.compile(r"pub|rel|time|date", re.IGNORECASE)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"')


def json_lists_of(page: Page) -> Iterator[str]:
    """Yield the URLs of the JSON lists of articles that a page may load, in page order."""
    base = base_of(page)
    named = (target for name in _names(page) if (target := base.resolve(name)) is not None)
    return islice(iter(dict.fromkeys(named)), MOST)


def _names(page: Page) -> Iterator[str]:
    is_named = "datasource:" in page.decoded.text  # a plain search first: the path costs a third of all links
    lists: Any = _LISTS(page.root) if is_named else ()  # lxml cannot state its type
    for element in lists:
        for match in _SOURCE.finditer(element.get("data") or ""):
            yield f"{element.get('preview') or 'ds_'}{match[1]}.json"
    for script in elements_of(page.root).scripts:
        for name in _LITERAL.findall(script.text or ""):
            if not _NO_LISTS.search(name.rpartition(".")[0]):
                yield name
        if source := _LITERAL.fullmatch(f"'{script.get('src') or ''}'"):
            yield source[1]


def json_links(text: str, base: Base, faults: list[str]) -> Iterator[tuple[str, str | None]]:
    """Yield (absolute URL, day) of the articles that a JSON or JSONP text announces, in its order.

    The day is ISO 8601; None if no day is beside the URL. Broken JSON is reported in `faults`, and its
    legible URLs are yielded.
    """
    seen: set[str] = set()
    for written, day in _written(text, base, faults):
        target = base.resolve(written)
        if target is not None and target not in seen:
            seen.add(target)
            yield target, day


def _written(text: str, base: Base, faults: list[str]) -> Iterator[tuple[str, str | None]]:
    start = _PADDING.match(text)
    try:
        data, _ = json.JSONDecoder().raw_decode(text, start.end() if start else 0)
    except (ValueError, RecursionError) as error:
        faults.append(f"no JSON: {error}")
        for match in _STRING.finditer(text):
            yield from ((written, None) for written in _pages(match[1].replace("\\/", "/"), base))
    else:
        yield from _announced(data, base)


def _announced(data: Any, base: Base) -> Iterator[tuple[str, str | None]]:
    """Yield the URLs in parsed JSON; without recursion, because it may be nested deeply."""
    publisher = publisher_of(base.url)
    items = publisher.item_urls if publisher else ()
    waiting: list[tuple[Any, _Around]] = [(data, _Around())]
    while waiting:
        value, around = waiting.pop()
        if isinstance(value, str):
            yield from ((written, around.day) for written in _pages(value, base))
        elif isinstance(value, dict):
            inside = _Around(_day(value), "", {**around.fields, **_scalars(value)} if items else {})
            yield from ((url, inside.day) for url in _item_urls(value, around.name, inside.fields, items))
            ids = {item.key for item in items if _ID.fullmatch(str(value.get(item.key) or ""))}
            others = ((name, each) for name, each in reversed(value.items()) if name not in ids)
            waiting.extend((each, inside._replace(name=name)) for name, each in others)
        elif isinstance(value, list):
            waiting.extend((each, around) for each in reversed(value))


class _Around(NamedTuple):
    """The context of a value: the objects around it."""

    day: str | None = None
    name: str = ""
    """The name of the value's field."""
    fields: Mapping[str, str] = {}
    """Values that may be part of a URL."""


def _scalars(row: dict[str, Any]) -> dict[str, str]:
    short = ((name, str(value)) for name, value in row.items() if isinstance(value, str | int))
    return {name: value for name, value in short if len(value) < SHORT}


def _item_urls(
    row: dict[str, Any], name: str, fields: Mapping[str, str], items: tuple[ItemUrl, ...]
) -> Iterator[str]:
    """Yield the URL of an item that has only an id, by its publisher's declaration."""
    for item in items:
        if item.within in ("", name) and _ID.fullmatch(str(row.get(item.key) or "")):
            with suppress(KeyError):  # an object of another kind, which has an id as well
                yield item.url.format_map({key: quote(value) for key, value in fields.items()})


def _pages(value: str, base: Base) -> Iterator[str]:
    """Yield the addresses of pages in a string: the string itself, or the links in its markup."""
    address = value.strip()
    if _PAGE.fullmatch(address) or _is_article(address, base):
        yield address
    elif "<" in value:
        yield from filter(_PAGE.fullmatch, _HREF.findall(value))


def _is_article(address: str, base: Base) -> bool:
    """Return whether an address, even without a file ending, is an article by its publisher's patterns."""
    target = base.resolve(address) if _ADDRESS.fullmatch(address) else None
    return target is not None and is_declared_article(target)


def _day(row: dict[str, Any]) -> str | None:
    """Return the day that an object names, preferably that of publication."""
    named = sorted(filter(_DAY_NAMES.search, row), key=lambda name: "pub" not in name.lower())
    return next(filter(None, map(_day_of, map(row.get, named))), None)


def _day_of(value: object) -> str | None:
    """Return the day of a printed date, or of a time in milliseconds or seconds since 1970, in Beijing.

    Either may be in an object of its own: `"time": {"date": "2024-05-08 09:30"}`.
    """
    if isinstance(value, dict):
        return next(
            filter(None, map(_day_of, (each for each in value.values() if isinstance(each, str)))), None
        )
    if isinstance(value, int | str) and _EPOCH.fullmatch(str(value)):
        return datetime.fromtimestamp(int(str(value)[:10]), BEIJING).date().isoformat()
    day = parse_date(value[:40]) if isinstance(value, str) else None
    return day[:10] if day else None
