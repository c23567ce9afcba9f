"""Exports articles as JSON Lines, appended to a file without incomplete lines, and as rows of CSV and XML."""

from __future__ import annotations

import logging
import os
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Self

from scrapy.exporters import BaseItemExporter, CsvItemExporter, XmlItemExporter
from scrapy.utils.defer import deferred_from_coro

from crawler.exporting.rows import NO_COLUMN, REMOVED, columns, row
from crawler.feeds.outputs import LINE_FORMATS
from crawler.internals.outputs import OpenFileStorage
from crawler.items import Article
from crawler.reasons.finish import Finish
from crawler.records.cells import harmless
from crawler.records.lines import article_line, json_line, mend_last_line
from crawler.text.xml_characters import valid_xml

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

__all__ = ["ArticleLinesExporter", "FlatCsvExporter", "FlatXmlExporter", "LineFileStorage", "article_line"]

_NESTED = ("dateline", *sorted(NO_COLUMN))
"""Fields of the record without a column of their own."""


class ArticleLinesExporter(BaseItemExporter):
    """JSON Lines as `article_line` writes them, each line on file at once.

    Of Scrapy's feed options, `fields` is honoured; `encoding` and `indent` are not, since JSON is UTF-8 (RFC
    8259) and a record is one line. If a line cannot be written (a full disk), the crawl stops with the reason
    `output_failed`; Scrapy itself would continue and count the article as written.
    """

    def __init__(self, file: BinaryIO, crawl: Crawler | None = None, **options: Any) -> None:
        super().__init__(dont_fail=True, **options)
        self.file = file
        self.crawl = crawl
        self.failed = False

    @classmethod
    def from_crawler(cls, crawl: Crawler, file: BinaryIO, **options: Any) -> Self:
        """Build the exporter for a running crawl."""
        return cls(file, crawl, **options)

    def export_item(self, item: Any) -> None:
        """Write one record. Outside a crawl, raises `OSError` if the file refuses it."""
        if self.failed:
            self._lose()
            return
        line = article_line(item) if self._is_whole(item) else json_line(self._chosen(item))
        try:
            self._write(line)
        except OSError as error:
            if self.crawl is None:
                raise
            self._stop(self.crawl, error)

    def _is_whole(self, item: Any) -> bool:
        return isinstance(item, Article) and self.fields_to_export is None

    def _chosen(self, item: Any) -> dict[str, Any]:
        return dict(self.get_serialized_fields(item, include_empty=True))

    def _write(self, line: bytes) -> None:
        rest = memoryview(line)
        while rest:
            rest = rest[self.file.write(rest) or len(rest) :]
        self.file.flush()

    def _stop(self, crawl: Crawler, error: OSError) -> None:
        self.failed = True
        self._lose()
        name = getattr(self.file, "name", None)
        where = f" {name}" if isinstance(name, str) and not name.startswith("<") else ""  # <stdout>
        logger.critical("The output%s cannot be written: %s. The crawl stops.", where, error)
        deferred_from_coro(crawl.engine.close_spider_async(reason=Finish.OUTPUT_FAILED))

    def _lose(self) -> None:
        if self.crawl is not None:
            self.crawl.stats.inc_value("harvest/output_lost")


class FlatCsvExporter(CsvItemExporter):
    """CSV with the columns of `scrapy export --to csv`, in which spreadsheets find no formula.

    Lone surrogates become question marks. Scrapy's feed option `fields` selects columns, or fields without a
    column, as JSON: `evidence`. A file that is appended to (`-o`) gets no second line of headers.
    """

    def __init__(self, file: Any, **options: Any) -> None:
        begun = {"include_headers_line": False} if file.seekable() and file.tell() else {}
        super().__init__(file, **{"errors": "replace", **begun, **options})
        self._is_chosen = self.fields_to_export is not None

    def export_item(self, item: Any) -> None:
        """Write a row."""
        super().export_item(flat(item, is_chosen=self._is_chosen))

    def serialize_field(self, field: Any, name: str, value: Any) -> Any:
        """Return the text of a cell."""
        cell = super().serialize_field(field, name, value)
        return harmless(cell) if isinstance(cell, str) else cell


class FlatXmlExporter(XmlItemExporter):
    """XML with one element for each column of `scrapy export --to csv` that has a value.

    Characters that XML does not allow are replaced. `fields` works as in CSV.
    """

    def export_item(self, item: Any) -> None:
        """Write an element that holds an element for each field."""
        cells = flat(item, is_chosen=self.fields_to_export is not None)
        if isinstance(item, Article):
            cells = {name: "" if cell is None else cell for name, cell in cells.items()}
            if not self.export_empty_fields:
                cells = {name: cell for name, cell in cells.items() if cell != ""}
        super().export_item(cells)

    def serialize_field(self, field: Any, name: str, value: Any) -> Any:
        """Return the text of an element."""
        text = super().serialize_field(field, name, value)
        return valid_xml(text) if isinstance(text, str) else text


def flat(item: Any, *, is_chosen: bool) -> Any:
    """Return an article as cells by column; if the user chose fields, also those without a column, as JSON.

    Other items stay as they are.
    """
    if not isinstance(item, Article):
        return item
    cells = dict(zip(columns(Article), row(item), strict=True))
    del cells[REMOVED]  # unknown while the crawl runs
    values = {name: getattr(item, name) for name in _NESTED}
    more = {name: json_line(value).decode().strip() if value else None for name, value in values.items()}
    return {**more, **cells} if is_chosen else cells


class LineFileStorage(OpenFileStorage):
    """A local file; in a file of JSON Lines, an incomplete line after a crash is truncated.

    Such a file is unbuffered, so that `tail -f` shows an article at once and a crash costs no written line.
    Other formats, and compressed lines, are stored as Scrapy stores them.
    """

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        options = feed_options or {}
        self.lines = options.get("format") in LINE_FORMATS and not options.get("postprocessing")

    def open(self, spider: Spider) -> IO[bytes]:  # noqa: ARG002  Scrapy's signature
        """Open the file; make its folder if it is missing. Raises OSError."""
        path = self.file_path
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.lines:
            mend_last_line(path)
        return open(path, self.mode, buffering=0 if self.lines else -1, opener=_at_once)

    def store(self, file: IO[bytes]) -> None:
        """Close the file."""
        file.close()
        if self.lines:
            mend_last_line(self.file_path)


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting for the reader of a pipe. Raises OSError if a pipe has no reader."""
    file = os.open(path, flags | os.O_NONBLOCK, 0o666)
    os.set_blocking(file, True)
    return file
