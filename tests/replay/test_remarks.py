"""Facts beside the bytes of a response are archived with it, and come again with the article."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
import trustme
from fastwarc.warc import ArchiveIterator as FastIterator

from crawler.archive.reading import Archived, read_page
from crawler.archive.warc import Kept, payload_digest, response_record, revisit_record
from crawler.items import OVERLONG, UNVERIFIED
from tests.archive.exchanges import numbered, read
from tests.faults.crawl import crawl, healthy
from tests.faults.server import FaultServer
from tests.faults.test_http import headed, page
from tests.faults.test_tls import over_tls
from tests.house.site import scrapy, scrapy_here
from tests.replay.test_archive_spider import APART

BOTH = (UNVERIFIED, OVERLONG)


def test_both_come_again(tmp_path: Path) -> None:
    """Of a host that is vouched for, and a page with bytes behind its end: the crawl's own records."""
    whole = page(14)
    overlong = headed(f"Content-Length: {len(whole)}", whole + b"<p>more</p>")
    certificate = trustme.CA().issue_cert("127.0.0.1")
    folder = tmp_path / "crawl"
    with FaultServer(healthy({"/2022-08/09/content_9.htm": overlong}), wrap=over_tls(certificate)) as server:
        start = server.origin.replace("http:", "https:") + "/"
        ran = crawl(folder, start, "TLS_UNVERIFIED_HOSTS=127.0.0.1")
    live = {record["id"]: record for record in ran.records}
    marks = [{name for name in BOTH if name in record["evidence"]} for record in live.values()]
    assert sorted(map(len, marks)) == [1, 1, 1, 1, 2]  # no certificate was verified, one page was overlong
    out = tmp_path / "replayed.jsonl"
    scrapy("crawl", "archive", "-a", f"warc={folder / 'pages' / '*.warc.gz'}", "-O", str(out))
    extracted = scrapy_here("extract", str(folder / "pages" / "*.warc.gz")).stdout
    for text in (out.read_text("utf-8"), extracted):
        again = {record["id"]: record for record in map(json.loads, text.splitlines())}
        assert again.keys() == live.keys()
        for id_, record in again.items():
            differing = {name for name in record if record[name] != live[id_][name]}
            assert differing <= {*APART, "story"}
    check_by_fastwarc(folder / "pages")


def check_by_fastwarc(folder: Path) -> None:
    """Check the files with `fastwarc check`."""
    for file in folder.glob("*.warc.gz"):
        done = subprocess.run(  # noqa: S603  the command is this test's own
            [Path(sys.executable).parent / "fastwarc", "check", file],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("remarks", [(), (UNVERIFIED,), (OVERLONG,), BOTH])
def test_every_reader_reads_it(remarks: tuple[str, ...], tmp_path: Path) -> None:
    """Ours returns the remarks; to warcio and fastwarc they are a field of the head like any other."""
    exchange = numbered(1, remarks=remarks)
    records = response_record(exchange, payload_digest(exchange))
    (tmp_path / "a.warc.gz").write_bytes(records)
    archived = read_page(tmp_path / "a.warc.gz", 0)
    assert isinstance(archived, Archived)
    assert archived.remarks == remarks
    told = " ".join(remarks) or None
    assert read(records)[0].rec_headers.get_header("Harvester-Remarks") == told
    fast = next(iter(FastIterator(BytesIO(records))))
    assert fast.headers.get("Harvester-Remarks") == told
    assert fast.reader.read() == exchange.body


def test_a_revisit_tells_it_too() -> None:
    """The same payload, now from a server that nobody verified, is a revisit that says so."""
    exchange = numbered(1)
    kept = Kept(exchange.url, exchange.date, payload_digest(exchange), "pages/a.warc.gz#0")
    record = read(revisit_record(numbered(1, remarks=(UNVERIFIED,)), kept))[0]
    assert record.rec_type == "revisit"
    assert record.rec_headers.get_header("Harvester-Remarks") == UNVERIFIED
