"""Exports of pictures: a folder for `imagefolder`, shards for WebDataset, each with captions and rights."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.exporting.export import PICTURES, Exported, ExportFormat, export
from crawler.exporting.export_error import ExportError
from crawler.exporting.images import shards
from crawler.exporting.images.pictures import Picture
from crawler.exporting.selection import ExportSelection
from crawler.exporting.sources import StoredRevisions
from crawler.items import Article, Photo, PictureFile, Rights
from crawler.records.lines import json_line
from tests.exporting.test_export import article, crawl, removal, sources
from tests.house.site import scrapy_here
from tests.house.thorough import examples
from tests.records.examples import articles

HASH = 0xE6C3_19A4_5BD0_728F
CAPTURE: dict[str, Any] = {
    "capture": "https://archive.example.org/web/20240521080000id_/http://img.lanqiao.test/2.jpg",
    "captured": "2024-05-21T08:00:00+00:00",
}
TEXTS: dict[str, Any] = {"caption": "A ferry.", "credit": "Lin Wu/Example", "rights": "(c) Lin Wu"}


def stored(folder: Path, data: bytes, phash: int = HASH, kind: str = "jpeg") -> PictureFile:
    """Store a picture of a crawl as the crawl does, and return its description."""
    digest = hashlib.sha256(data).hexdigest()
    path = f"photos/{digest[:2]}/{digest}.{kind}"
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(data)
    return PictureFile(
        path=path,
        sha256=digest,
        type=f"image/{kind}",
        width=640,
        height=480,
        size=len(data),
        phash=f"{phash:016x}",
    )


def pictured(number: int, *files: PictureFile | None, **more: object) -> Article:
    """Return an article with a photo for each file."""
    photos = tuple(
        Photo(
            url=f"http://img.lanqiao.test/{place}.jpg", caption=f"Ferry {place}.", credit="林水摄", file=file
        )
        for place, file in enumerate(files, 1)
    )
    return article(number, photos=photos, **more)


def exported(
    out: Path,
    form: str,
    *crawls: Path,
    selection: ExportSelection = ExportSelection(),  # noqa: B008  frozen
    most: int = 50_000,
    is_latest: bool = True,
) -> Exported:
    """Export the pictures of crawls."""
    revisions = StoredRevisions(sources(*crawls), {}, is_latest)
    return export(revisions, out, ExportFormat(form, most=most), selection)


def rows(out: Path) -> list[dict[str, Any]]:
    """Return the rows of an exported table."""
    (table,) = out.rglob("metadata.jsonl")
    return [json.loads(line) for line in table.read_text("utf-8").splitlines()]


def members(shard: Path) -> list[tuple[str, bytes]]:
    """Return the names and contents of the members of a shard."""
    with tarfile.open(shard) as tar:
        return [(each.name, tar.extractfile(each).read()) for each in tar]  # type: ignore[union-attr]


def description(out: Path) -> dict[str, Any]:
    """Return the Croissant description."""
    return json.loads((out / "croissant.json").read_text("utf-8"))  # type: ignore[no-any-return]


def test_folder_has_each_picture_beside_its_row(tmp_path: Path) -> None:
    """With caption, credit, article, true size, and the rights of the page and of the file."""
    folder = tmp_path / "a"
    rights = Rights(license="https://example.org/by", copyright="(c) Lanqiao", reservations=("robots: noai",))
    file = replace(stored(folder, b"one"), **TEXTS, **CAPTURE)
    mine = pictured(1, None, file, rights=rights)
    crawl(folder, mine, article(2))
    done = exported(tmp_path / "out", "images", folder)
    assert (done.records, done.skipped) == (1, 0)
    (row,) = rows(tmp_path / "out")
    assert (tmp_path / "out" / "train" / row["file_name"]).read_bytes() == b"one"
    assert row["file_name"] == f"{mine.id}-1-02.jpg"
    assert (row["caption"], row["credit"], row["headline"]) == ("Ferry 2.", "林水摄", mine.headline)
    assert (row["article"], row["url"], row["language"]) == (mine.id, mine.url, "en")
    assert (row["published"], row["publisher"], row["crawl"]) == (mine.published, "lanqiao.test", "a")
    assert (row["width"], row["height"], row["size"], row["type"]) == (640, 480, 3, "image/jpeg")
    assert (row["sha256"], row["phash"]) == (file.sha256, f"{HASH:016x}")
    assert (row["rights_license"], row["rights_copyright"]) == (rights.license, rights.copyright)
    assert row["rights_reservations"] == "robots: noai"
    assert {name: row[f"file_{name}"] for name in TEXTS} == TEXTS
    assert {name: row[f"picture_{name}"] for name in CAPTURE} == CAPTURE


def test_pictures_are_linked(tmp_path: Path) -> None:
    """An export on the disk of the crawl takes no space for its pictures."""
    folder = tmp_path / "a"
    file = stored(folder, b"one")
    crawl(folder, pictured(1, file))
    exported(tmp_path / "out", "images", folder)
    (picture,) = (tmp_path / "out" / "train").glob("*.jpg")
    assert picture.samefile(folder / file.path)


def test_pictures_are_copied_where_no_link_is_possible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on another disk."""

    def refuse(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    folder = tmp_path / "a"
    crawl(folder, pictured(1, stored(folder, b"one")))
    exported(tmp_path / "out", "images", folder)
    (picture,) = (tmp_path / "out" / "train").glob("*.jpg")
    assert picture.read_bytes() == b"one"


@pytest.mark.parametrize("form", PICTURES)
def test_cells_of_a_column_have_one_type(tmp_path: Path, form: str) -> None:
    """Readers infer types from the first rows, so that a missing text is empty, and each moment is one."""
    folder = tmp_path / "a"
    bare = replace(article(3), language=None, publisher=None, published=None)
    crawl(
        folder,
        pictured(1, replace(stored(folder, b"one"), **TEXTS)),
        replace(bare, photos=(Photo(file=stored(folder, b"two", ~HASH & (2**64 - 1))),)),
        pictured(4, stored(folder, b"three", 5), published="2022-08-06"),
        pictured(5, stored(folder, b"four", 2**63), published="in summer"),
    )
    exported(tmp_path / "out", form, folder)
    table = rows(tmp_path / "out")
    published = [row.pop("published") for row in table]
    assert published == ["2022-02-01T08:00+08:00", None, "2022-08-06", None]
    for name in table[0]:
        (kind,) = {type(row[name]) for row in table}
        assert kind in {str, int, bool}


@pytest.mark.parametrize("form", PICTURES)
def test_near_duplicates_name_the_first(tmp_path: Path, form: str) -> None:
    """The same bytes, and similar pictures, in one article or in others; a different picture names none."""
    folder = tmp_path / "a"
    one, near, other = (
        stored(folder, b"one"),
        stored(folder, b"near", HASH ^ 0b1011, "png"),
        stored(folder, b"other", HASH ^ 0xFFFF, "webp"),
    )
    crawl(folder, pictured(1, one, near), pictured(2, other, one))
    exported(tmp_path / "out", form, folder)
    table = rows(tmp_path / "out")
    first = table[0]["file_name"]
    assert [row["near_duplicate_of"] for row in table] == ["", first, "", first]
    assert [row["file_name"].rpartition(".")[2] for row in table] == ["jpg", "png", "webp", "jpg"]


@pytest.mark.parametrize("form", PICTURES)
def test_missing_and_changed_files_are_named(tmp_path: Path, form: str) -> None:
    """Also those outside the crawl, and a photo that stands there twice; the other pictures are exported."""
    folder = tmp_path / "a"
    missing, changed, longer, sound = (stored(folder, name) for name in (b"m", b"c", b"l", b"s"))
    (tmp_path / "secret").write_bytes(b"s")
    (folder / missing.path).unlink()
    (folder / changed.path).write_bytes(b"x")
    (folder / longer.path).write_bytes(b"ll")
    (folder / "link").symlink_to(tmp_path / "secret")
    outside = [replace(sound, path=path) for path in ("../secret", str(tmp_path / "secret"), "link", "a\0b")]
    folders = replace(sound, path="photos")
    record = pictured(1, missing, changed, longer, *outside, folders, sound)
    crawl(folder, record, record)
    done = exported(tmp_path / "out", form, folder, is_latest=False)
    assert (done.records, done.skipped) == (1, 17)
    skipped = [json.loads(line) for line in (tmp_path / "out" / "_skipped.jsonl").read_text().splitlines()]
    reasons = ["missing", "changed", "changed", *["outside"] * 4, "missing"]
    assert [each["reason"] for each in skipped] == [*reasons, *reasons, "repeated"]
    assert skipped[0] == {
        "reason": "missing",
        "crawl": "a",
        "article": record.id,
        "photo": 1,
        "path": missing.path,
    }


@pytest.mark.parametrize("id_", ["../../escape", "a.b", "", "渡轮", "x" * 500])
@pytest.mark.parametrize("form", PICTURES)
def test_ids_of_other_programs_are_safe_names(tmp_path: Path, form: str, id_: str) -> None:
    """An id that is no name of a file gives one, whose key has no dot."""
    folder = tmp_path / "a"
    crawl(folder, pictured(1, stored(folder, b"one"), id=id_))
    exported(tmp_path / "out", form, folder)
    (row,) = rows(tmp_path / "out")
    assert row["article"] == id_
    key, dot, suffix = row["file_name"].partition(".")
    assert (key[16:], dot, suffix) == ("-1-01", ".", "jpg")
    assert key[:16].isalnum()
    assert key.isascii()


@pytest.mark.parametrize("form", PICTURES)
def test_reserved_articles_are_marked_or_left_out(tmp_path: Path, form: str) -> None:
    """The selection decides; the description counts them."""
    folder = tmp_path / "a"
    reserved = Rights(reservations=("tdm-reservation: 1", "robots: noai"))
    crawl(
        folder,
        pictured(1, stored(folder, b"one"), rights=reserved),
        pictured(2, stored(folder, b"two", 0), rights=Rights(license="CC-BY")),
    )
    exported(tmp_path / "all", form, folder)
    marks = [row["rights_reservations"] for row in rows(tmp_path / "all")]
    assert marks == ["tdm-reservation: 1; robots: noai", ""]
    assert "those of 1 a reservation" in description(tmp_path / "all")["description"]
    exported(tmp_path / "free", form, folder, selection=ExportSelection(has_no_reserved=True))
    assert [row["rights_reservations"] for row in rows(tmp_path / "free")] == [""]


@pytest.mark.parametrize(
    ("licenses", "expected"),
    [(("CC-BY", "CC-BY"), "CC-BY"), (("CC-BY", "CC-BY-SA"), None), (("CC-BY", None), None), ((None,), None)],
)
def test_licence_of_the_description_is_that_of_all(
    tmp_path: Path, licenses: tuple[str | None, ...], expected: str | None
) -> None:
    """The description states no licence that some article does not state."""
    folder = tmp_path / "a"
    rights = [Rights(license=license_) if license_ else None for license_ in licenses]
    crawl(
        folder,
        *(pictured(place, stored(folder, b"%d" % place), rights=each) for place, each in enumerate(rights)),
        article(9, rights=Rights(license="of an article without pictures")),
    )
    exported(tmp_path / "out", "images", folder)
    assert description(tmp_path / "out").get("license") == expected


@pytest.mark.parametrize(("text", "expected"), [("(c) Lin Wu", None), ("CC-BY", "CC-BY"), (None, "CC-BY")])
def test_rights_of_a_file_go_before_the_licence_of_its_page(
    tmp_path: Path, text: str | None, expected: str | None
) -> None:
    """The licence of a page is none of a picture whose file states other rights."""
    folder, rights = tmp_path / "a", Rights(license="CC-BY")
    files = [stored(folder, b"one"), replace(stored(folder, b"two"), rights=text)]
    crawl(folder, pictured(1, *files, rights=rights))
    exported(tmp_path / "out", "images", folder)
    croissant = description(tmp_path / "out")
    assert croissant.get("license") == expected
    assert f"The files of {int(expected is None)} state rights of their own" in croissant["description"]


def test_shards_are_bounded_and_complete(tmp_path: Path) -> None:
    """Each picture stands before its row under one key; a shard has at most the given number of pictures."""
    folder = tmp_path / "a"
    files = [stored(folder, b"%d" % number * 700, number << 20) for number in range(5)]
    crawl(folder, pictured(1, *files[:3]), pictured(2, *files[3:]))
    done = exported(tmp_path / "out", "webdataset", folder, most=2)
    found = sorted((tmp_path / "out").glob("*.tar"))
    assert [shard.name for shard in found] == [f"shard-00000{number}.tar" for number in range(3)]
    content = [members(shard) for shard in found]
    assert [len(each) for each in content] == [4, 4, 2]
    assert done.records == 5
    flat = [member for shard in content for member in shard]
    for (name, data), (json_name, line), row in zip(
        flat[::2], flat[1::2], rows(tmp_path / "out"), strict=True
    ):
        assert (name, json_name) == (row["file_name"], f"{name.partition('.')[0]}.json")
        assert json.loads(line) == row
        assert hashlib.sha256(data).hexdigest() == row["sha256"]


def test_shards_are_bounded_in_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that would exceed the bound begins the next shard; one above the bound has its own."""
    monkeypatch.setattr(shards, "SIZE", 10_000)
    folder = tmp_path / "a"
    files = [
        stored(folder, bytes([number]) * size, number << 20) for number, size in enumerate((1, 1, 20_000, 1))
    ]
    crawl(folder, pictured(1, *files))
    exported(tmp_path / "out", "webdataset", folder)
    found = sorted((tmp_path / "out").glob("*.tar"))
    assert [len(members(shard)) for shard in found] == [4, 2, 2]
    assert [shard.stat().st_size <= 10_000 for shard in found] == [True, False, True]


@pytest.mark.parametrize("form", PICTURES)
def test_equal_pictures_give_equal_bytes(tmp_path: Path, form: str) -> None:
    """No file has the time of the export, except the manifest."""
    folder = tmp_path / "a"
    crawl(folder, pictured(1, stored(folder, b"one"), stored(folder, b"two")))
    for name in ("1", "2"):
        exported(tmp_path / name, form, folder)
    content = [
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()}
        for name in ("1", "2")
    ]
    for each in content:
        each.pop("_manifest.json")
    assert content[0] == content[1]


@pytest.mark.parametrize("form", PICTURES)
def test_description_names_files_and_columns(tmp_path: Path, form: str) -> None:
    """Each file object exists with its digest; the fields are the columns of the table, with their types."""
    folder, out = tmp_path / "a", tmp_path / "out"
    crawl(folder, pictured(1, stored(folder, b"one"), stored(folder, b"two")))
    exported(out, form, folder, most=1)
    croissant = description(out)
    assert croissant["conformsTo"] == "http://mlcommons.org/croissant/1.0"
    objects = [each for each in croissant["distribution"] if each["@type"] == "cr:FileObject"]
    assert len(objects) == {"images": 1, "webdataset": 3}[form]
    for each in objects:
        data = (out / each["contentUrl"]).read_bytes()
        assert each["sha256"] == hashlib.sha256(data).hexdigest()
        assert each["contentSize"] == f"{len(data)} B"
    columns = [each for each in croissant["recordSet"][-1]["field"] if "column" in each["source"]["extract"]]
    types = {str: "sc:Text", int: "sc:Integer", bool: "sc:Boolean"}
    assert {each["name"]: each["dataType"] for each in columns} == {
        name: types[type(value)] for name, value in rows(out)[0].items()
    }
    ids = {each["@id"] for each in croissant["distribution"]}
    for records in croissant["recordSet"]:
        for column in records["field"]:
            (source,) = (value for key, value in column["source"].items() if key.startswith("file"))
            assert source["@id"] in ids
            assert column["description"].endswith(".")


@pytest.mark.parametrize("form", PICTURES)
def test_removed_articles_are_marked(tmp_path: Path, form: str) -> None:
    """The pictures of an article that the site has removed have the mark."""
    folder = tmp_path / "a"
    mine = pictured(1, stored(folder, b"one"))
    crawl(folder, mine, pictured(2, stored(folder, b"two", 0)))
    (folder / "removals.jsonl").write_text(removal(mine, "2026-01-01T00:00:00+00:00"), "utf-8")
    exported(tmp_path / "out", form, folder)
    assert [row["is_removed"] for row in rows(tmp_path / "out")] == [True, False]


@pytest.mark.parametrize("form", PICTURES)
def test_crawls_have_their_own_pictures(tmp_path: Path, form: str) -> None:
    """The path of a file is one in the directory of its crawl."""
    for number, name in enumerate("ab"):
        crawl(tmp_path / name, pictured(number, stored(tmp_path / name, name.encode(), number)))
    exported(tmp_path / "out", form, tmp_path / "a", tmp_path / "b")
    assert [row["crawl"] for row in rows(tmp_path / "out")] == ["a", "b"]


@pytest.mark.parametrize("form", PICTURES)
def test_pictures_without_text_are_refused(tmp_path: Path, form: str) -> None:
    """Nothing is left behind."""
    folder = crawl(tmp_path / "a", article(1))
    revisions = StoredRevisions(sources(folder), {}, is_latest=True)
    with pytest.raises(ExportError, match="no variant without text"):
        export(revisions, tmp_path / "out", ExportFormat(form, has_text=False))
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("form", PICTURES)
def test_command_counts_pictures(tmp_path: Path, form: str) -> None:
    """Skipped ones give another exit status; without any picture, the message says how to fetch them."""
    folder = tmp_path / "a"
    missing = stored(folder, b"two")
    (folder / missing.path).unlink()
    crawl(folder, pictured(1, stored(folder, b"one"), missing))
    done = scrapy_here("export", str(folder), "--to", form, "-o", str(tmp_path / "out"))
    assert done.returncode == 6
    assert "1 picture in" in done.stderr
    assert "skipped: 1 picture without a usable file, see _skipped.jsonl" in done.stderr
    crawl(tmp_path / "b", article(1))
    done = scrapy_here("export", str(tmp_path / "b"), "--to", form, "-o", str(tmp_path / "none"))
    assert done.returncode == 0
    assert "-s PHOTOS=1" in done.stderr


@pytest.mark.parametrize("form", PICTURES)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_interrupted_export_leaves_nothing(
    tmp_path: Path, form: str, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk and Ctrl-C leave no half export, and no draft."""
    folder = tmp_path / "a"
    crawl(folder, pictured(1, *(stored(folder, b"%d" % number, number << 20) for number in range(3))))
    rows_left = iter([None])

    def fail(picture: Picture) -> bytes:
        if next(rows_left, error) is error:
            raise error
        return json_line(picture)

    for module in ("folder", "shards"):
        monkeypatch.setattr(f"crawler.exporting.images.{module}.json_line", fail)
    with pytest.raises(type(error)):
        exported(tmp_path / "out", form, folder)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_only_copies_are_synchronised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A linked picture is on the disk already, and synchronising each would take minutes."""
    synchronised: list[str] = []
    monkeypatch.setattr("crawler.ledger.durable.synchronise", lambda path: synchronised.append(path.name))
    folder = tmp_path / "a"
    crawl(folder, pictured(1, stored(folder, b"one")))
    exported(tmp_path / "out", "images", folder)
    assert {"metadata.jsonl", "croissant.json", "_manifest.json", "train"} <= set(synchronised)
    assert not any(name.endswith(".jpg") for name in synchronised)


@pytest.mark.parametrize("form", PICTURES)
@settings(max_examples=examples(20), deadline=None)
@given(records=st.lists(articles(), min_size=1, max_size=3), path=st.text())
def test_every_record_is_exported(
    tmp_path_factory: pytest.TempPathFactory, form: str, records: list[Article], path: str
) -> None:
    """Whatever a record holds, also in a file that others wrote: each picture has a row, or is named."""
    folder = tmp_path_factory.mktemp("pictures")
    file = stored(folder / "a", b"one")
    pictures = [replace(file, phash=path, type=path), replace(file, path=path)]
    photos = tuple(Photo(caption=path, credit=path, file=picture) for picture in pictures)
    crawl(folder / "a", *(replace(record, photos=photos) for record in records))
    done = exported(folder / "out", form, folder / "a", is_latest=False)
    assert done.records == len(rows(folder / "out"))
    assert done.records + done.skipped == 2 * len(records)
