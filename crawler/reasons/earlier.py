"""Reads the reasons of ledgers and histories that stored words: those of versions before ledger 6.

The words are those of that time. They stay the same if the words in `facts` change.
"""

from __future__ import annotations

import re

from crawler.reasons.causes import Cause
from crawler.reasons.reason import Reason

_HTTP = re.compile(r"HTTP (\d{3})")
_WORDS = {
    "HTTP 304 unasked": Cause.UNASKED_304,
    "forbidden by robots.txt": Cause.ROBOTS_FORBIDDEN,
    "host name not found": Cause.HOST_NOT_FOUND,
    "connection refused": Cause.CONNECTION_REFUSED,
    "connection failed": Cause.CONNECTION_FAILED,
    "timed out": Cause.TIMED_OUT,
    "cut short": Cause.CUT_SHORT,
    "too large": Cause.TOO_LARGE,
    "too large when unpacked": Cause.TOO_LARGE_UNPACKED,
    "headers too large": Cause.HEADERS_TOO_LARGE,
    "malformed status": Cause.MALFORMED_STATUS,
    "malformed header": Cause.MALFORMED_HEADER,
    "certificate not trusted": Cause.UNTRUSTED,
    "private address": Cause.PRIVATE_ADDRESS,
    "refused by the proxy": Cause.PROXY_REFUSED,
    "not http or https": Cause.NOT_HTTP,
    "redirect to no web page": Cause.REDIRECT_TO_NOTHING,
    "its host is left alone": Cause.HOST_LEFT_ALONE,
    "not a web page": Cause.NOT_A_PAGE,
    "redirected out of scope": Cause.OUT_OF_SCOPE,
    "redirected to a known page": Cause.KNOWN_PAGE,
    "part of an article on its way": Cause.PART_ON_ITS_WAY,
    "dropped on the way": Cause.DROPPED_ON_THE_WAY,
    "took too long to parse (PARSE_TIMEOUT)": Cause.PARSED_TOO_LONG,
    "TookTooLong": Cause.PARSED_TOO_LONG,
    "the parser died": Cause.PARSER_DIED,
    "ParserDied": Cause.PARSER_DIED,
    "broken off at the end of the run": Cause.BROKEN_OFF,
    "ExtractionFailed": Cause.EXTRACTION_FAILED,
    "fault in a pipeline": Cause.PIPELINE_FAULT,
    "fault in the spider": Cause.SPIDER_FAULT,
    "NotText": Cause.NOT_TEXT,
    "SoftNotFound": Cause.SOFT_NOT_FOUND,
    "LoginPage": Cause.LOGIN_PAGE,
    "BlockedPage": Cause.BLOCKED_PAGE,
    "NeedsScripts": Cause.NEEDS_SCRIPTS,
    "NoHeadline": Cause.NO_HEADLINE,
    "VideoShell": Cause.VIDEO_SHELL,
    "NoBody": Cause.NO_BODY,
    "HubPage": Cause.HUB_PAGE,
    "Imprint": Cause.IMPRINT,
    "TooShort": Cause.TOO_SHORT,
    "OutOfRange": Cause.OUT_OF_RANGE,
    "DuplicateArticle": Cause.DUPLICATE,
    "CopiedArticle": Cause.COPIED,
    "UnchangedArticle": Cause.UNCHANGED,
    "pages of one host (HOST_PAGES_MAX)": Cause.HOST_PAGES,
    "time for one host (HOST_SECONDS_MAX)": Cause.HOST_SECONDS,
    "pages of one domain (DOMAIN_PAGES_MAX)": Cause.DOMAIN_PAGES,
    "pages of one address (ADDRESS_PAGES_MAX)": Cause.ADDRESS_PAGES,
    "redirected to the home page": Cause.REDIRECTED_HOME,
    "soft 404": Cause.SOFT_404,
}
_OPENINGS = {
    "bot wall: ": Cause.BOT_WALL,
    "cannot be written as JSON: ": Cause.NOT_JSON,
}
_OUTER = {"robots.txt: ": Cause.ROBOTS_UNREACHABLE, "no answer: ": Cause.NO_ANSWER}


def reason_of_words(words: str) -> Reason:
    """Read a stored reason: `HTTP 404`, `bot wall: Ruishu`. An unknown one keeps its words."""
    if cause := _WORDS.get(words):
        return Reason(cause)
    if status := _HTTP.fullmatch(words):
        return Reason(Cause.HTTP, status[1])
    for opening, cause in _OPENINGS.items():
        if words.startswith(opening):
            return Reason(cause, words.removeprefix(opening))
    for opening, cause in _OUTER.items():
        if words.startswith(opening):
            return Reason(cause, reason_of_words(words.removeprefix(opening)).code)
    return Reason(Cause.OTHER, words)
