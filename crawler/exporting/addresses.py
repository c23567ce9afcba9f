"""Writes addresses and times as other formats require them: URIs, and moments of RFC 3339."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote

from crawler.items import Article
from crawler.text.urls import standard

_ALLOWED = "!$&'()*+,;=:@/?%-._~"  # characters of a URI (RFC 3986) behind its host, without a fragment
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def urn_of(article: Article) -> str:
    """Return the id of an article as a URI, the same for all revisions: `urn:article:0123456789abcdef`."""
    return f"urn:article:{quote(article.id.encode('utf-8', 'replace'), safe='')}"


def uri_of(url: str) -> str | None:
    """Return a URL as a URI without a fragment: `http://a.cn/图|1#top` as `http://a.cn/%E5%9B%BE%7C1`.

    None if it is no URL, or one without a host (`data:`).
    """
    parsed = standard(url.encode("utf-8", "replace").decode())
    scheme, mark, rest = (parsed or "").partition("#")[0].partition("://")
    if not mark:
        return None
    host, slash, path = rest.partition("/")
    return _NO_ESCAPE.sub("%25", f"{scheme}{mark}{host}{slash}{quote(path, safe=_ALLOWED)}")


def moment_of(published: str | None) -> str | None:
    """Return a time as RFC 3339 writes it: `2026-08-06T09:15+08:00` as `2026-08-06T09:15:00+08:00`.

    None for a bare day, or a time without offset.
    """
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return moment.isoformat(timespec="seconds") if moment.tzinfo else None
