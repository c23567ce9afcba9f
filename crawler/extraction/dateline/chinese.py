"""Datelines in Chinese: `新华社北京8月6日电（记者…）`, `（中央社記者…台北21日電）`, `央视网消息：`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from crawler.extraction.dateline.chinese_agencies import agencies_at_start
from crawler.extraction.dateline.chinese_filing import (
    CLOCK,
    DATE,
    GENERAL,
    HOUR,
    Filing,
    read_date,
    read_filing,
)
from crawler.extraction.dateline.chinese_reporters import (
    are_names,
    has_role,
    place_reported,
    read_names,
    split_name_and_place,
)
from crawler.extraction.dateline.found import Found
from crawler.extraction.lexicon.han import HAN, MIXED_NAMES, NAME, NAMES, WORD
from crawler.extraction.lexicon.places_chinese import LONGEST, PLACES

_CUE: Final = re.compile("[电電讯訊]|消息|报道|報道|報導|记者|記者|日\\s?[(\\]]")
_LATER: Final = re.compile(rf"\s*{CLOCK}{DATE}{HOUR}消息")
_PAREN: Final = re.compile(r"\s*\(([^()]{1,80})\)")
_REPORT: Final = re.compile(
    rf"\s*(?P<who>{NAMES}{{0,14}}?(?:记者|記者|通讯员|通訊員)[:]?\s*{NAMES}{{2,60}}?)\s*"
    r"(?:摄影|攝影|综合|綜合)?(?:报道|報道|報導)(?::|(?=\s|$))"
)
_LAST: Final = re.compile(rf"\s+(?P<who>{NAME}{{0,20}}(?:记者|記者)\s*{NAMES}{{2,24}})$")
_CLOSED: Final = re.compile(r"[(\[]\s*([^()\[\]]{2,70})\s*[)\]]")
_NO_DATELINE: Final = re.compile(r"编辑|編輯|责编|責編|编者|編者|来源|來源|视频|視頻|#|校对")
_SLASHED: Final = re.compile(
    rf"(?P<desk>{WORD}{{0,12}}?)/?(?P<role>(?:实习|實習)?(?:记者|記者)|编译|編譯|特派員)?\s*"
    rf"(?P<names>(?<=[者譯译員])\s*{MIXED_NAMES}{{2,40}}?)?\s*/\s*(?P<place>{NAMES}{{2,12}}?)"
    r"(?:连线|連線)?(?:报道|報道|報導)(?=[\s:]|$)"
)
_CORRESPONDENT: Final = re.compile(
    rf"(?:综合|綜合)?(?:报道|報道|讯|訊)?\s*"
    rf"(?P<who>{HAN}{{0,12}}?(?:记者|記者)[:]?\s*{MIXED_NAMES}{{2,60}}?)(?P<mark>[报報][道導])?$"
)
_BARE_ROLE: Final = re.compile(r"^(?:记者|記者)[:]?\s*")
_PLACE_PARTS: Final = re.compile(r"\s*[,/()]\s*")


def find_chinese(plain: str) -> Found | None:
    """Find a dateline at the start of a plain opening in Chinese."""
    if _CUE.search(plain, 0, 90) is None:
        return None
    if plain[0] in "([":
        return _bracketed(plain)
    filing = read_filing(plain) or _slashed(plain)
    return _with_trailers(filing, plain) if filing else None


def _bracketed(plain: str) -> Found | None:
    """`(中央社記者…台北21日電)`; with nothing after it, it signs off an article rather than opens one."""
    closed = _CLOSED.match(plain)
    if closed is None or len(plain[closed.end() :].strip()) < 4 or _NO_DATELINE.search(closed[1]):
        return None
    filing = _inside(closed[1])
    return _with_trailers(replace(filing, end=closed.end()), plain) if filing else None


def _inside(inner: str) -> Filing | None:
    filing = read_filing(inner)
    if filing and filing.end == len(inner):
        return filing
    if filing and has_role(inner[filing.end :]):
        return replace(filing, who=inner[filing.end :])
    return _slashed(inner) or _of_correspondent(inner)


def _slashed(text: str) -> Filing | None:
    """`記者…/台北報導`, `即時新聞/綜合報導`."""
    match = _SLASHED.match(text)
    if match is None or not (match["role"] or match["desk"]):
        return None
    place = None if match["place"] in GENERAL else match["place"]
    return Filing(match.end(), match["desk"] or None, place, who=match["names"], mark="報導")


def _of_correspondent(inner: str) -> Filing | None:
    """`环球时报驻某国特派记者 某甲`, `环球网报道 记者 某甲`, `記者某甲台中報導`."""
    for agency in agencies_at_start(inner):
        match = _CORRESPONDENT.match(inner, len(agency.name))
        if match:
            return Filing(match.end(), agency.name, who=match["who"])
    match = _CORRESPONDENT.match(inner)
    bare = match and match["mark"] and _BARE_ROLE.sub("", match["who"])
    return Filing(match.end(), who=bare, mark="報導") if match and bare else None


def _with_trailers(filing: Filing, plain: str) -> Found | None:
    """The core with what belongs to it behind its mark: a second date, reporters, a colon."""
    later = _LATER.match(plain, filing.end) if filing.date is None and filing.mark else None
    if later:
        filing = replace(filing, end=later.end(), date=read_date(later), mark="")
    who, place = _who_and_place(filing)
    found = Found(filing.end, _places(place), filing.date, _agency(filing), read_names(who))
    trailed = _trailed(found, filing.mark, plain)
    bare = not filing.mark and not later and plain[filing.end - 1] not in ")]"
    return None if bare and trailed.end == found.end else trailed


def _trailed(found: Found, mark: str, plain: str) -> Found:
    paren = _PAREN.match(plain, found.end)
    named = paren is not None and (has_role(paren[1]) or are_names(paren[1]))
    if paren and (named or (mark and plain[paren.end() : paren.end() + 1] == ":")):
        names = read_names(paren[1]) if named else ()
        places = found.places or place_reported(paren[1])
        found = replace(found, end=paren.end(), places=places, reporters=found.reporters + names)
    elif not found.reporters:
        found = _with_report(found, plain)
    return _with_pause(found, mark if paren is None else "", plain)


def _with_pause(found: Found, mark: str, plain: str) -> Found:
    """A colon belongs to the dateline, a comma only to 消息."""
    pause = plain[found.end : found.end + 1]
    ends = pause == ":" or (pause == "," and mark.endswith("消息"))
    return replace(found, end=found.end + 1) if ends else found


def _with_report(found: Found, plain: str) -> Found:
    """`…讯记者某某报道：`."""
    report = _REPORT.match(plain, found.end) or _LAST.match(plain, found.end)
    return replace(found, end=report.end(), reporters=read_names(report["who"])) if report else found


def _agency(filing: Filing) -> str | None:
    return None if filing.agency in GENERAL else filing.agency


def _places(place: str | None) -> tuple[str, ...]:
    return tuple(part for part in _PLACE_PARTS.split(place or "") if part)


def _who_and_place(filing: Filing) -> tuple[str, str | None]:
    """Part `溫甲乙台北`, `某甲 北京` and `某甲/台北` into names and place."""
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
