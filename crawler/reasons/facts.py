"""States the words and the consequences of each cause. Words may be reworded: nothing compares them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crawler.reasons.causes import Cause


@dataclass(frozen=True, slots=True)
class Facts:
    """The words and the consequences of a cause."""

    words: str
    """`{}` stands for the detail."""
    sentence: str = ""
    """A longer wording for a single page; empty if `words` are enough."""
    is_fault: bool = True
    """Whether a URL that failed for it makes a crawl partial: a fault of network, server or program."""
    harmless: frozenset[str] = frozenset()
    """Details that are no faults."""
    is_bound: bool = False
    """Whether a higher bound would have let the URL pass."""
    is_final: bool = False
    """Whether the URL is not visited again after it failed."""
    depends_on_terms: bool = False
    """Whether other arguments of the crawl (days, hosts) may let the URL pass."""
    is_wall: bool = False
    """Whether a firewall answered."""
    is_article: bool = False
    """Whether the page was an article all the same."""
    is_detail_reason: bool = False
    """Whether the detail is a reason, too."""


def _page(words: str, sentence: str) -> Facts:
    return Facts(words, sentence)


def _bound(words: str) -> Facts:
    return Facts(words, is_bound=True)


FACTS: Mapping[Cause, Facts] = MappingProxyType(
    {
        Cause.HTTP: Facts("HTTP {}", harmless=frozenset(("304", "404", "410"))),
        Cause.UNASKED_304: Facts("HTTP 304 unasked"),
        Cause.BOT_WALL: Facts("bot wall: {}", is_wall=True),
        Cause.ROBOTS_FORBIDDEN: Facts("forbidden by robots.txt", is_fault=False, is_final=True),
        Cause.ROBOTS_UNREACHABLE: Facts("robots.txt: {}", is_detail_reason=True),
        Cause.NO_ANSWER: Facts("no answer: {}", is_detail_reason=True),
        Cause.HOST_NOT_FOUND: Facts("host name not found"),
        Cause.CONNECTION_REFUSED: Facts("connection refused"),
        Cause.CONNECTION_FAILED: Facts("connection failed"),
        Cause.TIMED_OUT: Facts("timed out"),
        Cause.CUT_SHORT: Facts("cut short"),
        Cause.TOO_LARGE: Facts("too large"),
        Cause.TOO_LARGE_UNPACKED: Facts("too large when unpacked"),
        Cause.HEADERS_TOO_LARGE: Facts("headers too large"),
        Cause.MALFORMED_STATUS: Facts("malformed status"),
        Cause.MALFORMED_HEADER: Facts("malformed header"),
        Cause.UNTRUSTED: Facts("certificate not trusted"),
        Cause.PRIVATE_ADDRESS: Facts("private address"),
        Cause.PROXY_REFUSED: Facts("refused by the proxy"),
        Cause.NOT_HTTP: Facts("not http or https"),
        Cause.REDIRECT_TO_NOTHING: Facts("redirect to another scheme than http(s)"),
        Cause.HOST_LEFT_ALONE: Facts("its host is paused"),
        Cause.REFUSED: Facts("{}"),
        Cause.EXCEPTION: Facts("{}"),
        Cause.NOT_A_PICTURE: Facts("not a picture", is_fault=False),
        Cause.PICTURE_SVG: Facts("SVG, which may hold scripts", is_fault=False),
        Cause.PICTURE_PIXELS: _bound("picture with too many pixels (PHOTO_PIXELS_MAX)"),
        Cause.PICTURE_DAMAGED: Facts("damaged or truncated picture", is_fault=False),
        Cause.PICTURE_WAIT: _bound("its article had waited long enough (PHOTO_SECONDS_MAX)"),
        Cause.NOT_A_PAGE: Facts("not a web page", is_fault=False),
        Cause.OUT_OF_SCOPE: Facts("redirected out of scope", is_fault=False, depends_on_terms=True),
        Cause.KNOWN_PAGE: Facts("redirected to a known page"),
        Cause.SAME_PAGE: Facts("same page as under other parameters", is_fault=False),
        Cause.PART_ON_ITS_WAY: Facts("part of an article in progress"),
        Cause.PART_ELSEWHERE: Facts("part that is another page", is_fault=False),
        Cause.DROPPED_ON_THE_WAY: Facts("dropped on the way", is_fault=False, is_final=True),
        Cause.PARSED_TOO_LONG: Facts("took too long to parse (PARSE_TIMEOUT)", is_article=True),
        Cause.PARSER_DIED: Facts("the parser died", is_article=True),
        Cause.BROKEN_OFF: Facts("cancelled at the end of the run"),
        Cause.EXTRACTION_FAILED: Facts("ExtractionFailed", is_article=True),
        Cause.PIPELINE_FAULT: Facts("fault in a pipeline"),
        Cause.SPIDER_FAULT: Facts("fault in the spider"),
        Cause.NOT_JSON: Facts("cannot be written as JSON: {}"),
        Cause.NOT_TEXT: _page("NotText", "more than a tenth of its characters are broken"),
        Cause.SOFT_NOT_FOUND: _page("SoftNotFound", "a not-found page that answers 200"),
        Cause.LOGIN_PAGE: _page("LoginPage", "a login page"),
        Cause.SERVICE_PAGE: _page("ServicePage", "a page about the site, its accounts or its shop"),
        Cause.BLOCKED_PAGE: Facts(
            "BlockedPage", "a page that blocks crawlers or reports an error", is_wall=True
        ),
        Cause.NEEDS_SCRIPTS: _page("NeedsScripts", "only a script would show its text"),
        Cause.NO_HEADLINE: _page("NoHeadline", "no headline"),
        Cause.VIDEO_SHELL: _page("VideoShell", "a video without text"),
        Cause.NO_BODY: _page("NoBody", "neither text nor a captioned photo, and no news flash"),
        Cause.HUB_PAGE: _page("HubPage", "a list of links"),
        Cause.IMPRINT: _page("Imprint", "the names of a paper's editors"),
        Cause.TOO_SHORT: _page("TooShort", "hardly any text"),
        Cause.OUT_OF_RANGE: Facts("OutOfRange", depends_on_terms=True, is_article=True),
        Cause.RESERVED: Facts(
            "ReservedArticle", "the site reserves it, and RESERVATIONS skips such articles", is_article=True
        ),
        Cause.BEYOND_LIMIT: Facts("BeyondLimit", is_article=True),
        Cause.DUPLICATE: Facts("DuplicateArticle", is_article=True),
        Cause.COPIED: Facts("CopiedArticle", is_article=True),
        Cause.UNCHANGED: Facts("UnchangedArticle", is_article=True),
        Cause.DROPPED: Facts("{}", is_article=True),
        Cause.HOST_PAGES: _bound("pages of one host (HOST_PAGES_MAX)"),
        Cause.HOST_SECONDS: _bound("time for one host (HOST_SECONDS_MAX)"),
        Cause.DOMAIN_PAGES: _bound("pages of one domain (DOMAIN_PAGES_MAX)"),
        Cause.DOMAIN_HOSTS: _bound("hosts of one domain (DOMAIN_HOSTS_MAX)"),
        Cause.ADDRESS_PAGES: _bound("pages of one address (ADDRESS_PAGES_MAX)"),
        Cause.LIST_PAGES: _bound("pages of a list (LIST_PAGES_MAX)"),
        Cause.ENTRIES: _bound("entries of a {} (ENTRIES_MAX)"),
        Cause.INDEX_ENTRIES: _bound("entries of a {} (SITEMAP_CHILDREN_MAX)"),
        Cause.SITEMAP_DEPTH: _bound("sitemaps within sitemaps (SITEMAP_DEPTH_MAX)"),
        Cause.DEPTH: _bound("links too deep (DEPTH_LIMIT)"),
        Cause.PARAMETERS: _bound("query too long (PARAMETERS_MAX)"),
        Cause.PATH_SEGMENTS: _bound("path too long (PATH_SEGMENTS_MAX)"),
        Cause.PATH_REPEATS: _bound("path repeats itself (PATH_REPEATS_MAX)"),
        Cause.GROWING_LINKS: _bound("links that grow (GROWING_LINKS_MAX)"),
        Cause.ARCHIVED_PAGES: _bound("pages of the archive (-a limit=)"),
        Cause.ADDRESS_TOO_LONG: Facts("address too long"),
        Cause.REDIRECTED_HOME: Facts("redirected to the home page"),
        Cause.SOFT_404: Facts("soft 404"),
        Cause.NOT_AN_INDEX: Facts("no list of captures: {}"),
        Cause.NOT_THE_CAPTURE: Facts("not the capture: {}"),
        Cause.NOT_CAPTURED: Facts("not in the web archive", is_fault=False),
        Cause.FAR_CAPTURE: _bound("captured long before or after its article (PHOTO_CAPTURE_DAYS_MAX)"),
        Cause.OLDER_CAPTURE: Facts(
            "OlderCapture", "captured before the stored revision was fetched", is_article=True
        ),
        Cause.A_LIST: Facts("a list"),
        Cause.A_PART: Facts("a part of another page's article"),
        Cause.NOT_READ: Facts("{}"),
        Cause.DAMAGED: Facts("{}"),
        Cause.OTHER: Facts("{}"),
    }
)
"""The facts of each cause."""
