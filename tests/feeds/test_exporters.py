"""Tests of the exporter and of the file it writes into."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from crawler.exporting.export import ExportFormat, export
from crawler.exporting.sources import StoredRevisions, sources_of
from crawler.feeds import exporters
from crawler.feeds.exporters import ArticleLinesExporter, FlatCsvExporter, FlatXmlExporter, LineFileStorage
from crawler.records.lines import article_line
from tests.records.examples import article, full_article


def written(exporter_of: Callable[..., Any], *items: Any, **options: Any) -> bytes:
    """Return the output of an exporter of Scrapy's kind for these items."""
    file = io.BytesIO()
    exporter = exporter_of(file, **options)
    exporter.start_exporting()
    for item in items:
        exporter.export_item(item)
    exporter.finish_exporting()
    return file.getvalue()


def exported(*items: Any, **options: Any) -> bytes:
    """Return the output of the exporter of lines for these items."""
    return written(ArticleLinesExporter, *items, **options)


def test_articles_are_written_as_lines() -> None:
    """One line for each article, as `article_line` has it."""
    assert exported(article(), full_article()) == article_line(article()) + article_line(full_article())


def test_encoding_and_indent_change_nothing() -> None:
    """JSON is UTF-8 and a record is one line, whatever the feed's options say."""
    assert exported(article(), encoding="gbk", indent=4) == article_line(article())


def test_chosen_fields_are_honoured() -> None:
    """Scrapy's `fields` option selects and orders fields; those that are empty stay."""
    line = json.loads(exported(article(), fields_to_export=["url", "dateline", "headline"]))
    assert list(line.items()) == [
        ("url", article().url),
        ("dateline", None),
        ("headline", article().headline),
    ]


def test_other_items_are_written_too() -> None:
    """A spider that yields plain dictionaries can use the format."""
    assert exported({"b": 1, "a": "\u2028"}) == b'{"b":1,"a":"\\u2028"}\n'


class Full(io.RawIOBase):
    """A file on a disk that is full after some bytes."""

    def __init__(self, room: int) -> None:
        self.name = "o.jsonl"
        self.room = room
        self.written = b""

    def write(self, data: Any) -> int:
        """Write as much as there is room for."""
        if not self.room:
            raise OSError(28, "No space left on device")
        taken = bytes(data[: min(self.room, 10)])
        self.room -= len(taken)
        self.written += taken
        return len(taken)


def test_partial_writes_are_completed() -> None:
    """An unbuffered file may take less than it is given."""
    file: Any = Full(room=100_000)
    ArticleLinesExporter(file).export_item(article())
    assert file.written == article_line(article())


def test_full_disk_raises_outside_a_crawl() -> None:
    """Code that uses the exporter without Scrapy gets the error."""
    file: Any = Full(room=20)
    with pytest.raises(OSError, match="No space left"):
        ArticleLinesExporter(file).export_item(article())


def test_full_disk_stops_the_crawl_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In a crawl it is logged once, the crawl is stopped, and every lost article is counted."""
    stops: list[str] = []
    made = _crawl(stops)
    monkeypatch.setattr(exporters, "deferred_from_coro", lambda reason: reason)
    file: Any = Full(room=20)
    exporter = ArticleLinesExporter.from_crawler(made, file)
    for _ in range(3):
        exporter.export_item(article())
    assert stops == ["output_failed"]
    assert made.stats.get_value("harvest/output_lost") == 3
    assert caplog.text.count("The output o.jsonl cannot be written") == 1


def _crawl(stops: list[str]) -> Crawler:
    class Engine:
        def close_spider_async(self, *, reason: str) -> None:
            stops.append(reason)

    made = get_crawler(Spider)
    made.stats = MemoryStatsCollector(made)
    made.engine = Engine()  # type: ignore[assignment]
    return made


def stored(path: Path, content: bytes, **options: Any) -> None:
    """Write content through the storage."""
    storage = LineFileStorage(str(path), feed_options={"format": "jsonlines", **options})
    file = storage.open(Spider("test"))
    file.write(content)
    storage.store(file)


def test_storage_appends_and_makes_folders(tmp_path: Path) -> None:
    """Earlier lines stay, and the folder need not be there."""
    path = tmp_path / "new" / "articles.jsonl"
    stored(path, b"one\n")
    stored(path, b"two\n")
    assert path.read_bytes() == b"one\ntwo\n"


def test_storage_overwrites_when_told(tmp_path: Path) -> None:
    """-O starts the file anew."""
    path = tmp_path / "articles.jsonl"
    stored(path, b"one\n")
    stored(path, b"two\n", overwrite=True)
    assert path.read_bytes() == b"two\n"


def test_storage_cuts_torn_lines(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A line that a crash or a full disk tore is no part of the file, before and after."""
    path = tmp_path / "articles.jsonl"
    path.write_bytes(b"one\nto")
    stored(path, b"two\nthr")
    assert path.read_bytes() == b"one\ntwo\n"
    assert "Truncated 2 bytes" in caplog.text


@pytest.mark.parametrize("options", [{"format": "json"}, {"postprocessing": ["some.Gzip"]}])
def test_other_formats_are_left_alone(tmp_path: Path, options: dict[str, Any]) -> None:
    """A JSON array and compressed lines need not end with a line feed."""
    path = tmp_path / "articles"
    stored(path, b"[\n{}]", **options)
    assert path.read_bytes() == b"[\n{}]"


def test_lines_are_on_file_at_once(tmp_path: Path) -> None:
    """`tail -f` sees an article when it is there, not when a buffer is full."""
    path = tmp_path / "articles.jsonl"
    storage = LineFileStorage(str(path), feed_options={"format": "jl"})
    file: Any = storage.open(Spider("test"))
    ArticleLinesExporter(file).export_item(article())
    assert path.read_bytes() == article_line(article())
    storage.store(file)


def test_json_format_of_scrapy_can_write_articles() -> None:
    """`-O file.json` gives the same record as a line."""
    from scrapy.exporters import JsonItemExporter

    file = io.BytesIO()
    exporter = JsonItemExporter(file, encoding="utf-8")
    exporter.start_exporting()
    exporter.export_item(full_article())
    exporter.finish_exporting()
    assert json.loads(file.getvalue()) == [json.loads(article_line(full_article()))]


def cells(*items: Any, **options: Any) -> list[dict[str, str]]:
    """Return the rows that the CSV exporter writes for these items, as a CSV reader sees them."""
    text = written(FlatCsvExporter, *items, **options).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def elements(*items: Any, **options: Any) -> list[dict[str, str]]:
    """Return the elements that the XML exporter writes for these items, as an XML parser sees them."""
    root = etree.fromstring(written(FlatXmlExporter, *items, **options))
    return [{str(field.tag): field.text or "" for field in item} for item in root]


def test_rows_are_those_of_an_export(tmp_path: Path) -> None:
    """`-O file.csv` has the columns and cells of `scrapy export --to csv`, XML those with a value."""
    items = (full_article(), article())
    (tmp_path / "articles.jsonl").write_bytes(b"".join(map(article_line, items)))
    sources = sources_of([tmp_path])
    export(StoredRevisions(sources, {}, is_latest=False), tmp_path / "out", ExportFormat("csv"))
    text = (tmp_path / "out" / "articles.csv").read_text("utf-8-sig")
    expected = list(csv.DictReader(io.StringIO(text, newline="")))
    for each in expected:
        del each["crawl"], each["removed"]
    assert cells(*items) == expected
    assert elements(*items) == [{name: cell for name, cell in each.items() if cell} for each in expected]


@pytest.mark.parametrize("read", [cells, elements])
def test_no_cell_is_a_word_of_python(read: Callable[..., list[dict[str, str]]]) -> None:
    """Lists, photos and datelines have cells for people; fields without a column can be chosen, as JSON."""
    item = full_article()
    (row,) = read(item)
    assert not [cell for cell in row.values() if "(" in cell and ("Photo(" in cell or cell.startswith("("))]
    (chosen,) = read(item, fields_to_export=["dateline_agency", "evidence", "dateline"])
    assert list(chosen) == ["dateline_agency", "evidence", "dateline"]
    assert item.dateline is not None
    assert chosen["dateline_agency"] == item.dateline.agency
    assert json.loads(chosen["evidence"]) == item.evidence
    assert json.loads(chosen["dateline"])["text"] == item.dateline.text
    assert not read(article(), fields_to_export=["headline", "dateline"])[0].get("dateline")


def test_file_that_is_appended_to_has_one_line_of_headers(tmp_path: Path) -> None:
    """`-o file.csv` in two runs gives one table."""
    path = tmp_path / "articles.csv"
    for headline in ("Lock opens", "Lock closes"):
        storage = LineFileStorage(str(path), feed_options={"format": "csv"})
        file: Any = storage.open(Spider("test"))
        exporter = FlatCsvExporter(file)
        exporter.export_item(article(headline=headline))
        storage.store(file)
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
    assert [row["headline"] for row in rows] == ["Lock opens", "Lock closes"]


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\uffff"])
def test_xml_is_well_formed(character: str) -> None:
    """A character that XML does not allow is replaced, in items of other spiders as well."""
    (ours, other) = elements(article(headline=f"a{character}b"), {"name": f"a{character}b"})
    assert (ours["headline"], other["name"]) == ("a\ufffdb", "a\ufffdb")


def test_empty_elements_can_be_asked_for() -> None:
    """Scrapy's option `store_empty` writes fields without a value."""
    assert "kicker" not in elements(article())[0]
    assert elements(article(), export_empty_fields=True)[0]["kicker"] == ""


@pytest.mark.fault(102)
@pytest.mark.parametrize("start", ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(1)", " =1", "\t=1", "＝1"])
def test_no_cell_of_csv_is_a_formula(start: str) -> None:
    """A text that a spreadsheet would calculate comes with an apostrophe before it, lists as well."""
    row = cells(article(headline=start, bylines=(start, "B")))[0]
    assert row["headline"] == f"'{start}"
    assert row["bylines"] == f"'{start}; B"


@pytest.mark.fault(102)
def test_other_cells_of_csv_are_as_they_were() -> None:
    """Harmless text has nothing before it, and half a character does not lose the article."""
    rows = cells(article(headline="a = b"), article(headline="x\ud800"))
    assert [row["headline"] for row in rows] == ["a = b", "x?"]
