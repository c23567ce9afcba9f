"""Finds and parses the dateline that opens an article: where, when and by whom it was filed."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.dateline_chinese import find_chinese
from crawler.extraction.dateline_dates import complete
from crawler.extraction.dateline_found import Found
from crawler.extraction.dateline_japanese import find_japanese
from crawler.extraction.dateline_korean import find_korean
from crawler.extraction.dateline_opening import Opening, read_opening
from crawler.extraction.dateline_western import find_western
from crawler.items import Dateline

_HANGUL: Final = re.compile("[가-힣]")
_HAN_OR_KANA: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SCRIPT_SHOWS: Final = 40
"""Within so many characters the script of an opening shows, even where an agency has a Latin name."""


def parse_dateline(text: str, published: str | None = None) -> Dateline | None:
    opening = read_opening(text)
    found = _find(opening.plain)
    return _record(opening, found, published) if found else None


def _find(plain: str) -> Found | None:
    """Ask the grammar of the script in which the opening is written."""
    if _HANGUL.search(plain, 0, _SCRIPT_SHOWS):
        return find_korean(plain)
    if _HAN_OR_KANA.search(plain, 0, _SCRIPT_SHOWS):
        return find_chinese(plain) or find_japanese(plain)
    return find_western(plain)


def _record(opening: Opening, found: Found, published: str | None) -> Dateline:
    return Dateline(
        text=opening.printed(found.end),
        places=found.places,
        date=complete(found.date, published) if found.date else None,
        agency=found.agency,
        reporters=found.reporters,
    )
