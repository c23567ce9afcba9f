"""The results of WARC files: of our own crawls, of damaged ones, and in several processes."""

from __future__ import annotations

import gzip
import json
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.parsing import ReadingBounds
from crawler.replay import pages, replay
from crawler.replay.pages import PageOutcome
from crawler.samplesite import serve
from tests.house.site import scrapy, scrapy_here
from tests.spiders.harvest import HASTE, article, listing

HTML = ("Content-Type", "text/html; charset=utf-8")


def archive(
    path: Path, *responses: tuple[str, bytes, tuple[tuple[str, str], ...]], status: str = "200 OK"
) -> Path:
    """Write a WARC file of responses: URL, body and headers."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, body, headers in responses:
            head = StatusAndHeaders(status, [HTML, *headers], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=BytesIO(body), length=len(body), http_headers=head
                )
            )
    return path


def story(number: int, **words: str) -> tuple[str, bytes, tuple[tuple[str, str], ...]]:
    """Return the response of an article."""
    text = article(number)
    for old, new in words.items():
        text = text.replace(old, new)
    return f"http://www.lanqiao.test/2022-08/01/content_{number}.htm", text.encode(), ()


def extract(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `scrapy extract`."""
    return scrapy_here("extract", *arguments)


def all_outcomes(*paths: Path, jobs: int = 1) -> list[PageOutcome]:
    """Return the outcome of each page, in order."""
    return [outcome for done in replay(paths, jobs) for outcome in done.outcomes]


def test_records_are_those_of_the_crawl(tmp_path: Path) -> None:
    """Replayed with the server stopped, a crawl's archive gives its records again, place and story apart.

    Blocks and details are there if the settings ask for them.
    """
    asked = ("-s", "BLOCKS=1", "-s", "DETAILS=keywords")
    with serve() as server:
        crawl = ("-a", f"start={server.origin}/", "-s", f"CRAWL_DIR={tmp_path}")
        assert scrapy("crawl", "news", *crawl, *asked, *HASTE).returncode in (0, 6)
    done = extract(str(tmp_path / "pages" / "*.warc.gz"), *asked)
    assert done.returncode == 0
    lines = (tmp_path / "articles.jsonl").read_text("utf-8").splitlines()
    live = {record["id"]: record for record in map(json.loads, lines)}
    again = {record["id"]: record for record in map(json.loads, done.stdout.splitlines())}
    assert again.keys() == live.keys()
    assert all(record["blocks"] for record in again.values() if record["body"])
    assert any(record["keywords"] for record in again.values())
    assert not any(record["published_printed"] for record in again.values())
    for id_, record in again.items():
        differing = {name for name in record if record[name] != live[id_][name]}
        assert differing <= {"fetched", "archive", "found_by", "story"}


def test_processes_keep_the_order(tmp_path: Path) -> None:
    """However many processes work, lines come in the order of files and records."""
    files = [archive(tmp_path / f"{n}.warc.gz", *(story(day) for day in range(1, 29))) for n in range(3)]
    alone = all_outcomes(*files)
    assert [outcome.line for outcome in all_outcomes(*files, jobs=2)] == [outcome.line for outcome in alone]
    assert len(alone) == 84


@pytest.mark.fault(106)
def test_damaged_records_cost_themselves_alone(tmp_path: Path) -> None:
    """Torn and overwritten records are named with their place; those before and behind them come."""
    whole = archive(tmp_path / "whole.warc.gz", *(story(day) for day in range(1, 5)))
    data = bytearray(whole.read_bytes())
    second = data.index(b"\x1f\x8b\x08", 10)
    data[second + 60 : second + 90] = bytes(30)
    (tmp_path / "spoilt.warc.gz").write_bytes(data)
    (tmp_path / "cut.warc.gz").write_bytes(whole.read_bytes()[:-40])
    spoilt = all_outcomes(tmp_path / "spoilt.warc.gz")
    assert sorted(outcome.line is not None for outcome in spoilt) == [False, True, True, True]
    assert [outcome.place for outcome in spoilt if outcome.is_damaged] == [f"spoilt.warc.gz#{second}"]
    cut = all_outcomes(tmp_path / "cut.warc.gz")
    assert [outcome.line is not None for outcome in cut] == [True, True, True, False]
    assert cut[-1].is_damaged


def test_payloads_are_unpacked(tmp_path: Path) -> None:
    """Content and transfer codings are undone, whoever archived them."""
    url, body, _ = story(1)
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    file = archive(
        tmp_path / "packed.warc.gz",
        (url, gzip.compress(body), (("Content-Encoding", "gzip"),)),
        (url, chunked, (("Transfer-Encoding", "chunked"),)),
        (url, gzip.compress(body)[:-50], (("Content-Encoding", "gzip"),)),
    )
    first, second, third = all_outcomes(file)
    assert first.mark == second.mark != None  # noqa: E711  a fingerprint, and the same one
    assert third.words == "cut short"


def test_lists_and_failures_are_no_articles(tmp_path: Path) -> None:
    """Lists are named as such; answers other than 200 are skipped."""
    lists = archive(tmp_path / "a.warc.gz", ("http://www.lanqiao.test/", listing(*"abcdefgh").encode(), ()))
    assert [outcome.words for outcome in all_outcomes(lists)] == ["a list"]
    gone = archive(tmp_path / "b.warc.gz", story(1), status="404 Not Found")
    assert all_outcomes(gone) == []


def test_revisions_and_comparison(tmp_path: Path) -> None:
    """A page archived twice comes again only when it changed; `--against` names the fields that differ."""
    changed = story(1, look="sail")
    archive(tmp_path / "a.warc.gz", story(1), story(1), changed, story(2))
    done = extract(str(tmp_path / "*.warc.gz"), "--jobs", "2")
    records = list(map(json.loads, done.stdout.splitlines()))
    assert [(record["revision"], record["changed"]) for record in records] == [
        (1, []),
        (2, ["body"]),
        (1, []),
    ]
    assert "1  archived again, unchanged" in done.stderr
    (tmp_path / "old.jsonl").write_text(done.stdout.splitlines()[0] + "\n", encoding="utf-8")
    archive(tmp_path / "b.warc.gz", changed, story(2))
    told = scrapy_here(
        "extract", str(tmp_path / "b.warc.gz"), "--against", str(tmp_path / "old.jsonl")
    ).stderr
    assert "1 changed article (body 1), 1 new" in told


@pytest.mark.parametrize("has_places", [True, False])
def test_comparison_with_itself_finds_nothing(tmp_path: Path, has_places: bool) -> None:
    """Each revision is compared with the record of its own page, or of its number where no page is named."""
    archive(tmp_path / "a.warc.gz", story(1), story(2), story(1, look="sail"), story(1, look="sail"))
    done = extract(str(tmp_path / "a.warc.gz"))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["revision"] for record in records] == [1, 1, 2]
    old = [record if has_places else {**record, "archive": None} for record in records]
    (tmp_path / "old.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in old), encoding="utf-8")
    told = scrapy_here(
        "extract", str(tmp_path / "a.warc.gz"), "--against", str(tmp_path / "old.jsonl")
    ).stderr
    assert "0 changed articles (no field), 0 new" in told


def test_copies_of_a_page_are_compared_once(tmp_path: Path) -> None:
    """Of an article that was archived three times unchanged, a changed field counts once."""
    archive(tmp_path / "a.warc.gz", story(1), story(1), story(1))
    (record,) = map(json.loads, extract(str(tmp_path / "a.warc.gz")).stdout.splitlines())
    for place in (record["archive"], None, "pages/moved.warc.gz#0"):
        old = {**record, "headline": "Before", "archive": place}
        (tmp_path / "old.jsonl").write_text(f"{json.dumps(old)}\n", encoding="utf-8")
        told = scrapy_here(
            "extract", str(tmp_path / "a.warc.gz"), "--against", str(tmp_path / "old.jsonl")
        ).stderr
        assert "1 changed article (headline 1), 0 new" in told


def test_page_without_a_record_is_not_compared_with_another_page(tmp_path: Path) -> None:
    """A crawl drops a copy at another host; its own record is that of the first page, and of a later one."""
    url, body, headers = story(1, look="wait")
    copy = (url.replace("http://www.", "https://"), body, headers)
    archive(tmp_path / "a.warc.gz", story(1), copy, story(1, look="sail"))
    lines = [json.loads(line) for line in extract(str(tmp_path / "a.warc.gz")).stdout.splitlines()]
    assert len({line["id"] for line in lines}) == 1
    assert [line["revision"] for line in lines] == [1, 2, 3]
    old = [lines[0], {**lines[2], "revision": 2}]
    (tmp_path / "old.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in old), encoding="utf-8")
    told = scrapy_here(
        "extract", str(tmp_path / "a.warc.gz"), "--against", str(tmp_path / "old.jsonl")
    ).stderr
    assert "0 changed articles (no field), 1 new" in told


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """The mistake is one line."""
    done = extract(str(tmp_path / "none.warc.gz"))
    assert done.returncode == 2
    assert done.stderr.splitlines() == [f"scrapy extract: {tmp_path}/none.warc.gz: No such file or directory"]
    file = archive(tmp_path / "a.warc.gz", story(1))
    done = extract(str(file), "--against", str(tmp_path / "none.jsonl"))
    assert done.returncode == 2
    assert done.stderr.splitlines() == [f"scrapy extract: {tmp_path}/none.jsonl: No such file or directory"]


@pytest.mark.fault(77)
def test_page_that_takes_too_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on which the extraction runs away costs itself alone."""
    url, body, headers = story(1)
    slow = body.replace(b"</body>", b"<p>word, word <a href=/x>and a link</a> and more words.</p>" * 30_000)
    file = archive(tmp_path / "a.warc.gz", (url, slow, headers), story(2))
    monkeypatch.setattr(pages, "TERMS", ReadingBounds(seconds=0.1))
    reasons = [outcome.words for outcome in all_outcomes(file)]
    assert reasons == ["took too long", ""]
