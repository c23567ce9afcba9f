"""Exports of the archived pages: a WACZ file for ReplayWeb.page, an index for pywb."""

from __future__ import annotations

import gzip
import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import fsspec
import pytest

from crawler.archive.warc import payload_digest, response_record, warcinfo_record
from crawler.exporting import sorting
from crawler.exporting.export import ARCHIVES, Exported, ExportFormat, export
from crawler.exporting.export_error import ExportError
from crawler.exporting.selection import ExportSelection
from crawler.exporting.sources import StoredRevisions
from crawler.items import Article
from tests.archive.exchanges import numbered, read
from tests.exporting.test_export import article, crawl, sources
from tests.house.site import scrapy_here

NAME = "20260806080000000000-{:05}.warc.gz"
FETCHED = "2024-05-20T08:00:00+08:00"


def archived(folder: Path, *numbers: int, name: str = NAME.format(1)) -> list[Article]:
    """Write a WARC file of a crawl with these pages, and return an article for each."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    records, articles = warcinfo_record(name, {"software": "example/1"}), []
    for number in numbers:
        exchange = numbered(number)
        place = f"pages/{name}#{len(records)}"
        records += response_record(exchange, payload_digest(exchange))
        articles.append(article(number, url=exchange.url, archive=place, fetched=FETCHED))
    (folder / "pages" / name).write_bytes(records)
    return articles


def exported(
    out: Path,
    form: str,
    *crawls: Path,
    selection: ExportSelection = ExportSelection(),  # noqa: B008  frozen
) -> Exported:
    """Export the archive of crawls."""
    revisions = StoredRevisions(sources(*crawls), {}, is_latest=True)
    return export(revisions, out, ExportFormat(form), selection)


def members(out: Path) -> dict[str, bytes]:
    """Return the members of a WACZ file."""
    with zipfile.ZipFile(out / "archive.wacz") as wacz:
        return {name: wacz.read(name) for name in wacz.namelist()}


def captures(lines: bytes) -> list[tuple[str, dict[str, str]]]:
    """Return the keys of an index, each with its fields."""
    parts = [line.split(" ", 2) for line in lines.decode().splitlines()]
    return [(f"{key} {stamp}", json.loads(fields)) for key, stamp, fields in parts]


def pages(content: dict[str, bytes]) -> list[dict[str, Any]]:
    """Return the list of the pages of a WACZ file, without its head."""
    head, *lines = map(json.loads, content["pages/pages.jsonl"].splitlines())
    assert (head["format"], head["hasText"]) == ("json-pages-1.0", True)
    return lines


def test_wacz_has_the_files_as_they_are(tmp_path: Path) -> None:
    """WARC files are stored without compression, so that a reader fetches single records of them."""
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 3, 1), *archived(folder, 2, name=NAME.format(2)))
    done = exported(tmp_path / "out", "wacz", folder)
    assert (done.records, done.captures, done.damaged) == (3, 3, 0)
    content = members(tmp_path / "out")
    for number in (1, 2):
        name = NAME.format(number)
        assert content[f"archive/{name}"] == (folder / "pages" / name).read_bytes()
    with zipfile.ZipFile(tmp_path / "out" / "archive.wacz") as wacz:
        kinds = {member.filename: member.compress_type for member in wacz.infolist()}
    assert {kinds[name] for name in kinds if name.endswith(".gz")} == {zipfile.ZIP_STORED}


def test_wacz_describes_itself(tmp_path: Path) -> None:
    """Each member stands in the description with its size and hash, and the description in its digest."""
    folder = tmp_path / "www.example.com"
    crawl(folder, *archived(folder, 1))
    exported(tmp_path / "out", "wacz", folder)
    content = members(tmp_path / "out")
    described = json.loads(content["datapackage.json"])
    assert (described["profile"], described["wacz_version"]) == ("data-package", "1.1.1")
    assert (described["title"], described["created"]) == ("www.example.com", "2024-05-20T00:00:00Z")
    listed = {each["path"]: (each["bytes"], each["hash"]) for each in described["resources"]}
    for name, data in content.items():
        if not name.startswith("datapackage"):
            assert listed.pop(name) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
    assert listed == {}
    digest = json.loads(content["datapackage-digest.json"])
    assert digest["path"] == "datapackage.json"
    assert digest["hash"] == f"sha256:{hashlib.sha256(content['datapackage.json']).hexdigest()}"


def test_wacz_lists_the_selected_articles(tmp_path: Path) -> None:
    """With headline, text and time of capture; an article without an archived page is not listed."""
    folder = tmp_path / "a"
    chosen, other = archived(folder, 1, 2)
    chosen = replace(chosen, language="zh-Hans", body=("渡轮回来了。", "船闸今天打开。"))
    crawl(folder, chosen, other, article(3, language="zh-Hans"))
    selection = ExportSelection(languages=("zh",))
    assert exported(tmp_path / "out", "wacz", folder, selection=selection).records == 1
    content = members(tmp_path / "out")
    (page,) = pages(content)
    assert (page["url"], page["ts"]) == (chosen.url, "2024-05-20T00:00:00Z")
    assert (page["title"], page["text"]) == (chosen.headline, "渡轮回来了。\n船闸今天打开。")
    assert len(captures(gzip.decompress(content["indexes/index.cdx.gz"]))) == 2


def test_index_of_a_wacz_file_is_sorted_and_leads_to_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also if its lines fill several blocks: the list of blocks names the first key of each."""
    monkeypatch.setattr("crawler.exporting.wacz._BLOCK", 3)
    monkeypatch.setattr(sorting, "MOST", 2)
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 5, 3, 8, 1, 7, 2, 9))
    exported(tmp_path / "out", "wacz", folder)
    content = members(tmp_path / "out")
    index = content["indexes/index.cdx.gz"]
    lines = captures(gzip.decompress(index))
    assert [key for key, _ in lines] == sorted(key for key, _ in lines)
    for key, fields in lines:
        start, length = int(fields["offset"]), int(fields["length"])
        (record,) = read(content[f"archive/{fields['filename']}"][start : start + length])
        assert record.rec_headers.get_header("WARC-Target-URI") == fields["url"]
        assert key.partition(")")[2].partition(" ")[0] in fields["url"]
    head, *blocks = content["indexes/index.idx"].decode().splitlines()
    assert head == '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}'
    assert [block.partition(" {")[0] for block in blocks] == [key for key, _ in lines[::3]]
    for number, block in enumerate(blocks):
        place = json.loads(block[block.index("{") :])
        data = index[place["offset"] : place["offset"] + place["length"]]
        assert captures(gzip.decompress(data)) == lines[3 * number : 3 * number + 3]
        assert place["digest"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_small_members_have_the_plain_format(tmp_path: Path) -> None:
    """ReplayWeb.page takes a member without further fields in the directory for one without any."""
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 1))
    exported(tmp_path / "out", "wacz", folder)
    data = (tmp_path / "out" / "archive.wacz").read_bytes()
    with zipfile.ZipFile(tmp_path / "out" / "archive.wacz") as wacz:
        for member in wacz.infolist():
            further = data[member.header_offset + 28 : member.header_offset + 30]
            assert (member.extra, further) == (b"", b"\0\0")


def test_large_members_have_the_large_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers find the size of a WARC file of more than 2 GiB in the further fields of both its headers."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 400)
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 1, 2))
    exported(tmp_path / "out", "wacz", folder)
    name = f"archive/{NAME.format(1)}"
    assert members(tmp_path / "out")[name] == (folder / "pages" / NAME.format(1)).read_bytes()
    data = (tmp_path / "out" / "archive.wacz").read_bytes()
    with zipfile.ZipFile(tmp_path / "out" / "archive.wacz") as wacz:
        start, extra = wacz.getinfo(name).header_offset, wacz.getinfo(name).extra
    assert data[start + 28 : start + 30] != b"\0\0"
    assert extra


@pytest.mark.parametrize("form", ARCHIVES)
def test_equal_archives_give_equal_bytes(tmp_path: Path, form: str) -> None:
    """No part of the files has the time of the export."""
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 2, 1))
    for number in "12":
        exported(tmp_path / number, form, folder)
    first, second = (
        {file.name: file.read_bytes() for file in (tmp_path / number).iterdir() if file.name[0] != "_"}
        for number in "12"
    )
    assert first == second
    assert len(first) == 1


def test_our_own_reader_takes_it(tmp_path: Path) -> None:
    """`scrapy extract` reads the exported WACZ file like any other."""
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 1, 2))
    made = scrapy_here("export", str(folder), "--to", "wacz", "-o", str(tmp_path / "out"))
    assert made.returncode == 0
    assert "2 articles and 2 archived responses in 1 file (" in made.stderr
    assert "--since-revision" not in made.stderr
    assert "of 2 pages" in scrapy_here("extract", str(tmp_path / "out" / "archive.wacz")).stderr


def test_files_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    """A fleet whose crawls were copied may have them."""
    for name, number in (("a", 1), ("b", 2)):
        crawl(tmp_path / "fleet" / name, *archived(tmp_path / "fleet" / name, number))
    exported(tmp_path / "wacz", "wacz", tmp_path / "fleet")
    content = members(tmp_path / "wacz")
    lines = captures(gzip.decompress(content["indexes/index.cdx.gz"]))
    assert [fields["filename"] for _, fields in lines] == [NAME.format(1), f"1-{NAME.format(1)}"]
    assert (
        content[f"archive/1-{NAME.format(1)}"]
        == (tmp_path / "fleet" / "b" / "pages" / NAME.format(1)).read_bytes()
    )
    assert json.loads(content["datapackage.json"])["title"] == "a and 1 more"


def test_cdxj(tmp_path: Path) -> None:
    """Sorted by key and time; a file is named as in records, after its crawl if there are several."""
    for name, numbers in (("a", (3, 1)), ("b", (2,))):
        crawl(tmp_path / "fleet" / name, *archived(tmp_path / "fleet" / name, *numbers))
    exported(tmp_path / "one", "cdxj", tmp_path / "fleet" / "a")
    exported(tmp_path / "all", "cdxj", tmp_path / "fleet")
    place = f"pages/{NAME.format(1)}"
    one = captures((tmp_path / "one" / "index.cdxj").read_bytes())
    assert [(fields["url"], fields["filename"]) for _, fields in one] == [
        (numbered(1).url, place),
        (numbered(3).url, place),
    ]
    several = captures((tmp_path / "all" / "index.cdxj").read_bytes())
    assert [fields["filename"] for _, fields in several] == [f"a/{place}", f"b/{place}", f"a/{place}"]


@pytest.mark.parametrize("form", ARCHIVES)
def test_damage_is_counted(tmp_path: Path, form: str) -> None:
    """The index leaves out a damaged record, and the status says so; a torn one at the end is not copied."""
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 1, 2))
    path = folder / "pages" / NAME.format(1)
    whole = path.read_bytes()
    damaged = response_record(numbered(3), payload_digest(numbered(3)))
    whole += damaged[:60] + bytes(20) + damaged[80:] + whole
    path.write_bytes(whole + whole[:30])
    made = scrapy_here("export", str(folder), "--to", form, "-o", str(tmp_path / "out"))
    assert (made.returncode, "skipped: 1 damaged WARC record" in made.stderr) == (6, True)
    if form == "wacz":
        assert members(tmp_path / "out")[f"archive/{path.name}"] == whole


def test_what_an_archive_cannot_be_exported_with(tmp_path: Path) -> None:
    """Options without an effect are refused, and so are crawls without an archive."""
    folder = tmp_path / "a"
    crawl(folder, article(1))
    latest = StoredRevisions(sources(folder), {}, is_latest=True)
    later = StoredRevisions(sources(folder), {"a": 1}, is_latest=True)
    for form in ARCHIVES:
        with pytest.raises(ExportError, match="no WARC file in pages/ of a: "):
            export(latest, tmp_path / "out", ExportFormat(form))
        with pytest.raises(ExportError, match="leave out --since-revision"):
            export(later, tmp_path / "out", ExportFormat(form))
        with pytest.raises(ExportError, match="no variant without text"):
            export(latest, tmp_path / "out", ExportFormat(form, has_text=False))
    with pytest.raises(ExportError, match="leave out the selection"):
        exported(tmp_path / "out", "cdxj", folder, selection=ExportSelection(languages=("en",)))
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("form", ARCHIVES)
def test_store(tmp_path: Path, form: str) -> None:
    """The file is copied into a store, the manifest last."""
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 1))
    revisions = StoredRevisions(sources(folder), {}, is_latest=True)
    export(revisions, f"memory://archives-{form}/1", ExportFormat(form))
    names = fsspec.filesystem("memory").find(f"/archives-{form}/1")
    (data,) = (name for name in names if not name.endswith("_manifest.json"))
    exported(tmp_path / "out", form, folder)
    here = tmp_path / "out" / Path(data).name
    assert fsspec.filesystem("memory").cat_file(data) == here.read_bytes()


@pytest.mark.parametrize("form", ARCHIVES)
def test_nothing_is_left_of_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """Where the disk refuses the index, the folder does not appear, nor its draft."""
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 1))

    def refuse(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sorting, "TemporaryFile", refuse)
    with pytest.raises(OSError, match="No space"):
        exported(tmp_path / "out", form, folder)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("form", ARCHIVES)
def test_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """An archive of many files takes minutes: the captures are reported meanwhile."""
    monkeypatch.setattr("crawler.exporting.archives._REPORTED", 2)
    folder = tmp_path / "a"
    crawl(folder, *archived(folder, 1, 2, 3, 4, 5))
    reported: list[int] = []
    revisions = StoredRevisions(sources(folder), {}, is_latest=True)
    export(revisions, tmp_path / "out", ExportFormat(form), report=reported.append)
    assert reported == [2, 4]
