"""Names a crawl's WARC files: by the start time of the file, and its number within the run."""

from __future__ import annotations

import re

OWN = re.compile(r"\d{20}-(\d{5})\.warc\.gz")


def begins_run(name: str) -> bool:
    """Return whether a run begins with a file: any file of other programs, the first one of a run of ours."""
    match = OWN.fullmatch(name)
    return match is None or int(match[1]) <= 1
