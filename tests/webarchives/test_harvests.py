"""Tests of harvests from a web archive, as users run them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.accounting.outcome import ExitStatus
from tests.house.site import page, scrapy, scrapy_here, served
from tests.spiders.harvest import listing
from tests.webarchives.harvests import HASTE, SITE, Crawl, kept, path, story
from tests.webarchives.server import CDX, PAGED, PLAIN, WAYBACK, Archive, Fault, Kept, serving

LATER, LATEST = "20230101000000", "20230601000000"
PAST = (
    *(kept(number) for number in range(6)),
    kept(1, LATER, "closed"),
    kept(1, LATEST, "flooded", status=404),
    kept(2, LATER, "closed", mime="application/pdf"),
    kept(3, LATER, "", body=b"", mime="warc/revisit", index_status="-", digest=kept(3).sha1),
    kept(4, LATER, "closed", status=302, location=SITE),
    Kept(url=f"{SITE}/logo.png", timestamp=LATER, body=b"\x89PNG", mime="image/png"),
)
NEWEST = {path(number): "opened" for number in range(6)} | {path(1): "closed"}


def words_of(crawl: Crawl) -> dict[str, str]:
    """Return the path of each article with the word that tells its version."""
    return {each["url"].removeprefix(SITE): each["headline"].split()[3] for each in crawl.records()}


@pytest.mark.parametrize("kind", [WAYBACK, PAGED, PLAIN, CDX])
def test_newest_good_captures(kind: str, tmp_path: Path) -> None:
    """Each article comes once, in its newest good capture, whatever the CDX server."""
    with serving(Archive(PAST, kind)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run()
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert words_of(crawl) == NEWEST
    assert len(crawl.records()) == len(NEWEST)
    record = next(each for each in crawl.records() if each["url"] == SITE + path(1))
    assert record["fetched"] == "2023-01-01T00:00:00+00:00"
    assert record["found_by"]["kind"] == "archive"
    assert record["found_by"]["url"].startswith(archive.origin)
    assert record["publisher"] == "www.example.cn"
    assert record["evidence"]["capture"] == f"{archive.origin}/web/{LATER}id_/{SITE}{path(1)}"
    assert "capture.altered" not in record["evidence"]


def without_places(crawl: Crawl) -> list[dict[str, object]]:
    """Return the records without their places in an archive, and without the way that led to them."""
    return [{**record, "archive": None, "found_by": None} for record in crawl.records()]


def test_captures_in_files(tmp_path: Path) -> None:
    """Only the records of the chosen pages are requested from WARC files, and their replay gives the same."""
    with serving(Archive(PAST, PAGED)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl", address=archive.files)
        done = crawl.run()
        assert done.returncode == ExitStatus.COMPLETE, done.stderr
        assert words_of(crawl) == NEWEST
        assert len(set(archive.ranges)) == len(archive.ranges) == len(NEWEST)
    again = scrapy(
        "crawl", "archive", "-a", f"warc={crawl.folder}/pages/*", "-O", str(tmp_path / "again.jsonl")
    )
    assert again.returncode == ExitStatus.COMPLETE, again.stderr
    replayed = Crawl(archive, tmp_path)
    (tmp_path / "again.jsonl").rename(tmp_path / "articles.jsonl")
    assert _without_story(replayed) == _without_story(crawl)


def _without_story(crawl: Crawl) -> list[dict[str, object]]:
    """Return the records without their places in an archive, and without the way that led to them."""
    return [{**record, "archive": None, "found_by": None} for record in crawl.records()]


def test_all_that_differ(tmp_path: Path) -> None:
    """The versions of an article become its revisions, in the order of their captures."""
    versions = [
        kept(1, "20220101000000", "opened"),
        kept(1, "20220201000000", "opened"),
        kept(1, "20220301000000", "closed"),
        kept(1, "20220401000000", "flooded"),
        kept(1, "20220501000000", "opened"),
    ]
    faults = {"/20220301000000id_/": [Fault(429), Fault(503)]}  # the versions after it wait
    with serving(Archive(versions, WAYBACK, per_page=2, faults=faults)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run("-a", "captures=all")
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    found = [
        (each["revision"], each["headline"].split()[3], each["fetched"][5:7]) for each in crawl.records()
    ]
    assert found == [(1, "opened", "01"), (2, "closed", "03"), (3, "flooded", "04"), (4, "opened", "05")]
    assert len(archive.asked("id_/")) == 4 + 2


def test_days_of_capture(tmp_path: Path) -> None:
    """`since` and `until` bound the captures, not the days of publication."""
    with serving(Archive([kept(1), kept(1, LATER, "closed"), kept(2), kept(3, LATEST)])) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run("-a", "since=2022", "-a", "until=2022-12")
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert words_of(crawl) == {path(1): "opened", path(2): "opened"}


def test_later_run(tmp_path: Path) -> None:
    """A later run reads the index again, and requests only captures that are new in it."""
    archive = Archive([kept(1), kept(2)])
    with serving(archive):
        crawl = Crawl(archive, tmp_path / "crawl")
        crawl.run()
        archive.keep(kept(2, LATER, "closed"))
        archive.hits.clear()
        done = crawl.run()
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert len(archive.asked("id_/")) == 1
    assert [record["revision"] for record in crawl.records()] == [1, 1, 2]


def test_archive_in_trouble(tmp_path: Path) -> None:
    """After the pauses that it asks for, nothing is missing, and nothing comes twice."""
    faults = {
        "showNumPages": [Fault(503)],
        "page=0": [Fault(429, headers={"Retry-After": "1"}), Fault(504)],
        path(1): [Fault(429), Fault(503)],
        path(2): [Fault(504)],
    }
    archive = Archive([kept(number) for number in range(4)], PAGED, faults=faults)
    with serving(archive):
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run()
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert not any(faults.values())
    assert sorted(words_of(crawl)) == sorted(path(number) for number in range(4))
    assert len(crawl.records()) == 4


def test_no_list(tmp_path: Path) -> None:
    """A list that is cut short, or none at all, is a failure; a later run gets it."""
    faults = {
        "content_0.htm&": [Fault(cut=30)],
        "content_1.htm&": [Fault(200, b"<html><body>Please wait</body></html>")],
        "content_2.htm&": [Fault(404, b"no such page")],
    }
    archive = Archive([kept(number) for number in range(4)], faults=faults)
    with serving(archive):
        starts = ",".join(f"cdx:{SITE}{path(number)}" for number in range(4))
        crawl = Crawl(archive, tmp_path / "crawl", start=starts)
        done = crawl.run()
        assert done.returncode == ExitStatus.PARTIAL, done.stderr
        assert list(words_of(crawl)) == [path(3)]
        assert "no list of captures: the list of captures is cut short" in done.stderr
        done = crawl.run()
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert sorted(words_of(crawl)) == sorted(path(number) for number in range(4))


def test_archive_that_refuses_the_connection(tmp_path: Path) -> None:
    """The last line of the summary names its index, and what to check."""
    with serving(Archive([])) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
    done = crawl.run()
    assert done.returncode == ExitStatus.NOTHING_FETCHED, done.stderr
    assert f"next      the web archive could not be read: open {archive.index} in a browser" in done.stderr


def test_empty_archive(tmp_path: Path) -> None:
    """A page that was never captured is no failure of the archive."""
    with serving(Archive([], PAGED)) as archive:
        done = Crawl(archive, tmp_path / "crawl").run()
    assert "Traceback" not in done.stderr
    assert "retried" not in done.stderr


def test_replays_that_are_not_the_capture(tmp_path: Path) -> None:
    """A redirect to another page, and a page of another digest, are told apart from the capture."""
    elsewhere = f"{SITE}/"
    past = [
        kept(2, digest="A" * 32),
        kept(3, body=b"\x1f\x8b" + b"broken"),
        kept(4),
        Kept(url=elsewhere, timestamp=LATER, body=page("Home", "Nothing is here.")),
    ]
    archive = Archive(past, PLAIN, faults={path(4): [Fault(404)]})
    with serving(archive):
        archive.keep(kept(1, index_status="200", location=f"{archive.origin}/login"))
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run()
    assert done.returncode == ExitStatus.PARTIAL, done.stderr
    assert list(words_of(crawl)) == [path(2)]
    assert crawl.records()[0]["evidence"]["capture.altered"] == "another digest than in the index"
    for words in ("a redirect to another page", "cut short", "HTTP 404"):
        assert f"not fetched (not the capture: {words})" in done.stderr


def test_walls_and_redirects_of_the_past(tmp_path: Path) -> None:
    """A captured firewall pauses no archive, and a captured redirect leads nowhere."""
    wall = b"<script src='/.safeline/challenge/v2/challenge.js'></script>"
    moved = b"<html><head><meta http-equiv='refresh' content='0; url=/moved.htm'></head>Moved.</html>"
    with serving(Archive([kept(0, body=wall), kept(1, body=moved), kept(2)])) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run()
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert list(words_of(crawl)) == [path(2)]
    assert "paused" not in done.stderr
    assert not archive.asked("moved")


def test_gaps_from_archives(tmp_path: Path) -> None:
    """`audit --fill --from-archives` finds the articles that a crawl could not fetch."""
    missing = b"<html><title>Page not found</title><h1>Page not found</h1><p>It does not exist.</p></html>"
    pages = {"/": listing(*map(path, range(4))).encode(), path(0): story(0), path(3): missing}
    archive = Archive([])
    with served(pages) as site, serving(archive):
        archive.keep(*(kept(number, url=site + path(number)) for number in (0, 1, 3)))
        folder = tmp_path / "crawl"
        start = ("crawl", "news", "-a", f"start={site}/", "-s", f"CRAWL_DIR={folder}", *HASTE)
        assert scrapy(*start).returncode == ExitStatus.COMPLETE
        address = ("--from-archives", archive.address, "--index", archive.index)
        audited = scrapy_here("audit", str(folder), "--fill", *address)
        assert "3 URLs queued again" in audited.stdout, audited.stderr
        done = scrapy("crawl", "news", "-s", f"CRAWL_DIR={folder}")
        assert "Traceback" not in done.stderr
    crawl = Crawl(archive, folder)
    assert sorted(each["url"] for each in crawl.records()) == [site + path(number) for number in (0, 1, 3)]
    assert "1 missing" in scrapy_here("audit", str(folder)).stdout


def test_audit_explains_addresses(tmp_path: Path) -> None:
    """An address that is none is refused in a line."""
    audited = scrapy_here("audit", str(tmp_path), "--fill", "--from-archives", "https://a.example/{url}")
    assert (audited.returncode, len(audited.stderr.splitlines())) == (ExitStatus.BAD_ARGUMENTS, 1)


def test_article_over_several_pages(tmp_path: Path) -> None:
    """The parts come from the archive, too, from about the same time."""
    first, second = f"{SITE}/2022-08/06/content_7.htm", f"{SITE}/2022-08/06/content_7_2.htm"
    pager = "<a href='content_7.htm'>1</a> <a href='content_7_2.htm'>2</a>"
    past = [
        Kept(url=first, timestamp="20220806120000", body=story(7, more=pager)),
        Kept(url=second, timestamp="20220806120100", body=story(8, "measured", more=pager)),
        Kept(url=second, timestamp=LATEST, body=story(8, "drained", more=pager)),
    ]
    with serving(Archive(past)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run()
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    [record] = crawl.records()
    assert record["pages"] == [first, second]
    assert "measured" in " ".join(record["body"])


ALBUM = "http://api.example.cn/album?id=7"
DECLARED = (
    "from crawler.publishers import Companion, Publisher\n"
    "OWN = Publisher(name='example.cn', title='Example', hosts=('example.cn',), start=('http://example.cn/',),"
    " language='en', companions=(Companion(article=r'/content_(?P<id>7)[.]htm$',"
    " url='http://api.example.cn/album?id={id}'),))\n"
)


def declared(folder: Path) -> tuple[str, str]:
    """Declare a site whose galleries are files in JSON; return the option that names the declaration."""
    (folder / "own.py").write_text(DECLARED)
    return ("-s", f"PUBLISHERS_DIR={folder}")


def album(timestamp: str, word: str, **more: Any) -> Kept:
    """Return a capture of the gallery of an article."""
    photos = [
        {"photo_url": f"{SITE}/{word}_{place}.jpg", "photo_brief": f"Gate {place}, {word}. (Photo by Wu Lin)"}
        for place in (1, 2)
    ]
    body = json.dumps({"photo_album_list": photos}).encode()
    return Kept(**{"url": ALBUM, "timestamp": timestamp, "body": body, "mime": "application/json"} | more)


@pytest.mark.parametrize("has_files", [False, True], ids=["replayed", "in files"])
def test_companion_from_the_archive(tmp_path: Path, *, has_files: bool) -> None:
    """The nearest capture of a gallery is read, its place is in the evidence, and a replay agrees."""
    past = [kept(7), album("20210806120000", "dry"), album("20220806130000", "wet"), album(LATEST, "closed")]
    error = Kept(url=ALBUM, timestamp="20220806120100", body=b"<html><p>Sorry</p></html>")
    own = declared(tmp_path)
    with serving(Archive([*past, error], PAGED)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl", address=archive.files if has_files else "")
        done = crawl.run(*own)
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    [record] = crawl.records()
    assert [photo["caption"] for photo in record["photos"]] == ["Gate 1, wet.", "Gate 2, wet."]
    assert record["evidence"]["companion"] == ALBUM
    where = "/data/" if has_files else f"/web/20220806130000id_/{ALBUM}"
    assert record["evidence"]["companion.capture"].startswith(archive.origin + where)
    again = tmp_path / "again.jsonl"
    scrapy("crawl", "archive", "-a", f"warc={crawl.folder}/pages/*", *own, "-O", str(again))
    [replayed] = [json.loads(line) for line in again.read_text("utf-8").splitlines()]
    assert (replayed["photos"], replayed["evidence"]) == (record["photos"], record["evidence"])


@pytest.mark.parametrize("is_captured", [False, True])
def test_companion_that_the_archive_lacks(tmp_path: Path, *, is_captured: bool) -> None:
    """The article is read without it; the capture of a page is no companion, whose file is JSON."""
    past = [kept(7), *([kept(7, url=ALBUM)] if is_captured else [])]
    with serving(Archive(past)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run(*declared(tmp_path))
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    [record] = [each for each in crawl.records() if each["url"] == SITE + path(7)]
    assert record["evidence"]["pages.missing"] == ALBUM
    assert not {"companion", "companion.capture"} & set(record["evidence"])
    assert ("not in the web archive" in done.stderr) is not is_captured


def test_live_first(tmp_path: Path) -> None:
    """An article that the site has comes from there, one that is gone from the archive."""
    pages = {"/": listing(*map(path, range(3))).encode(), path(0): story(0, "widened")}
    archive = Archive([])
    with served(pages) as site, serving(archive):
        archive.keep(*(kept(number, url=site + path(number)) for number in range(2)))
        crawl = Crawl(archive, tmp_path / "crawl", start=f"{site}/")
        done = crawl.run()
        assert done.returncode == ExitStatus.COMPLETE, done.stderr
        found = {each["url"].removeprefix(site): each["headline"].split()[3] for each in crawl.records()}
        assert found == {path(0): "widened", path(1): "opened"}
        assert len(archive.asked("/cdx")) == 2  # for the two that are gone
        again = crawl.run()
    assert again.returncode == ExitStatus.COMPLETE, again.stderr
    assert len(archive.asked("/cdx")) == 2
    assert len(crawl.records()) == 2


def test_missing_page_that_answers_200_comes_from_the_archive(tmp_path: Path) -> None:
    """A not-found page with status 200 is looked up like one with status 404, once."""
    missing = b"<html><title>Page not found</title><h1>Page not found</h1><p>It does not exist.</p></html>"
    pages = {"/": listing(*map(path, range(3))).encode(), path(0): story(0), path(1): missing}
    archive = Archive([])
    with served({**pages, path(2): missing}) as site, serving(archive):
        archive.keep(kept(1, url=site + path(1)))
        crawl = Crawl(archive, tmp_path / "crawl", start=f"{site}/")
        done = crawl.run()
        assert len(archive.asked("/cdx")) == 2
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert sorted(each["url"] for each in crawl.records()) == [site + path(0), site + path(1)]
    assert "2 SoftNotFound" in done.stderr


@pytest.mark.parametrize(("kind", "whole"), [(WAYBACK, 0), (PLAIN, 1), (CDX, 1)])
def test_answers_are_bounded(kind: str, whole: int, tmp_path: Path) -> None:
    """Only a server without pages and resumption keys is asked for its whole list, and nothing is lost."""
    with serving(Archive(PAST, kind)) as archive:
        crawl = Crawl(archive, tmp_path / "crawl")
        done = crawl.run(by=("tests.webarchives.few_lines",))
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert words_of(crawl) == NEWEST
    assert len(crawl.records()) == len(NEWEST)
    assert sum("limit=3" not in each for each in archive.asked("/cdx")) == whole
