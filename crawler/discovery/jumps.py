"""Finds redirects in headers and scripts. Scripts are read as text, never run."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from crawler.discovery.literals import readings
from crawler.discovery.url_shapes import HOME_PATHS
from crawler.text.bare import has_text, shows_nothing
from crawler.text.charset import decode
from crawler.text.references import Base
from crawler.text.urls import host_of, path_of, same_article_key

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 16 * 1024
"""Bytes: a page that only redirects is smaller than this."""
_HINT = re.compile(rb"location|navigate|refresh", re.IGNORECASE)
_SPARE = r"(?!\s*\+(?!\s*(?:(?:window\.)?location\.search|Math\.random|new Date|Date\.)))"
"""A target may be the first part of a sum only if the other parts do not change the page."""
_TARGET = r"\\?[\"']([^\"'\\\s<>]{1,2000})\\?[\"']" + _SPARE
_ASSIGNED = re.compile(
    r"(?<![\w.])(?:(?:window|self|top|parent|document|this|frames|globalThis)\.){0,3}(?:location(?:\.href)?\s*=|"
    r"location\.(?:replace|assign)\s*\(|navigate\s*\()\s*(?:encodeURI\s*\()?\s*" + _TARGET
)
"""`location.href = "/new.html"`, `top.location.replace('/new.html')`, also in the text of `setTimeout`."""
_REFRESH = re.compile(
    r"<meta\b(?=[^>]*http-equiv\s*=\s*[\"']?refresh)"
    r"[^>]*?content\s*=\s*[\"']?\s*\d(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*[\"']?)?([^\"'\s>]{1,2000})",
    re.IGNORECASE,
)
"""A meta refresh within 10 s. Scrapy ignores those in `noscript`, and those without `url=`: `0;/cn/`."""
_BRACKETS = re.compile(
    r"\s{0,3}\[\s{0,3}\\?[\"'](location|href|replace|assign|protocol|top|self|parent|document)\\?[\"']\s{0,3}\]"
)
"""A property in brackets: `window["location"]`."""
_OWN = re.compile(
    r"(?<![\w.])(?:(?:window|self|top|document)\.)?location\.(origin|protocol|host|hostname)(?=\s{0,9}\+)"
)
"""A part of the page's own address in a sum: `location.origin + "/new.html"`."""
_SECURE = re.compile(
    r"location\.protocol\s*=\s*[\"']https|\.replace\(\s*[\"'/^]*http:[^,]{0,8},\s*[\"']https:"
)
_HEADER = re.compile(r"\s*(\d+(?:\.\d*)?)\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)
_MOBILE = re.compile(r"//(?:m|wap|3g|mobile)\.|/(?:m|wap|3g|mobile)(?:/|$)", re.IGNORECASE)


def header_target(value: str, url: str, slowest: float) -> str | None:
    """Return the target of a `Refresh:` header: `0; url=/new.html`. None beyond `slowest` seconds."""
    match = _HEADER.match(value)
    if match is None or float(match[1]) >= slowest:
        return None
    return _other(Base(url).resolve(match[2]), url)


def script_target(body: bytes, url: str, content_type: str | None = None) -> str | None:
    """Return the target of a page that only redirects, or None for a page with contents of its own.

    Of several targets, the first outside a mobile site counts: `if (isMobile) … else …`. A page that
    redirects to the home page is a not-found page, unless it is a home page itself.
    """
    if len(body) > LARGEST or not _HINT.search(body.replace(b"\0", b"")):  # the zeros of UTF-16
        return None
    decoded = decode(body, content_type)
    if not shows_nothing(decoded.text):
        return None
    base = Base.of(url, decoded)
    text = _OWN.sub(partial(_own_part, urlsplit(url)), _BRACKETS.sub(r".\1", decoded.text))
    targets = [target for each in _written(text, url) if (target := _other(base.resolve(each), url))]
    target = next((each for each in targets if not _MOBILE.search(each)), None)
    if target is None and not has_text(decoded.text):  # otherwise a short page that redirects only phones
        target = next(iter(targets), None)
    is_not_found = target is not None and path_of(target) in HOME_PATHS and path_of(url) not in HOME_PATHS
    return None if is_not_found and host_of(target or "") == host_of(url) else target


def _written(text: str, url: str) -> Iterator[str]:
    for script in readings(text):
        yield from _ASSIGNED.findall(script)
    yield from _REFRESH.findall(text)
    if url.startswith("http:") and _SECURE.search(text):
        yield f"https:{url.removeprefix('http:')}"


def _own_part(own: SplitResult, match: re.Match[str]) -> str:
    """Return a part of a page's address as a literal."""
    parts = {"protocol": f"{own.scheme}:", "host": own.netloc, "hostname": own.hostname or ""}
    return f"'{parts.get(match[1]) or f'{own.scheme}://{own.netloc}'}'"


def _other(target: str | None, url: str) -> str | None:
    """Return a target that is another page, or this page under https. A redirect to itself sets a cookie."""
    if target is None or same_article_key(target) != same_article_key(url):
        return target
    return target if target.startswith("https:") and url.startswith("http:") else None
