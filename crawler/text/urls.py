"""Resolves, normalises and compares URLs.

URLs are parsed as browsers parse them (the URL standard of the WHATWG), by the library ada.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

import ada_url

from crawler.text import parameters

LONGEST = 2083  # characters: browsers of the past opened no longer URL, so no news URL is longer

_ENDS = "".join(map(chr, range(33)))  # the standard strips C0 controls and spaces
# URLs that need no parsing, nearly all links of a real page. They have no dot segments (excluded by the
# look-aheads) and no characters to encode. An absolute one has a host in lower case and not in Punycode, or
# an address in its usual form, and no default port.
_PLAIN = r"(?!.*/(?:\.|%2[eE]))[\w%~!$&'()*+,;=@./-][\w%~!$&'()*+,;=@./-]*(?:\?[\w%~!$&()*+,;=@./?-]*)?"
_PLAIN_RELATIVE = re.compile(r"(?![./?%])(?![\w+.-]*:)" + _PLAIN, re.ASCII)
_PLAIN_ROOTED = re.compile(r"/(?![/.%])(?:" + _PLAIN + ")?", re.ASCII)
_NAME = r"(?!.*xn--)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?"
_BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_PORT = r":(?!80/|443/)(?:[1-9]\d{1,3}|[1-5]\d{4})"
_PLAIN_ABSOLUTE = re.compile(
    rf"https?://(?:{_NAME}|{_BYTE}(?:\.{_BYTE}){{3}})(?:{_PORT})?/(?![.%])(?:{_PLAIN})?", re.ASCII
)
_CREDENTIALS = re.compile(r"(?<=://)[^/?#]*@")
_PATH_SESSION = re.compile(
    r";(?:jsessionid|phpsessid|sid)=[^/?#]*|(?<=/)\((?:[AFX]\([^()/]{1,400}\))*S\([a-z0-5]{24}\)(?:[AF]\([^()/]{1,400}\))*\)/",
    re.IGNORECASE,
)
"""A session in a path: `;jsessionid=1F2E` of Java, `/(S(lit3py55t21z5v55vlm25s55))/` of ASP.NET."""
_MOBILE = re.compile(r"^(?:www|m|wap|3g|mobile)\.(?=[^.]+\.)")
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


class _Base(NamedTuple):
    """The prefixes of plain references."""

    origin: str
    folder: str


def standard(reference: str, base: str | None = None) -> str | None:
    """Return the URL that a browser makes of a reference (https://url.spec.whatwg.org), of any scheme.

    None for a failure of the standard.
    """
    try:
        return ada_url.URL(reference, base).href
    except ValueError:
        return None


def resolve(base: str, reference: str) -> str | None:
    """Make a reference absolute as a browser does, without fragment and credentials.

    None for URLs that are not fetched: other schemes than http and https, broken URLs, those longer than
    2,083 characters, and references to the page itself. Costs a microsecond or two for a plain reference: it
    is called for every link.
    """
    if is_too_long(reference):  # not worth a look
        return None
    target = reference.strip(_ENDS).partition("#")[0].removeprefix("./")
    url = (_plainly(base, target) or _carefully(base, reference)) if target else None
    return url if url is not None and len(url) <= LONGEST else None


def is_too_long(reference: str) -> bool:
    """Return whether a reference is longer than any news URL."""
    return len(reference) > LONGEST


def _plainly(base: str, reference: str) -> str | None:
    """Return a plain reference appended to its base; None if it must be parsed."""
    if _PLAIN_ABSOLUTE.fullmatch(reference):
        return reference
    prefixes = _base(base)
    if prefixes is None:
        return None
    if _PLAIN_RELATIVE.fullmatch(reference):
        return prefixes.folder + reference
    return prefixes.origin + reference if _PLAIN_ROOTED.fullmatch(reference) else None


@lru_cache(maxsize=256)
def _base(url: str) -> _Base | None:
    url = _carefully(url, url) or ""
    path = url.partition("?")[0]
    return _Base("/".join(path.split("/", 3)[:3]), path.rpartition("/")[0] + "/") if path else None


def _carefully(base: str, reference: str) -> str | None:
    url = standard(reference, base)
    if url is None or not url.startswith(("http://", "https://")):
        return None
    return _CREDENTIALS.sub("", url.partition("#")[0], count=1)


def canonicalize(url: str) -> str:
    """Return a URL in its canonical form.

    Scheme and host in lower case, the host in ASCII; no default port, fragment, credentials, dot segments,
    needless escapes (RFC 3986, section 6.2.2), session ids or tracking parameters. The rest of the query
    stays as it is, in its order. Tracking parameters stay where nothing else names the page. A URL that
    cannot be parsed comes back as it is.
    """
    return _rewritten(url, parameters.naming)


def to_request(url: str) -> str:
    """Return the URL to request: as `canonicalize`, with every parameter of its query except sessions."""
    return _rewritten(url, lambda query, _: query)


def without_ways(url: str) -> str:
    """Return a URL without any parameter that names the way to a page on most sites."""
    return _rewritten(url, lambda query, _: "&".join(parameters.without_ways(query)))


def _rewritten(url: str, query_of: Callable[[str, str], str]) -> str:
    parts = _split(url)
    if parts is None or not parts.netloc:
        return url
    query = query_of(parameters.without_sessions(parts.query), parts.path) if parts.query else ""
    return urlunsplit((parts.scheme, _host_and_port(parts), _path(parts.path), query, ""))


@lru_cache(maxsize=8192)  # called several times for each page of a crawl
def same_article_key(url: str) -> str:
    """Return a key that is equal for one article under http and https, `www.` and the mobile host."""
    url = canonicalize(url)
    parts = _split(url)
    if parts is None:
        return url
    return f"{_MOBILE.sub('', parts.netloc)}{parts.path}{'?' + parts.query if parts.query else ''}"


def host_of(url: str) -> str:
    """Return the host in lower case, in ASCII, without port; empty for a URL without host."""
    parts = _split(url)
    return (parts.hostname or "").rstrip(".") if parts else ""


def plain_host(url: str) -> str:
    """Return the host without `www.` and without the mark of a mobile site."""
    return _MOBILE.sub("", host_of(url))


def path_of(url: str) -> str:
    """Return the path, or `/`."""
    parts = _split(url)
    return (parts.path if parts else "") or "/"


@lru_cache(maxsize=4096)
def _split(url: str) -> SplitResult | None:
    """Return the parts of an absolute URL in its standard form, without credentials."""
    absolute = url if _PLAIN_ABSOLUTE.fullmatch(url) else standard(url)
    return None if absolute is None else urlsplit(_CREDENTIALS.sub("", absolute, count=1))


def _host_and_port(parts: SplitResult) -> str:
    host, colon, port = parts.netloc.partition(":") if "[" not in parts.netloc else (parts.netloc, "", "")
    return host.rstrip(".") + colon + port


def _path(path: str) -> str:
    if "%" in path:
        path = _ESCAPE.sub(_unescaped, path)
    return (_PATH_SESSION.sub("", path) if ";" in path or "(" in path else path) or "/"


def _unescaped(match: re.Match[str]) -> str:
    character = unquote(match[0], "latin-1")
    return character if _UNRESERVED.fullmatch(character) else match[0].upper()
