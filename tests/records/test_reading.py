"""Files of articles as other programs read them."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.records import read_articles
from crawler.records.lines import article_line
from tests.records.examples import full_article

FIRST_KEYS = (
    "schema id url canonical_url publisher language story headline kicker section published modified source"
    " bylines editors dateline photos body pages revision changed fetched archive extractor evidence"
).split()
"""The keys of `article/1`."""
FIRST, SECOND = full_article(), replace(full_article(), id="0" * 16, headline="Another one")


def test_articles_come_typed_and_in_order(tmp_path: Path) -> None:
    """Written articles are read back, also from a gzipped file; an empty file has none."""
    (tmp_path / "a.jsonl").write_bytes(article_line(FIRST) + article_line(SECOND))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(article_line(FIRST)))
    (tmp_path / "empty.jsonl").touch()
    assert list(read_articles(tmp_path / "a.jsonl")) == [FIRST, SECOND]
    assert list(read_articles(str(tmp_path / "a.jsonl.gz"))) == [FIRST]
    assert list(read_articles(tmp_path / "empty.jsonl")) == []


def test_articles_of_both_versions_are_read(tmp_path: Path) -> None:
    """A crawl that began with an earlier version of the program has lines without the newer keys."""
    of_first = {name: value for name, value in json.loads(article_line(FIRST)).items() if name in FIRST_KEYS}
    line = json.dumps({**of_first, "schema": "article/1"}).encode() + b"\n"
    (tmp_path / "a.jsonl").write_bytes(line + article_line(SECOND))
    first, second = read_articles(tmp_path / "a.jsonl")
    assert (first.schema, second.schema) == ("article/1", "article/2")
    assert {name: getattr(first, name) for name in of_first if name not in ("schema", "photos")} == {
        name: getattr(FIRST, name) for name in of_first if name not in ("schema", "photos")
    }
    assert [photo.caption for photo in first.photos] == [photo.caption for photo in FIRST.photos]


def test_growing_file_is_gone_on_with(tmp_path: Path) -> None:
    """Half a line is left for later; the offset leads to it, and nothing comes twice or never."""
    file, line = tmp_path / "a.jsonl", article_line(SECOND)
    file.write_bytes(article_line(FIRST) + line[:50])
    articles = read_articles(file)
    assert list(articles) == [FIRST]
    file.write_bytes(article_line(FIRST) + line)
    later = read_articles(file, articles.offset)
    assert list(later) == [SECOND]
    assert (later.offset, later.line) == (file.stat().st_size, 1)


def test_line_that_is_no_article_is_named(tmp_path: Path) -> None:
    """The place is named, and the next line can be read."""
    file = tmp_path / "a.jsonl"
    file.write_bytes(article_line(FIRST) + b"{}\n" + article_line(SECOND))
    with read_articles(file) as articles:
        assert next(articles) == FIRST
        with pytest.raises(ValueError, match=f"{re.escape(str(file))}, at byte {len(article_line(FIRST))}: "):
            next(articles)
        assert next(articles) == SECOND
