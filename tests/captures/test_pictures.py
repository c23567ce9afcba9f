"""Tests of harvests from a web archive that fetch pictures: each from the archive, near its article."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.accounting.outcome import ExitStatus
from tests.house.site import scrapy, scrapy_here, served
from tests.pictures.images import HTML, jpeg
from tests.pictures.site import path_of, story
from tests.spiders.harvest import listing
from tests.webarchives.harvests import HASTE, SITE, Crawl
from tests.webarchives.server import PAGED, Archive, Fault, Kept, serving

PHOTOS = ("-s", "PHOTOS=1")
EARLY, THEN, LATER = "20220806120000", "20220807120000", "20230806120000"


def article(number: int, pictures: list[str], timestamp: str = EARLY, words: str = "") -> Kept:
    """Return a capture of an article with pictures."""
    body = story(number, pictures, words).encode()
    return Kept(url=SITE + path_of(number), timestamp=timestamp, body=body)


def picture(path: str, timestamp: str, seed: int, **more: Any) -> Kept:
    """Return a capture of a picture."""
    return Kept(
        **{"url": SITE + path, "timestamp": timestamp, "body": jpeg(seed), "mime": "image/jpeg"} | more
    )


def bodies_of(crawl: Crawl) -> dict[tuple[str, int], list[bytes | None]]:
    """Return the bytes of the pictures of each revision, by the path of its article."""
    return {
        (record["url"].removeprefix(SITE), record["revision"]): [
            (crawl.folder / photo["file"]["path"]).read_bytes() if photo["file"] else None
            for photo in record["photos"]
        ]
        for record in crawl.records()
    }


def refusals_of(record: dict[str, Any]) -> list[str]:
    """Return the codes of the photos without a file, in order."""
    return [each.partition("=")[2] for each in record["evidence"].get("photos.refused", "").split("; ")]


@pytest.mark.parametrize("has_files", [False, True], ids=["replayed", "in files"])
def test_each_revision_has_the_pictures_of_its_time(tmp_path: Path, *, has_files: bool) -> None:
    """The nearest captures are requested, each once, and the record says where they came from."""
    past = [
        article(1, ["/img/a.jpg", "/img/b.jpg"]),
        article(1, ["/img/a.jpg", "/img/b.jpg"], LATER, " and more"),
        picture("/img/a.jpg", "20220806115900", 1),
        picture("/img/a.jpg", LATER, 2),
        picture("/img/a.jpg", "20220901000000", 0, status=404, body=b"gone", mime="text/html"),
        picture("/img/b.jpg", THEN, 3),
    ]
    with serving(Archive(past, PAGED)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl", address=archive.files if has_files else "")
        done = crawl.run(*PHOTOS, "-a", "captures=all")
        assert done.returncode == ExitStatus.COMPLETE, done.stderr
        asked = archive.ranges if has_files else archive.asked("id_/")
        assert len(asked) == len(set(asked)) == 2 + 3
    assert bodies_of(crawl) == {
        (path_of(1), 1): [jpeg(1), jpeg(3)],
        (path_of(1), 2): [jpeg(2), jpeg(3)],
    }
    file = crawl.records()[0]["photos"][0]["file"]
    assert file["captured"] == "2022-08-06T11:59:00+00:00"
    where = (
        f"{archive.origin}/data/" if has_files else f"{archive.origin}/web/20220806115900id_/{SITE}/img/a.jpg"
    )
    assert file["capture"].startswith(where)
    assert "photos    3 pictures fetched" in done.stderr
    assert "received  5 pages" in done.stderr  # three answers of the index, two articles


@pytest.mark.parametrize(("stamp", "seed"), [("2022", 1), ("20230801mp_", 2), (f"{LATER}id_", 2)])
def test_start_that_is_a_capture(tmp_path: Path, stamp: str, seed: int) -> None:
    """The nearest capture is read as the original page, at any archive, and its picture comes from there."""
    past = [
        article(1, ["/img/a.jpg"]),
        article(1, ["/img/a.jpg"], LATER, " and more"),
        picture("/img/a.jpg", THEN, 1),
        picture("/img/a.jpg", LATER, 2),
    ]
    with serving(Archive(past, PAGED)) as archive:
        start = f"start={archive.origin}/web/{stamp}/{SITE}{path_of(1)}"
        done = scrapy("crawl", "news", "-a", start, "-s", f"CRAWL_DIR={tmp_path}", *PHOTOS, *HASTE)
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    crawl = Crawl(archive, tmp_path)
    assert bodies_of(crawl) == {(path_of(1), 1): [jpeg(seed)]}
    [record] = crawl.records()
    assert (record["url"], record["publisher"]) == (SITE + path_of(1), "www.example.cn")
    assert record["photos"][0]["file"]["capture"].startswith(f"{archive.origin}/web/")


def test_start_that_was_never_captured(tmp_path: Path) -> None:
    """The message names the list and the page."""
    with serving(Archive([article(1, [])], PAGED)) as archive:
        start = f"start={archive.origin}/web/2022/{SITE}{path_of(2)}"
        done = scrapy("crawl", "news", "-a", start, "-s", f"CRAWL_DIR={tmp_path}", *HASTE)
    assert f"{archive.origin}/web/cdx has no capture of {SITE}{path_of(2)} with status 200" in done.stderr
    assert "1 not in the web archive" in done.stderr


def test_original_answers_are_archived(tmp_path: Path) -> None:
    """The crawl's archive has the picture under its own URL, with the time and place of its capture."""
    with serving(Archive([article(1, ["/img/a.jpg"]), picture("/img/a.jpg", THEN, 1)])) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        assert crawl.run(*PHOTOS).returncode == ExitStatus.COMPLETE
    [file] = (crawl.folder / "pages").glob("*.warc.gz")
    with file.open("rb") as stream:
        records = [(each.rec_headers, each.content_stream().read()) for each in ArchiveIterator(stream)]
    [(headers, body)] = [
        each for each in records if each[0].get_header("WARC-Target-URI") == f"{SITE}/img/a.jpg"
    ]
    assert body == jpeg(1)
    assert headers.get_header("WARC-Date") == "2022-08-07T12:00:00Z"
    assert headers.get_header("WARC-Source-URI") == f"{archive.origin}/web/{THEN}id_/{SITE}/img/a.jpg"


def test_each_missing_picture_has_its_reason(tmp_path: Path) -> None:
    """A picture that the archive lacks, gives from another time, or as a page, is counted by its reason."""
    shown = ["none", "far", "page", "lie", "moved", "gone", "login", "large", "packed", "near"]
    past = [
        article(1, [f"/img/{name}.jpg" for name in shown]),
        picture("/img/far.jpg", "20240101000000", 1),
        picture("/img/page.jpg", THEN, 0, body=HTML, mime="text/html"),
        picture("/img/lie.jpg", THEN, 0, body=HTML),
        picture("/img/gone.jpg", THEN, 2),
        picture("/img/large.jpg", THEN, 3, body=jpeg(3) + bytes(300_000)),
        picture("/img/packed.jpg", THEN, 3, body=gzip.compress(jpeg(3) + bytes(300_000))),
        picture("/img/near.jpg", LATER, 4),
    ]
    faults = {f"id_/{SITE}/img/gone.jpg": [Fault(404)]}
    with serving(Archive(past, faults=faults)) as archive:
        far = f"{archive.origin}/web/20150101000000id_/{SITE}/img/moved.jpg"
        archive.keep(
            picture("/img/moved.jpg", "20150101000000", 6),
            picture("/img/moved.jpg", THEN, 0, location=far),
            picture("/img/login.jpg", THEN, 0, location=f"{archive.origin}/login"),
        )
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run(*PHOTOS, "-s", "PHOTO_SIZE_MAX=200000")
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    [record] = crawl.records()
    assert refusals_of(record) == [
        "not_captured",
        "far_capture",
        "not_a_picture",
        "not_a_picture",
        "far_capture",
        "not_the_capture:HTTP 404",
        "not_the_capture:a redirect to another page",
        "too_large",
        "too_large",
    ]
    assert [bool(photo["file"]) for photo in record["photos"]] == [False] * 9 + [True]
    assert "1 not in the web archive" in done.stderr
    assert "2 captured long before or after its article (PHOTO_CAPTURE_DAYS_MAX)" in done.stderr


def test_bound_of_days(tmp_path: Path) -> None:
    """A user may admit pictures from any time, or only those of the same day."""
    past = [article(1, ["/img/a.jpg", "/img/b.jpg"])]
    past += [picture("/img/a.jpg", "20050101000000", 1), picture("/img/b.jpg", "20220808120000", 2)]
    with serving(Archive(past)) as archive:
        found: list[list[bytes | None]] = []
        for days in (1, 9999):
            crawl = Crawl(archive, tmp_path / str(days))
            crawl.run(*PHOTOS, "-s", f"PHOTO_CAPTURE_DAYS_MAX={days}")
            found += bodies_of(crawl).values()
    assert found == [[None, None], [jpeg(1), jpeg(2)]]


def test_archive_in_trouble(tmp_path: Path) -> None:
    """The pictures come after the pauses that the archive asks for."""
    past = [article(1, ["/img/a.jpg"]), picture("/img/a.jpg", EARLY, 1)]
    faults = {f"id_/{SITE}/img/": [Fault(429, headers={"Retry-After": "1"})], "img%2Fa.jpg": [Fault(503)]}
    with serving(Archive(past, faults=faults)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run(*PHOTOS)
    assert not any(faults.values())
    assert bodies_of(crawl) == {(path_of(1), 1): [jpeg(1)]}, done.stderr


def test_pictures_of_substitutes(tmp_path: Path) -> None:
    """An article that is gone has the pictures of the archive, a live one those of the site."""
    pages = {"/": listing(path_of(1), path_of(2)).encode(), path_of(2): story(2, ["/img/a.jpg"]).encode()}
    archive = Archive([])
    with served({**pages, "/img/a.jpg": jpeg(9)}) as site, serving(archive):
        archive.keep(
            Kept(url=site + path_of(1), timestamp=EARLY, body=story(1, ["/img/a.jpg"]).encode()),
            picture("/img/a.jpg", EARLY, 1, url=f"{site}/img/a.jpg"),
        )
        crawl = Crawl(archive, tmp_path / "crawl", start=f"{site}/")
        done = crawl.run(*PHOTOS)
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    found = {path.rpartition("/")[2]: bodies for (path, _), bodies in bodies_of(crawl).items()}
    assert found == {"content_1.htm": [jpeg(1)], "content_2.htm": [jpeg(9)]}
    captures = [photo["file"]["capture"] for record in crawl.records() for photo in record["photos"]]
    assert sorted(map(bool, captures)) == [False, True]


def test_two_urls_with_one_capture(tmp_path: Path) -> None:
    """A picture that an article shows under two URLs is requested once from the archive."""
    past = [article(1, ["/img/a.jpg", "https://www.example.cn/img/a.jpg"]), picture("/img/a.jpg", EARLY, 1)]
    with serving(Archive(past)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        crawl.run(*PHOTOS)
        assert len(archive.asked("id_/http://www.example.cn/img/")) == 1
    assert bodies_of(crawl) == {(path_of(1), 1): [jpeg(1), jpeg(1)]}


def test_redirect_that_is_near_to_some_articles(tmp_path: Path) -> None:
    """The archive replays another capture than the listed one: it is far from one article alone."""
    times = ("20220806120000", "20230806120000", "20220906120000")
    past = [article(number, ["/img/a.jpg"], timestamp) for number, timestamp in enumerate(times, start=1)]
    archive = Archive([*past, picture("/img/a.jpg", "20211101000000", 1, is_listed=False)])
    with serving(archive):
        target = f"{archive.origin}/web/20211101000000id_/{SITE}/img/a.jpg"
        archive.keep(picture("/img/a.jpg", THEN, 0, location=target))
        crawl = Crawl(archive, tmp_path / "crawl")
        crawl.run(*PHOTOS)
        assert len(archive.asked(f"{THEN}id_/")) == 1
    assert list(bodies_of(crawl).values()) == [[jpeg(1)], [None], [jpeg(1)]]
    assert refusals_of(crawl.records()[1]) == ["far_capture"]
    assert crawl.records()[2]["photos"][0]["file"]["captured"] == "2021-11-01T00:00:00+00:00"


def test_retry_of_a_refused_capture(tmp_path: Path) -> None:
    """After a changed setting its capture is requested again, though its own outcome was known."""
    past = [article(1, ["/img/a.jpg"]), picture("/img/a.jpg", EARLY, 1)]
    with serving(Archive(past)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        crawl.run(*PHOTOS, "-s", "PHOTO_SIZE_MAX=10")
        assert refusals_of(crawl.records()[0]) == ["too_large"]
        scrapy_here("retry", str(crawl.folder), "--pictures", "--rejected")
        crawl.run(*PHOTOS)
    assert bodies_of(crawl) == {(path_of(1), 1): [None], (path_of(1), 2): [jpeg(1)]}


def test_retry_of_an_archive_that_was_in_trouble(tmp_path: Path) -> None:
    """The picture of a captured article is looked for in its archive again; the list names the capture."""
    past = [article(1, ["/img/a.jpg"]), picture("/img/a.jpg", EARLY, 1)]
    faults = {f"id_/{SITE}/img/": [Fault(404)]}
    with serving(Archive(past, faults=faults)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        crawl.run(*PHOTOS)
        shown = scrapy_here("outcomes", str(crawl.folder), "--pictures").stdout
        code, place = "not the capture: HTTP 404", f"{archive.origin}/web/{EARLY}id_/{SITE}{path_of(1)}"
        assert shown == f"failed ({code}): {SITE}/img/a.jpg, in {place}\n"
        assert "1 article queued" in scrapy_here("retry", str(crawl.folder), "--pictures").stdout
        done = crawl.run(*PHOTOS)
    assert bodies_of(crawl) == {(path_of(1), 1): [None], (path_of(1), 2): [jpeg(1)]}, done.stderr
