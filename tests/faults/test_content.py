"""Pages of broken and hostile content: rows 77 to 96 and 101 to 105, each beside healthy ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.crawl import crawl, healthy, story
from tests.faults.server import Behaviour, FaultServer, response, says
from tests.spiders.harvest import article

STORIES = set(map(story, range(1, 5)))


def place(number: int) -> str:
    """Return the path of a page that has the address of an article."""
    return f"/2022-09/{number:02}/content_{number}.htm"


def html(text: str | bytes, content_type: str = "text/html; charset=utf-8") -> Behaviour:
    """Return the behaviour that serves a page."""
    return says(response(text.encode() if isinstance(text, str) else text, "200 OK", content_type))


def attributes(count: int) -> str:
    """Return so many attributes with names of their own."""
    return " ".join(f"a{number}='>'" for number in range(count))


@pytest.mark.fault(77, 78, 79, 80, 81)
def test_pages_that_choke_parsers(tmp_path: Path) -> None:
    """Articles in them are read and flagged, what is no text is rejected, all in bounded time and memory."""
    inside = {
        "attributes": article(5).replace("<body>", f"<body><div {attributes(100_000)}>"),
        "nesting": article(6).replace("<body>", "<body>" + "<div>" * 3000),
        "tags": article(7).replace("</body>", "<b><p>" * 500_000),
        "bytes": article(8).replace("</body>", "<div>" + "word " * 2_500_000),
    }
    pages = {place(number): html(text) for number, text in enumerate(inside.values(), 1)}
    pages[place(20)] = html("<b>" * 1_000_000)
    pages[place(21)] = html(b"<html><body><p>" + bytes(range(128, 256)) * 200)
    with FaultServer(healthy(pages)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        assert ran.paths(server.origin) == STORIES | {place(number) for number in range(1, 5)}
        flags = {record["url"].removeprefix(server.origin): record["evidence"] for record in ran.records}
        for number, name in enumerate(inside, 1):
            assert name in flags[place(number)]["markup.cut"].split()
        assert ran.reason(server.origin + place(20)) == "NoHeadline"
        assert ran.reason(server.origin + place(21)) == "NotText"
    assert ran.status == 0
    assert ran.seconds < 30
    assert ran.peak < 250, ran.peak


@pytest.mark.fault(77)
def test_page_that_takes_too_long_is_left(tmp_path: Path) -> None:
    """Parsing that runs away is interrupted; the page is rejected, with the setting as its reason."""
    slow = "".join(f"<p>{'word, ' * 400}<a href='/a{number}.jpg'>picture</a></p>" for number in range(5000))
    with FaultServer(healthy({place(1): html(article(5).replace("</body>", slow))})) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", "PARSE_TIMEOUT=0.1", "PAGE_BYTES_MAX=16000000")
        assert ran.paths(server.origin) == STORIES
        assert "PARSE_TIMEOUT" in str(ran.reason(server.origin + place(1)))
    assert "took too long to parse (PARSE_TIMEOUT)" in ran.log
    assert ran.status == 0
