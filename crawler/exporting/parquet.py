"""Writes Parquet, one folder a month, with the schema of the record, lists and structures included.

Needs pyarrow, the extra `export`.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from crawler.exporting.rows import CRAWL, PUBLISHED_AT, PUBLISHED_DATE, REMOVED
from crawler.exporting.selection import published_at
from crawler.exporting.sources import StoredRevision
from crawler.items import Article
from crawler.records.lines import build_article
from crawler.text.printed_dates import day_of

UNDATED = "unknown"
GROUP = 1000  # rows in one row group
WAITING = 4000  # maximum number of buffered rows, over all months
OPEN = 100  # maximum number of open files; a month that is reopened gets another part

_MONTH = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])(?![^-])", re.ASCII)
_SCALARS: dict[object, pa.DataType] = {str: pa.string(), int: pa.int64(), bool: pa.bool_()}


class ParquetWriter:
    """Writes `month=2022-08/part-00001.parquet` and so on, by the month of publication.

    The month is no column of the files: readers of partitioned folders add it.
    """

    def __init__(self, folder: Path, record: type, record_of: Callable[[StoredRevision], Any]) -> None:
        self._folder = folder
        more = [pa.field(name, pa.string()) for name in (REMOVED, CRAWL)]
        self._schema = pa.schema([*table_schema(record), *more])
        self._record_of = record_of
        self._waiting: dict[str, list[dict[str, Any]]] = {}
        self._count = 0
        self._files: dict[str, pq.ParquetWriter] = {}
        self._parts: dict[str, int] = {}

    def write(self, revision: StoredRevision) -> None:
        """Write one row. Raises `OSError` if the disk refuses it."""
        match = _MONTH.match(revision.article.published or "")
        month = match[0] if match else UNDATED
        rows = self._waiting.setdefault(month, [])
        more = {REMOVED: revision.removed, CRAWL: revision.crawl}
        rows.append({**_row(self._record_of(revision)), **more})
        self._count += 1
        if len(rows) >= GROUP:
            self._flush(month)
        elif self._count >= WAITING:
            self._flush(max(self._waiting, key=lambda each: len(self._waiting[each])))

    def close(self) -> None:
        """Write the buffered rows, and finish the files."""
        for month in list(self._waiting):
            self._flush(month)
        for file in self._files.values():
            file.close()

    def _flush(self, month: str) -> None:
        rows = self._waiting.pop(month, [])
        self._count -= len(rows)
        if rows:
            self._file(month).write_table(pa.Table.from_pylist(rows, self._schema))

    def _file(self, month: str) -> pq.ParquetWriter:
        if month not in self._files:
            if len(self._files) >= OPEN:
                self._files.pop(next(iter(self._files))).close()
            self._parts[month] = self._parts.get(month, 0) + 1
            folder = self._folder / f"month={month}"
            folder.mkdir(exist_ok=True)
            path = folder / f"part-{self._parts[month]:05}.parquet"
            self._files[month] = pq.ParquetWriter(path, self._schema, compression="zstd")
        return self._files[month]


class ParquetFile:
    """One file of articles, written a group of rows at a time."""

    def __init__(self, path: Path) -> None:
        self._schema = table_schema(Article)
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, article: Article) -> None:
        """Write one row. Raises `OSError` if the disk refuses it."""
        self._rows.append(_row(article))
        if len(self._rows) >= GROUP:
            self._flush()

    def close(self) -> None:
        """Write the buffered rows, and finish the file."""
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(pa.Table.from_pylist(self._rows, self._schema))
            self._rows.clear()


def read_parquet(path: str | Path) -> Iterator[Article]:
    """Yield the articles of an export to Parquet, one by one: of a file, or of all files in a folder."""
    place = Path(path)
    files = sorted(place.rglob("*.parquet")) if place.is_dir() else [place]
    for part in files:
        with pq.ParquetFile(part) as file:
            for batch in file.iter_batches(batch_size=GROUP, columns=[f.name for f in fields(Article)]):
                for row in batch.to_pylist(maps_as_pydicts="strict"):
                    yield build_article(row)


def table_schema(record: type) -> pa.Schema:
    """Return the schema of a table: the record's, with day and moment of publication as typed columns."""
    schema = schema_of(record)
    place = schema.get_field_index("published") + 1
    schema = schema.insert(place, pa.field(PUBLISHED_AT, pa.timestamp("us", tz="UTC")))
    return schema.insert(place, pa.field(PUBLISHED_DATE, pa.date32()))


@cache
def schema_of(record: type) -> pa.Schema:
    """Return the Arrow schema of a record type: texts, whole numbers, lists, structures and maps of texts."""
    hints = typing.get_type_hints(record)
    return pa.schema([(each.name, _type_of(hints[each.name])) for each in fields(record)])


def _type_of(hint: Any) -> pa.DataType:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return pa.string()
    if is_dataclass(hint):
        return pa.struct(list(schema_of(typing.cast("type", hint))))
    parts = [part for part in typing.get_args(hint) if part not in (types.NoneType, Ellipsis)]
    if typing.get_origin(hint) is tuple:
        return pa.list_(_type_of(parts[0]))
    if typing.get_origin(hint) is Mapping:
        return pa.map_(_type_of(parts[0]), _type_of(parts[1]))
    return _type_of(parts[0])


def _row(record: Any) -> dict[str, Any]:
    moments = {
        PUBLISHED_DATE: day_of(record.published),
        PUBLISHED_AT: published_at(record.published),
    }
    return {**_plain(record), **moments}


def _plain(value: Any) -> Any:
    """Return a record in Python's own types; mappings become pairs, as Arrow requires."""
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return list(value.items()) if isinstance(value, Mapping) else value
