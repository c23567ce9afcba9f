"""Recognises the sources in datelines of the alphabetic scripts: agencies, papers, web domains."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.kickers import NO_PLACES
from crawler.extraction.lexicon.organisations import CYRILLIC_SOURCE_WORDS, SOURCE_WORDS
from crawler.text.months import fold_word

_FIRST_EASTERN: Final = "\u2e80"
"""A character before all East Asian scripts and behind all alphabets."""

AGENCIES: Final = frozenset(
    fold_word(name) for name in agencies(AgencyRole.DATELINE) if max(name) < _FIRST_EASTERN
)
"""Folded names of agencies in Latin, Cyrillic and Arabic letters."""

UNMARKED: Final = frozenset(map(fold_word, agencies(AgencyRole.BRACKET)))
"""Folded names of agencies whose bracket alone ends a dateline: `Hong Kong (CNN Business)`."""

_DOMAIN: Final = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|co|id|ru|cn|de|fr|info|tv|my|in|az|kz|ua|eu)(?: News)?$",
    re.IGNORECASE,
)
_CYRILLIC_SHAPE: Final = re.compile(rf"^[а-яё-]+ (?:{'|'.join(CYRILLIC_SOURCE_WORDS)})$")


def is_source(name: str) -> bool:
    """Return whether the lexicon lists the name, or it has the form of a paper: a web domain, `… Tribune`."""
    return is_agency(name) or _DOMAIN.match(name) is not None or _is_paper(name)


def is_agency(name: str) -> bool:
    """Return whether the lexicon lists the name, or each part of it between slashes, as an agency."""
    folded = fold_word(name)
    return (
        folded in AGENCIES
        or bool(_CYRILLIC_SHAPE.search(folded))
        or ("/" in folded and all(part.strip() in AGENCIES for part in folded.split("/")))
    )


def _is_paper(name: str) -> bool:
    words = name.split()
    return (
        1 < len(words) <= 5
        and all(word[0].isupper() for word in words)
        and fold_word(words[-1]) in SOURCE_WORDS
        and fold_word(words[0]) not in NO_PLACES
    )
