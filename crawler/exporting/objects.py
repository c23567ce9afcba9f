"""Builds JSON objects for other programs, without empty fields."""

from __future__ import annotations

from typing import Any


def filled(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that have a value: no null, no empty list and no empty text."""
    return {name: value for name, value in fields.items() if value not in (None, [], "")}
