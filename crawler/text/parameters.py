"""Distinguishes the parameters of queries that name a page from those that only name the way to it."""

from __future__ import annotations

import re

_CAMPAIGN = re.compile(
    r"^(?:utm_\w+|spm|spm_id_from|scm|isappinstalled|tdsourcetag|mc_[ce]id|fbclid|gclid|yclid|msclkid|igshid"
    r"|bdchannel|bd_vid|nsukey|(?:php)?sess(?:ion)?_?id|jsessionid|aspsessionid\w*)$",
    re.IGNORECASE,
)
"""Query parameters of campaigns and sessions: no site uses them to name an article."""
_WAY = re.compile(
    r"^(?:from|fromuid|share\w*|wx\w*|weibo_id|tracker|ref|refer|referer|ref_src|source_from|ivk_sa|hsid"
    r"|timestamp|_t|_r|rnd|random)$",
    re.IGNORECASE,
)
"""Query parameters that name the way to a page on most sites, and on some the page: `show.jsp?shareId=7`."""
_WAYS = re.compile(
    r"^(?:(?:time|group|single)\w*|baidu|sogou|bing|google|weibo|wechat|weixin|wx|qq|qzone|toutiao|facebook"
    r"|twitter|search|share|rss|feed|app|web|pc|wap|mobile|home|index|[a-z]?)$",
    re.IGNORECASE,
)
"""Values that name a way: `from=timeline`. Other words may name a page, and numbers do."""
_SESSION = re.compile(r"^(?:s|sid|token|access_token)=(?:[0-9a-f]{16,}|[\w-]{24,})$", re.IGNORECASE)
"""Parameters that name a page on some sites and a session on others, with a session's value."""
_TELLING = re.compile(
    r"(?:\d{3}|(?:[a-z]+-){3}|(?:19|20)\d\d[-/]?\d\d.*/[^/]*\d)[^/]*"
    r"(?<!\.asp)(?<!\.aspx)(?<!\.php)(?<!\.jsp)(?<!\.do)$",
    re.IGNORECASE,
)
"""A path that names an article by itself, unlike the path of a script."""
NAMES_ARTICLE = re.compile(
    r"(?<!class)(?<!cat)(?<!col)(?<!type)(?<!channel)(?<!node)(?<!site)(?<!user)(?<!session)(?<!page)_?id$"
)
"""The name of a parameter that names an article: `id`, `newsid`, not `classid`."""


def naming(query: str, path: str) -> str:
    """Return a query without the parameters that name the way, if something else names the page."""
    kept = requested(query)
    others = [part for part in kept if not is_way(part)]
    is_named = _TELLING.search(path) or any(NAMES_ARTICLE.search(_name(part).lower()) for part in others)
    return "&".join(others if is_named else kept)


def requested(query: str) -> list[str]:
    """Return the parameters of a query that may name the page: `ref=7` does, `from=timeline` does not."""
    parts = without_campaigns(query)
    return [part for part in parts if not (is_way(part) and _WAYS.match(part.partition("=")[2]))]


def without_campaigns(query: str) -> list[str]:
    """Return the parameters of a query except those of campaigns and sessions."""
    parts = filter(None, query.split("&"))
    return [part for part in parts if not (_CAMPAIGN.match(_name(part)) or _SESSION.match(part))]


def without_piles(url: str) -> str:
    """Return a URL with only the last value of each parameter: `?p=3` of a pager's `?p=2&p=3`.

    Names with brackets have several values by intention: `tag[]=a&tag[]=b`.
    """
    if "&" not in url:  # nearly all URLs
        return url
    before, _, query = url.partition("?")
    parts = query.split("&")
    names = [_name(part) for part in parts]
    if len(set(names)) == len(names):
        return url
    last = {name: number for number, name in enumerate(names)}
    kept = (p for n, p in enumerate(parts) if last[names[n]] == n or "[" in names[n] or "%5B" in names[n])
    return f"{before}?{'&'.join(kept)}"


def is_way(parameter: str) -> bool:
    """Return whether a parameter names the way to a page on most sites."""
    return _WAY.match(_name(parameter)) is not None


def _name(parameter: str) -> str:
    return parameter.partition("=")[0]
