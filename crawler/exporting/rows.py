"""Records as rows of a table: one cell for each field, and for each field of a dateline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from crawler.items import Dateline, Photo

Cell = str | int | None

_NESTED = {"dateline": Dateline}
_SEPARATORS = {"body": "\n\n", "section": " > "}


def columns(record: type) -> list[str]:
    """Return the names of a record type's columns."""
    names: list[str] = []
    for each in fields(record):
        if each.name == "evidence":  # of use to who looks into a single record
            continue
        nested = _NESTED.get(each.name)
        names += [f"{each.name}_{part.name}" for part in fields(nested)] if nested else [each.name]
        if "Photo" in str(each.type):
            names.append("captions")
    return names


def row(record: Any) -> list[Cell]:
    """Return the cells of a record, in the order of `columns`. Lists are joined by semicolons."""
    cells: list[Cell] = []
    for each in fields(record):
        value = getattr(record, each.name)
        if each.name == "evidence":
            continue
        if each.name in _NESTED:
            parts = fields(_NESTED[each.name])
            cells += [_cell(part.name, getattr(value, part.name)) if value else None for part in parts]
        elif each.name == "photos" and not isinstance(value, int):
            cells += [len(value), "\n".join(filter(None, map(_caption, value)))]
        else:
            cells.append(_cell(each.name, value))
    return cells


def _cell(name: str, value: Any) -> Cell:
    if isinstance(value, tuple):
        return _SEPARATORS.get(name, "; ").join(value)
    if isinstance(value, Mapping) or is_dataclass(value):
        raise TypeError(f"{name} has no cell of its own")
    return value  # type: ignore[no-any-return]


def _caption(photo: Photo) -> str:
    return " ".join(filter(None, (photo.caption, photo.credit)))
