"""Tests of the pattern of a day in figures with its time."""

from __future__ import annotations

import re

import pytest

from crawler.text.stamps import STAMP


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-08",
        "2024/5/8",
        "1999.12.31",
        "2024年5月8日",
        "2024-05-08 09:30",
        "2024-05-08 09:30:00",
        "2024年05月08日09:30",
    ],
)
def test_day_with_or_without_its_time(text: str) -> None:
    """The year comes first, and the time may follow without a space."""
    assert re.fullmatch(STAMP, text)


@pytest.mark.parametrize("text", ["08-05-2024", "1824-05-08", "2024-05", "2024-05-08 9h30", "20240508"])
def test_other_figures(text: str) -> None:
    """Other orders, old years and parts of a date are none."""
    assert not re.fullmatch(STAMP, text)
