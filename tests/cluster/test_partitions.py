"""Partitions: each holds the articles of one archive, whole or not at all, wherever it is stored."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from moto.server import ThreadedMotoServer

from crawler.archive.selection import ResponseSelection
from crawler.cluster.child import ChildError, extract_apart
from crawler.cluster.partitions import StorageError, WorkPlan, archives_at, extract_partition, place_of
from crawler.exporting.parquet import read_parquet
from crawler.items import UNREAD, Detail, FieldSelection, Structure
from crawler.records import read_articles
from crawler.records.lines import article_line
from tests.replay.test_replay import all_outcomes, archive, story


def lines(place: str) -> list[bytes]:
    """Return the lines of a partition."""
    with fsspec.open(place, "rb") as file:
        return gzip.decompress(file.read()).splitlines(keepends=True)


def expected(path: Path) -> list[bytes]:
    """Return the lines that one process makes of an archive."""
    return [outcome.line for outcome in all_outcomes(path) if outcome.line is not None]


def test_partition_is_what_one_process_makes(tmp_path: Path) -> None:
    """Line by line, and in Parquet record by record; a second time, nothing is done."""
    path = archive(tmp_path / "a.warc.gz", *map(story, range(1, 8)))
    for form in ("jsonl", "parquet"):
        plan = WorkPlan(str(tmp_path / "out"), form)
        done = extract_partition(str(path), plan)
        assert (done.articles, done.pages, done.is_old) == (7, 7, False)
        assert extract_partition(str(path), plan).is_old
    assert lines(place_of(str(path), WorkPlan(str(tmp_path / "out")))) == expected(path)
    parquet = Path(place_of(str(path), WorkPlan(str(tmp_path / "out"), "parquet")))
    assert [article_line(article) for article in read_parquet(parquet)] == expected(path)
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_files_of_one_name(tmp_path: Path) -> None:
    """Archives of the same name in two folders have partitions of their own."""
    for folder in "ab":
        (tmp_path / folder).mkdir()
        archive(tmp_path / folder / "x.warc.gz", story(1))
    archives = archives_at([str(tmp_path / "*" / "*.warc.gz")])
    assert len({place_of(each, WorkPlan(str(tmp_path / "out"))) for each in archives}) == 2


def test_child_process(tmp_path: Path) -> None:
    """A child process does the same; its faults are reported in a line."""
    path = archive(tmp_path / "a.warc.gz", *map(story, range(1, 4)))
    path.write_bytes(path.read_bytes()[:-20])
    selection = ResponseSelection.parse(hosts="lanqiao.test")
    plan = WorkPlan(
        str(tmp_path / "out"), "jsonl", selection, FieldSelection(Structure.BLOCKS, frozenset({Detail.DECK}))
    )
    done = extract_apart(str(path), plan)
    assert done.articles == 2
    articles = list(read_articles(place_of(str(path), plan)))
    assert all(each.blocks and "deck" not in each.evidence[UNREAD] for each in articles)
    assert "a.warc.gz#" in done.damaged[0]
    with pytest.raises(ChildError, match="No such file"):
        extract_apart(str(tmp_path / "none.warc.gz"), plan)


def test_half_a_partition_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that dies while writing leaves nothing that counts, and the next try makes it."""
    path = archive(tmp_path / "a.warc.gz", story(1))
    plan = WorkPlan(str(tmp_path / "out"))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _die)
        with pytest.raises(KeyboardInterrupt):
            extract_partition(str(path), plan)
    assert not Path(place_of(str(path), plan)).exists()
    assert not extract_partition(str(path), plan).is_old


def _die(*_: object) -> None:
    raise KeyboardInterrupt


def test_no_archives(tmp_path: Path) -> None:
    """A pattern without archives is an error in words."""
    (tmp_path / "page.html").touch()
    with pytest.raises(StorageError, match=r"no \.warc\.gz or \.warc at"):
        archives_at([str(tmp_path / "*")])


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Start an object store on loopback, with one bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.delenv("AWS_CA_BUNDLE", raising=False)
    store: Any = fsspec.filesystem("s3", skip_instance_cache=True)
    store.mkdir("news")
    yield "s3://news"
    fsspec.filesystem("s3").clear_instance_cache()
    server.stop()


def test_object_store(tmp_path: Path, bucket: str) -> None:
    """Archives and partitions may be in an object store; a rerun finds the existing ones."""
    path = archive(tmp_path / "a.warc.gz", *map(story, range(1, 6)))
    store: Any = fsspec.filesystem("s3")
    store.put_file(str(path), f"{bucket}/in/a.warc.gz")
    store.put_file(str(path), f"{bucket}/in/other.txt")
    (archived,) = archives_at([f"{bucket}/in/*"])
    plan = WorkPlan(f"{bucket}/out")
    assert extract_apart(archived, plan).articles == 5
    records = [json.loads(line) for line in lines(place_of(archived, plan))]
    assert [record["id"] for record in records] == [json.loads(line)["id"] for line in expected(path)]
    assert extract_partition(archived, plan).is_old
