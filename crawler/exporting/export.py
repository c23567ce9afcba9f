"""Writes an export: first into a folder beside its place, which is renamed when it is complete."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from crawler.exporting.archives import ArchiveIndex, NoArchiveError, archive_files
from crawler.exporting.cdxj import write_cdxj
from crawler.exporting.drafts import draft_of
from crawler.exporting.export_error import ExportError
from crawler.exporting.images.folder import ImageFolder
from crawler.exporting.images.shards import Shards
from crawler.exporting.images.writing import PictureWriter
from crawler.exporting.lines import LinesWriter, json_ld_line, ninjs_line, text_free_line, whole_line
from crawler.exporting.manifest import MANIFEST, described_file, write_manifest
from crawler.exporting.selection import ExportSelection, select
from crawler.exporting.sources import StoredRevision, StoredRevisions
from crawler.exporting.stores import StoreError, copy_folder, is_half_a_url, is_remote, is_taken
from crawler.exporting.tables import CsvWriter, SqliteWriter
from crawler.exporting.textfree import TextFree, without_text
from crawler.exporting.tombstones import RemovalCounts, Tombstones
from crawler.exporting.wacz import write_wacz
from crawler.items import SCHEMA, Article
from crawler.program import how_to_add

TAKEN = "{} exists; choose another place, or delete it first"
_NO_VARIANT = "{} has no variant without text; choose jsonl, csv, sqlite or parquet"


class RevisionWriter(Protocol):
    """Writes revisions into files."""

    def write(self, revision: StoredRevision) -> None:
        """Write one revision."""

    def close(self) -> None:
        """Finish the files."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """The format of an export."""

    name: str
    """One of `FORMS`, `PICTURES` or `ARCHIVES`."""
    packing: str = "gz"
    """Compression of JSON Lines: `gz`, `zst` or `none`."""
    most: int = 50_000
    """Maximum number of records in a part of JSON Lines, or of pictures in a shard."""
    has_text: bool = True


FORMS = ("parquet", "jsonl", "csv", "sqlite", "jsonld", "ninjs")
"""Formats of articles."""
PICTURES = ("images", "webdataset")
"""Formats of the fetched pictures."""
ARCHIVES = ("wacz", "cdxj")
"""Formats of the archived pages, from the WARC files of crawls."""
_OBJECTS = {"jsonld": json_ld_line, "ninjs": ninjs_line}
"""Formats with one JSON object of a standard a line, and the function that makes the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportNumbers:
    """The numbers of an export by its format."""

    records: int
    """Articles; pictures in a format of `PICTURES`."""
    captures: int = 0
    """Archived responses in a format of `ARCHIVES`."""
    damaged: int = 0
    """Records of WARC files that cannot be read."""
    skipped: int = 0
    """Pictures whose files are missing or changed, in a format of `PICTURES`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported(ExportNumbers):
    """The result of an export."""

    place: str
    """The folder, or the URL of a store."""
    files: int
    size: int
    """Bytes."""
    unreadable: tuple[str, ...]
    """The places and the faults of lines of the sources that are no articles."""
    removals: RemovalCounts
    """Removals, and returns of removed articles, since the earlier export."""


def export(
    revisions: StoredRevisions,
    place: str | Path,
    form: ExportFormat,
    selection: ExportSelection = ExportSelection(),  # noqa: B008  frozen
    report: Callable[[int], None] = lambda _: None,
) -> Exported:
    """Export the selected revisions into a new folder. `report` gets the number of records, or of captures.

    A place such as `s3://bucket/exports/1` gets the manifest last: an export without it is incomplete. Raises
    `ExportError` if the place exists, cannot be reached, or an extra is missing, and `OSError` if a write
    fails: then nothing is left behind.
    """
    if is_half_a_url(str(place)):
        raise ExportError(f"{place} is half a URL: write s3://bucket/folder, or ./ before a name")
    if not is_remote(str(place)):
        return _export_here(revisions, Path(place), form, selection, report)
    try:
        if is_taken(str(place)):
            raise ExportError(TAKEN.format(place))
        with TemporaryDirectory() as parent:
            done = _export_here(revisions, Path(parent) / "export", form, selection, report)
            copy_folder(Path(done.place), str(place), MANIFEST)
    except StoreError as error:
        raise ExportError(str(error)) from error
    return replace(done, place=str(place))


def _export_here(
    revisions: StoredRevisions,
    out: Path,
    form: ExportFormat,
    selection: ExportSelection,
    report: Callable[[int], None],
) -> Exported:
    if out.exists():
        raise ExportError(TAKEN.format(out))
    _refuse_parts_of_an_archive(form, revisions, selection)
    tombstones = Tombstones(revisions.sources, revisions.removals_since)
    with draft_of(out) as draft:
        contents = _written(form, draft, revisions, selection, report)
        removals = tombstones.write(draft)
        files = [described_file(file, draft) for file in sorted(draft.rglob("*")) if file.is_file()]
        stated = {
            "format": form.name,
            "schema": SCHEMA,
            "text": form.has_text,
            "records": contents.records,
        }
        write_manifest(draft, stated, files, (revisions.positions, tombstones.positions))
    return Exported(
        **asdict(contents),
        place=str(out),
        files=len(files),
        size=sum(each["bytes"] for each in files),
        unreadable=tuple(revisions.unreadable),
        removals=removals,
    )


def _refuse_parts_of_an_archive(
    form: ExportFormat, revisions: StoredRevisions, selection: ExportSelection
) -> None:
    """Raise `ExportError` for options that would have no effect on an archive."""
    if form.name not in ARCHIVES:
        return
    if revisions.since:
        raise ExportError(f"{form.name} has all archived pages: leave out --since-revision")
    if not form.has_text:
        raise ExportError(_NO_VARIANT.format(form.name))
    if form.name == "cdxj" and selection != ExportSelection():
        raise ExportError("cdxj has all archived pages: leave out the selection of articles")


def _written(
    form: ExportFormat,
    draft: Path,
    revisions: StoredRevisions,
    selection: ExportSelection,
    report: Callable[[int], None],
) -> ExportNumbers:
    """Write an export. Raises `ExportError`."""
    selected = select(revisions, selection)
    if form.name in FORMS:
        return ExportNumbers(records=_write(writer_of(form, draft), selected, report))
    if form.name in PICTURES:
        return _write_pictures(form, draft, revisions, selected, report)
    try:
        files = archive_files(revisions.sources)
    except NoArchiveError as error:
        raise ExportError(str(error)) from error
    records, index = 0, ArchiveIndex(())
    if form.name == "cdxj":
        index = write_cdxj(draft, files, report)
    else:
        records, index = write_wacz(draft, files, (revision.article for revision in selected), report)
    return ExportNumbers(records=records, captures=index.captures, damaged=index.damaged)


def _write_pictures(
    form: ExportFormat,
    draft: Path,
    revisions: StoredRevisions,
    selected: Iterable[StoredRevision],
    report: Callable[[int], None],
) -> ExportNumbers:
    """Write the pictures of the selected revisions. Raises `ExportError`."""
    if not form.has_text:
        raise ExportError(_NO_VARIANT.format(form.name))
    store = Shards(draft, form.most) if form.name == "webdataset" else ImageFolder(draft)
    crawls = {source.name: source.file.parent for source in revisions.sources}
    writer = PictureWriter(draft, store, crawls)
    _write(writer, selected, report)
    return ExportNumbers(records=writer.pictures, skipped=writer.faults.total())


def writer_of(form: ExportFormat, folder: Path) -> RevisionWriter:
    """Return the writer of a format. Raises `ExportError`."""
    record: type = Article if form.has_text else TextFree
    record_of: Callable[[StoredRevision], Any] = _article if form.has_text else _text_free
    if form.name == "parquet":
        try:
            from crawler.exporting.parquet import ParquetWriter  # noqa: PLC0415  an extra
        except ImportError:
            raise ExportError(f"Parquet needs pyarrow: {how_to_add('export')}") from None
        return ParquetWriter(folder, record, record_of)
    if form.name == "csv":
        return CsvWriter(folder, record, record_of)
    if form.name == "sqlite":
        return SqliteWriter(folder, record, record_of)
    return LinesWriter(folder, _line_of(form), form.packing, form.most)


def _line_of(form: ExportFormat) -> Callable[[StoredRevision], bytes]:
    if form.name not in _OBJECTS:
        return whole_line if form.has_text else text_free_line
    if not form.has_text:
        raise ExportError(f"{form.name} without text would be empty; choose jsonl, csv, sqlite or parquet")
    return _OBJECTS[form.name]


def _article(revision: StoredRevision) -> Article:
    return revision.article


def _text_free(revision: StoredRevision) -> TextFree:
    return without_text(revision.article)


def _write(writer: RevisionWriter, revisions: Iterable[StoredRevision], report: Callable[[int], None]) -> int:
    records = 0
    try:
        for records, revision in enumerate(revisions, start=1):
            writer.write(revision)
            if records % 1000 == 0:
                report(records)
    finally:
        writer.close()
    return records
