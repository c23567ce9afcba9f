"""Words the explanation of a record for a terminal: chosen candidates green, the others dim."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TextIO

from crawler.items import Dateline, Photo

if TYPE_CHECKING:
    from crawler.extraction.evidence.candidates import Candidate, FieldExplanation

WIDTH = 110  # characters of a value
MOST = 12  # candidates of a field that are shown, besides the chosen ones
COUNTED = {"body": "paragraph(s)", "photos": "photo(s)"}  # fields of which all candidates are shown

Style = Mapping[str, str]
PLAIN: Style = {"field": "", "chosen": "", "other": "", "end": ""}
COLOURED: Style = {"field": "\033[1m", "chosen": "\033[32m", "other": "\033[2m", "end": "\033[0m"}


def style_for(wish: str, stream: TextIO, environment: Mapping[str, str] = os.environ) -> Style:
    """Choose colours: `always`, `never`, or `auto`: only on terminals, and only without NO_COLOR."""
    if wish == "auto":
        dumb = environment.get("NO_COLOR") or environment.get("TERM") == "dumb"
        wish = "always" if stream.isatty() and not dumb else "never"
    return COLOURED if wish == "always" else PLAIN


def explanation_text(explanations: Iterable[FieldExplanation], style: Style = PLAIN) -> str:
    """Word all explanations, one paragraph for each field."""
    return "\n".join("\n".join(_paragraph(each, style)) + "\n" for each in explanations)


def _paragraph(explained: FieldExplanation, style: Style) -> Iterator[str]:
    value = _value(explained)
    yield f"{_paint(explained.field, 'field', style)} = {_paint(value, 'chosen', style)}"
    yield f"  because {'nothing was found' if explained.is_nothing else shown(explained.rule)}"
    if explained.form is not None:
        yield f"  in the form {explained.form.name}, as in: {shown(next(iter(explained.form.examples)))}"
    yield _paint(f"  ({explained.why})", "other", style)
    candidates = explained.candidates
    most = len(candidates) if explained.field in COUNTED else MOST
    listed = [each for place, each in enumerate(candidates) if place < most or each.chosen]
    yield from (_candidate(each, style) for each in listed)
    if more := len(candidates) - len(listed):
        yield _paint(f"    … {more} more", "other", style)


def _value(explained: FieldExplanation) -> str:
    if explained.field in COUNTED and isinstance(explained.value, tuple):
        return f"{len(explained.value)} {COUNTED[explained.field]}"
    return shown(explained.value)


def _candidate(candidate: Candidate, style: Style) -> str:
    mark, part = ("*", "chosen") if candidate.chosen else ("-", "other")
    score = (
        "" if candidate.score is None else f"{round(candidate.score, 2) + 0.0:.2f} "
    )  # no minus before 0.00
    notes = [shown(candidate.note)] if candidate.note else []
    notes += [candidate.form.name] if candidate.form is not None else []
    note = f" ({'; '.join(notes)})" if notes else ""
    return _paint(f"  {mark} {score}[{shown(candidate.rule)}] {shown(candidate.value)}{note}", part, style)


def shown(value: object) -> str:
    """Return a value on one line, truncated, without the control characters that could control a terminal."""
    text = " ".join("".join(c if c.isprintable() else " " for c in _words(value)).split())
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 2].rstrip()} …"


def _words(value: object) -> str:
    if value is None or value in ("", ()):
        return "none"
    if isinstance(value, Photo):
        return f"{value.caption or 'no caption'} | {value.credit or 'no credit'} | {value.url or 'no image'}"
    if isinstance(value, Dateline):
        parts = (*value.places, value.date, value.agency, *value.reporters)
        return f"{value.text} = {' | '.join(part for part in parts if part)}"
    return " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _paint(text: str, part: str, style: Style) -> str:
    return f"{style[part]}{text}{style['end']}"
