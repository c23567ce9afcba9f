"""Exports: each holds the stored articles, appears when it is whole, and continues an earlier one."""

from __future__ import annotations

import csv
import fcntl
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import fsspec
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.exporting.drafts import DRAFT
from crawler.exporting.export import FORMS, ExportFormat, export
from crawler.exporting.export_error import ExportError
from crawler.exporting.jsonld import news_article
from crawler.exporting.lines import read_part
from crawler.exporting.manifest import positions_of, removals_of
from crawler.exporting.parquet import read_parquet
from crawler.exporting.selection import ExportSelection
from crawler.exporting.sources import ArticleFile, StoredRevisions, sources_of
from crawler.items import Article, Block, BlockType, Dateline, Photo, Rights, TableCell, TableRow
from crawler.ledger.crawls import OUTPUTS, find_crawls
from crawler.records.lines import article_line
from tests.house.site import scrapy_here
from tests.house.thorough import examples
from tests.records.examples import articles, picture_file

URL = "http://www.lanqiao.test/2022-08/{:02}/content_{}.htm"


def article(number: int, **more: object) -> Article:
    """Return an invented article."""
    url = URL.format(number % 28 + 1, number)
    invented = Article(
        id=hashlib.sha256(url.encode()).hexdigest()[:16],
        url=url,
        canonical_url=url,
        publisher="lanqiao.test",
        language="en",
        headline=f"Ferry number {number} returns",
        published=f"2022-{number % 12 + 1:02}-01T08:00+08:00",
        bylines=("Ann Example", "吴林"),
        dateline=Dateline(text="LANQIAO, Aug. 1 (Xinhua) --", places=("LANQIAO",), agency="Xinhua"),
        photos=(Photo(url="http://www.lanqiao.test/1.jpg", caption="A ferry.", credit="(Xinhua)"), Photo()),
        body=("LANQIAO, Aug. 1 (Xinhua) -- 渡轮回来了。", "=SUM(A1)"),
        evidence={"headline": "h1", "body": "scorer"},
    )
    return replace(invented, **more)  # type: ignore[arg-type]


def crawl(folder: Path, *articles: Article, name: str = "articles.jsonl") -> Path:
    """Write a crawl's output."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("ab") as file:
        file.writelines(map(article_line, articles))
    return folder


def sources(*paths: Path) -> list[ArticleFile]:
    """Return the sources of an export of these directories."""
    return sources_of(find_crawls(paths, OUTPUTS).paths)


def exported(
    source: Path, out: Path, form: ExportFormat, since: str = "", *, is_latest: bool = True
) -> list[bytes]:
    """Export lines, and return them."""
    crawls = sources(source)
    export(StoredRevisions(crawls, positions_of(since, crawls) if since else {}, is_latest), out, form)
    return [line for part in sorted(out.glob("articles-*")) for line in read_part(part)]


def removal(article: Article, noticed: str, schema: str = "removal/1") -> str:
    """Return a line of removals.jsonl."""
    told = {"schema": schema, "id": article.id, "url": article.url, "code": "http:404", "noticed": noticed}
    return json.dumps(told) + "\n"


def lines(articles: Iterable[Article]) -> list[bytes]:
    """Return the lines of articles."""
    return list(map(article_line, articles))


@pytest.mark.parametrize("packing", ["gz", "zst", "none"])
def test_parts_of_lines(tmp_path: Path, packing: str) -> None:
    """Lines come as they are on file, in parts; the manifest names each file with its hash."""
    mine = [article(number) for number in range(25)]
    written = exported(crawl(tmp_path / "a", *mine), tmp_path / "out", ExportFormat("jsonl", packing, 10))
    assert written == lines(mine)
    manifest = json.loads((tmp_path / "out" / "_manifest.json").read_text("utf-8"))
    assert (manifest["records"], manifest["positions"]) == (25, {"a": 25})
    assert len(manifest["files"]) == 3
    for each in manifest["files"]:
        data = (tmp_path / "out" / each["file"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_latest_revision_or_all(tmp_path: Path) -> None:
    """An article comes once, as it was last; with all revisions, as often as it changed."""
    first, second = article(1), article(1, revision=2, headline="Ferry sinks")
    source = crawl(tmp_path / "a", first, article(2), second)
    assert exported(source, tmp_path / "latest", ExportFormat("jsonl")) == lines([article(2), second])
    assert exported(source, tmp_path / "all", ExportFormat("jsonl"), is_latest=False) == lines(
        [first, article(2), second]
    )


def test_exports_go_on(tmp_path: Path) -> None:
    """One export takes up where the one before ended, by its folder, its manifest or a number."""
    source = crawl(tmp_path / "a", article(1), article(2))
    assert len(exported(source, tmp_path / "1", ExportFormat("jsonl"))) == 2
    crawl(source, article(1, revision=2), article(3))
    new = lines([article(1, revision=2), article(3)])
    for number, since in enumerate((str(tmp_path / "1"), str(tmp_path / "1" / "_manifest.json"), "2")):
        assert exported(source, tmp_path / f"again{number}", ExportFormat("jsonl"), since) == new
    assert exported(source, tmp_path / "last", ExportFormat("jsonl"), str(tmp_path / "again0")) == []


def test_shards_of_a_fleet_are_merged(tmp_path: Path) -> None:
    """Every article comes once, though two shards have it; each shard has a position of its own."""
    crawl(tmp_path / "fleet" / "shards" / "a.test", article(1), article(2), article(1, revision=2))
    crawl(tmp_path / "fleet" / "shards" / "b.test", article(3), article(2, headline="The same elsewhere"))
    (tmp_path / "fleet" / "shards" / "c.test").mkdir()
    written = exported(tmp_path / "fleet", tmp_path / "out", ExportFormat("jsonl"))
    assert written == lines([article(2), article(1, revision=2), article(3)])
    crawl(tmp_path / "fleet" / "shards" / "b.test", article(4))
    assert exported(
        tmp_path / "fleet", tmp_path / "next", ExportFormat("jsonl"), str(tmp_path / "out")
    ) == lines([article(4)])
    with pytest.raises(ExportError, match="each crawl has its own position"):
        exported(tmp_path / "fleet", tmp_path / "no", ExportFormat("jsonl"), "3")


@pytest.mark.parametrize("form", FORMS)
def test_lines_of_others_cost_themselves_alone(tmp_path: Path, form: str) -> None:
    """Lines that are no articles, or have impossible values, are counted and skipped."""
    source = crawl(tmp_path / "a", article(1), article(2))
    record = json.loads(article_line(article(3)))
    wrong = {
        "headline": 5,
        "body": [None],
        "photos": [{"caption": []}],
        "revision": 2**63,
        "evidence": {"a": 1},
    }
    with (source / "articles.jsonl").open("a", encoding="utf-8") as file:
        file.writelines(json.dumps({**record, name: value}) + "\n" for name, value in wrong.items())
        file.write('[]\n"text"\nno json\n{}\n')
    revisions = StoredRevisions(sources(source), {}, is_latest=False)
    done = export(revisions, tmp_path / "out", ExportFormat(form))
    assert (done.records, len(done.unreadable)) == (2, 9)


def test_torn_line_is_left(tmp_path: Path) -> None:
    """A line that is being written comes next time."""
    source = crawl(tmp_path / "a", article(1))
    whole = article_line(article(2))
    with (source / "articles.jsonl").open("ab") as file:
        file.write(whole[:50])
        file.flush()
        assert exported(source, tmp_path / "1", ExportFormat("jsonl")) == lines([article(1)])
        file.write(whole[50:])
    assert exported(source, tmp_path / "2", ExportFormat("jsonl"), str(tmp_path / "1")) == [whole]


@settings(max_examples=examples(30), deadline=None)
@given(st.lists(articles(), max_size=4))
def test_parquet_loses_nothing(tmp_path_factory: pytest.TempPathFactory, records: list[Article]) -> None:
    """Articles read from Parquet give the very lines that were stored."""
    folder = tmp_path_factory.mktemp("parquet")
    source = crawl(folder / "a", *records)
    export(StoredRevisions(sources(source), {}, is_latest=False), folder / "out", ExportFormat("parquet"))
    sound = [each for each in records if each.revision < 2**63]
    assert sorted(lines(read_parquet(folder / "out"))) == sorted(lines(sound))


def test_parquet_by_month(tmp_path: Path) -> None:
    """Articles lie in the folder of their month; those without a date in one of their own."""
    articles = [*(article(number) for number in range(24)), article(99, published=None)]
    export(
        StoredRevisions(sources(crawl(tmp_path / "a", *articles)), {}, is_latest=True),
        tmp_path / "out",
        ExportFormat("parquet"),
    )
    months = {folder.name for folder in (tmp_path / "out").glob("month=*")}
    assert months == {*(f"month=2022-{month:02}" for month in range(1, 13)), "month=unknown"}
    assert [a.published for a in read_parquet(tmp_path / "out" / "month=2022-03")] == [
        "2022-03-01T08:00+08:00"
    ] * 2


def test_parquet_is_read_by_path_or_text(tmp_path: Path) -> None:
    """A reader may name the folder by a text, as for `read_articles`."""
    source = crawl(tmp_path / "a", article(1), article(2))
    export(StoredRevisions(sources(source), {}, is_latest=True), tmp_path / "out", ExportFormat("parquet"))
    assert list(read_parquet(str(tmp_path / "out"))) == list(read_parquet(tmp_path / "out")) != []


def test_table_for_spreadsheets(tmp_path: Path) -> None:
    """A mark at the beginning, a row for each article, and nothing that would be calculated."""
    headline = "=HYPERLINK(A1)"
    source = crawl(tmp_path / "a", article(1, headline=headline, kicker="+1"))
    export(StoredRevisions(sources(source), {}, is_latest=True), tmp_path / "out", ExportFormat("csv"))
    text = (tmp_path / "out" / "articles.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(text.decode("utf-8-sig").splitlines(keepends=True))
    assert (row["headline"], row["kicker"]) == (f"'{headline}", "'+1")
    assert (row["bylines"], row["dateline_places"], row["photos"]) == ("Ann Example; 吴林", "LANQIAO", "2")
    assert row["body"] == "LANQIAO, Aug. 1 (Xinhua) -- 渡轮回来了。\n\n=SUM(A1)"
    assert row["captions"] == "A ferry. (Xinhua)"


def test_file_of_a_photo_has_columns(tmp_path: Path) -> None:
    """The database has the fetched files of photos; the columns of a photo without a file are empty."""
    photos = (Photo(caption="A ferry.", file=picture_file()), Photo(caption="A lock."))
    source = crawl(tmp_path / "a", article(1, photos=photos))
    export(StoredRevisions(sources(source), {}, is_latest=True), tmp_path / "out", ExportFormat("sqlite"))
    with closing(sqlite3.connect(tmp_path / "out" / "articles.sqlite")) as database:
        rows = database.execute(
            "SELECT caption, file_type, file_width, file_phash, file_rights, file_captured FROM photos"
        )
        assert rows.fetchall() == [
            ("A ferry.", "image/jpeg", 1280, "c3c3993c66c399cc", "© Example", "2024-05-21T08:00:00+00:00"),
            ("A lock.", None, None, None, None, None),
        ]


def test_database_is_searched(tmp_path: Path) -> None:
    """Words are found in headline and body, Chinese ones among them; photos have a table of their own."""
    source = crawl(tmp_path / "a", *(article(number) for number in range(1, 1100)))
    export(StoredRevisions(sources(source), {}, is_latest=True), tmp_path / "out", ExportFormat("sqlite"))
    with closing(sqlite3.connect(tmp_path / "out" / "articles.sqlite")) as database:
        joined = "articles_fts f JOIN articles a ON a.rowid = f.rowid"
        search = f"SELECT a.headline FROM {joined} WHERE articles_fts MATCH ?"  # noqa: S608
        assert len(database.execute(search, ["渡轮回"]).fetchall()) == 1099
        assert database.execute(search, ['"number 77 "']).fetchall() == [("Ferry number 77 returns",)]
        assert database.execute("SELECT count(*) FROM photos WHERE caption = 'A ferry.'").fetchone() == (
            1099,
        )


PUBLISHED = [
    ("2022-08-06T09:15:00+08:00", "2022-08-06", "2022-08-06T01:15:00Z"),
    ("2022-08-06T03:00+08:00", "2022-08-06", "2022-08-05T19:00:00Z"),
    ("2022-08-06", "2022-08-06", None),
    (None, None, None),
]


@pytest.mark.parametrize(("published", "day", "moment"), PUBLISHED)
def test_day_and_moment_of_publication_are_columns(
    tmp_path: Path, published: str | None, day: str | None, moment: str | None
) -> None:
    """Tables have the day as printed and the moment in UTC; a bare day has no moment."""
    source = crawl(tmp_path / "a", article(1, published=published))
    for form in ("csv", "sqlite", "parquet"):
        export(StoredRevisions(sources(source), {}, is_latest=True), tmp_path / form, ExportFormat(form))
    (row,) = csv.DictReader(
        (tmp_path / "csv" / "articles.csv").read_text("utf-8-sig").splitlines(keepends=True)
    )
    assert (row["published_date"] or None, row["published_at"] or None) == (day, moment)
    with closing(sqlite3.connect(tmp_path / "sqlite" / "articles.sqlite")) as database:
        assert database.execute("SELECT published_date, published_at FROM articles").fetchall() == [
            (day, moment)
        ]
    (typed,) = (
        pyarrow.parquet.read_table(tmp_path / "parquet")
        .select(["published_date", "published_at"])
        .to_pylist()
    )
    assert typed["published_date"] == (date.fromisoformat(day) if day else None)
    assert typed["published_at"] == (datetime.fromisoformat(moment) if moment else None)


ENGLISH, CHINESE, EARLIER, UNDATED, COPY = (
    article(1, story="a" * 16),
    article(2, language="zh-Hans", publisher="linshui.test"),
    article(3, published="2021-12-31", rights=Rights(license="CC-BY", reservations=("robots: noai",))),
    article(4, published=None, rights=Rights(copyright="(c) Lanqiao")),
    article(5, story="a" * 16),
)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (ExportSelection(), [ENGLISH, CHINESE, EARLIER, UNDATED, COPY]),
        (ExportSelection(languages=("zh",)), [CHINESE]),
        (ExportSelection(languages=("zh-Hans", "fr")), [CHINESE]),
        (ExportSelection(languages=("z",)), []),
        (ExportSelection(publishers=("lanqiao.test",)), [ENGLISH, EARLIER, UNDATED, COPY]),
        (ExportSelection(since=date(2022, 1, 1)), [ENGLISH, CHINESE, COPY]),
        (ExportSelection(until=date(2021, 12, 31)), [EARLIER]),
        (ExportSelection(since=date(2022, 2, 1), until=date(2022, 2, 1)), [ENGLISH]),
        (ExportSelection(is_one_per_story=True), [ENGLISH, CHINESE, EARLIER, UNDATED]),
        (ExportSelection(has_no_reserved=True), [ENGLISH, CHINESE, UNDATED, COPY]),
    ],
)
def test_selection(tmp_path: Path, selection: ExportSelection, expected: list[Article]) -> None:
    """An export holds the selected articles; its position counts all that were read."""
    revisions = StoredRevisions(
        sources(crawl(tmp_path / "a", ENGLISH, CHINESE, EARLIER, UNDATED, COPY)), {}, True
    )
    export(revisions, tmp_path / "out", ExportFormat("jsonl", "none"), selection)
    assert (tmp_path / "out" / "articles-00001.jsonl").read_bytes() == b"".join(lines(expected))
    assert revisions.positions == {"a": 5}


def test_revisions_of_one_story_stay_together(tmp_path: Path) -> None:
    """One of each story is one article, with all of its revisions if these are requested."""
    again = article(1, revision=2, story="a" * 16)
    revisions = StoredRevisions(sources(crawl(tmp_path / "a", ENGLISH, COPY, again)), {}, is_latest=False)
    export(revisions, tmp_path / "out", ExportFormat("jsonl", "none"), ExportSelection(is_one_per_story=True))
    assert (tmp_path / "out" / "articles-00001.jsonl").read_bytes() == b"".join(lines([ENGLISH, again]))


def test_schema_org(tmp_path: Path) -> None:
    """NewsArticle objects, without empty fields."""
    source = crawl(tmp_path / "a", article(1, bylines=()))
    (line,) = exported(source, tmp_path / "out", ExportFormat("jsonld"))
    content = json.loads(line)
    assert (content["@type"], content["headline"]) == ("NewsArticle", "Ferry number 1 returns")
    assert content["locationCreated"] == [{"@type": "Place", "name": "LANQIAO"}]
    assert content["image"][0]["creditText"] == "(Xinhua)"
    assert "encodingFormat" not in content["image"][0]
    assert "author" not in content


def test_linked_data_has_the_fetched_file() -> None:
    """The size and the rights of an image are those of its file, if it was fetched."""
    photo = Photo(url="http://www.lanqiao.test/1.jpg", width=64, height=48, file=picture_file())
    (image,) = news_article(article(1, photos=(photo,)))["image"]
    assert (image["width"], image["height"], image["contentSize"]) == (1280, 960, "204800 B")
    assert (image["encodingFormat"], image["copyrightNotice"]) == ("image/jpeg", "© Example")


BLOCKS = (
    Block(type=BlockType.HEADING, text="Why the ferry came late", level=2),
    Block(
        type=BlockType.TABLE,
        caption="Table 1: Ferries",
        rows=(TableRow(cells=(TableCell(text="May"), TableCell(text="4")), joined=True),),
    ),
    Block(type=BlockType.QUOTE, text="It came.", attribution="Lin Wu"),
    Block(type=BlockType.EMBED, kind="video", url="http://www.lanqiao.test/1.mp4"),
)


def test_blocks_in_a_database(tmp_path: Path) -> None:
    """The table `blocks` has one row for each block, with its text and the whole block as JSON."""
    export(
        StoredRevisions(sources(crawl(tmp_path / "a", article(1, blocks=BLOCKS))), {}, is_latest=True),
        tmp_path / "out",
        ExportFormat("sqlite"),
    )
    with closing(sqlite3.connect(tmp_path / "out" / "articles.sqlite")) as database:
        rows = database.execute("SELECT place, type, level, text FROM blocks ORDER BY place").fetchall()
        cells = "SELECT json_extract(block, '$.rows[0].cells[1].text') FROM blocks WHERE type = 'table'"
        [number] = database.execute(cells).fetchone()
    assert rows == [
        (1, "heading", 2, "Why the ferry came late"),
        (2, "table", None, "Table 1: Ferries\nMay 4"),
        (3, "quote", None, "It came."),
        (4, "embed", None, ""),
    ]
    assert number == "4"


def test_blocks_in_schema_org(tmp_path: Path) -> None:
    """Tables, quotations and embeds are parts of the article."""
    (line,) = exported(
        crawl(tmp_path / "a", article(1, blocks=BLOCKS)), tmp_path / "out", ExportFormat("jsonld")
    )
    assert json.loads(line)["hasPart"] == [
        {"@type": "Table", "name": "Table 1: Ferries", "text": "Table 1: Ferries\nMay 4"},
        {"@type": "Quotation", "text": "It came.", "creditText": "Lin Wu"},
        {"@type": "VideoObject", "url": "http://www.lanqiao.test/1.mp4"},
    ]


@pytest.mark.parametrize("name", ["jsonl", "csv", "sqlite", "parquet"])
def test_without_text(tmp_path: Path, name: str) -> None:
    """No word of an article is in an export for sharing; its hash is."""
    source = crawl(tmp_path / "a", article(1))
    export(
        StoredRevisions(sources(source), {}, is_latest=True),
        tmp_path / "out",
        ExportFormat(name, "none", has_text=False),
    )
    data = b"".join(file.read_bytes() for file in (tmp_path / "out").rglob("articles*") if file.is_file())
    assert "渡轮".encode() not in data
    assert b"Ferry" not in data
    if name != "parquet":
        body = "LANQIAO, Aug. 1 (Xinhua) -- 渡轮回来了。\n=SUM(A1)\n"
        assert hashlib.sha256(body.encode()).hexdigest().encode() in data


def test_nothing_is_left_of_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk refuses anything, the folder does not appear, nor its draft."""
    source = crawl(tmp_path / "a", article(1))

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crawler.exporting.lines.LinesWriter.write", refuse)
    with pytest.raises(OSError, match="No space"):
        export(StoredRevisions(sources(source), {}, is_latest=True), tmp_path / "out", ExportFormat("jsonl"))
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_draft_of_a_killed_export_is_removed(tmp_path: Path) -> None:
    """The next export to the same place removes the draft of a killed one, and nothing else."""
    source = crawl(tmp_path / "a", article(1))
    left, held, other = tmp_path / ".o[u]t.1", tmp_path / ".o[u]t.2", tmp_path / ".o[u]t.3"
    for folder in (left, held, other, tmp_path / ".out.4"):
        (folder / "export").mkdir(parents=True)
        (folder / "export" / "articles-00001.jsonl").touch()
        if folder != other:
            (folder / DRAFT).touch()
    descriptor = os.open(held, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        export(
            StoredRevisions(sources(source), {}, is_latest=True), tmp_path / "o[u]t", ExportFormat("jsonl")
        )
    finally:
        os.close(descriptor)
    names = [".o[u]t.2", ".o[u]t.3", ".out.4", "a", "o[u]t"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert sorted(path.suffix for path in (tmp_path / "o[u]t").iterdir()) == [".gz", ".json"]


def test_places_that_cannot_be_reached(tmp_path: Path) -> None:
    """A URL is never taken for a local folder."""
    revisions = StoredRevisions(sources(crawl(tmp_path / "a", article(1))), {}, is_latest=True)
    with pytest.raises(ExportError, match="s4://news/1 cannot be reached: "):
        export(revisions, "s4://news/1", ExportFormat("jsonl"))
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("form", FORMS)
def test_store(tmp_path: Path, form: str) -> None:
    """Any format is copied into a store, the manifest last; the next export continues from there."""
    store = fsspec.filesystem("memory")
    place = f"memory://exports-{form}/1"
    source = crawl(tmp_path / "a", article(1), article(2))
    done = export(StoredRevisions(sources(source), {}, is_latest=True), place, ExportFormat(form))
    assert (done.place, done.records) == (place, 2)
    manifest = json.loads(store.cat_file(f"{place}/_manifest.json"))
    assert [store.info(f"{place}/{each['file']}")["size"] for each in manifest["files"]] == [
        each["bytes"] for each in manifest["files"]
    ]
    assert positions_of(place, sources(source)) == {"a": 2}
    with pytest.raises(ExportError, match=f"{place} exists"):
        export(StoredRevisions(sources(source), {}, is_latest=True), place, ExportFormat(form))


class ForeignError(Exception):
    """An error as the libraries of stores raise them, for a missing password for instance."""


@pytest.mark.parametrize("method", ["exists", "ls", "makedirs", "put_file"])
@pytest.mark.parametrize(
    ("error", "expected"), [(ForeignError("no\npassword"), OSError), (NotImplementedError(), ExportError)]
)
def test_errors_of_a_store_have_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str, error: Exception, expected: type[Exception]
) -> None:
    """At each step, also if the store cannot remove a file afterwards."""
    store = fsspec.filesystem("memory")
    store.pipe_file("/words/1/old", b"")

    def fail(*_: object, **__: object) -> None:
        raise error

    if method not in ("exists", "ls"):
        store.rm_file("/words/1/old")
    for each in (method, "rm_file"):
        monkeypatch.setattr(type(store), each, fail)
    revisions = StoredRevisions(sources(crawl(tmp_path, article(1))), {}, is_latest=True)
    with pytest.raises(expected, match="memory://words/1") as raised:
        export(revisions, "memory://words/1", ExportFormat("jsonl"))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("place", ["s3:/bucket/1", "s3:bucket", "file:/tmp/1", "GS:x"])
def test_half_a_url_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """A missing slash would make a folder `s3:` here."""
    monkeypatch.chdir(tmp_path)
    revisions = StoredRevisions(sources(crawl(tmp_path / "a", article(1))), {}, is_latest=True)
    with pytest.raises(ExportError):
        export(revisions, place, ExportFormat("jsonl"))
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_store_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a store refuses the manifest, no file of the export stays there."""
    store = fsspec.filesystem("memory")
    put = store.put_file

    def refuse(local: str, remote: str) -> None:
        if remote.endswith(".json"):
            raise PermissionError(13, "denied")
        put(local, remote)

    monkeypatch.setattr(type(store), "put_file", staticmethod(refuse))
    revisions = StoredRevisions(sources(crawl(tmp_path / "a", article(1))), {}, is_latest=True)
    with pytest.raises(PermissionError):
        export(revisions, "memory://refused/1", ExportFormat("jsonl"))
    assert store.find("/refused") == []


def test_mistakes(tmp_path: Path) -> None:
    """Each is named with its remedy."""
    source = crawl(tmp_path / "a", article(1))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ExportError, match="exists"):
        export(
            StoredRevisions(sources(source), {}, is_latest=True), tmp_path / "empty", ExportFormat("jsonl")
        )
    with pytest.raises(ExportError, match="neither a number"):
        positions_of("yesterday", sources(source))
    with pytest.raises(ExportError, match="would be empty"):
        export(
            StoredRevisions(sources(source), {}, is_latest=True),
            tmp_path / "o",
            ExportFormat("jsonld", has_text=False),
        )


def test_command(tmp_path: Path) -> None:
    """It exports, names the next step, skips lines that are no articles, and names mistakes."""
    source = crawl(tmp_path / "a", article(1), article(2))
    with (source / "articles.jsonl").open("ab") as file:
        file.write(b'{"no": "article"}\n{"no"')
    done = scrapy_here("export", str(source), "--to", "csv", "-o", str(tmp_path / "out"))
    assert done.returncode == 6
    assert "2 articles in 1 file (" in done.stderr
    place = source / "articles.jsonl"
    assert "  skipped: 1 line without an article\n" in done.stderr
    assert f"    {place}, line 3: Object missing required field" in done.stderr
    assert f"  incomplete: the last line of {place}; if its crawl has ended, run it again\n" in done.stderr
    assert f"--since-revision {tmp_path / 'out'}" in done.stderr
    for form in ("csv", "images"):
        options = ("--to", form, "--since-revision", str(tmp_path / "out"), "-o", str(tmp_path / form))
        later = scrapy_here("export", str(source), *options).stderr
        assert f"no selected revision is later than those of {tmp_path / 'out'}\n" in later
        assert "PHOTOS=1" not in later
    chosen = scrapy_here(
        "export", str(source), "--publisher", "other.test", "--since", "2022-01-01", "-o", str(tmp_path / "0")
    )
    assert "0 articles in 1 file" in chosen.stderr
    assert "languages: 2 en\n  publishers: 2 lanqiao.test" in chosen.stderr
    refused = scrapy_here("export", str(source), "--since", "yesterday", "-o", str(tmp_path / "1"))
    assert (refused.returncode, "since=yesterday: write an ISO date" in refused.stderr) == (2, True)
    refused = scrapy_here("export", str(source))
    assert (refused.returncode, refused.stderr) == (2, "scrapy export: name the new folder: -o FOLDER\n")


def column(out: Path) -> dict[str, str | None]:
    """Return the column `removed` of an export, by headline."""
    if (out / "articles.csv").is_file():
        rows = list(csv.DictReader((out / "articles.csv").read_text("utf-8-sig").splitlines()))
        return {row["headline"]: row["removed"] or None for row in rows}
    if (out / "articles.sqlite").is_file():
        with closing(sqlite3.connect(out / "articles.sqlite")) as database:
            return dict(database.execute("SELECT headline, removed FROM articles").fetchall())
    table = pyarrow.parquet.read_table(out)
    return dict(zip(table["headline"].to_pylist(), table["removed"].to_pylist(), strict=True))


@pytest.mark.parametrize("form", ["csv", "sqlite", "parquet"])
def test_removed_articles_are_marked(tmp_path: Path, form: str) -> None:
    """A column has the time; an article that is back has none."""
    mine = [article(number, body=("LANQIAO",)) for number in range(3)]
    source = crawl(tmp_path / "a", *mine)
    told = removal(mine[0], "2026-01-01"), removal(mine[1], "2026-01-02")
    back = removal(mine[1], "2026-01-09", "restoration/1")
    (source / "removals.jsonl").write_text("".join((*told, back)), "utf-8")
    export(StoredRevisions(sources(source), {}, is_latest=True), tmp_path / "out", ExportFormat(form))
    assert column(tmp_path / "out") == {
        "Ferry number 0 returns": "2026-01-01",
        "Ferry number 1 returns": None,
        "Ferry number 2 returns": None,
    }


@pytest.mark.parametrize("form", FORMS)
def test_removals_since_an_earlier_export(tmp_path: Path, form: str) -> None:
    """Readers of exports learn of removed articles, though no new revision says so."""
    source = crawl(tmp_path / "a", article(1), article(2))
    first, second = removal(article(1), "2026-01-01"), removal(article(2), "2026-02-01")
    (source / "removals.jsonl").write_text(first, "utf-8")
    made = scrapy_here("export", str(source), "--to", form, "-o", str(tmp_path / "1"))
    assert "  _removals.jsonl: 1 removed article, 0 that are back\n" in made.stderr
    assert (tmp_path / "1" / "_removals.jsonl").read_text("utf-8") == first
    with (source / "removals.jsonl").open("a", encoding="utf-8") as file:
        file.write(second)
    for number, since in (("2", "1"), ("3", "2")):
        options = ("--to", form, "--since-revision", str(tmp_path / since), "-o", str(tmp_path / number))
        assert scrapy_here("export", str(source), *options).returncode == 0
    assert (tmp_path / "2" / "_removals.jsonl").read_text("utf-8") == second
    assert not (tmp_path / "3" / "_removals.jsonl").exists()
    manifest = json.loads((tmp_path / "2" / "_manifest.json").read_text("utf-8"))
    assert (manifest["positions"], manifest["removals"]) == ({"a": 2}, {"a": 2})
    assert "_removals.jsonl" in {each["file"] for each in manifest["files"]}


def test_articles_that_are_back_are_not_counted_as_removed(tmp_path: Path) -> None:
    """The summary counts each article by its last line; the file has all lines."""
    source = crawl(tmp_path / "a", article(1), article(2))
    lines = (
        removal(article(1), "2026-01-01"),
        removal(article(2), "2026-01-01"),
        removal(article(1), "2026-01-09", "restoration/1"),
    )
    (source / "removals.jsonl").write_text("".join(lines), "utf-8")
    made = scrapy_here("export", str(source), "--to", "jsonl", "-o", str(tmp_path / "1"))
    assert "  _removals.jsonl: 1 removed article, 1 that is back\n" in made.stderr
    assert (tmp_path / "1" / "_removals.jsonl").read_text("utf-8") == "".join(lines)


def test_position_without_removals_exports_all_of_them(tmp_path: Path) -> None:
    """A number, and a manifest of an earlier version, do not say which removals are known."""
    source = crawl(tmp_path / "a", article(1))
    (source / "removals.jsonl").write_text(removal(article(1), "2026-01-01"), "utf-8")
    earlier = tmp_path / "_manifest.json"
    earlier.write_text(json.dumps({"positions": {"a": 1}}), "utf-8")
    assert removals_of("1") == removals_of(str(earlier)) == {}
