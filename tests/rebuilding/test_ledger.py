"""Tests of the content of a rebuilt ledger; tests/durability/test_rebuilt.py crawls with one."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.items import Article
from crawler.ledger.archive import Archive, ArchiveTerms
from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key
from crawler.ledger.ledger import ARTICLES, LEDGER, REMOVALS, Ledger
from crawler.ledger.plan import DAY, HOUR
from crawler.ledger.schema import read_only
from crawler.rebuilding.ledger import rebuild
from crawler.records.lines import article_line
from tests.archive.exchanges import numbered
from tests.records.examples import article

NOON = "2026-08-06T12:00:00+00:00"
MODIFIED = "Thu, 06 Aug 2026 12:00:00 GMT"
LATER = "2026-08-07T12:00:00+00:00"


def told(number: int, **more: object) -> Article:
    """Return the article at the URL of an exchange."""
    url = numbered(number).url
    return replace(article(), id=f"{number:016}", url=url, canonical_url=url, fetched=NOON, **more)  # type: ignore[arg-type]


def row(folder: Path, query: str, *values: object) -> tuple[object, ...] | None:
    """Return the first row that a query finds in the ledger of a folder."""
    with closing(read_only(folder / LEDGER)) as database:
        return Journal(database).row(query, *values)


@pytest.fixture
def archived(tmp_path: Path) -> list[str]:
    """Archive three pages, the third with the payload of the first; return their places."""
    ledger = Ledger(tmp_path)
    ledger.archive = Archive(ledger.journal, tmp_path, ArchiveTerms(10_000_000, {}))
    first = replace(numbered(1), headers=((b"ETag", b'"x"'), (b"Last-Modified", MODIFIED.encode())))
    copied = replace(numbered(3), body=first.body)
    places = [ledger.archive.keep(each) for each in (first, numbered(2), copied)]
    ledger.end("finished", 0, 0)
    ledger.close()
    return places


def test_validators_are_those_of_the_page_that_gave_the_article(tmp_path: Path, archived: list[str]) -> None:
    """An article that lacks a part has none: the next request must not be answered by 304."""
    whole, part = told(1, archive=archived[0]), told(3, archive=archived[2], evidence={"pages.missing": "1"})
    (tmp_path / ARTICLES).write_bytes(article_line(whole) + article_line(part))
    (tmp_path / LEDGER).unlink()
    rebuild(tmp_path, [], [])
    validators = "SELECT etag, modified FROM urls WHERE article = ?"
    assert row(tmp_path, validators, whole.id) == ('"x"', MODIFIED)
    assert row(tmp_path, validators, part.id) == (None, None)


def test_captures_are_those_of_the_archive(tmp_path: Path, archived: list[str]) -> None:
    """Also of a page whose payload was archived before, so that none is archived twice."""
    query, keys = "SELECT * FROM captures WHERE key = ?", [url_key(numbered(each).url) for each in (1, 2, 3)]
    before = [row(tmp_path, query, key) for key in keys]
    assert None not in before
    (tmp_path / ARTICLES).write_bytes(article_line(told(1, archive=archived[0])))
    (tmp_path / LEDGER).unlink()
    assert rebuild(tmp_path, [], []).captures == 3
    assert [row(tmp_path, query, key) for key in keys] == before


def test_next_visits_go_by_the_age(tmp_path: Path) -> None:
    """As if the article had been visited at each of its revisions."""
    later = replace(told(1), revision=2, fetched=LATER)
    (tmp_path / ARTICLES).write_bytes(article_line(told(1)) + article_line(told(2)) + article_line(later))
    rebuild(tmp_path, [], [6 * HOUR, 72 * HOUR])
    for number, hours in ((1, 72), (2, 6)):
        query = "SELECT next_visit - found FROM urls WHERE article = ?"
        assert row(tmp_path, query, told(number).id) == (hours * HOUR,)


@pytest.mark.parametrize(
    ("lines", "outcome", "code"),
    [
        ([{"schema": "removal/1", "code": "http:410", "reason": "HTTP 410"}], "removed", "http:410"),
        ([{"schema": "removal/1", "reason": "HTTP 404"}], "removed", "http:404"),
        ([{"schema": "removal/1", "code": "http:410"}, {"schema": "restoration/1"}], "stored", None),
    ],
)
def test_removals_are_known(
    tmp_path: Path, lines: list[dict[str, str]], outcome: str, code: str | None
) -> None:
    """Also those that earlier versions wrote, without a code; and articles that came back."""
    (tmp_path / ARTICLES).write_bytes(article_line(told(1)))
    more = {"id": told(1).id, "url": told(1).url, "noticed": LATER}
    (tmp_path / REMOVALS).write_text("".join(json.dumps({**line, **more}) + "\n" for line in lines), "utf-8")
    rebuild(tmp_path, [], [])
    assert row(tmp_path, "SELECT outcome, reason FROM urls WHERE article = ?", told(1).id) == (outcome, code)
    if outcome == "removed":
        query = "SELECT next_visit - visited FROM urls WHERE article = ?"
        assert row(tmp_path, query, told(1).id) == (8 * DAY,)


def test_stories_are_known(tmp_path: Path) -> None:
    """A copy that comes later gets the story of the first article."""
    long = tuple(
        f"The lock at Linshui was opened for boat {number} of the long line." for number in range(20)
    )
    (tmp_path / ARTICLES).write_bytes(article_line(told(1, body=long, story="a" * 16)))
    rebuild(tmp_path, [], [])
    assert row(tmp_path, "SELECT name FROM stories") == ("a" * 16,)
