"""Tells a part of a page from a whole one, by what the response says of itself (RFC 9110, 15.3.7)."""

from __future__ import annotations

import re

PARTIAL = 206
_RANGE = re.compile(r"\s*bytes\s+(\d{1,18})-\d{1,18}/(\d{1,18}|\*)\s*", re.IGNORECASE)


def is_part(status: int, content_range: str, length: int) -> bool:
    """Whether a response of so many bytes is a part of a page; `content_range` is empty where none is told.

    Status 206 says so, unless its range is all there is; status 200 may come with a range all the same.
    """
    match = _RANGE.fullmatch(content_range)
    if match is None:
        return status == PARTIAL
    start, total = match.groups()
    if total == "*":
        return status == PARTIAL or int(start) > 0
    return int(start) > 0 or length < int(total)
