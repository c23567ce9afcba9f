"""Converts records to rows of a table: one cell for each field, and for each field of a dateline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from crawler.exporting.selection import published_at
from crawler.items import Dateline, FoundBy, Photo, Recording, Rights
from crawler.text.printed_dates import day_of

Cell = str | int | None
PUBLISHED_DATE, PUBLISHED_AT = "published_date", "published_at"
"""Columns beside `published`: its day, and its moment in UTC, which is empty for a bare day."""
REMOVED = "removed"
"""Column behind those of the record: the time at which the article was seen to be removed."""
CRAWL = "crawl"
"""Last column of an export's tables: the name of the crawl's directory, in which `archive` is a path."""

_NESTED = {"dateline": Dateline, "rights": Rights, "found_by": FoundBy}
NO_COLUMN = frozenset({"evidence", "blocks"})
"""Fields of the record that no cell can hold: rules for readers of single records, and nested structures."""
_SEPARATORS = {"body": "\n\n", "section": " > "}


def columns(record: type) -> list[str]:
    """Return the names of the columns for a record type."""
    names: list[str] = []
    for field in fields(record):
        if field.name in NO_COLUMN:
            continue
        nested = _NESTED.get(field.name)
        names += [f"{field.name}_{part.name}" for part in fields(nested)] if nested else [field.name]
        if "Photo" in str(field.type):
            names.append("captions")
        if field.name == "published":
            names += [PUBLISHED_DATE, PUBLISHED_AT]
    return [*names, REMOVED]


def row(record: Any, removed: str | None = None) -> list[Cell]:
    """Return the cells of a record, in the order of `columns`. Lists are joined by semicolons."""
    cells: list[Cell] = []
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in NO_COLUMN:
            continue
        if field.name in _NESTED:
            parts = fields(_NESTED[field.name])
            cells += [_cell(part.name, getattr(value, part.name)) if value else None for part in parts]
        elif field.name == "photos" and not isinstance(value, int):
            cells += [len(value), "\n".join(filter(None, map(_caption, value)))]
        else:
            cells.append(_cell(field.name, value))
        if field.name == "published":
            cells += [_iso(day_of(value)), _iso(published_at(value))]
    return [*cells, removed]


def _iso(moment: date | None) -> str | None:
    """Return a day as `2026-08-06`, a moment as `2026-08-06T01:15:00Z`."""
    return moment.isoformat().replace("+00:00", "Z") if moment else None


def _cell(name: str, value: Any) -> Cell:
    if isinstance(value, tuple):
        texts = (each.url if isinstance(each, Recording) else each for each in value)
        return _SEPARATORS.get(name, "; ").join(texts)
    if isinstance(value, Mapping) or is_dataclass(value):
        raise TypeError(f"{name} has no cell of its own")
    return value  # type: ignore[no-any-return]


def _caption(photo: Photo) -> str:
    return " ".join(filter(None, (photo.caption, photo.credit)))
