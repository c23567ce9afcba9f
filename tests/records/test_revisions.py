"""Tests of revisions of records, and of the index of stored articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from crawler.items import FIRST_SCHEMA, UNREAD, Article, Dateline, Photo
from crawler.records.earlier import Earlier, Known, read_earlier
from crawler.records.lines import article_line
from crawler.records.revisions import CONTENT_FIELDS, changed_fields, fingerprint
from tests.records.examples import PARAGRAPH, article, articles, full_article, picture_file


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "Survey of old bridge begins"),
        ("kicker", "Bridges"),
        ("published", "2024-05-21"),
        ("source", "Another Agency"),
        ("bylines", ("Wu An",)),
        ("editors", ("Wu An",)),
        ("dateline", Dateline(text="ANQIAO --")),
        ("photos", ()),
        ("body", (PARAGRAPH,)),
        ("deck", "Another deck"),
    ],
)
def test_changed_content_is_named(field: str, value: Any) -> None:
    """A change of any content field changes the fingerprint, and the field is named."""
    before, after = full_article(), replace(full_article(), **{field: value})
    assert fingerprint(before).content != fingerprint(after).content
    assert changed_fields(before, after) == (field,)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("modified", "2024-06-01"),
        ("section", ("Home",)),
        ("videos", ()),
        ("rights", None),
        ("access", "paid"),
        ("published_printed", "20 May 2024"),
        ("kind", "commentary"),
        ("keywords", ("bridge",)),
        ("blocks", ()),
        ("url", "http://news.example.cn/2024-05/20/content_1.htm?from=rss"),
        ("extractor", "crawler 9"),
        ("fetched", "2024-06-01T00:00:00Z"),
        ("evidence", {"headline": "title"}),
        ("revision", 3),
    ],
)
def test_what_is_no_content_changes_nothing(field: str, value: Any) -> None:
    """A later visit differs in many fields that are no news."""
    before, after = full_article(), replace(full_article(), **{field: value})
    assert fingerprint(before).content == fingerprint(after).content
    assert changed_fields(before, after) == ()


def test_image_host_and_query_are_no_content() -> None:
    """Mirrors and signatures of image URLs rotate; another image is a change."""
    before = article(photos=(Photo(url="http://img1.example.cn/a/1.jpg?s=1", caption="A bridge."),))
    moved = article(photos=(Photo(url="http://img2.example.cn/a/1.jpg?s=2", caption="A bridge."),))
    described = Photo(url="http://img1.example.cn/a/1.jpg", caption="A bridge.", alt="Stones", width=9)
    other = article(photos=(Photo(url="http://img2.example.cn/a/2.jpg", caption="A bridge."),))
    fetched = Photo(url="http://img1.example.cn/a/1.jpg", caption="A bridge.", file=picture_file())
    assert changed_fields(before, moved) == ()
    assert changed_fields(before, article(photos=(fetched,))) == ()
    assert changed_fields(before, article(photos=(described,))) == ()
    assert changed_fields(before, other) == ("photos",)


def test_new_version_alone_is_no_change() -> None:
    """An article that an earlier version stored is compared by the fields of that version."""
    before = replace(full_article(), schema=FIRST_SCHEMA)
    assert changed_fields(before, full_article()) == ()
    assert changed_fields(before, replace(full_article(), body=(PARAGRAPH,))) == ("body",)
    assert (
        changed_fields(before, replace(full_article(), deck="A deck that the earlier version lacked")) == ()
    )


def test_unread_deck_is_no_change() -> None:
    """A deck is not compared if one of the two records left it unread; all other fields are."""
    read = full_article()
    unread = replace(read, deck=None, evidence={UNREAD: "deck kind"})
    corrected = replace(unread, body=(PARAGRAPH,))
    assert changed_fields(read, unread) == changed_fields(unread, read) == ()
    assert changed_fields(read, corrected) == changed_fields(corrected, read) == ("body",)
    assert changed_fields(unread, corrected) == ("body",)
    assert changed_fields(read, replace(unread, evidence={UNREAD: "kind"})) == ("deck",)


@given(articles())
def test_fingerprints_survive_the_file(record: Article) -> None:
    """An article and its stored form have one fingerprint, and every content field is a field."""
    line = article_line(record)
    assert set(CONTENT_FIELDS) <= set(Article.__dataclass_fields__)
    from crawler.records.lines import read_article_line

    assert fingerprint(read_article_line(line)).content == fingerprint(record).content


def test_stories_are_told_apart_by_site() -> None:
    """The same text on another site is another record; under another URL of the same site it is a copy."""
    here, copy = article(), article(url="http://m.example.cn/1.htm")
    elsewhere = article(url="http://other.example/1.htm", publisher="other.example")
    assert fingerprint(here).story == fingerprint(copy).story
    assert fingerprint(here).story != fingerprint(elsewhere).story


def test_galleries_of_one_headline_are_told_apart() -> None:
    """Without text the captions decide, and without captions nothing is compared."""
    first = article(body=(), photos=(Photo(caption="Morning."),))
    second = article(body=(), photos=(Photo(caption="Evening."),))
    assert fingerprint(first).story != fingerprint(second).story
    assert fingerprint(article(body=())).story is None


def written(path: Path, *records: Article, tail: bytes = b"") -> Path:
    """Write records into a file."""
    path.write_bytes(b"".join(map(article_line, records)) + tail)
    return path


def test_latest_revision_on_file_counts(tmp_path: Path) -> None:
    """Of several revisions the last is known; later ones of the run are added."""
    second = article(body=("Another text.",), revision=2)
    earlier = read_earlier(written(tmp_path / "a.jsonl", article(), article(url="http://x.cn/2"), second))
    known = earlier.known(fingerprint(article()))
    assert known is not None
    assert (known.revision, known.content) == (2, fingerprint(second).content)
    third = article(body=("A third text.",), revision=3)
    earlier.learn(third, fingerprint(third))
    assert earlier.known(fingerprint(article())) == Known(3, fingerprint(third).content, known.source)


def test_revisions_come_from_one_address() -> None:
    """A print version, which was not read first, is no revision, unless it is the canonical address."""
    earlier = Earlier()
    first = article(url="http://www.example.cn/1.htm", canonical_url="http://www.example.cn/1.htm")
    printed = replace(first, url="http://www.example.cn/print/1.htm")
    assert earlier.is_home(printed)
    earlier.learn(first, fingerprint(first))
    assert earlier.is_home(first)
    assert earlier.is_home(replace(first, url="https://m.example.cn/1.htm"))
    assert not earlier.is_home(printed)


def test_missing_file_is_empty(tmp_path: Path) -> None:
    """A first run knows nothing."""
    assert read_earlier(tmp_path / "nothing.jsonl").articles == {}


def test_odd_lines_are_counted_and_passed_over(tmp_path: Path) -> None:
    """A foreign line is no article; a torn one is no line at all."""
    path = written(tmp_path / "a.jsonl", article(), tail=b'{"foreign": 1}\n{"id":')
    earlier = read_earlier(path)
    assert len(earlier.articles) == 1
    assert earlier.unreadable == 1


def test_copies_on_file_are_recognised(tmp_path: Path) -> None:
    """A known story under another id is a copy; the article itself is not."""
    earlier = read_earlier(written(tmp_path / "a.jsonl", article()))
    assert earlier.copied(fingerprint(article())) is None
    assert earlier.copied(fingerprint(article(url="http://m.example.cn/1.htm"))) == article().id
    assert earlier.copied(fingerprint(article(url="http://m.example.cn/1.htm", body=()))) is None
