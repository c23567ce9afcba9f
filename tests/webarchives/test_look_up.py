"""Tests of the questions to CDX servers, and of the addresses of captures."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest

from crawler.webarchives.archives import archive_of
from crawler.webarchives.index import IndexedCapture
from crawler.webarchives.look_up import LINES, LookUp, capture_url, look_up, named_by
from crawler.webarchives.starts import is_sound, original_of

WAYBACK = archive_of("https://web.archive.org")
CRAWL = archive_of("https://index.commoncrawl.org/CC-MAIN-2024-10")
PYWB = archive_of("http://archive.example.org/news")
CAPTURE = IndexedCapture(
    key="k", timestamp="20220806120000", url="http://www.example.cn/a.htm?b=1", filename="c/x.warc.gz"
)


def asked(question: LookUp | None) -> dict[str, str]:
    """Return the parameters of a request, without its filters."""
    assert question is not None
    fields = dict(parse_qsl(urlsplit(question.request_url()).query))
    return {name: value for name, value in fields.items() if name not in ("output", "filter")}


@pytest.mark.parametrize(
    ("start", "url", "match"),
    [
        ("http://www.example.cn/world/*", "http://www.example.cn/world/", "prefix"),
        ("http://www.example.cn/2022*", "http://www.example.cn/2022", "prefix"),
        ("http://www.example.cn/a.htm", "http://www.example.cn/a.htm", "exact"),
        ("www.example.cn", "www.example.cn", "host"),
        ("*.example.cn", "example.cn", "domain"),
        ("*.example.cn/*", "example.cn", "domain"),
        ("http://*.example.cn/", "example.cn", "domain"),
    ],
)
def test_starts(start: str, url: str, match: str) -> None:
    """A start says by its form what it means."""
    question = look_up(start, WAYBACK)
    assert (question.url, question.match) == (url, match)


def test_pages() -> None:
    """A server with pages is asked for their number, then for each."""
    question = replace(look_up("www.example.cn", PYWB), since="20220801", until="20220831")
    assert asked(question) == {
        "url": "www.example.cn",
        "matchType": "host",
        "from": "20220801",
        "to": "20220831",
        "showNumPages": "true",
        "limit": str(LINES),
    }
    first = question.counted(2)
    assert first is not None
    assert asked(first)["page"] == "0"
    second = first.after("", None)
    assert second is not None
    assert asked(second)["page"] == "1"
    assert second.after("", None) is None
    assert question.counted(0) is None


def test_server_without_pages_is_asked_for_a_bounded_answer() -> None:
    """It resumes by keys; a list that it cuts without a key is asked for as a whole, from the beginning."""
    question = look_up("www.example.cn", PYWB).unpaged()
    assert asked(question)["limit"] == str(LINES)
    further = question.after("k2", CAPTURE, LINES)
    assert (asked(further)["resumeKey"], asked(further)["limit"]) == ("k2", str(LINES))
    assert further is not None
    assert further.after("", CAPTURE, LINES) is None  # a server that has keys is at the end
    assert question.after("", CAPTURE, LINES - 1) is None
    whole = question.after("", CAPTURE, LINES)
    assert "limit" not in asked(whole)
    assert whole is not None
    assert whole.held is None
    assert not whole.asks_for_count
    assert whole.after("", CAPTURE, 3 * LINES) is None


def test_resumption_keys() -> None:
    """A server without pages gives a key for the next answer, which is escaped already."""
    question = look_up("www.example.cn", WAYBACK)
    assert not question.asks_for_count
    assert asked(question)["showResumeKey"] == "true"
    further = question.after("cn%2Cexample%29%2F+2022%21", CAPTURE)
    assert asked(further)["resumeKey"] == "cn,example)/ 2022!"
    assert further is not None
    assert further.held == CAPTURE
    assert further.after("", None) is None
    assert further.after(further.key, None) is None  # a server that repeats itself


def test_days() -> None:
    """A server that does not know the bounds gives captures of other days, too."""
    question = replace(look_up("www.example.cn", PYWB), since="20220806", until="20220806")
    assert question.covers(CAPTURE)
    assert not question.covers(replace(CAPTURE, timestamp="20220807000000"))
    assert not question.covers(replace(CAPTURE, timestamp="20220805235959"))
    assert replace(question, since="", until="").covers(CAPTURE)


def test_single_url() -> None:
    """A single URL needs no pages."""
    assert not look_up("http://www.example.cn/a.htm", CRAWL).asks_for_count


def test_question_is_kept() -> None:
    """A question goes through the ledger as JSON."""
    question = replace(look_up("*.example.cn", CRAWL), held=CAPTURE, pages=4, page=2)
    assert LookUp.of(json.loads(json.dumps(question.kept()))) == question


def test_addresses_of_captures() -> None:
    """Each archive has its own."""
    replayed = "https://web.archive.org/web/20220806120000id_/http://www.example.cn/a.htm?b=1"
    assert capture_url(WAYBACK, CAPTURE) == replayed
    assert capture_url(CRAWL, CAPTURE) == "https://data.commoncrawl.org/c/x.warc.gz"
    assert CRAWL.has_files
    assert not PYWB.has_files


@pytest.mark.parametrize(
    ("url", "timestamp"),
    [
        ("https://web.archive.org/web/20220901000000id_/https://example.cn/a.htm?b=1", "20220901000000"),
        ("https://web.archive.org/web/20220901000000id_/http:/www.example.cn/a.htm?b=1", "20220901000000"),
        ("https://web.archive.org/web/20220901000000id_/http://www.example.cn/", None),
        ("https://login.example.org/", None),
    ],
)
def test_redirects_of_archives(url: str, timestamp: str | None) -> None:
    """Only a redirect to another capture of the same URL is followed."""
    found = named_by(WAYBACK, url, CAPTURE)
    assert (found.timestamp if found else None) == timestamp


@pytest.mark.parametrize(
    ("start", "url"),
    [
        ("cdx:*.example.cn", "http://example.cn/"),
        ("cdx:www.example.cn", "http://www.example.cn/"),
        ("cdx:https://www.example.cn/a/*", "https://www.example.cn/a/"),
        ("cdx:www.example.cn/a*", "http://www.example.cn/a"),
        ("http://www.example.cn/", "http://www.example.cn/"),
    ],
)
def test_original_urls(start: str, url: str) -> None:
    """Directory, scope and publisher of a crawl are those of the original."""
    assert original_of(start) == url


@pytest.mark.parametrize(
    "start", ["cdx:", "cdx:http:///x", "cdx:ftp://example.cn/", "cdx:http://a.*.cn/", "cdx:a/*/b"]
)
def test_unsound_starts(start: str) -> None:
    """They are refused before anything is requested."""
    assert not is_sound(start)
