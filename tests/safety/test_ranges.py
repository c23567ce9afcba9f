"""Tests of the difference between a part of a page and a whole one."""

from __future__ import annotations

import pytest

from crawler.safety.ranges import is_part


@pytest.mark.parametrize(
    ("status", "told", "length", "is_partial"),
    [
        (200, "", 900, False),
        (200, "bytes 0-899/2900", 900, True),
        (200, "bytes 900-2899/2900", 2000, True),
        (200, "BYTES 0-2899/2900 ", 2900, False),
        (200, "bytes 0-899/2900", 2900, False),  # the header is wrong: all came
        (200, "bytes 0-899/*", 900, False),
        (200, "bytes 5-899/*", 895, True),
        (200, "bytes */2900", 2900, False),
        (200, "lines 0-9/30", 900, False),
        (200, "bytes 0-1/" + "9" * 5000, 2, False),
        (206, "", 900, True),
        (206, "bytes 0-2899/2900", 2900, False),
        (206, "bytes 0-2899/2900", 2000, True),
        (206, "bytes 0-899/*", 900, True),
        (206, "nonsense", 900, True),
    ],
)
def test_parts_are_told_from_wholes(status: int, told: str, length: int, is_partial: bool) -> None:
    """A status or a range marks a part; a range of the whole page does not."""
    assert is_part(status, told, length) is is_partial
