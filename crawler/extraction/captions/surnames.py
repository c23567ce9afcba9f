"""Distinguishes people from organisations by surnames, in Chinese and Japanese."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.photo_agencies import is_agency
from crawler.extraction.lexicon.people import SURNAMES

_CHINESE: Final = re.compile(r"[一-鿿]{2,3}")
_JAPANESE: Final = re.compile(r"[一-鿿]{1,4}[ぁ-んァ-ヶー一-鿿]*[子郎美太介一ぁ-んァ-ヶー]")


def are_names(text: str) -> bool:
    """Return whether all of a short list may be people rather than organisations: `吴林、周样`."""
    return all(map(may_be_name, re.split(r"[、 \u3000]+", text)))


def may_be_name(name: str) -> bool:
    """Return whether a word may be a person's name."""
    return _may_be_chinese(name) or _may_be_japanese(name)


def _may_be_chinese(name: str) -> bool:
    return bool(_CHINESE.fullmatch(name)) and name[0] in SURNAMES and not is_agency(name)


def _may_be_japanese(name: str) -> bool:
    return len(name) > 3 and bool(_JAPANESE.fullmatch(name)) and not is_agency(name)
