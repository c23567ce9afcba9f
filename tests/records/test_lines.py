"""Tests of the JSON Lines form: one record is one line for every reader."""

from __future__ import annotations

import io
import json
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import Article, Dateline, Photo
from crawler.records.lines import (
    FileLine,
    article_line,
    json_line,
    json_text,
    mend_last_line,
    read_article_line,
    whole_lines,
)
from tests.records.examples import any_text, article, articles, full_article

NAUGHTY = Path(__file__).parents[3] / "shared" / "data" / "blns.json"


def mended(text: str) -> str:
    """Return the text that a reader gets back: pairs of surrogates joined, lone ones replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@given(articles())
def test_any_article_is_one_line_for_every_reader(record: Article) -> None:
    """Whatever a record holds, bytes and text split into one line, and JSON reads it."""
    line = article_line(record)
    assert line.endswith(b"\n")
    assert len(line.splitlines()) == 1
    assert len(line.decode("utf-8").splitlines()) == 1
    assert json.loads(line)["headline"] == mended(record.headline)


@given(articles())
def test_lines_read_back_as_they_were_written(record: Article) -> None:
    """Reading a line and writing it again gives the same bytes."""
    line = article_line(record)
    assert article_line(read_article_line(line)) == line


@given(any_text())
def test_text_comes_back_with_lone_surrogates_replaced(text: str) -> None:
    """Every other character survives."""
    assert json.loads(json_line([text])) == [mended(text)]


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="../shared/data is not here")
def test_naughty_strings_come_back_unchanged() -> None:
    """The list of naughty strings survives, each in one line."""
    for text in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        line = article_line(article(headline=text, body=(text,)))
        assert len(line.decode("utf-8").splitlines()) == 1
        assert json.loads(line)["body"] == [mended(text)]


def test_fields_stand_in_declared_order_and_none_is_missing() -> None:
    """A reader may rely on a fixed set of keys: a missing value is null or an empty list."""
    record = json.loads(article_line(article()))
    assert list(record) == [field.name for field in fields(Article)]
    assert record["dateline"] is None
    assert record["photos"] == []
    nested = json.loads(article_line(full_article()))
    assert list(nested["dateline"]) == [field.name for field in fields(Dateline)]
    assert list(nested["photos"][0]) == [field.name for field in fields(Photo)]


def test_lines_are_compact_utf8() -> None:
    """Characters are themselves, not escapes, and no space is wasted."""
    line = article_line(article(headline="新华社北京"))
    assert "新华社北京".encode() in line
    assert b'": ' not in line


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_lacks_become_null(number: float) -> None:
    """NaN and the infinities are never written, wherever a fault may have put them."""
    odd = article(evidence={"score": cast("Any", number), "other": "h1"}, photos=(Photo(url="u"),))
    record = json.loads(article_line(odd), parse_constant=pytest.fail)
    assert record["evidence"] == {"score": None, "other": "h1"}
    assert record["photos"][0]["url"] == "u"


def test_mappings_and_foreign_objects_are_written() -> None:
    """A read-only mapping is an object; a value without a form in JSON is written as text."""
    assert json_line(MappingProxyType({"a": 1})) == b'{"a":1}\n'
    assert json_line({"path": Path("a")}) == b'{"path":"a"}\n'


def test_indented_form_says_the_same() -> None:
    """The form for people reads back as the same record."""
    record = full_article()
    assert json.loads(json_text(record)) == json.loads(article_line(record))
    assert len(json_text(record).splitlines()) > len(fields(Article))


def test_reading_gives_records_of_the_declared_types() -> None:
    """Nested records and tuples come back with their types."""
    assert read_article_line(article_line(full_article())) == full_article()


def test_reading_passes_over_unknown_keys() -> None:
    """A file that a later version wrote can still be read."""
    record = {**json.loads(article_line(article())), "mood": "x"}
    assert read_article_line(json.dumps(record)) == article()


@pytest.mark.parametrize("line", ["", "[]", "7", "{", '{"id": "x"}', '"text"'])
def test_reading_refuses_what_is_no_article(line: str) -> None:
    """Whatever is no article raises ValueError."""
    with pytest.raises(ValueError, match=r"."):
        read_article_line(line)


def test_torn_last_line_is_no_line() -> None:
    """Only lines that end with a line feed count, each with its offset."""
    assert list(whole_lines(io.BytesIO(b"one\ntwo\nthr"))) == [FileLine(0, b"one"), FileLine(4, b"two")]


@given(st.lists(st.binary(max_size=5).filter(lambda raw: b"\n" not in raw)), st.binary(max_size=300))
def test_cutting_leaves_whole_lines(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], tail: bytes
) -> None:
    """Bytes behind the last line feed go, everything before it stays."""
    path = tmp_path_factory.mktemp("torn") / "articles.jsonl"
    torn = b"{" + tail.replace(b"\n", b"").replace(b"}", b"")
    whole = b"".join(line + b"\n" for line in lines)
    path.write_bytes(whole + torn)
    assert mend_last_line(path) == len(torn)
    assert path.read_bytes() == whole


def test_cutting_finds_line_feeds_far_from_the_end(tmp_path: Path) -> None:
    """A torn line may be longer than one piece of reading."""
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b"one\n" + b"x" * 200_000)
    assert mend_last_line(path) == 200_000
    assert path.read_bytes() == b"one\n"


def test_last_line_that_lacks_its_line_feed_is_kept(tmp_path: Path) -> None:
    """A record of a file that another program wrote without a final line feed is no torn one."""
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b'{"a": 1}\n{"b": 2}')
    assert mend_last_line(path) == 0
    assert path.read_bytes() == b'{"a": 1}\n{"b": 2}\n'


def test_cutting_leaves_alone_what_is_no_file(tmp_path: Path) -> None:
    """A file that is not there, and a folder, have no torn line."""
    assert mend_last_line(tmp_path / "nothing") == 0
    assert mend_last_line(tmp_path) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"headline": 7},
        {"body": "one paragraph"},
        {"body": [None]},
        {"revision": "1"},
        {"revision": -1},
        {"revision": 2**63},
        {"revision": True},
        {"photos": [{"url": ["u"]}]},
        {"evidence": {"headline": 1}},
    ],
)
def test_reading_refuses_values_of_another_type(wrong: dict[str, Any]) -> None:
    """A line of another program may hold anything; an article holds values of the declared types."""
    record = {**json.loads(article_line(article())), **wrong}
    with pytest.raises(ValueError, match=r"Expected"):
        read_article_line(json.dumps(record))


def test_reading_accepts_what_other_writers_do_to_text() -> None:
    """A lone surrogate, which `json.dumps` writes as an escape, does not make a record unreadable."""
    record = {**json.loads(article_line(article())), "headline": "a\ud800b"}
    assert read_article_line(json.dumps(record)).headline == "a\ud800b"


def test_reading_refuses_lines_that_are_nested_too_deeply() -> None:
    """A hostile line is refused as any other line that is no article."""
    with pytest.raises(ValueError, match=r"nested"):
        read_article_line('{"mood":' + "[" * 100_000 + "]" * 100_000 + "}")
