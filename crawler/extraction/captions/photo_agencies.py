"""Recognises agencies and other organisations in photo credits."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.organisations import (
    BUTTON_WORDS,
    NOBODY,
    OFFICE_ENDINGS,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
)


def _known() -> frozenset[str]:
    names = [name.casefold() for name in agencies(AgencyRole.PHOTOS)]
    # Captions have both apostrophes: `People's Daily`, `People’s Daily`.
    return frozenset(names) | {name.replace("'", "’") for name in names} | NOBODY


KNOWN = _known()
"""Names in lower case of the organisations that photos are credited to beside people."""

_WORDS = re.compile(r"\w+")
_BETWEEN = re.compile(r"[/／|,、·]|(?<=\w)[-–](?=\w)")
_ORGANISATION = re.compile(
    r"(?i:\.(?:com|cn|org|net|ru|de|co)\b)|[" + "".join(OFFICE_ENDINGS) + "]$|" + "|".join(OFFICE_WORDS)
)


@lru_cache(maxsize=1024)
def is_agency(name: str) -> bool:
    """Return whether a part of a credit names an organisation: `Xinhua`, `provided to Xinhua`."""
    name = name.strip(" .,")
    folded = name.casefold().removeprefix("provided to ")
    words = _WORDS.findall(folded)
    if not BUTTON_WORDS.isdisjoint(words):
        return False
    if folded in KNOWN or _ORGANISATION.search(name) or not ORGANISATION_WORDS.isdisjoint(words):
        return True
    return _is_edition(name) or (name.isupper() and 2 <= len(name) <= 6 and " " not in name)


def names_known_agencies(text: str) -> bool:
    """Return whether a text consists of names of known agencies, in any script: `共同`, `AFP / Reuters`."""
    return all(part.strip(" ()（）").casefold() in KNOWN for part in _BETWEEN.split(text))


def _is_edition(name: str) -> bool:
    """Return whether a part is a known agency in capitals, with its edition: `CRI Deutsch`."""
    first = name.partition(" ")[0]
    return len(first) > 2 and first.isupper() and not name.isupper() and first.casefold() in KNOWN
