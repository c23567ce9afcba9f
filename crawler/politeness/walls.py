"""Recognises the answers with which firewalls block crawlers."""

from __future__ import annotations

import re
from http import HTTPStatus

from crawler.politeness.answers import HEAD, OWN_LINKS, Answer
from crawler.politeness.vendors import WALLS
from crawler.text.bare import LINKS, TEXT, shows_at_most

LARGEST = 512 * 1024
"""Bytes: a larger page is a page of the site, whatever scripts it has. Those of firewalls have 260 KiB."""
STATUSES = frozenset({202, 405, 412, 418, 456, 521})
"""Statuses that firewalls give to a GET of a page, and sites do not. Servers also refuse GET with 405, mostly
without naming other methods: it counts only on a page that runs a script.
"""
STATUS_BOUNDS = (400, 5)
"""Visible characters and links of a page above which such a status without a vendor's mark is a fault of the
site itself. A page with status 202 belongs to the site if it shows any content.
"""
MISSING = frozenset({404, 410})
"""Statuses of missing pages, whatever firewall protects the site."""
OWN_FAILURES = {418: re.compile("edgeone"), 521: re.compile("cloudflare|edgeone")}
"""Statuses by which content networks report that the site behind them is down or not set up, by their
servers.
"""
_FEED = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]{0,300}>\s*){0,9}<(?:rss|feed|rdf:rdf|urlset|sitemapindex|document)[\s>]",
    re.IGNORECASE,
)
"""The beginning of a feed or a sitemap, which is the site's, however short."""
_SCRIPT = re.compile(rb"<script[\s>]", re.IGNORECASE)
_SHELL = re.compile(
    rb"\bid\s*=\s*[\"']?(?:app|root|__next|__nuxt)[\"'\s>]|\btype\s*=\s*[\"']?password\b", re.IGNORECASE
)
"""The empty element of a page that scripts fill, or the field of a login form, which may have a captcha."""


def wall_of(answer: Answer) -> str | None:
    """Return the firewall that an answer comes from, or None for an answer of the site itself.

    Many sites have their firewall's scripts on every page, and some answer an article with a wrong status. So
    a page with its own text or links is no wall. Without a vendor's mark, the status is the name: `HTTP 412`.
    """
    if _is_of_site(answer):
        return None
    for wall in WALLS:
        if wall.is_of(answer) and _shows_at_most(answer, wall.bounds(answer)):
            return None if _is_app_or_login(answer) and not wall.is_own else wall.name
    return f"HTTP {answer.status}" if _has_status_of_walls(answer) else None


def _is_of_site(answer: Answer) -> bool:
    """Return whether an answer is certainly the site's: missing, unchanged, large, with links, or plain."""
    if answer.status in MISSING or answer.status == HTTPStatus.NOT_MODIFIED or len(answer.body) > LARGEST:
        return True
    if answer.body.count(b"<a ", 0, 4 * HEAD) > OWN_LINKS:  # nearly every page
        return True
    if not answer.is_success:
        return _names_methods(answer)
    return bool(answer.body.strip()) and (b"<" not in answer.head or _FEED.match(answer.head) is not None)


def _is_app_or_login(answer: Answer) -> bool:
    return answer.is_success and _SHELL.search(answer.head) is not None


def _has_status_of_walls(answer: Answer) -> bool:
    if answer.status not in STATUSES or not answer.is_get:
        return False
    is_of_servers = answer.status == HTTPStatus.METHOD_NOT_ALLOWED
    if is_of_servers and not _SCRIPT.search(answer.head):
        return False
    failure = OWN_FAILURES.get(answer.status)
    if failure is not None and failure.search(answer.headers.get("server", "")):
        return False
    return _shows_at_most(answer, (TEXT, LINKS) if answer.is_success or is_of_servers else STATUS_BOUNDS)


def _names_methods(answer: Answer) -> bool:
    """Return whether a server refuses GET, and names the methods that the URL has (RFC 9110, 15.5.6)."""
    return answer.status == HTTPStatus.METHOD_NOT_ALLOWED and "allow" in answer.headers


def _shows_at_most(answer: Answer, bounds: tuple[int, int]) -> bool:
    return shows_at_most(answer.body.decode("utf-8", "replace"), *bounds)
