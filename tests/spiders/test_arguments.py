"""Tests of the spider's arguments."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.spiders.argument_error import ArgumentError
from crawler.spiders.arguments import Arguments, parse_arguments

START = "http://www.lanqiao.test/world/"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (START, [START]),
        ("https://lanqiao.test/rss.xml", ["https://lanqiao.test/rss.xml"]),
        ("en.lanqiao.test", ["http://en.lanqiao.test/"]),
        ("lanqiao.test/world/index.htm", ["http://lanqiao.test/world/index.htm"]),
        ("http://lanqiao.test", ["http://lanqiao.test/"]),
        ("localhost:8000", ["http://localhost:8000/"]),
        ("lanqiao.test, http://b.test/ ,lanqiao.test", ["http://lanqiao.test/", "http://b.test/"]),
        ("http://127.0.0.1:8000/a", ["http://127.0.0.1:8000/a"]),
        ("127.0.0.1:8000/a", ["http://127.0.0.1:8000/a"]),
        ("[::1]:8000", ["http://[::1]:8000/"]),
        ("[2001:DB8::1]/a.htm", ["http://[2001:db8::1]/a.htm"]),
    ],
)
def test_start_is_a_url_a_host_or_several(start: str, expected: list[str]) -> None:
    """Given starts become absolute URLs, each once, in the order given."""
    assert list(parse_arguments({"start": start}).start) == expected


def test_start_is_a_file(tmp_path: Path) -> None:
    """A file holds a URL or host a line; blank lines and comments do not count; files mix with URLs."""
    file = tmp_path / "urls.txt"
    file.write_text("\ufeff# world\n\nhttp://a.test/1.htm\n  b.test  \r\n", encoding="utf-8")
    given = {"start": f"{file},http://c.test/"}
    assert parse_arguments(given).start == ("http://a.test/1.htm", "http://b.test/", "http://c.test/")


def test_arguments_have_defaults() -> None:
    """Without more said, the scope is the start's host without www, and nothing is bounded."""
    assert parse_arguments({"start": START}) == Arguments((START,), ("lanqiao.test",), None, None, None)


def test_arguments_of_launchers() -> None:
    """One that scrapyd adds asks for nothing."""
    assert parse_arguments({"start": START, "_job": "69c4"}) == parse_arguments({"start": START})


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2022-08-01", "2022-08-31", ("2022-08-01", "2022-08-31")),
        ("2022-08", "2022-09", ("2022-08-01", "2022-09-30")),
        ("2023", "2024", ("2023-01-01", "2024-12-31")),
        ("2024-02", "2024-02", ("2024-02-01", "2024-02-29")),
        (" 2022-08-01 ", "2022-08-01", ("2022-08-01", "2022-08-01")),
    ],
)
def test_days(since: str, until: str, expected: tuple[str, str]) -> None:
    """A month or a year stands for all of its days."""
    arguments = parse_arguments({"start": START, "since": since, "until": until})
    assert (arguments.since, arguments.until) == expected


def test_scope_and_limit() -> None:
    """Hosts come by comma and in any case; a limit is a number."""
    arguments = parse_arguments(
        {"start": START, "scope": "Lanqiao.test, b.test,lanqiao.test", "limit": "100"}
    )
    assert (arguments.scope, arguments.limit) == (("lanqiao.test", "b.test"), 100)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "name a start: -a start=http://"),
        ({"start": " , "}, "name a start"),
        ({"sicne": "2022"}, "did you mean since?"),
        ({"url": START}, "the spider takes start, scope, since, until, limit"),
        ({"start": "ftp://lanqiao.test/"}, "is not an http(s) URL, host or file; write http://"),
        ({"start": "file:///etc/passwd"}, "is not an http(s) URL"),
        ({"start": "lanqiao"}, "is not an http(s) URL"),
        ({"start": "http://"}, "is not an http(s) URL"),
        ({"start": "[::1"}, "is not an http(s) URL"),
        ({"start": "[1::2::3]:80"}, "is not an http(s) URL"),
        ({"start": "missing-urls.txt"}, "there is no such file"),
        ({"start": START, "since": "1.8.2022"}, "write an ISO date, such as since=2022-08-01"),
        ({"start": START, "until": "2022-02-30"}, "write an ISO date, such as until=2022-08-01"),
        ({"start": START, "since": "2022-13"}, "write an ISO date"),
        ({"start": START, "since": "0022-01-01"}, "write an ISO date"),
        ({"start": START, "since": "2022-09", "until": "2022-08"}, "is after until=2022-08-31: swap them"),
        ({"start": START, "limit": "0"}, "write a whole number from 1, such as limit=100"),
        ({"start": START, "limit": "ten"}, "write a whole number"),
        ({"start": START, "limit": "-5"}, "write a whole number"),
        (
            {"start": START, "scope": "http://lanqiao.test/"},
            "write hosts separated by commas, such as scope=example.com",
        ),
        ({"start": START, "scope": " "}, "write hosts separated by commas"),
    ],
)
def test_mistakes_are_named_in_a_line(given: dict[str, str], words: str) -> None:
    """Each mistake raises one line that gives the remedy."""
    with pytest.raises(ArgumentError) as raised:
        parse_arguments(given)
    assert words in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1


def test_mistake_in_a_file_names_its_line(tmp_path: Path) -> None:
    """The message names the wrong one of a hundred URLs."""
    file = tmp_path / "urls.txt"
    file.write_text("# ok\nhttp://a.test/\nmailto:b@a.test\n", encoding="utf-8")
    with pytest.raises(ArgumentError, match=r"line 3 of .*urls\.txt: 'mailto:b@a\.test'"):
        parse_arguments({"start": str(file)})


def test_file_that_is_no_text(tmp_path: Path) -> None:
    """A picture is no list of URLs."""
    file = tmp_path / "urls.txt"
    file.write_bytes(b"\x89PNG\xff\xfe\x00")
    with pytest.raises(ArgumentError, match="cannot be read as a list of URLs"):
        parse_arguments({"start": str(file)})


def test_file_without_urls(tmp_path: Path) -> None:
    """An empty list is no start."""
    file = tmp_path / "urls.txt"
    file.write_text("# later\n", encoding="utf-8")
    with pytest.raises(ArgumentError, match="name a start"):
        parse_arguments({"start": str(file)})
