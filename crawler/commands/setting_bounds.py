"""Checks the bounds of settings that are numbers, with some of which a crawl would stop without a word."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from crawler import settings as own_settings
from crawler.commands.command_line import FRACTIONS

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_FROM_ONE = frozenset(
    """
    ADDRESS_HOSTS_AT_ONCE ADDRESS_PAGES_MAX CONCURRENT_ITEMS CONCURRENT_REQUESTS
    CONCURRENT_REQUESTS_PER_DOMAIN DOMAIN_HOSTS_AT_ONCE DOMAIN_HOSTS_MAX DOMAIN_PAGES_MAX ENTRIES_BYTES_MAX
    ENTRIES_MAX HEADERS_BYTES_MAX HOST_DEAD_AFTER HOST_PAGES_MAX LIST_PAGES_MAX PAGE_BYTES_MAX
    PHOTO_PIXELS_MAX PHOTO_SIZE_MAX
    """.split()
)
"""Whole numbers with which a crawl would do nothing, or set no bound, if they were 0."""
_ABOVE_ZERO = frozenset(
    """
    ARCHIVE_FILE_MB AUTOTHROTTLE_TARGET_CONCURRENCY DNS_TIMEOUT DOWNLOAD_TIMEOUT FLEET_SILENCE
    HOST_SECONDS_MAX PHOTO_SECONDS_MAX PUSH_ANSWER_SECONDS STATUS_EVERY
    """.split()
)
"""Seconds and the like with which a crawl would do nothing, or never rest, if they were 0."""
_OF_SCRAPY = (
    "CLOSESPIDER_ERRORCOUNT",
    "CLOSESPIDER_ITEMCOUNT",
    "CLOSESPIDER_PAGECOUNT",
    "CLOSESPIDER_TIMEOUT",
)
"""Settings that only Scrapy defines, and that 0 turns off."""
BOUNDED = tuple(
    sorted(
        {name for name, value in vars(own_settings).items() if type(value) in (int, float) and name.isupper()}
        | set(_OF_SCRAPY)
    )
)
"""The settings that are numbers; none of them may be negative."""


def bound_complaint(settings: BaseSettings) -> str | None:
    """Word the first number that is out of its bounds, or return None."""
    for name in BOUNDED:
        value = settings.get(name)
        if value is not None and not _is_within(name, value):
            return f"{name}={value}: write {_words(name)}"
    return None


def _is_within(name: str, value: object) -> bool:
    try:
        number = float(str(value)) if _may_be_fraction(name) else int(str(value))
    except ValueError:
        return False
    least = 1 if name in _FROM_ONE else 0
    return math.isfinite(number) and number >= least and not (number == 0 and name in _ABOVE_ZERO)


def _may_be_fraction(name: str) -> bool:
    return isinstance(getattr(own_settings, name, 0), float) or name in FRACTIONS or name in _OF_SCRAPY


def _words(name: str) -> str:
    kind = "a number" if _may_be_fraction(name) else "a whole number"
    return f"{kind} above 0" if name in _ABOVE_ZERO else f"{kind} from {1 if name in _FROM_ONE else 0}"
