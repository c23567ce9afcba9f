"""Whom a photo credit names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """The people and the agency that a credit names."""

    people: tuple[str, ...] = ()
    agency: str | None = None
