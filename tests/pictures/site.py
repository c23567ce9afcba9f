"""A site whose articles show pictures of every kind, good and bad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from crawler.samplesite import Server
from tests.pictures.images import HTML, SVG, bomb, drawn, encoded, jpeg, with_iptc
from tests.spiders.harvest import SENTENCE, listing, small_site

NAMED = [(1, 90, b"\x1b%G"), (2, 80, b"Lin Wu"), (2, 116, "© Example".encode()), (2, 120, b"A lock.")]
BYTES: Mapping[str, bytes] = {
    "/img/a.jpg": with_iptc(NAMED, 1),
    "/img/copy.jpg": with_iptc(NAMED, 1),
    "/img/lie.jpg": encoded(drawn(2), "PNG"),
    "/img/page.jpg": HTML,
    "/img/drawn.jpg": SVG,
    "/img/bomb.png": bomb(),
    "/img/cut.jpg": jpeg(3)[:-500],
    "/img/forbidden/b.jpg": jpeg(4),
    "/img/large.png": encoded(drawn(5, (700, 500)), "BMP"),
    "/img/late.jpg": jpeg(6),
}
RESPONSES: Mapping[str, Any] = {
    "/img/moved.jpg": {"status": 302, "location": "/img/a.jpg"},
    "/img/private.jpg": {"status": 302, "location": "http://10.0.0.7/x.jpg"},
    "/img/lost.jpg": {"status": 404, "file": "/index.htm"},
}
LARGE = 500_000
"""PHOTO_SIZE_MAX of these tests: smaller than one of the pictures."""


def story(number: int, pictures: Sequence[str], words: str = "") -> str:
    """Return the page of an invented article with pictures and captions."""
    figures = "".join(
        f"<figure><img src='{each}' width='640' height='480'><figcaption>"
        f"Visitors of the lock, seen in view {place}. [Photo by He Qiao/Example]</figcaption></figure>"
        for place, each in enumerate(pictures)
    )
    text = "".join(f"<p>{SENTENCE}, said visitor {number} on walk {walk}{words}.</p>" for walk in range(4))
    day = f"2022-08-{number % 28 + 1:02}"
    return (
        f"<html><head><meta charset='utf-8'><title>Ferry number {number} returns</title>"
        f"<meta property='article:published_time' content='{day}T08:00:00+08:00'></head>"
        f"<body><h1>Ferry number {number} returns</h1><div id='content'>{figures}{text}</div></body></html>"
    )


def path_of(number: int) -> str:
    """Return the path of an article."""
    return f"/2022-08/{number % 28 + 1:02}/content_{number}.htm"


def picture_site(root: Path, articles: Mapping[int, Sequence[str]]) -> Server:
    """Return a server of articles with these pictures."""
    pages = {path_of(number): story(number, pictures) for number, pictures in articles.items()}
    pages["/index.htm"] = listing(*pages)
    pages["/robots.txt"] = "User-agent: *\nDisallow: /img/forbidden/\n"
    server = small_site(root, pages, RESPONSES)
    for path, body in BYTES.items():
        put(root, path, body)
    return server


def put(root: Path, path: str, body: bytes) -> None:
    """Write a picture into the site."""
    file = root / "www" / path.lstrip("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)
