"""Distinguishes a part of a page from a whole page by the headers of the response (RFC 9110, 15.3.7)."""

from __future__ import annotations

import re

PARTIAL = 206
_RANGE = re.compile(r"\s*bytes\s+(\d{1,18})-\d{1,18}/(\d{1,18}|\*)\s*", re.IGNORECASE)


def is_part(status: int, content_range: str, length: int) -> bool:
    """Return whether a response is a part of a page; `length` is in bytes, `content_range` may be empty.

    A response with status 206 is a part, unless its range is the whole page. One with status 200 may have a
    range, too.
    """
    match = _RANGE.fullmatch(content_range)
    if match is None:
        return status == PARTIAL
    start, total = match.groups()
    if total == "*":
        return status == PARTIAL or int(start) > 0
    return int(start) > 0 or length < int(total)
