"""The error of exports."""

from __future__ import annotations


class ExportError(ValueError):
    """The export cannot be written; the message gives the remedy.

    Raised by `export`, `write_feed` and `positions_of`.
    """
