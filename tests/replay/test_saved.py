"""Tests of extracting pages that were saved as files of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.items import USUAL_FIELDS
from crawler.replay.saved import NO_URL, SavedPage, extract_saved, pages_below, saved_url, unusable
from tests.house.site import page

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
SECOND = "The bridge stays closed to carts until the report is printed, which will take a month."
URL = "http://news.example.cn/2024-05/20/content_1.htm"
ARTICLE = page("Survey of old bridge ends", SENTENCE, SECOND)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "is empty"),
        (b" \r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n<svg>", "is a picture (PNG), not a page"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture (JPEG), not a page"),
        (b"%PDF-1.7 <a>", "is a PDF document, not a page"),
        (b"\x1f\x8b\x08", "is compressed by gzip: unpack it first"),
        (b"WARC/1.1\r\n", "is a WARC file: name it with the ending .warc, and no pages beside it"),
        (b"From: <Saved by Blink>\r\n<html>", "is an MHTML archive: save the page as HTML"),
        ("Lanqiao, 5 < 6 miles. 老桥".encode(), "is plain text without any tag, not a page"),
        (b"\0\1\2\3", "is a binary file, not a page"),
        (ARTICLE, None),
        ("<p>老桥".encode("utf-16"), None),
        ("<p>老桥".encode("gb18030"), None),
        (b"<!--" + b" " * 5000 + b"--><html>", None),
        (b'{"title": "Survey"}', None),
    ],
)
def test_bytes_that_are_no_page_are_named(body: bytes, words: str | None) -> None:
    """Pages in any encoding, and JSON, are read; the reason against other bytes is in words."""
    assert unusable(body) == words


@pytest.mark.parametrize(
    "note",
    [
        f"<!-- saved from url=(0047){URL} -->",
        f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Mon May 20 2024\n-->",
    ],
)
def test_note_of_the_browser_is_the_url(note: str) -> None:
    """The URL that the program wrote when it saved the page counts, unless the page states its own."""
    noted = ARTICLE.replace(b"<head>", f"<head>{note}".encode())
    assert noted != ARTICLE
    assert saved_url(noted) == URL
    canonical = f"<link rel='canonical' href='{URL}?own'></head>".encode()
    assert saved_url(noted.replace(b"</head>", canonical)) == f"{URL}?own"
    assert saved_url(ARTICLE) is None


def test_folder_has_its_pages_alone(tmp_path: Path) -> None:
    """Pages of any name are found, without the frames that a browser saved; other files are counted."""
    files = {
        "b/story": ARTICLE,
        "a.HTM": b"",
        "a.json": b"{}",
        "b/photo.png": b"\x89PNG",
        "b/packed.gz": b"\x1f\x8b\x08<a>",
        "story.html": ARTICLE,
        "story_files/frame.html": ARTICLE,
        "my_files/c.html": ARTICLE,
    }
    for name, body in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(body)
    pages, others = pages_below(tmp_path)
    names = [path.relative_to(tmp_path).as_posix() for path in pages]
    assert (names, others) == (["a.HTM", "b/story", "my_files/c.html", "story.html"], 3)


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_page_has_an_outcome(tmp_path: Path, jobs: int) -> None:
    """One article, one rejected page, and three that cannot be read, in the order of the command line."""
    bodies = [ARTICLE, page("Page not found", "Sorry."), b"", ARTICLE]
    for number, body in enumerate(bodies):
        (tmp_path / f"{number}.html").write_bytes(body)
    pages = [SavedPage(tmp_path / f"{number}.html", URL) for number in range(3)]
    pages += [SavedPage(tmp_path / "3.html"), SavedPage(tmp_path / "nothing.html", URL)]
    done = list(extract_saved(pages, USUAL_FIELDS, jobs=jobs))
    assert [each.path for each in done] == [each.path for each in pages]
    assert json.loads(done[0].line or b"")["headline"] == "Survey of old bridge ends"
    assert done[1].rejected == "a not-found page that answers 200"
    assert [each.failed for each in done[2:4]] == ["is empty", NO_URL]
    assert "No such file" in (done[4].failed or "")
