"""Defines the pattern of a day in figures with its time, as pages print it beside a source."""

from __future__ import annotations

from typing import Final

DAY: Final = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
"""`2024-05-08`, `2024年5月8日`."""
CLOCK: Final = r"\d{1,2}:\d\d(?::\d\d)?"
"""`09:30`, `09:30:00`."""
STAMP: Final = rf"{DAY}(?:\s*{CLOCK})?"
"""A day, with or without its time."""
