"""Datelines in Korean: `(서울=연합뉴스) 홍길동 기자 =`, `[신화망 베이징 8월 6일]`."""

from __future__ import annotations

import re
import string
from typing import Final

from crawler.extraction.dateline.dates import PrintedDate, printed_date
from crawler.extraction.dateline.found import Found
from crawler.extraction.lexicon.agencies.table import Role, agencies
from crawler.extraction.lexicon.han import wide

_AGENCIES: Final = "|".join(map(re.escape, agencies(Role.DATELINE, "ko")))
_ROLE: Final = r"(?:\S{0,4}?기자|\S{0,3}?특파원|통신원|논설위원|인턴기자|선임기자)"
_DATE: Final = r"(?:(?P<year>(?:19|20)\d\d)년\s?)?(?:(?P<month>\d{1,2})월\s?)?(?P<day>\d{1,2})일"
_LATIN: Final = string.ascii_letters
_TOWN: Final = wide("·.,/ -" + _LATIN) + "{2,40}?"
_NAMES: Final = wide("·, ")
_MIXED_NAMES: Final = wide("·, " + _LATIN)
_PAPER: Final = wide("·./" + _LATIN + string.digits)
_REPORTERS: Final = (
    rf"(?:\s*(?P<names>{_MIXED_NAMES}{{2,60}}?{_ROLE})\s*="
    rf"|\s*\((?P<others>{_NAMES}{{2,40}}?{_ROLE})\)|\s*=)?"
)

_PLACE_AND_AGENCY: Final = re.compile(
    rf"[(\[]\s*(?P<place>{_TOWN})\s*=\s*"
    rf"(?P<agency>{_PAPER}{{2,20}}(?:\s{_PAPER}{{2,8}})?)\s*[)\]]{_REPORTERS}"
)
_AGENCY_AND_NAMES: Final = re.compile(
    rf"[(\[]\s*(?P<agency>{_PAPER}{{2,14}}?)(?:\s*=\s*|"
    rf"\s+)(?P<names>{_NAMES}{{2,40}}?{_ROLE})\s*[)\]](?:\s*=)?"
)
_AGENCY_AND_DATE: Final = re.compile(
    rf"[(\[]\s*(?P<agency>{_AGENCIES})(?:\s+(?P<place>{_TOWN}))??\s*{_DATE}\s*[)\]]{_REPORTERS}"
)
_PLACE_DATE_AGENCY: Final = re.compile(
    rf"[(\[]\s*(?P<place>{_TOWN})\s*{_DATE}\s*[=,]?\s*(?P<agency>{_AGENCIES})\s*[)\]](?:\s*[-–—=])?"
)
_UNBRACKETED: Final = re.compile(
    rf"(?P<place>{_TOWN})\s+{_DATE}\s*[(\[/]\s*(?P<agency>{_AGENCIES})\s*[)\]/]\s*(?:-{{1,2}}|[–—=])"
)
_FORMS: Final = (_AGENCY_AND_NAMES, _PLACE_AND_AGENCY, _AGENCY_AND_DATE, _PLACE_DATE_AGENCY)
_IS_ROLE: Final = re.compile(rf"{_ROLE}$")
_NAME_ENDS: Final = re.compile(r"[,·\s]+")


def find_korean(plain: str) -> Found | None:
    """Find a dateline at the start of a plain opening in Korean.

    Most stand in brackets; translations of wire copy keep its form: `베이징 8월 6일 (신화) --`.
    """
    if plain[:1] not in {"(", "["} and "일" not in plain[:40]:
        return None
    for form in _FORMS if plain[:1] in {"(", "["} else (_UNBRACKETED,):
        match = form.match(plain)
        if match and plain[match.end() :].strip():
            return _found(match)
    return None


def _found(match: re.Match[str]) -> Found | None:
    groups = match.groupdict()
    date = _date(groups) if groups.get("day") else None
    if groups.get("day") and date is None:
        return None
    places = tuple(part.strip() for part in re.split("[·,/]", groups.get("place") or "") if part.strip())
    return Found(
        match.end(), places, date, groups["agency"], _names(groups.get("names") or groups.get("others"))
    )


def _date(groups: dict[str, str | None]) -> PrintedDate | None:
    year, month, day = groups["year"], groups["month"], groups["day"]
    return printed_date(int(day or 0), int(month) if month else None, int(year) if year else None)


def _names(text: str | None) -> tuple[str, ...]:
    """The names in `홍길동 이몽룡 기자`; a role may be written to its name: `홍길동기자`."""
    names: list[str] = []
    for word in _NAME_ENDS.split(text or ""):
        name = re.sub(r"(?:인턴|수습|선임|객원)?(?:기자|특파원)$", "", word)
        if len(name) >= 2 and not _IS_ROLE.match(name):
            names.append(name)
    return tuple(names)
