"""Writes addresses and times as other formats require them: URIs, and moments of RFC 3339."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from urllib.parse import quote

from crawler.items import Article
from crawler.text.urls import standard

_ALLOWED = "!$&'()*+,;=:@/?%-._~"  # characters of a URI (RFC 3986) behind its host, without a fragment
_AUTHORITY = re.compile(
    r"([a-z][a-z0-9+.-]*://"
    r"(?:[\w.~!$&'()*+,;=:%-]*@)?"
    r"(?:\[[0-9a-f:.]+\]|[\w.~!$&'()*+,;=%-]*)"
    r"(?::\d*)?)((?:[/?].*)?)",
    re.ASCII | re.DOTALL,
)
"""Scheme and authority of a URI (RFC 3986, section 3), and the rest. Hosts of URLs allow more characters."""
_NO_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def urn_of(article: Article) -> str:
    """Return the id of an article as a URI, the same for all revisions: `urn:article:0123456789abcdef`."""
    return f"urn:article:{quote(article.id.encode('utf-8', 'replace'), safe='')}"


def uri_of(url: str) -> str | None:
    """Return a URL as a URI without a fragment: `http://a.cn/图|1#top` as `http://a.cn/%E5%9B%BE%7C1`.

    None if it is no URL, one without a host (`data:`), or one whose host no URI may have (`http://{{cdn}}/a.jpg`).
    """
    parsed = standard(url.encode("utf-8", "replace").decode())
    parts = _AUTHORITY.fullmatch((parsed or "").partition("#")[0])
    return _NO_ESCAPE.sub("%25", parts[1] + quote(parts[2], safe=_ALLOWED)) if parts else None


def moment_of(published: str | None) -> str | None:
    """Return a time as RFC 3339 writes it: `2026-08-06T09:15+08:00` as `2026-08-06T09:15:00+08:00`.

    None for a bare day, or a time without an offset of whole minutes.
    """
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    offset = moment.utcoffset()
    is_whole = offset is not None and not offset % timedelta(minutes=1)
    return moment.isoformat(timespec="seconds") if is_whole else None
