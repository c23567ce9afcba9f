"""Crawls are found by a directory of their own, a fleet's, or one that holds many."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from crawler.ledger.crawls import CRAWLS, LEDGERS, OUTPUTS, distinct_names, find_crawls


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a user's directory `data`: two crawls, a fleet with a shard that has not started, other things."""
    monkeypatch.chdir(tmp_path)
    files = (
        "a.cn/ledger.sqlite a.cn/articles.jsonl a.cn/pages/a.warc.gz b.cn/ledger.sqlite"
        " fleet/fleet.json fleet/shards/c.cn/ledger.sqlite fleet/shards/d.cn/articles.jsonl"
        " archive/replayed.jsonl exports/1/articles.csv notes.txt .hidden/ledger.sqlite"
    )
    for name in files.split():
        file = tmp_path / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "data" / "fleet" / "shards" / "e.cn").mkdir()
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        ("data/a.cn", "a.cn"),
        ("data/fleet", "fleet/shards/c.cn fleet/shards/d.cn"),
        ("data/fleet/shards", "fleet/shards/c.cn fleet/shards/d.cn"),
        ("data", "a.cn b.cn fleet/shards/c.cn fleet/shards/d.cn"),
        ("data/b.cn data", "b.cn a.cn fleet/shards/c.cn fleet/shards/d.cn"),
        ("data/a.cn data/a.cn/ data/../data/a.cn", "a.cn"),
        ("data/archive", "archive"),
    ],
)
@pytest.mark.usefixtures("data")
def test_crawls_are_found(arguments: str, paths: str) -> None:
    """Each comes once, in the order of the command line; a replay counts only if it is named itself."""
    crawls = find_crawls(arguments.split(), CRAWLS)
    assert [str(path) for path in crawls.paths] == [f"data/{each}" for each in paths.split()]
    assert not crawls.errors
    assert crawls.are_several == (arguments not in ("data/a.cn", "data/archive"))
    assert crawls.fleets == ((Path("data/fleet"),) if arguments.endswith(("data", "fleet")) else ())


def test_each_command_takes_the_crawls_that_it_can_read(data: Path) -> None:
    """A crawl without a ledger does not count for a command that reads ledgers, unless it is named."""
    assert [path.name for path in find_crawls([data], LEDGERS).paths] == ["a.cn", "b.cn", "c.cn"]
    assert [path.name for path in find_crawls([data], OUTPUTS).paths] == ["a.cn", "d.cn"]
    file = data / "a.cn" / "articles.jsonl"
    assert find_crawls([file], OUTPUTS).paths == (file,)


def test_paths_without_crawls_are_errors(data: Path) -> None:
    """Each is named with its remedy; the crawls beside it are found."""
    arguments = ["data/none", "data/notes.txt", "data/exports", "x" * 300, "data/b.cn"]
    crawls = find_crawls(arguments, OUTPUTS)
    assert crawls.paths == (Path("data/notes.txt"),)
    assert [str(error).partition(":")[0] for error in crawls.errors] == [
        "there is no data/none",
        "no articles in data/exports",
        f"there is no {'x' * 300}",
        "no articles in data/b.cn",
    ]
    (error,) = find_crawls(["data/notes.txt"], LEDGERS).errors
    assert str(error).startswith("data/notes.txt is a file: name the directory of a crawl")
    assert find_crawls([data / "exports"], CRAWLS).paths == ()


def test_crawl_that_cannot_be_read_hides_no_other(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory or file without the right to read it is named."""
    closed = {data / "a.cn", data / "fleet" / "shards" / "c.cn" / "ledger.sqlite"}
    monkeypatch.setattr(os, "access", lambda path, mode: mode == os.F_OK or path not in closed)
    crawls = find_crawls([data], LEDGERS)
    assert crawls.paths == (data / "b.cn",)
    assert {str(error) for error in crawls.errors} == {
        f"{each} cannot be read: permission denied" for each in closed
    }


@pytest.mark.parametrize("kind", ["directory", "pipe", "link"])
@pytest.mark.parametrize("named", ["a.cn", "."])
def test_ledger_that_is_no_file_is_told(data: Path, kind: str, named: str) -> None:
    """Also below a directory of many crawls, where it would otherwise be missed by nobody."""
    ledger = data / "a.cn" / "ledger.sqlite"
    ledger.unlink()
    if kind == "link":
        ledger.symlink_to("gone.sqlite")
    else:
        {"directory": os.mkdir, "pipe": os.mkfifo}[kind](ledger)
    (error,) = find_crawls([data / named], LEDGERS).errors
    assert str(error) == f"{ledger} is no regular file: move it away"


def test_directory_that_cannot_be_examined_is_passed_over(data: Path) -> None:
    """As a process's own directories under /proc; a link to a name that is too long is another."""
    (data / "long").symlink_to("x" * 300)
    assert len(find_crawls([data], LEDGERS).paths) == 3


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["/data/a", "/data/b"], ["a", "b"]),
        (["/x/a", "/y/a", "/y/b"], ["x/a", "y/a", "b"]),
        (["/1/shards/a", "/2/shards/a"], ["1/shards/a", "2/shards/a"]),
        (["/a", "/b/a"], ["//a", "b/a"]),
        (["/a/caf\udce9"], [r"caf\udce9"]),
        ([], []),
    ],
)
def test_names_are_distinct(paths: list[str], names: list[str]) -> None:
    """A name has as many parents as it needs; bytes that are not UTF-8 are written out."""
    assert distinct_names([Path(path) for path in paths]) == names


def test_current_directory_has_a_name(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`.` is named after the directory that it stands for."""
    monkeypatch.chdir(data / "a.cn")
    assert distinct_names([Path()]) == ["a.cn"]
