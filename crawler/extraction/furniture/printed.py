"""Reads source, editors and authors from one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from crawler.extraction.form import parts_of
from crawler.extraction.furniture.forms.bylines import AUTHORS
from crawler.extraction.furniture.forms.editors import EDITORS
from crawler.extraction.furniture.forms.outlets import OUTLET_LINES
from crawler.extraction.furniture.forms.sources import SOURCE_LINES
from crawler.extraction.furniture.line import LineForm, LineForms
from crawler.extraction.furniture.people import split_names
from crawler.extraction.lexicon.people import NO_OUTLETS
from crawler.text.stamps import STAMP

_DAY_BEHIND: Final = re.compile(rf"\s+{STAMP}\s*$")
"""The date behind people without labels: `记者 李河 编辑 周渡 2024-05-08 09:30`."""


@dataclass(frozen=True, slots=True)
class PrintedSource:
    """A source as printed in a line."""

    name: str
    form: LineForm


@dataclass(frozen=True, slots=True)
class PrintedPeople:
    """People as printed in a line."""

    names: tuple[str, ...]
    form: LineForm


def read_source(line: str) -> PrintedSource | None:
    """Return the source that a line prints: `来源：临水晚报`, `(Linshui Post) 11:35`."""
    return _read_source(SOURCE_LINES, line)


def read_outlet(line: str) -> PrintedSource | None:
    """Return the outlet that a line above a text names without a label: `By Mara Quell (Linshui Post)`."""
    return _read_source(OUTLET_LINES, line)


def _read_source(forms: LineForms, line: str) -> PrintedSource | None:
    for form in forms.within(line):
        match = form.first(line)
        if match and (name := match["source"].strip(" :：—-")).casefold() not in {"", *NO_OUTLETS}:
            return PrintedSource(name, form)
    return None


def read_editors(line: str) -> PrintedPeople | None:
    """Return all editors that a line prints, by the first form that names some."""
    line = _DAY_BEHIND.sub("", line)
    for form in _EDITORS.within(line):
        names = (name for match in form.each(line) for name in split_names(match["who"]))
        if people := tuple(dict.fromkeys(names)):
            return PrintedPeople(people, form)
    return None


def read_authors(line: str) -> PrintedPeople | None:
    """Return the authors that a line prints: `By Wade Lindqvist`, `作者：李河`."""
    undated = _DAY_BEHIND.sub("", line)
    return _first_authors(line) or (_first_authors(undated) if undated != line else None)


def _first_authors(line: str) -> PrintedPeople | None:
    for form in _AUTHORS.within(line):
        match = form.first(line)
        if match and (names := split_names(parts_of(match).get("who", ""))):
            return PrintedPeople(names, form)
    return None


_EDITORS: Final = LineForms(EDITORS)
_AUTHORS: Final = LineForms(AUTHORS)
