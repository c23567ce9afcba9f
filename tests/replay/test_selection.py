"""The selection of archived responses."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.archive.selection import ResponseSelection, SelectionError, archives

DATE = "2022-08-15T08:00:00Z"


@pytest.mark.parametrize(
    ("selection", "admitted"),
    [
        (ResponseSelection(), True),
        (ResponseSelection.parse(hosts="sample.test"), True),
        (ResponseSelection.parse(hosts="www.other.test, NEWS.sample.test"), True),
        (ResponseSelection.parse(hosts="ample.test"), False),
        (ResponseSelection.parse(since="2022-08-15", until="2022-08-15"), True),
        (ResponseSelection.parse(since="2022-08"), True),
        (ResponseSelection.parse(until="2022"), True),
        (ResponseSelection.parse(since="2022-08-16"), False),
        (ResponseSelection.parse(until="2022-07"), False),
        (ResponseSelection.parse(types="text/html"), True),
        (ResponseSelection.parse(types="application/xhtml+xml,text/"), True),
        (ResponseSelection.parse(types="application/pdf"), False),
    ],
)
def test_selection(selection: ResponseSelection, admitted: bool) -> None:
    """Hosts stand for their sub-domains; days, months and years are bounds that belong to the range."""
    url = "http://en.news.sample.test/2022-08/15/content_1.htm"
    assert selection.admits(url, DATE, "text/html; charset=gbk") == admitted


def test_type_that_nobody_states() -> None:
    """A response without a content type may be a page."""
    assert ResponseSelection().admits("http://a.test/", DATE, None)
    assert not ResponseSelection().admits("http://a.test/", DATE, "image/png")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"since": "May"}, "is not a day"),
        ({"until": "2022-13"}, "is not a day"),
        ({"since": "2022-09", "until": "2022-08"}, "exchange them"),
        ({"types": "html"}, "is not a MIME type"),
    ],
)
def test_what_cannot_be(written: dict[str, str], words: str) -> None:
    """A mistake is named with its remedy."""
    with pytest.raises(SelectionError, match=words):
        ResponseSelection.parse(**written)


def test_range_within_a_year() -> None:
    """A day and the year that it is in make a range."""
    assert ResponseSelection.parse(since="2022-08-15", until="2022").admits("http://a.test/", DATE, None)


def test_archives(tmp_path: Path) -> None:
    """Patterns are expanded; one name that is no WARC file's, and none of them is."""
    files = [tmp_path / name for name in ("a.warc.gz", "b.warc")]
    for file in files:
        file.touch()
    assert archives([str(tmp_path / "*.warc*")]) == files
    assert archives([str(tmp_path / "none.warc")]) == [tmp_path / "none.warc"]
    assert archives([str(files[0]), "page.html"]) == []
