"""Tests of where the articles go."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Spider
from scrapy.settings import Settings

from crawler.extensions.crawl_directory import CrawlDirectory, start_host
from crawler.feeds.outputs import appended_file, directory_name, local_path, output_of


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("out.jsonl", Path("out.jsonl")),
        ("/data/out.jsonl", Path("/data/out.jsonl")),
        (Path("out.jsonl"), Path("out.jsonl")),
        ("file:///data/a%20b.jsonl", Path("/data/a b.jsonl")),
        ("C:\\data\\out.jsonl", Path("C:\\data\\out.jsonl")),
        ("stdout:", None),
        ("s3://bucket/out.jsonl", None),
        ("ftp://host/out.jsonl", None),
    ],
)
def test_local_files_are_told_from_the_rest(uri: str | Path, path: Path | None) -> None:
    """Only a local file can hold articles of an earlier run."""
    assert local_path(uri) == path


@pytest.mark.parametrize(
    ("feeds", "path"),
    [
        ({}, None),
        ({"a.jsonl": {"format": "jsonlines"}}, Path("a.jsonl")),
        ({"a.jsonl": {}}, Path("a.jsonl")),
        ({"a.jsonl": {"overwrite": True}}, None),
        ({"a.jsonl": {"format": "jl", "postprocessing": ["some.Gzip"]}}, None),
        ({"a.json": {"format": "json"}}, None),
        ({"stdout:": {"format": "jl"}}, None),
        ({"a.csv": {"format": "csv"}, "b.data": {"format": "jl"}}, Path("b.data")),
    ],
)
def test_file_that_is_appended_to_is_found(feeds: dict[str | Path, Any], path: Path | None) -> None:
    """JSON Lines that are not overwritten have a past."""
    assert appended_file(feeds) == path


def test_outputs_are_named_for_people() -> None:
    """Several outputs are all named, standard output by its name."""
    assert output_of({}) is None
    assert output_of({"stdout:": {}, Path("a.jsonl"): {}}) == "standard output, a.jsonl"


@pytest.mark.fault(103)
@given(st.text(max_size=400))
def test_directory_names_are_plain_names(host: str) -> None:
    """Whatever a host is called, its directory is one name that stays in its folder."""
    name = directory_name(host)
    assert Path(name).name == name
    assert name not in {"", ".", ".."}
    assert len(name.encode()) <= 100
    assert "\0" not in name


def test_directory_name_is_readable() -> None:
    """A host is recognised in it; a port is kept apart."""
    assert directory_name("WWW.Example.cn") == "www.example.cn"
    assert directory_name("127.0.0.1:8000") == "127.0.0.1_8000"
    assert directory_name("../..") == "crawl"


@pytest.mark.fault(103)
@pytest.mark.parametrize("host", ["con", "NUL", "com1.example.cn", "aux"])
def test_devices_are_no_directories(host: str) -> None:
    """A device of Windows gets a name of its own."""
    assert directory_name(host).startswith("_")


@pytest.mark.fault(103)
def test_long_hosts_have_directories_of_their_own() -> None:
    """Two hosts that differ behind the hundredth character do not share one."""
    assert directory_name("a" * 300 + ".cn") != directory_name("a" * 301 + ".cn")


def spider(**arguments: Any) -> Spider:
    """Return a spider that was given these arguments."""
    return Spider("test", arguments=SimpleNamespace(**arguments))


def updated(made: Spider | None, **settings: Any) -> Settings:
    """Return settings after the add-on completed them, with this project's empty CRAWL_DIR in them."""
    completed = Settings()
    completed.set("CRAWL_DIR", "", "project")
    for name, value in settings.items():
        completed.set(name, value, "cmdline")
    CrawlDirectory(made).update_settings(completed)
    return completed


def test_directory_is_named_after_the_first_host() -> None:
    """Without a word from the user, a crawl lies in data/<host>/ of the project."""
    settings = updated(spider(start=("http://user@news.example.cn/a", "http://b.example/")))
    folder = Path(settings["CRAWL_DIR"])
    assert folder.parts[-2:] == ("data", "news.example.cn")
    assert settings.getbool("LEDGER_ENABLED")
    assert not settings.getdict("FEEDS")


def test_directory_of_the_user_is_taken(tmp_path: Path) -> None:
    """CRAWL_DIR decides where the ledger lies, and everything that follows from it."""
    settings = updated(spider(start=("http://a.example/",)), CRAWL_DIR=str(tmp_path))
    assert settings["CRAWL_DIR"] == str(tmp_path)
    assert settings["SCHEDULER"].endswith("LedgerScheduler")


def test_output_of_the_user_replaces_the_default() -> None:
    """With -o or -O there is no second output, and no ledger."""
    feeds = {"out.jsonl": {"format": "jsonl"}}
    settings = updated(spider(start=("http://a.example/",)), FEEDS=feeds)
    assert settings.getdict("FEEDS") == feeds
    assert not settings.getbool("LEDGER_ENABLED")


def test_limit_closes_the_spider() -> None:
    """Scrapy itself ends the crawl at the limit."""
    assert updated(spider(start=("http://a.example/",), limit=7)).getint("CLOSESPIDER_ITEMCOUNT") == 7
    assert updated(spider(start=("http://a.example/",), limit=None)).getint("CLOSESPIDER_ITEMCOUNT") == 0


@pytest.mark.parametrize("made", [None, Spider("test"), spider(start=())])
def test_other_spiders_keep_their_settings(made: Spider | None) -> None:
    """`scrapy shell` and foreign spiders write nothing without a request."""
    assert start_host(made) is None
    assert not updated(made).getdict("FEEDS")
