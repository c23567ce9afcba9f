"""Defines the record that a grammar returns for a dateline."""

from __future__ import annotations

from typing import NamedTuple

from crawler.extraction.form import Form
from crawler.text.printed_dates import PrintedDate


class PlainDateline(NamedTuple):
    """A dateline in the plain form of an opening.

    A tuple, as are the other records on the way to it: they are made by the dozen for each text, and tuples
    are made several times faster than data classes.
    """

    form: Form
    """The form in which it is printed."""
    end: int
    """Where it ends."""
    places: tuple[str, ...] = ()
    date: PrintedDate | None = None
    agency: str | None = None
    reporters: tuple[str, ...] = ()
