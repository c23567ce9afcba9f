"""Tests of crawls whose ledger was damaged, and rebuilt from the articles and the archive."""

from __future__ import annotations

import gzip
import shutil
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.rebuilding.ledger import rebuild
from tests.durability.site import Crawl, check_archive, story
from tests.house.site import scrapy

STORIES = 40
REDIRECTED = {story(number) for number in range(STORIES - 4, STORIES)}
"""Articles to which another URL redirects. No file names such a URL, so that it is requested again."""


def damage(crawl: Crawl) -> bytes:
    """Overwrite the header of a ledger; return its new content."""
    path = crawl.folder / "ledger.sqlite"
    content = path.read_bytes()
    path.write_bytes(bytes(100) + content[100:])
    for name in ("ledger.sqlite-wal", "ledger.sqlite-shm"):
        (crawl.folder / name).unlink(missing_ok=True)
    return path.read_bytes()


def paths(crawl: Crawl, is_killed: bool = False) -> set[str]:
    """Return the paths of the written articles."""
    return {record["url"].removeprefix(crawl.server.origin) for record in crawl.records(is_killed)}


def check_complete(crawl: Crawl) -> None:
    """Check that every article and its page are there once, and that the ledger is sound."""
    articles = Counter(record["url"].removeprefix(crawl.server.origin) for record in crawl.records())
    assert articles == Counter(story(number) for number in range(STORIES))
    check_archive(crawl)
    assert scrapy("ledger", "check", str(crawl.folder)).returncode == ExitStatus.COMPLETE


@pytest.mark.parametrize("is_killed", [False, True])
def test_the_next_run_fetches_nothing_twice(crawl: Crawl, is_killed: bool) -> None:
    """It fetches the missing articles, also on later pages of lists whose first is known."""
    if is_killed:
        assert crawl.killed_at(500).returncode == -signal.SIGKILL
    else:
        crawl.run("-a", "limit=15")
    before = paths(crawl, is_killed)
    assert 10 < len(before) < STORIES
    damaged = damage(crawl)
    refused = scrapy("ledger", "check", str(crawl.folder))
    assert refused.returncode == ExitStatus.BAD_ARGUMENTS
    assert "scrapy ledger rebuild" in refused.stderr
    done = scrapy("ledger", "rebuild", str(crawl.folder))
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    (aside,) = crawl.folder.glob("ledger.sqlite.damaged-*")
    assert str(aside) in done.stdout
    assert aside.read_bytes() == damaged
    assert scrapy("ledger", "check", str(crawl.folder)).stdout == "the ledger is sound\n"
    crawl.run()
    assert not (before & crawl.asked.keys()) - REDIRECTED
    assert f"{STORIES} of" in scrapy("audit", str(crawl.folder)).stdout
    check_complete(crawl)


def test_moved_articles_are_named(complete: Crawl, tmp_path: Path) -> None:
    """An article whose line was moved away is not written again, if its file is named."""
    check_complete(complete)
    moved = tmp_path / "articles-2022.jsonl.gz"
    moved.write_bytes(gzip.compress(complete.output()))
    (complete.folder / "articles.jsonl").unlink()
    damage(complete)
    assert scrapy("ledger", "rebuild", str(complete.folder), str(moved)).returncode == ExitStatus.COMPLETE
    complete.run()
    assert complete.records() == []
    assert not ({story(number) for number in range(STORIES)} & complete.asked.keys()) - REDIRECTED


def test_a_record_that_was_cut_short_is_truncated(complete: Crawl) -> None:
    """The half at the end of an archive goes; damage before whole records costs nothing else."""
    (archive,) = (complete.folder / "pages").iterdir()
    content = archive.read_bytes()
    archive.write_bytes(content + content[:200])
    damage(complete)
    rebuild(complete.folder, [], [])
    assert archive.read_bytes() == content
    middle = complete.records()[STORIES // 2]["archive"].partition("#")[2]
    spoilt = content[: int(middle) + 20] + bytes(40) + content[int(middle) + 60 :]
    archive.write_bytes(spoilt)
    damage(complete)
    rebuild(complete.folder, [], [])
    assert archive.read_bytes() == spoilt


def test_a_killed_rebuilding_is_repeated(crawl: Crawl, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it ends, a ledger is there or the next rebuilding makes one; the damaged one is never lost."""
    crawl.run("-a", "limit=12")
    damaged, rename = damage(crawl), Path.rename
    for ends in range(2):
        folder = crawl.folder.with_name(f"copy{ends}")
        shutil.copytree(crawl.folder, folder)
        names = iter(range(10))

        def killed(path: Path, target: Path, ends: int = ends, names: Iterator[int] = names) -> Path:
            if next(names) == ends:
                raise KeyboardInterrupt
            return rename(path, target)

        monkeypatch.setattr(Path, "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            rebuild(folder, [], [])
        monkeypatch.undo()
        rebuild(folder, [], [])
        assert any(path.read_bytes() == damaged for path in folder.glob("ledger.sqlite.damaged-*"))
        assert Crawl(crawl.server, folder).done() >= paths(crawl)


def test_a_directory_in_the_place_of_the_ledger_is_moved_aside(crawl: Crawl) -> None:
    """And so is a ledger of another program."""
    crawl.run("-a", "limit=12")
    (crawl.folder / "ledger.sqlite").unlink()
    (crawl.folder / "ledger.sqlite").mkdir()
    assert scrapy("ledger", "rebuild", str(crawl.folder)).returncode == ExitStatus.COMPLETE
    (aside,) = crawl.folder.glob("ledger.sqlite.damaged-*")
    assert aside.is_dir()
    crawl.run()
    check_complete(crawl)
