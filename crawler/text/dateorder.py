"""Decides whether 07/08/2022 is in August or in July, by language, country and other dates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.text.dateforms import Order
from crawler.text.urls import host_of

ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")
YEAR_FIRST_LANGUAGES = frozenset(("zh", "ja", "ko", "hu", "lt", "mn"))
MONTH_FIRST_LANGUAGES = frozenset(("en-us", "en-ph", "es-us", "fil"))
MONTH_FIRST_DOMAINS = frozenset(("us", "gov", "edu", "mil", "ph"))
YEAR_FIRST_DOMAINS = frozenset(("cn", "tw", "jp", "kr", "hk", "mo"))

FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d\d)(?![\d/-])")
"""A date in figures that ends with the year, or has only two figures of it: 07/08/2022, 22-08-07."""
_WHOLE_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)")


def proven_order(texts: Iterable[str]) -> Order | None:
    """Return the order of the first unambiguous date in texts: 07/28/2022 is month first."""
    for text in texts:
        for first, second in _WHOLE_YEAR.findall(text):
            if (int(first) > 12) != (int(second) > 12):
                return "dmy" if int(first) > 12 else "mdy"
    return None


def readers_order(language: str | None, url: str) -> Order:
    """Return the usual order in the country of a page's readers.

    English, or no language, under a domain without a country counts as American.
    """
    spoken, domain = (language or "").lower().replace("_", "-"), host_of(url).rpartition(".")[2]
    if spoken.partition("-")[0] in YEAR_FIRST_LANGUAGES or (not spoken and domain in YEAR_FIRST_DOMAINS):
        return "ymd"
    if spoken in MONTH_FIRST_LANGUAGES:
        return "mdy"
    is_american = domain in MONTH_FIRST_DOMAINS or (spoken == "en" and len(domain) > 2)
    return "mdy" if spoken in ("", "en") and is_american else "dmy"
