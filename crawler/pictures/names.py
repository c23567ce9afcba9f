"""Names the files of pictures, by their digests."""

from __future__ import annotations

import re

FOLDER = "photos"
"""Name of their folder in a crawl's directory."""
ENDINGS = {
    "image/jpeg": "jpg",
    "image/avif": "avif",
    "image/bmp": "bmp",
    "image/gif": "gif",
    "image/png": "png",
    "image/tiff": "tiff",
    "image/webp": "webp",
}
"""Endings of files' names by their media types, the most frequent one first. No crawl fetches TIFF."""
OWN = re.compile(r"([0-9a-f]{64})\.[a-z]{3,4}")


def path_of(digest: str, ending: str) -> str:
    """Return the path of a file in the crawl's directory: `photos/ab/abcd….jpg`."""
    return f"{FOLDER}/{digest[:2]}/{digest}.{ending}"
