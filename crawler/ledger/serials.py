"""Finds gaps in serial content ids: numbers that no known URL has.

Content management systems number their pages: `content_78353942.htm`, `t20240520_4321.html`. A number without
a known URL may be a missed article; or a page of another kind, or of another site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from crawler.ledger.journal import Journal

LEAST = 3
"""Minimum number of articles in a series."""
WIDEST = 1000
"""Length of a gap above which another series begins."""

# The last number of a name, with at least four digits; the digits of a day (20240520) do not count.
_SERIAL = re.compile(r"(?<!\d)(?!(?:19|20)\d{2}[01]\d[0-3]\d(?!\d))(\d{4,12})(?=\D{0,12}$)")

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Series:
    """Articles of a site that are numbered in one row."""

    name: str
    """Host and file name, with # for numbers: `news.example.cn content_#.htm`."""
    first: int
    last: int
    known: int
    """Number of known URLs between them, with any outcome."""
    gaps: tuple[tuple[int, int], ...]
    """First and last number of each gap."""

    @property
    def missing(self) -> int:
        """Number of missing numbers."""
        return sum(last - first + 1 for first, last in self.gaps)


def numbered(url: str) -> tuple[str, int] | None:
    """Return the series of a URL and its number in it, or None."""
    parts = urlsplit(url)
    name = parts.path.rpartition("/")[2]
    match = _SERIAL.search(name)
    if match is None:
        return None
    return f"{parts.hostname} {_DIGITS.sub('#', name)}", int(match[1])


def serials(urls: Iterable[tuple[str, bool]]) -> list[Series]:
    """Return the series with gaps. Each URL comes with a flag: whether it is an article."""
    met: dict[str, set[int]] = {}
    articles: dict[str, set[int]] = {}
    for url, is_article in urls:
        place = numbered(url)
        if place is not None:
            met.setdefault(place[0], set()).add(place[1])
            articles.setdefault(place[0], set()).update([place[1]] if is_article else [])
    candidates = (_series(name, sorted(met[name])) for name in sorted(met) if len(articles[name]) >= LEAST)
    return [series for series in candidates if series.gaps]


def met_urls(journal: Journal) -> Iterable[tuple[str, bool]]:
    """Read every known URL, with the flag whether it gave an article. Raises `LedgerWriteError`."""
    rows = journal.rows("SELECT url, article IS NOT NULL FROM urls")
    return ((url, bool(is_article)) for url, is_article in rows)


def _series(name: str, numbers: list[int]) -> Series:
    steps = [(number, other) for number, other in pairwise(numbers) if 1 < other - number <= WIDEST + 1]
    gaps = tuple((number + 1, other - 1) for number, other in steps)
    return Series(name, numbers[0], numbers[-1], len(numbers), gaps)
