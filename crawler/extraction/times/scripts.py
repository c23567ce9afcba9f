"""Finds dates of publication in a page's scripts, for pages that print theirs only in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.extraction.tree.survey import Survey

LARGEST = 2_000_000  # characters of all scripts together that are read

_NAMED = re.compile(
    r"(?<![a-z])(?:page|news|article|first|original|ori|dmp)?_?"
    r"(?:pub(?:lish(?:ed)?)?_?(?:time|date|at|on)|publication_?date|date_?published|first_?published|news_?(?:date|time)"
    r"|article_?(?:date|time)|create_?time|ptime|ct)"
    r"[\"']?\s*[:=]\s*[\"']?(\d{4}[-/]\d\d?[-/]\d\d?[^\"'<>;,]{0,20}|\d{10}(?:\d{3})?(?!\d))",
    re.IGNORECASE,
)
"""`publish_time = "2022-08-07 09:30"`, `"pubTime":1659835800`, `ct="1659835800"`."""


def scripted_dates(seen: Survey) -> Iterator[str]:
    """Yield the dates that scripts state under a name of publication, in page order."""
    left = LARGEST
    for position in seen.all("script"):
        text = seen.elements[position].text
        if text and len(text) <= left:
            left -= len(text)
            yield from _NAMED.findall(text)
