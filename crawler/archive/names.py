"""The names of a crawl's WARC files: when the file was begun, and its number within the run."""

from __future__ import annotations

import re

OWN = re.compile(r"\d{20}-(\d{5})\.warc\.gz")


def begins_run(name: str) -> bool:
    """Return whether a run begins with a file: each of others does, of ours the first of the run."""
    match = OWN.fullmatch(name)
    return match is None or int(match[1]) <= 1
