"""Defines the record that a grammar returns for a dateline."""

from __future__ import annotations

from typing import NamedTuple

from crawler.extraction.form import Form
from crawler.text.printed_dates import PrintedDate


class PlainDateline(NamedTuple):
    """A dateline in the plain form of an opening.

    This record and those on the way to it are tuples: dozens are made for each text, and tuples are made
    several times faster than data classes.
    """

    form: Form
    """The form that matched."""
    end: int
    """Its end in the plain opening."""
    places: tuple[str, ...] = ()
    date: PrintedDate | None = None
    agency: str | None = None
    reporters: tuple[str, ...] = ()
