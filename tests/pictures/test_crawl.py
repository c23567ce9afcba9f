"""Tests of crawls that fetch pictures: each once, checked, and never at the cost of its article."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings
from warcio.archiveiterator import ArchiveIterator

from crawler.accounting.outcome import ExitStatus
from crawler.commands.crawl import photo_advice
from crawler.commands.crawl_settings import value_complaint
from crawler.pipelines.picture_requests import request_of
from crawler.samplesite import Reply
from tests.durability.site import LONG, Crawl, holding, wait_for
from tests.house.site import environment, scrapy_here
from tests.pictures.images import jpeg
from tests.pictures.site import BYTES, LARGE, path_of, picture_site, put, story

ALL = [*BYTES, "/img/moved.jpg", "/img/private.jpg", "/img/lost.jpg"]
PHOTOS = ("-s", "PHOTOS=1", "-s", f"PHOTO_SIZE_MAX={LARGE}")


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawl]:
    """Return a complete crawl of a site with pictures of all kinds; `asked` has its requests."""
    root = tmp_path_factory.mktemp("pictures")
    with picture_site(root / "site", {1: ALL, 2: ["/img/a.jpg"], 3: []}) as server:
        crawl = Crawl(server, root / "crawl")
        done = crawl.run(*PHOTOS)
        assert done.returncode == ExitStatus.COMPLETE, done.stderr
        assert "Traceback" not in done.stderr
        (root / "log").write_text(done.stderr, "utf-8")
        yield crawl


def record_of(crawl: Crawl, number: int) -> dict[str, Any]:
    """Return the latest record of an article."""
    return [each for each in crawl.records() if each["url"].endswith(path_of(number))][-1]


def files(record: dict[str, Any]) -> dict[str, Any]:
    """Return the files of a record's photos, by the path of the photo's URL."""
    return {"/img/" + photo["url"].partition("/img/")[2]: photo["file"] for photo in record["photos"]}


def test_pictures_are_files_beside_the_record(crawl: Crawl) -> None:
    """A record has the true type, the bytes and the embedded texts of each picture."""
    found = files(record_of(crawl, 1))
    good = {"/img/a.jpg", "/img/copy.jpg", "/img/moved.jpg", "/img/lie.jpg", "/img/late.jpg"}
    assert {path for path, file in found.items() if file} == good
    assert found["/img/lie.jpg"]["type"] == "image/png"
    for path in ("/img/a.jpg", "/img/lie.jpg"):
        assert (crawl.folder / found[path]["path"]).read_bytes() == BYTES[path]
    texts = [found["/img/a.jpg"][name] for name in ("caption", "credit", "rights", "width", "height")]
    assert texts == ["A lock.", "Lin Wu", "© Example", 320, 240]


def test_evidence_says_why_a_picture_is_missing(crawl: Crawl) -> None:
    """Each kind of refusal has its code; the article is written all the same."""
    record = record_of(crawl, 1)
    paths = list(files(record))
    codes = dict(each.split("=") for each in record["evidence"]["photos.refused"].split("; "))
    assert {paths[int(place)]: code for place, code in codes.items()} == {
        "/img/page.jpg": "not_a_picture",
        "/img/drawn.jpg": "picture_svg",
        "/img/bomb.png": "picture_pixels",
        "/img/cut.jpg": "picture_damaged",
        "/img/forbidden/b.jpg": "robots_forbidden",
        "/img/large.png": "too_large",
        "/img/private.jpg": "private_address",
        "/img/lost.jpg": "http:404",
    }
    assert record["evidence"]["photos.embedded"].startswith("0=caption,credit; 1=caption,credit")
    assert "photos.refused" not in record_of(crawl, 2)["evidence"]


def test_every_url_is_requested_once(crawl: Crawl) -> None:
    """Two articles share a picture; a forbidden one is never requested."""
    asked = {path: count for path, count in crawl.asked.items() if path.startswith("/img/")}
    assert asked.pop("/img/a.jpg") == 2  # by itself, and as the target of a redirect
    assert asked == {path: 1 for path in ALL if path not in ("/img/a.jpg", "/img/forbidden/b.jpg")}


def test_equal_bytes_are_one_file(crawl: Crawl) -> None:
    """A copy and the target of a redirect share the file; no file is left over."""
    found = files(record_of(crawl, 1))
    assert found["/img/a.jpg"] == found["/img/copy.jpg"] == found["/img/moved.jpg"]
    on_disk = {str(path.relative_to(crawl.folder)) for path in (crawl.folder / "photos").glob("*/*")}
    assert on_disk == {file["path"] for file in found.values() if file}


def test_pictures_are_archived(crawl: Crawl) -> None:
    """The archive has the responses of kept pictures; equal bytes are a revisit."""
    places = dict(_rows(crawl, "SELECT url, place FROM pictures WHERE place IS NOT NULL"))
    kinds: Counter[str] = Counter()
    for archive in (crawl.folder / "pages").glob("*.warc.gz"):
        with archive.open("rb") as stream:
            for record in ArchiveIterator(stream):
                if "/img/" in (record.rec_headers.get_header("WARC-Target-URI") or ""):
                    kinds[record.rec_type] += 1
    assert len(places) == 5
    assert len(set(places.values())) == 3
    assert kinds == {"response": 3, "request": 5, "revisit": 2}


def _rows(crawl: Crawl, query: str) -> list[Any]:
    with sqlite3.connect(crawl.folder / "ledger.sqlite") as database:
        return database.execute(query).fetchall()


def test_summary_counts_pictures(crawl: Crawl) -> None:
    """The summary has a line for pictures, and counts none of them as a page or a failed URL."""
    log = (crawl.folder.parent / "log").read_text("utf-8")
    assert "photos    5 pictures fetched (" in log
    assert "1 SVG, which may hold scripts" in log
    assert "1 failed: 1 HTTP 404" in log
    assert "received  5 pages (" in log
    assert "0 failed; and 2 lists" in log


def test_archive_without_pictures_is_read_again(crawl: Crawl) -> None:
    """Pages are extracted again from an archive that holds pictures, too."""
    archives = [str(path) for path in (crawl.folder / "pages").glob("*.warc.gz")]
    command = [sys.executable, "-m", "scrapy", "extract", *archives]
    done = subprocess.run(command, capture_output=True, env=environment(), check=True)  # noqa: S603  our own command
    assert sum(1 for line in done.stdout.splitlines() if json.loads(line)["headline"]) == 3


def test_changed_article_gets_its_new_picture_alone(tmp_path: Path) -> None:
    """A later run requests no known picture again, neither fetched nor refused; a lost file it does."""
    with picture_site(
        tmp_path / "site", {1: ["/img/a.jpg", "/img/drawn.jpg"], 2: ["/img/late.jpg"]}
    ) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run(*PHOTOS)
        (crawl.folder / files(record_of(crawl, 2))["/img/late.jpg"]["path"]).unlink()
        for number, shown in ((1, ["/img/a.jpg", "/img/drawn.jpg", "/img/lie.jpg"]), (2, ["/img/late.jpg"])):
            put(tmp_path / "site", path_of(number), story(number, shown, " and more").encode())
        crawl.later(hours=7)
        crawl.run(*PHOTOS)
        assert [record["revision"] for record in crawl.records()] == [1, 1, 2, 2]
        asked = [path for path in crawl.asked if path.startswith("/img/")]
        assert sorted(asked) == ["/img/late.jpg", "/img/lie.jpg"]
        assert all(
            files(record_of(crawl, number))["/img/" + name]
            for number, name in ((1, "lie.jpg"), (2, "late.jpg"))
        )


def test_failed_picture_is_tried_again_and_then_left(tmp_path: Path) -> None:
    """Each article that shows a failing picture tries it, five times in all."""
    shown = {number: ["/img/lost.jpg"] for number in range(1, 9)}
    with picture_site(tmp_path / "site", shown) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run(*PHOTOS, "-s", "CONCURRENT_REQUESTS=1")
        assert len(crawl.records()) == 8
        assert 2 <= crawl.asked["/img/lost.jpg"] <= 5


def test_article_does_not_wait_for_ever(tmp_path: Path) -> None:
    """A slow picture is left out after PHOTO_SECONDS_MAX, and its article is written without it."""
    is_over = threading.Event()
    with picture_site(tmp_path / "site", {1: ["/img/a.jpg", "/img/late.jpg"]}) as server:
        reply = server.site.reply

        def slow(target: str, origin: str) -> Reply:
            if target == "/img/late.jpg":
                is_over.wait(4)
            return reply(target, origin)

        server.site.reply = slow  # type: ignore[method-assign]
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run(*PHOTOS, "-s", "PHOTO_SECONDS_MAX=0.5")
        is_over.set()
    record = record_of(crawl, 1)
    assert record["evidence"]["photos.refused"] == "1=picture_wait"
    assert files(record)["/img/a.jpg"]
    assert _rows(crawl, "SELECT count(*) FROM pictures WHERE outcome = 'fetched'") == [(2,)]


def test_stopped_while_an_article_waits(tmp_path: Path) -> None:
    """The article is not written, and not counted; the next run fetches the missing picture alone."""
    shown = {1: ["/img/a.jpg", "/img/late.jpg"], 2: ["/img/a.jpg"]}
    with picture_site(tmp_path / "site", shown) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        with (
            holding(server, 0, {"/img/late.jpg"}) as is_held,
            crawl.start(*PHOTOS, "-s", "STOP_GRACE=0.5") as running,
        ):
            assert is_held.wait(LONG)
            wait_for(lambda: crawl.ask("SELECT count(*) FROM revisions") == [1])
            running.send_signal(signal.SIGINT)
            _, log = running.communicate()
        assert running.returncode == ExitStatus.INTERRUPTED
        assert "1 article written" in log
        crawl.run(*PHOTOS)
    assert [path for path in crawl.asked if path.startswith("/img/")] == ["/img/late.jpg"]
    assert [all(files(record_of(crawl, number)).values()) for number in shown] == [True, True]
    assert len(crawl.records()) == 2


def test_limited_crawl_fetches_no_page_while_it_waits(tmp_path: Path) -> None:
    """With enough articles on their way, pages beyond the limit are not fetched again and again."""
    with picture_site(tmp_path / "site", {number: ["/img/late.jpg"] for number in range(1, 17)}) as server:
        reply = server.site.reply

        def slow(target: str, origin: str) -> Reply:
            if target == "/img/late.jpg":
                threading.Event().wait(2)
            return reply(target, origin)

        server.site.reply = slow  # type: ignore[method-assign]
        crawl = Crawl(server, tmp_path / "crawl")
        done = crawl.run(*PHOTOS, "-a", "limit=2")
    assert done.returncode == ExitStatus.LIMIT_REACHED
    assert len(crawl.records()) == 2
    assert sum(count for path, count in crawl.asked.items() if path.startswith("/2022")) <= 6


@pytest.mark.parametrize(
    ("page", "picture", "referrer"),
    [
        ("http://a.cn/1.htm#top", "http://a.cn/1.jpg", b"http://a.cn/1.htm"),
        ("http://a.cn/1.htm", "http://img.a.cn/1.jpg", b"http://a.cn/"),
        ("https://a.cn/1.htm", "https://img.a.cn/1.jpg", b"https://a.cn/"),
        ("https://a.cn/1.htm", "http://a.cn/1.jpg", None),
    ],
)
def test_request_has_the_referrer_of_browsers(page: str, picture: str, referrer: bytes | None) -> None:
    """Servers that refuse foreign pages see the page's own origin, and no address of an encrypted page."""
    request = request_of(page, picture, 9)
    assert request is not None
    assert request.headers.get("Referer") == referrer
    assert request.meta["download_maxsize"] == 9


@pytest.mark.parametrize("url", ["1.jpg", "http://[1.jpg"])
def test_invalid_url_gives_no_request(url: str) -> None:
    """Such a picture is refused; its article is written."""
    assert request_of("http://a.cn/1.htm", url, 9) is None


def test_crawl_without_photos_knows_nothing_of_pictures(tmp_path: Path) -> None:
    """Off by default: no picture is requested, no folder made, no decoder imported."""
    with picture_site(tmp_path / "site", {1: ["/img/a.jpg"]}) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        done = crawl.run(by=("tests.pictures.without_decoders",))
        assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert not [path for path in crawl.asked if path.startswith("/img/")]
    assert not (crawl.folder / "photos").exists()
    assert [photo["file"] for photo in record_of(crawl, 1)["photos"]] == [None]


def test_pictures_with_the_same_parameters_in_another_order(tmp_path: Path) -> None:
    """Both photos have a file: an answer to one request is no answer to the other."""
    with picture_site(tmp_path / "site", {1: ["/img/a.jpg?w=1&amp;h=2", "/img/a.jpg?h=2&amp;w=1"]}) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run(*PHOTOS)
    assert [bool(photo["file"]) for photo in record_of(crawl, 1)["photos"]] == [True, True]
    assert "photos.refused" not in record_of(crawl, 1)["evidence"]


def test_limit_loses_no_article(tmp_path: Path) -> None:
    """Articles that come while those within the limit wait for their pictures are left to the next run."""
    shown = {number: [f"/img/{number}.jpg"] for number in range(1, 9)}
    with picture_site(tmp_path / "site", shown) as server:
        reply = server.site.reply

        def slow(target: str, origin: str) -> Reply:
            if "/img/" in target:
                time.sleep(0.5)
            return reply(target, origin)

        server.site.reply = slow  # type: ignore[method-assign]
        crawl = Crawl(server, tmp_path / "crawl")
        assert crawl.run(*PHOTOS, "-a", "limit=2").returncode == ExitStatus.LIMIT_REACHED
        assert len(crawl.records()) == 2
        assert max(count for path, count in crawl.asked.items() if "content" in path) == 1
        crawl.run(*PHOTOS)
        assert len(crawl.records()) == 8


def test_new_ledger_deletes_no_pictures(tmp_path: Path) -> None:
    """If the ledger is lost and the output was moved away, the pictures of the moved lines stay."""
    with picture_site(tmp_path / "site", {1: ["/img/a.jpg"], 2: ["/img/late.jpg"]}) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run(*PHOTOS)
        named = [crawl.folder / photo["file"]["path"] for each in crawl.records() for photo in each["photos"]]
        (crawl.folder / "articles.jsonl").rename(tmp_path / "moved")
        for part in crawl.folder.glob("ledger.sqlite*"):
            part.unlink()
        put(tmp_path / "site", path_of(2), story(2, []).encode())
        for _ in range(2):
            assert crawl.run(*PHOTOS).returncode == ExitStatus.COMPLETE
    assert len(named) == 2
    assert all(path.is_file() for path in named)
    checked = scrapy_here("ledger", "check", str(crawl.folder))
    assert checked.returncode == 0, checked.stdout


def test_refused_folder_ends_the_crawl(tmp_path: Path) -> None:
    """If the disk refuses a picture, the crawl ends with that reason, and writes no article without it."""
    with picture_site(tmp_path / "site", {1: ["/img/a.jpg"]}) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.folder.mkdir()
        (crawl.folder / "photos").write_text("a file in place of the folder")
        done = crawl.run(*PHOTOS)
    assert done.returncode == ExitStatus.OUTPUT_FAILED
    assert crawl.records(is_killed=True) == []


def test_missing_libraries_are_named_before_the_crawl(tmp_path: Path) -> None:
    """Nothing is fetched without the extra, or articles would lack their pictures for good."""
    with picture_site(tmp_path / "site", {1: ["/img/a.jpg"]}) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        done = crawl.run(*PHOTOS, by=("tests.pictures.without_decoders",))
    assert done.returncode == ExitStatus.BAD_ARGUMENTS
    assert "PHOTOS needs Pillow and imha" in done.stderr
    assert not crawl.asked


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("PHOTO_SIZE_MAX=2.5", "PHOTO_SIZE_MAX=2.5: write a whole number from 1"),
        ("PHOTO_SIZE_MAX=0", "PHOTO_SIZE_MAX=0: write a whole number from 1"),
        ("PHOTO_PIXELS_MAX=1e6", "PHOTO_PIXELS_MAX=1e6: write a whole number from 1"),
        ("PHOTO_CAPTURE_DAYS_MAX=-1", "PHOTO_CAPTURE_DAYS_MAX=-1: write a whole number from 0"),
        ("PHOTO_SECONDS_MAX=0", "PHOTO_SECONDS_MAX=0: write a number above 0"),
    ],
)
def test_bounds_out_of_range_are_refused(setting: str, words: str) -> None:
    """They are named in a line before the crawl: 0 bytes would mean no bound at all."""
    name, _, value = setting.partition("=")
    assert value_complaint(Settings({"PHOTOS": True, name: value})) == words


def test_output_of_the_user_has_no_pictures() -> None:
    """A crawl without a directory says so."""
    output = Settings({"PHOTOS": True, "FEEDS": {"out.jsonl": {}}})
    assert "no effect with -o and -O" in str(photo_advice(output))
    assert photo_advice(Settings({"PHOTOS": True})) is None


def listed(crawl: Crawl, *options: str) -> list[dict[str, Any]]:
    """Return the rows of `scrapy outcomes --pictures`."""
    done = scrapy_here("outcomes", str(crawl.folder), "--pictures", "--jsonl", *options)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_missing_pictures_are_listed(crawl: Crawl) -> None:
    """Each has its reason, its article and whether another try may help; other lists name the command."""
    rows = {"/img/" + row["url"].partition("/img/")[2]: row for row in listed(crawl, "--last-run")}
    assert {path: (row["outcome"], row["code"]) for path, row in rows.items()} == {
        "/img/page.jpg": ("refused", "not_a_picture"),
        "/img/drawn.jpg": ("refused", "picture_svg"),
        "/img/bomb.png": ("refused", "picture_pixels"),
        "/img/cut.jpg": ("refused", "picture_damaged"),
        "/img/forbidden/b.jpg": ("refused", "robots_forbidden"),
        "/img/large.png": ("refused", "too_large"),
        "/img/private.jpg": ("refused", "private_address"),
        "/img/lost.jpg": ("failed", "http:404"),
    }
    assert {row["article_url"] for row in rows.values()} == {record_of(crawl, 1)["url"]}
    shown = scrapy_here("outcomes", str(crawl.folder), "--pictures")
    lost, page = rows["/img/lost.jpg"]["url"], record_of(crawl, 1)["url"]
    assert f"failed (HTTP 404): {lost}, in {page}\n" in shown.stdout
    assert f"scrapy retry {crawl.folder} --pictures tries those again that failed" in shown.stderr
    failed = scrapy_here("outcomes", str(crawl.folder), "--failed")
    assert f"8 pictures refused or failed: scrapy outcomes {crawl.folder} --pictures" in failed.stderr
    log = (crawl.folder.parent / "log").read_text("utf-8")
    assert "; 8 missing from their articles\n" in log
    assert f"scrapy outcomes {crawl.folder} --pictures --last-run" in log


def test_no_picture_is_missing(tmp_path: Path) -> None:
    """The message says which setting fetches them."""
    with picture_site(tmp_path / "site", {1: []}) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run()
    done = scrapy_here("outcomes", str(crawl.folder), "--pictures")
    assert (done.returncode, done.stdout) == (0, "")
    assert "0 pictures: no article lacks one (PHOTOS=1 fetches them)" in done.stderr


def test_retry_fetches_failed_pictures(tmp_path: Path) -> None:
    """An unchanged article gets a revision if one of its pictures comes, and none if all fail again."""
    shown = {1: ["/img/a.jpg", "/img/new.jpg"], 2: ["/img/lost.jpg"], 3: ["/img/drawn.jpg"]}
    with picture_site(tmp_path / "site", shown) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run(*PHOTOS)
        assert [row["outcome"] for row in listed(crawl)] == ["failed", "failed", "refused"]
        done = scrapy_here("retry", str(crawl.folder), "--pictures")
        assert (
            "2 articles queued again for missing pictures: run the same crawl, with -s PHOTOS=1"
            in done.stdout
        )
        assert [row["outcome"] for row in listed(crawl)] == ["waiting", "waiting", "refused"]
        put(tmp_path / "site", "/img/new.jpg", jpeg(7))
        crawl.run(*PHOTOS)
        asked = Counter(path for path in crawl.asked if path.startswith("/img/"))
        assert asked == {"/img/new.jpg": 1, "/img/lost.jpg": 1}
        assert [record["revision"] for record in crawl.records()] == [1, 1, 1, 2]
        record = record_of(crawl, 1)
        assert record["changed"] == ["photos"]
        assert all(files(record).values())
        assert [(row["outcome"], row["code"]) for row in listed(crawl)] == [
            ("failed", "http:404"),
            ("refused", "picture_svg"),
        ]
        checked = scrapy_here("ledger", "check", str(crawl.folder))
        assert checked.returncode == 0, checked.stdout
        crawl.run(*PHOTOS)
        assert not [path for path in crawl.asked if "content" in path or "/img/" in path]


def test_retry_of_refused_pictures_after_a_changed_setting(tmp_path: Path) -> None:
    """Only with --rejected: they would be refused again under the same settings."""
    with picture_site(tmp_path / "site", {1: ["/img/large.png"]}) as server:
        crawl = Crawl(server, tmp_path / "crawl")
        crawl.run(*PHOTOS)
        scrapy_here("retry", str(crawl.folder), "--pictures")
        crawl.run("-s", "PHOTOS=1")
        assert len(crawl.records()) == 1
        scrapy_here("retry", str(crawl.folder), "--pictures", "--rejected")
        crawl.run()
        assert len(crawl.records()) == 1
        scrapy_here("retry", str(crawl.folder), "--pictures", "--rejected")
        crawl.run("-s", "PHOTOS=1")
        assert [bool(photo["file"]) for photo in record_of(crawl, 1)["photos"]] == [True]
        assert len(crawl.records()) == 2
