"""Datelines in Japanese: `【新華社東京3月11日】`, `【6月18日 AFP】`, `【北京共同】`."""

from __future__ import annotations

import re
import string
from typing import Final

from crawler.extraction.dateline.dates import PrintedDate, printed_date
from crawler.extraction.dateline.found import Found
from crawler.extraction.lexicon.agencies.table import Role, agencies
from crawler.extraction.lexicon.han import HAN, LETTER, wide

_AGENCIES: Final = "|".join(map(re.escape, agencies(Role.DATELINE, "ja")))
_PLACE: Final = rf"{LETTER}{{2,14}}?"
_DATE: Final = r"(?:(?P<year>(?:19|20)\d\d)年\s?)?(?:(?P<month>\d{1,2})月\s?)?(?P<day>\d{1,2})日"
_KNOWN: Final = rf"(?P<agency>(?:{_AGENCIES})(?:[/=](?:{_AGENCIES}))?)"
_ANY_LETTER: Final = wide("·'.&/= " + string.ascii_letters)
_ANY: Final = rf"(?P<agency>{_ANY_LETTER}{{2,24}})"
_NAMES: Final = rf"(?P<names>{HAN}{{2,7}}(?:[,·]{HAN}{{2,7}}){{0,3}})"

_FORMS: Final = tuple(
    re.compile(rf"[(\[]\s*{form}\s*[)\]](?:\s*[-–—:](?=\s)|:|電)?")
    for form in (
        rf"{_KNOWN}\s*(?P<place>{_PLACE})??\s*{_DATE}",
        rf"{_DATE}\s+{_ANY}",
        _KNOWN,
        rf"(?P<place>{_PLACE})\s*{_DATE}\s*[=/]?\s*{_KNOWN}",
        rf"(?P<place>{_PLACE})\s*=?\s*{_KNOWN}",
        rf"(?P<place>{_PLACE})={_NAMES}",
    )
)


_APART: Final = re.compile("[,/]")


def find_japanese(plain: str) -> Found | None:
    """Find a bracketed dateline at the start of a plain opening in Japanese."""
    if plain[:1] not in {"(", "["}:
        return None
    for form in _FORMS:
        match = form.match(plain)
        if match and plain[match.end() :].strip():
            return _found(match)
    return None


def _found(match: re.Match[str]) -> Found | None:
    groups = match.groupdict()
    date = _date(groups) if groups.get("day") else None
    if groups.get("day") and date is None:
        return None
    return Found(
        match.end(),
        _apart(groups.get("place")),
        date,
        (groups.get("agency") or "").strip() or None,
        _apart(groups.get("names")),
    )


def _date(groups: dict[str, str | None]) -> PrintedDate | None:
    year, month, day = groups["year"], groups["month"], groups["day"]
    return printed_date(int(day or 0), int(month) if month else None, int(year) if year else None)


def _apart(names: str | None) -> tuple[str, ...]:
    # The middle dot parts the words of one name: ニュー・デリー.
    return tuple(name for name in _APART.split(names or "") if name)
