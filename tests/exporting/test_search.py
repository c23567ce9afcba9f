"""The search of an export to SQLite finds words as people type them, in scripts with and without spaces."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.exporting.export import ExportFormat, export
from crawler.exporting.search import LONGEST, runs_of, words_of
from crawler.exporting.sources import StoredRevisions, sources_of
from tests.exporting.test_export import article, crawl

TEXTS = {
    "zh-Hans": (
        "渔民回来了",
        "临水市渔民协会和5G网络公司昨日开会，讨论水上运输安全管理条例。伊万·林水科夫出席。",
    ),
    "zh-Hant": ("漁船返航", "漁船昨日返航。"),
    "ja": ("漁師が帰る", "藍橋のコミュニケーションセンターで船が待つ。"),
    "ko": ("어민들이 돌아왔다", "어민들이 린수이 항구로 돌아왔다."),
    "en": ("The ferryman returns", "The café at Linshui opens on Aug. 6, with COVID-19 tests. 渔 is a sign."),
    "ru": ("Паром вернулся", "Паромы ждут у причала."),
    "hi": ("नाव लौट आई", "हिन्दी समाचार: नाव लौट आई।"),
    "th": ("เรือข้ามฟากกลับมา", "ชาวประมงกลับบ้านแล้ว"),
}
FOUND = {
    "渔": ["zh-Hans", "en"],
    "渔民": ["zh-Hans"],
    "5G": ["zh-Hans"],
    "5G网络": ["zh-Hans"],
    "网络": ["zh-Hans"],
    "临水市": ["zh-Hans"],
    "渔民协会": ["zh-Hans"],
    "水上运输安全管理条例": ["zh-Hans"],
    "昨日开会，讨论": ["zh-Hans"],
    "林水科夫": ["zh-Hans"],
    "伊万·林水科夫": ["zh-Hans"],
    "昨日": ["zh-Hans", "zh-Hant"],
    "渔船": [],
    "漁": ["zh-Hant", "ja"],
    "漁船": ["zh-Hant"],
    "船": ["zh-Hant", "ja"],
    "藍橋": ["ja"],
    "センター": ["ja"],
    "コミュニケーション": ["ja"],
    "어": ["ko"],
    "어민": ["ko"],
    "돌아왔다": ["ko"],
    "ferryman": ["en"],
    "FERRYMAN": ["en"],
    "ferry": [],
    "cafe": ["en"],
    "CAFÉ": ["en"],
    "covid-19": ["en"],
    "Aug.": ["en"],
    "Паром": ["ru"],
    "паромы": ["ru"],
    "причал": [],
    "हिन्दी": ["hi"],
    "ประมง": ["th"],
    "渔民 网络": ["zh-Hans"],
    "渔民 5G": ["zh-Hans"],
    "渔民 ferryman": [],
    "渔 ferryman": ["en"],
    '"with COVID"': ["en"],
    '"tests with"': [],
    "*": [],
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Yield the export of a crawl with one article in each language."""
    folder = tmp_path_factory.mktemp("search")
    texts = enumerate(TEXTS.items())
    found = [article(at, language=tag, headline=head, body=(body,)) for at, (tag, (head, body)) in texts]
    revisions = StoredRevisions(sources_of([crawl(folder / "a", *found)]), {}, is_latest=True)
    export(revisions, folder / "out", ExportFormat("sqlite"))
    with closing(sqlite3.connect(folder / "out" / "articles.sqlite")) as opened:
        yield opened


def as_datasette(typed: str) -> str:
    """Return the query that Datasette makes of a search: each word without quotes gets some."""
    return " ".join(
        word if word.startswith('"') else f'"{word}"' for word in re.findall(r'"[^"]*"|\S+', typed)
    )


@pytest.mark.parametrize("typed", FOUND)
def test_words_are_found_as_typed(database: sqlite3.Connection, typed: str) -> None:
    """Chinese, Japanese and Korean words of any length, whole words of other scripts."""
    search = (
        "SELECT language FROM articles WHERE rowid IN"
        " (SELECT rowid FROM articles_search WHERE articles_search MATCH ?) ORDER BY rowid"
    )
    assert [tag for (tag,) in database.execute(search, [as_datasette(typed)])] == FOUND[typed]


def test_datasette_detects_the_search(database: sqlite3.Connection) -> None:
    """It looks for a virtual table whose content is the table, and takes the first."""
    known = (
        "SELECT name FROM sqlite_master WHERE rootpage = 0 AND"
        " sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"articles\"%'"
    )
    assert database.execute(known).fetchall() == [("articles_search",)]


@pytest.mark.parametrize(("typed", "expected"), [("渔民", 1), ("网络", 0), ("ferryman", 1), ("回来了", 1)])
def test_column_is_searched_alone(database: sqlite3.Connection, typed: str, expected: int) -> None:
    """Datasette's `_search_headline` finds the words of headlines, and not those of bodies."""
    search = (
        "SELECT count(*) FROM articles WHERE rowid IN"
        " (SELECT rowid FROM articles_search WHERE headline MATCH ?)"
    )
    assert database.execute(search, [f'"{typed}"']).fetchone() == (expected,)


def test_results_are_ranked(tmp_path: Path) -> None:
    """A word in the headline counts more than one in the body, and more of them more than one."""
    texts = {"once": ("林水", "渔民" + "来" * 30), "often": ("林水", "渔民" * 5 + "来" * 22)}
    texts |= {"headline": ("渔民", "来" * 32), "never": ("林水", "来" * 32)}
    found = [
        article(at, kicker=name, headline=head, body=(body,))
        for at, (name, (head, body)) in enumerate(texts.items())
    ]
    revisions = StoredRevisions(sources_of([crawl(tmp_path / "a", *found)]), {}, is_latest=True)
    export(revisions, tmp_path / "out", ExportFormat("sqlite"))
    search = (
        "SELECT kicker FROM articles_fts JOIN articles ON articles.rowid = articles_fts.rowid"
        " WHERE articles_fts MATCH '渔民' ORDER BY rank"
    )
    with closing(sqlite3.connect(tmp_path / "out" / "articles.sqlite")) as database:
        assert [name for (name,) in database.execute(search)] == ["headline", "often", "once"]


@given(st.text("渔民A5 ，·カ어\u0301_", max_size=20))
def test_each_part_of_a_word_is_one(text: str) -> None:
    """All parts of up to four characters that have a Chinese one, and no part of two words."""
    words = words_of(text).split()
    for start in range(len(text)):
        for end in range(start + 1, start + LONGEST + 1):
            part = text[start:end]
            if re.fullmatch("[A5]*[渔民カ어][渔民カ어A5]*", part):
                assert part in words
    assert all(word in text for word in words)


def test_text_without_such_characters_stays() -> None:
    """It is indexed as it is, and has no trigrams."""
    assert (words_of("Ferry no. 5"), runs_of("Ferry no. 5")) == ("Ferry no. 5", "")


def test_long_text_takes_little_memory() -> None:
    """The size of the indexed text is a fixed multiple of the text's, however long a run is."""
    sizes = [len(words_of("渔" * 1000 * size)) for size in (1, 2, 4)]
    assert all(1.9 * short < long < 2.1 * short for short, long in pairwise(sizes))
