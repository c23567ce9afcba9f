"""Finds the end of a part of a line, before the next label, date, button or bracket."""

from __future__ import annotations

from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.line import SIGN, spread
from crawler.extraction.lexicon import labels

_FIRM: Final = (
    *labels.AUTHORS,
    *labels.REPORTERS,
    *labels.EDITORS,
    *labels.SOURCES,
    *labels.PUBLISHED,
    *labels.UPDATED,
)
"""Labels that begin another part even without a colon."""
_LABELS: Final = (
    *_FIRM,
    *labels.DRAFTED,
    *labels.WRITTEN,
    *labels.ROLES,
    *labels.HELPERS,
    *labels.PRODUCERS,
    *labels.TRANSLATORS,
    *labels.CONTRIBUTORS,
    *labels.AUTHORS_WESTERN,
    *labels.EDITORS_WESTERN,
    *labels.EDITORS_EASTERN,
    *labels.SOURCES_WESTERN,
    *labels.SOURCES_EASTERN,
    *labels.PUBLISHED_WESTERN,
)
"""Labels that begin another part only with a colon, since names contain some of these words."""

_KINDS: Final = rf"{any_of(labels.EDITOR_KINDS)}{{0,2}}{spread(labels.EDITORS)}"
_APART: Final = any_of((*labels.TEXT, *labels.TEXT_AND_PICTURES, *labels.PICTURE))
"""Labels only as whole words."""
LABEL: Final = rf"(?:{_KINDS}|{spread(_LABELS)}|(?<![一-鿿]){_APART}){SIGN}"
"""Any label with its colon."""
NO_LABEL: Final = rf"\s*+(?!{LABEL})"
"""Before a part: it does not begin with another label, as it does if its own value is missing."""
END: Final = (
    rf"(?=\s*(?:$|[|｜丨\[\](（)）【】<〈>〉]|(?:于\s?)?\d{{4}}[-/.年]|\d{{1,2}}:\d\d|\d+\s*人|\+\s*关注|A\s*A"
    rf"|{any_of(labels.COUNTERS)}[量数數]?[:：]?\s*\d"
    rf"|{_KINDS}|{any_of((*_FIRM, *labels.TOOLS))}|{LABEL})|\s+\S{{1,6}}[:：])"
)
"""Behind a part: the end of the line, a bar, a bracket, a date, a counter, a button, another label."""
