"""Lists the formats of the values in declarations, each with examples that fit it and texts that do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from string import Formatter
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from crawler.publishers.selector import parse_selector

_HOST = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]|localhost|[0-9a-f]*:[0-9a-f:.]+"
)
_TAG = re.compile(
    r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
)
_PARTIAL_DATE = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?")
_LANGUAGES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
    el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io
    is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn
    mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se
    sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo
    wa wo xh yi yo za zh zu
    """.split()
)
"""The language codes of two letters, ISO 639-1. A code of three letters is accepted unseen."""
_DAYS = (date(2024, 5, 7), date(2024, 5, 20))
"""Two days on which the URLs of an archive must differ."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of a text in a declaration."""

    expected: str
    """The words for a message: `an IANA time zone, such as "Asia/Shanghai"`."""
    holds: Callable[[str], bool] = field(compare=False)
    """Whether a text has the format. It may raise ValueError with the reason."""
    examples: tuple[str, ...]
    refused: tuple[str, ...]
    """Texts that resemble the format but do not have it."""

    def error_in(self, text: str) -> str | None:
        """Return the words for a text that does not have the format; None for one that has it."""
        try:
            return None if self.holds(text) else self.expected
        except ValueError as error:
            return f"{self.expected} ({error})"


def _is_time_zone(text: str) -> bool:
    try:
        return ZoneInfo(text).key == text
    except (KeyError, OSError, ValueError):  # an unknown name, a folder of the database, a path
        return False


def _is_language(text: str) -> bool:
    match = _TAG.fullmatch(text)
    return match is not None and (len(match[1]) > 2 or match[1] in _LANGUAGES)


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a compiled regular expression. Raises ValueError with the reason."""
    try:
        return re.compile(pattern)
    except re.error as error:
        raise ValueError(error) from error


def _is_path_pattern(text: str) -> bool:
    """Return whether a pattern can be searched in paths, as one of several, and does not take every path."""
    pattern = compiled(text)
    compiled(f"(?!)|{text}")
    if "://" in text:
        raise ValueError("it is compared with the path of a URL, without scheme and host")
    if pattern.search("/"):
        raise ValueError("this one matches the home page, too")
    return bool(text)


def _is_selector(text: str) -> bool:
    try:
        return bool(parse_selector(text))
    except ValueError:
        return False


def _is_web_url(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", text)


def _is_url_of_days(text: str) -> bool:
    try:
        urls = {text.format(date=day, page=1) for day in _DAYS}
    except (LookupError, AttributeError) as error:
        raise ValueError(f"{error} cannot be filled in") from error
    return _is_web_url(text) and len(urls) == len(_DAYS)


def _is_url_of_groups(text: str) -> bool:
    return _is_web_url(text) and bool(braces(text))


def braces(template: str) -> tuple[str, ...]:
    """Return the names in the braces of a template. Raises ValueError for a brace without its partner."""
    return tuple(name for _, name, _, _ in Formatter().parse(template) if name)


def _is_item_url(text: str) -> bool:
    return bool(braces(text)) and not re.search(r"\s", text)


def _is_edition(text: str) -> bool:
    host, slash, path = text.partition("/")
    return _HOST.fullmatch(host) is not None and bool(path) == bool(slash) and not path.endswith("/")


def _is_date(text: str) -> bool:
    return len(text) == len("2024-05-20") and bool(date.fromisoformat(text))


def _is_partial_date(text: str) -> bool:
    match = _PARTIAL_DATE.fullmatch(text)
    return match is not None and bool(
        date.fromisoformat(match[1] + (match[2] or "-01") + (match[3] or "-01"))
    )


def _is_filled(text: str) -> bool:
    return bool(text.strip())


FILLED = Format("a text that is not empty", _is_filled, ("China.org.cn",), ("", " "))
HOST = Format(
    'a host in lower case without scheme, port and path, such as "example.cn"',
    lambda text: _HOST.fullmatch(text) is not None,
    ("example.cn", "www.example.cn", "xn--fiqs8s.cn", "127.0.0.1", "::1", "localhost"),
    ("http://example.cn/", "example.cn/news", "example.cn:80", "Example.cn", "example", ".example.cn", ""),
)
EDITION = Format(
    'a host, or host/path without a slash at the end, such as "example.cn/english"',
    _is_edition,
    ("english.example.cn", "example.cn/english", "example.cn/a/b"),
    ("http://example.cn/english", "/english", "example.cn/english/", "example.cn/"),
)
WEB_URL = Format(
    'a URL with http or https, such as "https://www.example.cn/"',
    _is_web_url,
    ("https://www.example.cn/", "http://example.cn/list?page={page}"),
    ("www.example.cn", "ftp://example.cn/", "https:///news", "/news", "https://example.cn/ news"),
)
LANGUAGE_TAG = Format(
    'a BCP 47 tag in its usual case, such as "en", "zh-Hans" or "pt-BR"',
    _is_language,
    ("en", "zh-Hans", "zh-Hant-TW", "pt-BR", "es-419", "fil", "ca-valencia"),
    ("english", "cn", "jp", "en_US", "en-us", "EN", "zh-hans", ""),
)
TIME_ZONE = Format(
    'an IANA time zone, such as "Asia/Shanghai"',
    _is_time_zone,
    ("Asia/Shanghai", "Europe/Berlin", "UTC"),
    ("Europe/Bejing", "Asia", "Asia/shanghai", "+08:00", "GMT+8", "../zone", ""),
)
PATH_PATTERN = Format(
    r'a regular expression over URL paths, such as r"/content_\d+\.html$"',
    _is_path_pattern,
    (r"/content_\d+\.s?html?$", r"^/story/\d+-", "/a|/b"),
    (r"/story/(\d+-", "", "/", ".*", "(?i)/story/", r"https?://www\.example\.cn/story/", "[a-"),
)
URL_PATTERN = Format(
    r'a regular expression over URLs with named groups, such as r"/(?P<id>\d+)\.html$"',
    lambda text: bool(compiled(text).groupindex),
    (r"/(?P<id>PHO\w+)\.shtml$",),
    (r"/(?P<id>\d+", r"/(\d+)\.html$", ""),
)
SELECTOR = Format(
    'a selector of one element, tag#id.class, such as "div#content" or "p.source"',
    _is_selector,
    ("h1", "#content", "div.text", "div#content.text.wide", "founder-content"),
    ("div p", "table > td.b > p", "div.a>p", "p.a, p.b", "p:first-child", "a[href]", "DIV", "*", "#", ""),
)
ITEM_URL = Format(
    'a URL, or one relative to the list, with fields of the item in braces, such as "/article/{aid}"',
    _is_item_url,
    ("/article/{aid}", "https://www.example.cn/{date}/{id}.html", "{day:.8}/{file}"),
    ("/article/", "/article/{aid", "/article/{}", "/article/{aid} "),
)
URL_OF_GROUPS = Format(
    'a URL with named groups in braces, such as "https://api.example.cn/gallery?id={id}"',
    _is_url_of_groups,
    ("https://api.example.cn/gallery?id={id}",),
    ("https://api.example.cn/gallery", "/gallery?id={id}", "https://api.example.cn/{id"),
)
URL_OF_DAYS = Format(
    'a URL with its date in braces, such as "https://www.example.cn/{date:%Y/%m%d}/list.html"',
    _is_url_of_days,
    ("https://www.example.cn/{date:%Y/%m%d}/list.html", "https://a.cn/?day={date}&page={page:02}"),
    ("https://www.example.cn/list.html", "/{date:%Y}/", "https://a.cn/{date:%Y}/", "https://a.cn/{day}/"),
)
DATE = Format(
    'a day in ISO 8601, such as "2024-05-20"',
    _is_date,
    ("2024-05-20",),
    ("2024-5-20", "20240520", "2024-05", "2024-02-30", "last week"),
)
PARTIAL_DATE = Format(
    'a date in ISO 8601, as precise as known: "2024-05-20", "2024-05" or "2024"',
    _is_partial_date,
    ("2024-05-20", "2024-05", "2024"),
    ("last week", "05/2024", "2024-13", "2024-02-30", "2024-5"),
)

Filled = Annotated[str, FILLED]
Host = Annotated[str, HOST]
Edition = Annotated[str, EDITION]
WebUrl = Annotated[str, WEB_URL]
LanguageTag = Annotated[str, LANGUAGE_TAG]
TimeZone = Annotated[str, TIME_ZONE]
PathPattern = Annotated[str, PATH_PATTERN]
UrlPattern = Annotated[str, URL_PATTERN]
SelectorText = Annotated[str, SELECTOR]
ItemUrlText = Annotated[str, ITEM_URL]
UrlOfGroups = Annotated[str, URL_OF_GROUPS]
UrlOfDays = Annotated[str, URL_OF_DAYS]
Day = Annotated[str, DATE]
PartialDate = Annotated[str, PARTIAL_DATE]


def is_on(hosts: Iterable[str], url: str) -> bool:
    """Return whether a URL is on one of the hosts or on a sub-domain; False for an invalid URL."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return any(f".{host}".endswith(f".{own}") for own in hosts)
