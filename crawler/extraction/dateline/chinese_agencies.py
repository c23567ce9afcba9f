"""The agencies with which a Chinese dateline may begin: known names, or names with a paper's ending.

Hundreds of names as alternatives would make each pattern slow to compile and to match. So names are looked
up, and a sign behind the name, which no page prints, shows patterns where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.han import HAN, WORD
from crawler.extraction.lexicon.organisations import PAPER_ENDINGS, SEVERAL

KNOWN_ENDS: Final = "\x01"
"""Sign behind an agency that is known by name."""
TOLD_ENDS: Final = "\x02"
"""Sign behind an agency that is recognised by its ending."""
ACCORDING_ENDS: Final = "\x03"
"""Sign behind a word such as 据 before the agency."""
ACCOUNT: Final = "(微博)"
"""Behind an agency, in place of a link to its account: `某某时报(微博)讯`."""
_ACCORDING: Final = re.compile("[据據]|(?:综合|綜合)(?![\\d外])")
_KNOWN: Final = frozenset(agencies(AgencyRole.DATELINE, "zh")) | SEVERAL
_LONGEST: Final = max(map(len, _KNOWN))
_ENDING: Final = re.compile(rf"{WORD}{{1,12}}?(?:{'|'.join(PAPER_ENDINGS)})")
# Additions behind a name: `·…客户端`, `四川频道`, `e公司`, `《国防时空》`, `(湖北日报网)`, `科技`.
_ADDITION: Final = re.compile(
    rf"[·/—-]\s?{WORD}{{1,10}}?(?:客户端|新媒体|新闻|日报|晚报|在线|频道|网|报|社)(?!客户端|新闻)"
    rf"|{HAN}{{0,6}}?(?:频道|客户端|海外版|頻道|新媒体|分社|记者站|网站|APP|e公司)"
    rf"|《[^《》]{{2,14}}》|[/·]?掌上{HAN}{{2}}"
    rf"|\({HAN}{{1,8}}(?:网|报|社|客户端)\)|{re.escape(ACCOUNT)}"
    r"|(?:科技|财经|体育|娱乐|汽车|军事|国际|健康|教育|房产|游戏)(?=[讯\d\s]|消息)"
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A name at the start of a text."""

    name: str
    known: bool
    """Whether the lexicon lists the name; otherwise its ending shows it."""


def is_according(text: str) -> bool:
    """Return whether a text begins with a word of attribution: `据新华社北京8月6日电`."""
    return _ACCORDING.match(text) is not None


def with_signs(text: str) -> Iterator[str]:
    """Yield a text with a sign behind each name with which it may begin, the likeliest first."""
    prefix = _ACCORDING.match(text)
    before = prefix[0] if prefix else ""
    rest = text[len(before) :]
    sign = ACCORDING_ENDS if before else ""
    for agency in agencies_at_start(rest):
        ends = KNOWN_ENDS if agency.known else TOLD_ENDS
        yield f"{before}{sign}{agency.name}{ends}{rest[len(agency.name) :]}"


def agencies_at_start(text: str) -> Iterator[Opened]:
    """Yield the names with which a text may begin, the likeliest first."""
    known = _known_at_start(text)
    if known:
        yield from _with_additions(text, len(known), known=True)
    end = 0
    for _ in range(3):
        ending = _ENDING.match(text, end)
        if ending is None or ending.end() > 18:
            return
        end = ending.end()
        yield from _with_additions(text, end, known=False)


def _with_additions(text: str, end: int, *, known: bool) -> Iterator[Opened]:
    addition = _ADDITION.match(text, end)
    if addition:
        yield Opened(text[: addition.end()], known=known)
    yield Opened(text[:end], known=known)


def _known_at_start(text: str) -> str | None:
    for length in range(min(_LONGEST, len(text)), 1, -1):
        if text[:length] in _KNOWN:
            return text[:length]
    return None
