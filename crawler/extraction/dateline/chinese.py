"""Finds datelines in Chinese: `新华社北京8月6日电（记者…）`, `（中央社記者…台北21日電）`, `央视网消息：`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.dateline.chinese_agencies import ACCOUNT
from crawler.extraction.dateline.chinese_filing import (
    Filing,
    read_correspondent,
    read_filing,
    read_slashed,
)
from crawler.extraction.dateline.chinese_reporters import (
    has_role,
    place_reported,
    read_names,
    split_name_and_place,
)
from crawler.extraction.dateline.dates import date_of
from crawler.extraction.dateline.forms.chinese import GENERAL
from crawler.extraction.dateline.forms.chinese_behind import BRACKETS, DATES, REPORTS
from crawler.extraction.dateline.forms.chinese_parts import MARKS, NEWS, REPORTER, closed_at_start
from crawler.extraction.dateline.forms.head import first_of
from crawler.extraction.dateline.plain import PlainDateline
from crawler.extraction.form import any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.places_chinese import LONGEST, PLACES

_WORDS: Final = (*MARKS, *REPORTER)
_SHORTEST: Final = [word for word in _WORDS if not any(part in word for part in _WORDS if part != word)]
_CUE: Final = re.compile(rf"{any_of(_SHORTEST)}|日\s?[(\]]")
"""A quick test for a dateline: some form's mark, or a bracket behind the date."""
_CUE_STANDS: Final = 90
"""Characters at the beginning of a text in which the cue stands."""
_NO_DATELINE: Final = re.compile(
    any_of((*labels.EDITORS, *labels.PRODUCERS, *labels.SOURCES, "编者", "編者", "视频", "視頻", "#"))
)
"""Words in a bracket before a text that is no dateline: `（责任编辑：周渡）`."""
_PLACE_PARTS: Final = re.compile(r"\s*[,/()]\s*")
_SIGN_OFF: Final = 4
"""Characters: a bracket with fewer behind it signs an article off rather than opens one."""


def find_chinese(plain: str) -> PlainDateline | None:
    """Find a dateline at the start of a plain opening in Chinese."""
    if _CUE.search(plain, 0, _CUE_STANDS) is None:
        return None
    if plain[0] in "([":
        return _bracketed(plain)
    filing = read_filing(plain) or _placed(read_slashed(plain))
    return _with_trailers(filing, plain) if filing else None


def _placed(filing: Filing | None) -> Filing | None:
    """Return a filing with reporters or a known town; None otherwise.

    Without brackets, `記者吳林/綜合報導` and `娛樂中心/吳林報導` are bylines, and name no place.
    """
    if filing is None or filing.place in GENERAL:
        return None
    return filing if filing.who or filing.place in PLACES else None


def _bracketed(plain: str) -> PlainDateline | None:
    closed = closed_at_start(plain)
    if closed is None or len(plain[closed.end() :].strip()) < _SIGN_OFF or _NO_DATELINE.search(closed[1]):
        return None
    filing = _inside(closed[1])
    return _with_trailers(filing._replace(end=closed.end()), plain) if filing else None


def _inside(inner: str) -> Filing | None:
    filing = read_filing(inner)
    if filing and filing.end == len(inner):
        return filing
    if filing and has_role(inner[filing.end :]):
        return filing._replace(who=inner[filing.end :])
    return read_slashed(inner) or read_correspondent(inner)


def _with_trailers(filing: Filing, plain: str) -> PlainDateline | None:
    """Extend the core by the parts behind its mark: a second date, reporters, a colon."""
    later = first_of(DATES, plain, filing.end) if filing.date is None and filing.mark else None
    if later:
        filing = filing._replace(end=later.end, date=date_of(later.parts), mark="")
    core = _found(filing)
    trailed = _trailed(core, filing.mark, plain)
    bare = not filing.mark and not later and plain[filing.end - 1] not in ")]"
    return None if bare and trailed.end == core.end else trailed


def _found(filing: Filing) -> PlainDateline:
    who, place = _who_and_place(filing)
    return PlainDateline(
        form=filing.form,
        end=filing.end,
        places=_places(place),
        date=filing.date,
        agency=_agency(filing.agency),
        reporters=read_names(who) if who else (),
    )


def _agency(name: str | None) -> str | None:
    """Return an agency without the link to its account; None for words in place of an agency."""
    return None if name is None or name in GENERAL else name.removesuffix(ACCOUNT)


def _trailed(core: PlainDateline, mark: str, plain: str) -> PlainDateline:
    bracket = first_of(BRACKETS, plain, core.end)
    who = bracket.parts.get("who") if bracket else None
    if bracket and (mark or who):
        core = _with_people(core, bracket.end, who or "")
    elif not core.reporters:
        core = _with_report(core, plain)
    return _with_pause(core, "" if bracket else mark, plain)


def _with_people(core: PlainDateline, end: int, who: str) -> PlainDateline:
    places = core.places or place_reported(who)
    return core._replace(end=end, places=places, reporters=core.reporters + read_names(who))


def _with_pause(core: PlainDateline, mark: str, plain: str) -> PlainDateline:
    """Extend the dateline by a colon, or behind 消息 by a comma."""
    pause = plain[core.end : core.end + 1]
    ends = pause == ":" or (pause == "," and mark.endswith(NEWS))
    return core._replace(end=core.end + 1) if ends else core


def _with_report(core: PlainDateline, plain: str) -> PlainDateline:
    """Extend the dateline by its reporters: `…讯记者某某报道：`."""
    report = first_of(REPORTS, plain, core.end)
    return core._replace(end=report.end, reporters=read_names(report.parts["who"])) if report else core


def _places(place: str | None) -> tuple[str, ...]:
    parts = _PLACE_PARTS.split(place or "")
    return tuple(part for part in parts if part and place not in GENERAL)


def _who_and_place(filing: Filing) -> tuple[str, str | None]:
    """Split `溫甲乙台北`, `某甲 北京` and `某甲/台北` into names and place."""
    who = (filing.who or "").strip(" ,")
    if not who or filing.place is not None or has_role(who):
        return who, filing.place
    names, slash, place = who.rpartition("/")
    if slash:
        return names, place.strip()
    cut = max(who.rfind(c) for c in " 、,") + 1
    head, last = who[:cut], who[cut:]
    for length in range(min(LONGEST, len(last)), 1, -1):
        if last[-length:] in PLACES and (head.strip() or len(last) - length >= 2):
            return head + last[:-length], last[-length:]
    if len(last) <= 4:
        return who, None
    name, place = split_name_and_place(last)
    return head + name, place or None
