"""Parses dates in texts and URLs."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime

from crawler.text.clock import Clock, clock_after, clock_before, stamp, zone_of
from crawler.text.dateforms import (
    DIGITLESS_FORMS,
    FORMS,
    TAIWAN_FORMS,
    DateMatch,
    Order,
    calendar_date,
    find_date,
)
from crawler.text.datewords import TWO_WORD_MONTHS

_LONGEST = 1000
"""Characters of a text that are read, at most."""

_TWO_WORDS = re.compile(rf"\b({'|'.join(TWO_WORD_MONTHS.split())}) (?=\w)")
_DIGIT = re.compile(r"\d")
_SIX_FIGURES = re.compile(r"(\d\d)(\d\d)(\d\d)?")

_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_MARKS = re.compile("[\u061c\u200b-\u200f\u202a-\u202c\u2066-\u2069\ufeff]")
"""Marks of the writing direction, and spaces without width."""


def parse_date(text: str, timezone: str | None = "Asia/Shanghai", order: Order = "ymd") -> str | None:
    """Return the date or time in a text, in ISO 8601, as precise as printed.

    `2022-08-07`, `2022-08-07T09:30+08:00` or, with seconds, `2022-08-07T09:30:12+08:00`. A zone in the text
    wins over `timezone`, an IANA name; without either, only the day is returned. Labels may surround the
    date. None for no date, an impossible one, one without a day, or one outside 1990 to 2100. Never raises.
    """
    text = _normal(text[:_LONGEST].strip())
    if text.isdecimal() and len(text) in {10, 13}:
        return _epoch(int(text[:10]), timezone)
    forms = TAIWAN_FORMS if timezone == "Asia/Taipei" else FORMS
    match = find_date(text, order, forms if _DIGIT.search(text) else DIGITLESS_FORMS)
    return stamp(match.date, _clock(text, match), timezone) if match else None


_TIME_AFTER = re.compile(
    r"[\s,，T|·()（–—-]{0,4}(?:at|um|à|às|kl\.?|в|a las)?\s*"
    r"\d{1,2}\s?(?:[:：h]\s?\d{2}(?:[:：]\d{2})?|[时時点點]\d{1,2}分?"
    r"|\.\d{2}(?=\s?(?:[AaPp]\.?[Mm]\b|Uhr|GMT|UTC|[A-Z]{2,4}T)))"
    r"(?:\s?(?:[AaPp]\.?[Mm]\.?|Uhr|GMT|UTC|[A-Z]{2,4}T)(?!\w))?(?:\s?[+-]\d{1,2}:?\d{0,2})?"
)
"""The time of day behind a printed date."""
_TIME_BEFORE = re.compile(
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4}T)?[\s,，|·–—-]{1,4}$"
)


def date_text(text: str, timezone: str | None = "Asia/Shanghai", order: Order = "ymd") -> str | None:
    """Return the date in a text as printed, with its time of day; None for no date.

    `Published 8 May 2024, 09:30 by Lin Wu` gives `8 May 2024, 09:30`.
    """
    plain = text[:_LONGEST]
    normal = _normal(plain)
    forms = TAIWAN_FORMS if timezone == "Asia/Taipei" else FORMS
    match = find_date(normal, order, forms if _DIGIT.search(normal) else DIGITLESS_FORMS)
    if match is None:
        return None
    if len(normal) != len(plain):  # wide characters that are several plain ones
        return normal[match.start : match.end].strip()
    after = _TIME_AFTER.match(plain, match.end)
    before = None if after or match.time else _TIME_BEFORE.search(plain[: match.start])
    start, end = before.start() if before else match.start, after.end() if after else match.end
    return " ".join(plain[start:end].split())


def _normal(text: str) -> str:
    """Return the text in lower case, with ASCII digits and plain forms of wide characters."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)[:_LONGEST]
        text = _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), _MARKS.sub("", text))
        text = _TWO_WORDS.sub(r"\1_", text)
    return text.lower()


def _epoch(seconds: int, timezone: str | None) -> str | None:
    moment = datetime.fromtimestamp(seconds, zone_of(timezone) or UTC)
    return moment.isoformat(timespec="seconds") if 1990 <= moment.year <= 2100 else None


def _clock(text: str, match: DateMatch) -> Clock | None:
    """Return the time of day: the one inside the date's form, the one after it, or the one before it."""
    if match.time:
        time = match.time if ":" in match.time else _SIX_FIGURES.sub(_with_colons, match.time, count=1)
        return clock_after(time)
    return clock_after(text[match.end :]) or clock_before(text[: match.start])


def _with_colons(match: re.Match[str]) -> str:
    return ":".join(filter(None, match.groups()))


_MONTH = r"(0[1-9]|1[0-2])"
_DAY = r"(0[1-9]|[12]\d|3[01])(?!\d)"
_URL_DATES = (
    re.compile(rf"(?<!\d)(199\d|20\d\d|2100)[-/_.]?{_MONTH}[-/_.]?{_DAY}"),
    re.compile(r"(?<!\d)(199\d|20\d\d|2100)[-/_]([1-9])[-/_]([1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(
        rf"(?<!\d)(20\d\d){_MONTH}([0-2]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\d{{3}})?)?(?!\d)"
    ),
    re.compile(rf"/(\d\d)/{_MONTH}{_DAY}/(?:[01]\d|2[0-3])/"),
)
"""2022-08/07, 20220807, 2022/0807; 2022/8/7; 20220807093012; and, with the hour, 22/0807/09/."""
_URL_HOST = re.compile(r"^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/]*")
_URL_MONTH = re.compile(rf"/(199\d|20\d\d|2100)[-/_]?{_MONTH}(?!\d)")


def url_date(url: str) -> str | None:
    """Return the date in a URL's path, `2022-08-07`, or `2022-08` without a day.

    None for no date, an impossible one, or one outside 1990 to 2100. Never raises.
    """
    path = _URL_HOST.sub("", url[:_LONGEST].partition("?")[0].partition("#")[0])
    for pattern in _URL_DATES:
        for match in pattern.finditer(path):
            year, month, day = map(int, match.groups())
            if date := calendar_date(year + 2000 if year < 100 else year, month, day):
                return date.isoformat()
    month_only = _URL_MONTH.search(path)
    return f"{month_only[1]}-{month_only[2]}" if month_only else None
