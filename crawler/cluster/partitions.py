"""Extracts the articles of one WARC file into one partition: atomically, and only once.

Both may be on any storage that fsspec supports: local folders, `s3://bucket/prefix`, and so on.
"""

from __future__ import annotations

import gzip
import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

import fsspec

from crawler.archive.selection import SUFFIXES, ResponseSelection
from crawler.items import USUAL_FIELDS, FieldSelection
from crawler.ledger.durable import replace_file
from crawler.records.lines import read_article_line
from crawler.replay import replay
from crawler.replay.revisions import ReplayedRevisions

FORMS = {"jsonl": ".jsonl.gz", "parquet": ".parquet"}
"""Formats of a partition, with the suffixes of its name."""


class StorageError(ValueError):
    """The patterns match no archives. Raised by `archives_at`."""


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """The work to do with every archive."""

    out: str
    """Folder of the results, as a path or URL of fsspec."""
    form: str = "jsonl"
    selection: ResponseSelection = field(default_factory=ResponseSelection)
    fields: FieldSelection = USUAL_FIELDS


@dataclass(frozen=True, slots=True)
class ArchiveResult:
    """The result of one archive."""

    archive: str
    articles: int = 0
    pages: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    damaged: tuple[str, ...] = ()
    is_old: bool = False
    """Whether its partition existed already."""


def archives_at(patterns: Sequence[str]) -> list[str]:
    """Return the archives that patterns name, sorted within each. Raises `StorageError`."""
    archives: list[str] = []
    for pattern in patterns:
        storage, path = fsspec.core.url_to_fs(pattern)
        names = [str(name) for name in sorted(storage.glob(path)) if str(name).endswith(SUFFIXES)]
        archives += [storage.unstrip_protocol(name) for name in names]
    if not archives:
        raise StorageError(f"no {' or '.join(SUFFIXES)} at {' '.join(patterns)}")
    return list(dict.fromkeys(archives))


def place_of(archive: str, plan: WorkPlan) -> str:
    """Return the place of an archive's partition: always the same for the same archive."""
    name = PurePosixPath(archive).name.removesuffix(".gz").removesuffix(".warc")
    mark = hashlib.sha256(archive.encode()).hexdigest()[:8]  # two folders may have files with the same name
    return f"{plan.out.rstrip('/')}/{name}-{mark}{FORMS[plan.form]}"


def extract_partition(archive: str, plan: WorkPlan) -> ArchiveResult:
    """Extract one archive, unless its partition exists. Raises `OSError` if the storage fails.

    The partition is written beside its place, or on this machine if its storage is remote, and moved there
    when it is complete: a crash in between leaves no partition.
    """
    storage, place = fsspec.core.url_to_fs(place_of(archive, plan))
    if storage.exists(place):
        return ArchiveResult(archive, is_old=True)
    with _local(archive) as path, tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "part"
        done = _written(archive, path, draft, plan)
        _moved(draft, storage, place)
    return done


@contextmanager
def _local(archive: str) -> Iterator[Path]:
    """Yield the archive as a local file, which the index needs; a remote archive is fetched."""
    storage, path = fsspec.core.url_to_fs(archive)
    if "file" in storage.protocol:
        yield Path(path)
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / PurePosixPath(path).name
        storage.get_file(path, str(copy))
        yield copy


def _written(archive: str, path: Path, draft: Path, plan: WorkPlan) -> ArchiveResult:
    revisions = ReplayedRevisions()
    articles = pages = 0
    reasons: Counter[str] = Counter()
    damaged: list[str] = []
    writer = _Lines(draft) if plan.form == "jsonl" else _Rows(draft)
    try:
        for replayed in replay([path], 1, plan.selection, plan.fields):
            for page in replayed.outcomes:
                pages += 1
                line = revisions.line_of(page)
                if line is not None:
                    articles += 1
                    writer.write(line)
                elif page.is_damaged:
                    damaged.append(f"{page.place} ({page.words})")
                else:
                    reasons[page.words or "archived again without a change"] += 1
    finally:
        writer.close()
    return ArchiveResult(archive, articles, pages, reasons, tuple(damaged))


class _Lines:
    def __init__(self, path: Path) -> None:
        self._raw = path.open("wb")
        self._file = cast("BinaryIO", gzip.GzipFile(filename="", mode="wb", fileobj=self._raw, mtime=0))

    def write(self, line: bytes) -> None:
        self._file.write(line)

    def close(self) -> None:
        self._file.close()
        self._raw.close()


class _Rows:
    def __init__(self, path: Path) -> None:
        from crawler.exporting.parquet import ParquetFile  # noqa: PLC0415  an extra

        self._file = ParquetFile(path)

    def write(self, line: bytes) -> None:
        self._file.write(read_article_line(line))

    def close(self) -> None:
        self._file.close()


def _moved(draft: Path, storage: Any, place: str) -> None:
    """Move a file to its place atomically: by renaming it, or in one request."""
    if "file" not in storage.protocol:
        storage.put_file(str(draft), place)  # object stores show it only when it is complete
        return
    target = Path(place)
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, draft.read_bytes())
