"""Makes the keys by which indexes of web archives sort URLs: SURT, the host's labels in reverse order."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

_PORTS = {"http": 80, "https": 443}
_WWW = re.compile(r"^www\d*\.(?=.)")
_KEPT = "".join(char for char in map(chr, range(33, 127)) if char not in "%#")
"""The characters that a key does not escape."""
_PATH_SESSION = re.compile(r"/\((?:(?:[a-z]\([0-9a-z]{24}\))+|[0-9a-z]{24})\)(?=/.+\.aspx)", re.IGNORECASE)
_QUERY_SESSIONS = tuple(
    re.compile(rf"^(.*){session}(?:&|$)", re.IGNORECASE)
    for session in (
        "jsessionid=[0-9a-z]{32}",
        "phpsessid=[0-9a-z]{32}",
        "sid=[0-9a-z]{32}",
        "aspsessionid[a-z]{8}=[a-z]{24}",
        "cfid=[^&]+&cftoken=[^&]+",
    )
)
"""Parameters that a key leaves out; of several with one pattern, only the last, as all indexes do."""


def surt(url: str) -> str:
    """Return the key of a URL: `http://www.a.cn/B/?y=1&x=2` has `cn,a)/b?x=2&y=1`.

    The rules are those of the Wayback Machine and of pywb: `www.`, user, default port, fragment, letter case,
    ids of sessions, the order of parameters and a slash at the end make no difference. A text that is no URL
    with a host is its own key, escaped.
    """
    try:
        parts = urlsplit(url)
        host = _host(parts)
    except ValueError:  # of urlsplit: an incomplete IPv6 address, a port out of range
        host = ""
    return f"{host}){_path(parts.path)}{_query(parts.query)}" if host else _escaped(_bytes(url))


def _host(parts: SplitResult) -> str:
    labels = _WWW.sub("", parts.hostname or "", count=1).strip(".").split(".")
    port = f":{parts.port}" if parts.port not in (None, _PORTS.get(parts.scheme)) else ""
    return _escaped(_bytes(",".join(reversed(labels)))) + port


def _path(path: str) -> str:
    plain = _PATH_SESSION.sub("", _escaped(_unescaped(path)))
    kept: list[str] = []
    for segment in plain.lower().split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    return "/" + "/".join(kept)


def _query(query: str) -> str:
    plain = _escaped(_unescaped(query))
    for session in _QUERY_SESSIONS:
        plain = session.sub(r"\1", plain)
    ordered = sorted(plain.lower().split("&"), key=lambda parameter: parameter.partition("="))
    return "?" + "&".join(ordered) if plain else ""


def _unescaped(text: str) -> bytes:
    """Return the bytes of a text without escapes, also without escaped escapes (`%2541`)."""
    before, after = b"", _bytes(text)
    while before != after:
        before, after = after, unquote_to_bytes(after)
    return after


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _escaped(text: bytes) -> str:
    return quote(text, safe=_KEPT)
