"""Distinguishes the parameters of queries that name a page from those that only name the way to it."""

from __future__ import annotations

import re

_WAY = re.compile(
    r"^(?:utm_\w+|spm|spm_id_from|scm|isappinstalled|tdsourcetag|mc_[ce]id|fbclid|gclid|yclid|msclkid|igshid"
    r"|bdchannel|bd_vid|nsukey|(?:php)?sess(?:ion)?_?id|jsessionid|aspsessionid\w*"
    r"|from|fromuid|share\w*|wx\w*|weibo_id|tracker|ref|refer|referer|ref_src|source_from|ivk_sa|hsid"
    r"|timestamp|_t|_r|rnd|random|zenid|oscsid|cfid|cftoken|nonce|token|access_token|_|_dc|cb)$",
    re.IGNORECASE,
)
"""Names of query parameters for campaigns, sessions and the way to a page. On some sites they name the page:
`show.jsp?shareId=7`, `show.jsp?utm_content=7`. So a request keeps them until answers proved them to be noise.
"""
_SESSION = re.compile(r"^(?:s|sid|token|access_token)=(?:[0-9a-f]{16,}|[\w-]{24,})$", re.IGNORECASE)
"""Parameters that hold a session by the look of their value; other values of these names name a page."""
_CERTAIN = re.compile(
    r"(?:^|&)(?:phpsessid=[0-9a-z,-]{22,256}|jsessionid=[0-9A-F]{32}(?:[.!][\w.!-]*)?"
    r"|aspsessionid[a-z]{8}=[a-z]{24})(?=&|$)",
    re.IGNORECASE,
)
"""Sessions of PHP, Java and ASP by name and value, which never name a page."""
_TELLING = re.compile(
    r"(?:\d{3}|(?:[a-z]+-){3}|(?:19|20)\d\d[-/]?\d\d.*/[^/]*\d)[^/]*"
    r"(?<!\.asp)(?<!\.aspx)(?<!\.php)(?<!\.jsp)(?<!\.do)$",
    re.IGNORECASE,
)
"""A path that names an article by itself, unlike the path of a script."""
_GENERIC = re.compile(
    r"/\d*(?:(?:news|article|content|h5|wap|mobile)[-_]?)*(?:detail|show|view|share|index|mobile)s?(?![a-z])"
    r"(?![^/]*\d{4})[^/]*$",
    re.IGNORECASE,
)
"""A path whose last part names a kind of page, not an article: `/v1/2022detail`, `/detail_v100.html`."""
_SEPARATOR = re.compile(r"[&;?]")
NAMES_ARTICLE = re.compile(
    r"(?<!^c)(?<!menu)(?<!tab)(?<!area)(?<!org)(?<!dept)(?<!block)(?<!module)(?<!template)(?<!list)(?<!cate)"
    r"(?<!class)(?<!cat)(?<!col)(?<!type)(?<!channel)(?<!node)(?<!site)(?<!user)(?<!session)(?<!page)_?id$"
)
"""The name of a parameter that names an article: `id`, `newsid`, not `classid`."""


def naming(query: str, path: str) -> str:
    """Return a query without the parameters that name the way, if something else names the page."""
    others = without_ways(query)
    tells = _TELLING.search(path) and not _GENERIC.search(path)
    is_named = tells or any(map(names_article, others))
    return "&".join(others if is_named else filter(None, query.split("&")))


def names_article(parameter: str) -> bool:
    """Return whether a parameter names an article by its name: `newsid=7`, not `classid=7`."""
    return NAMES_ARTICLE.search(_name(parameter).lower()) is not None


def without_ways(query: str) -> list[str]:
    """Return the parameters of a query that do not name the way to its page."""
    return [part for part in query.split("&") if part and not is_way(part)]


def without_sessions(query: str) -> str:
    """Return a query without parameters that are certainly sessions: `PHPSESSID=` with 22 characters."""
    return _CERTAIN.sub("", query).removeprefix("&") if "sess" in query.lower() else query


def without_piles(url: str) -> str:
    """Return a URL with only the last value of each parameter: `?p=3` of a pager's `?p=2&p=3` or `?p=2?p=3`.

    Names with brackets have several values by intention: `tag[]=a&tag[]=b`.
    """
    before, _, query = url.partition("?")
    if not _SEPARATOR.search(query):  # nearly all URLs
        return url
    parts = _SEPARATOR.split(query)
    names = [_name(part) for part in parts]
    if len(set(names)) == len(names):
        return url
    last = {name: number for number, name in enumerate(names)}
    kept = (p for n, p in enumerate(parts) if last[names[n]] == n or "[" in names[n] or "%5B" in names[n])
    return f"{before}?{'&'.join(kept)}"


def is_way(parameter: str) -> bool:
    """Return whether a parameter names a campaign, a session or the way to a page on most sites."""
    return bool(_WAY.match(_name(parameter)) or _SESSION.match(parameter))


def _name(parameter: str) -> str:
    return parameter.partition("=")[0]
