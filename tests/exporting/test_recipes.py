"""The recipes of docs/export.md for consumers of lines; `make recipes` runs all of them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from crawler.exporting.export import ExportFormat, export
from crawler.exporting.sources import StoredRevisions, sources_of
from crawler.records.lines import article_line
from tests.exporting.bulk import BulkError, elastic, read_bulk
from tests.exporting.test_export import article, crawl
from tests.house.printed import blocks
from tests.house.site import ROOT, environment

RECIPES = [block.text for block in blocks(ROOT / "docs" / "export.md") if block.language == "sh"]
TOOLS = all(map(shutil.which, ("jq", "curl", "zcat")))
TYPE = "application/x-ndjson"
ACTION = b'{"index": {"_index": "articles", "_id": "1"}}\n'


def recipe(program: str) -> str:
    """Return the recipe that names a program."""
    return next(text for text in RECIPES if program in text)


@pytest.mark.skipif(not TOOLS, reason="jq, curl or zcat is not installed (Debian: apt install jq curl)")
def test_bulk_requests_are_what_elasticsearch_reads(tmp_path: Path) -> None:
    """Run as printed but for the port: each part is a request, each article is stored once under its id."""
    articles = [article(number) for number in range(5)]
    source = crawl(tmp_path / "data" / "www.example.com", *articles)
    _, _, rest = recipe("_bulk").partition("\n")  # the export is made here
    revisions = StoredRevisions(sources_of([source]), {}, is_latest=True)
    export(revisions, tmp_path / "exports" / "bulk", ExportFormat("jsonl", "gz", 2))
    with elastic() as server:
        done = subprocess.run(  # noqa: S603  the recipe
            ["/bin/bash", "-euo", "pipefail", "-c", rest.replace("http://localhost:9200", server.address)],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (0, b"false\n" * 3), done.stderr
    assert server.requests == 3
    lines = {("articles", each.id): json.loads(article_line(each)) for each in articles}
    assert server.documents == lines


def test_consumer_of_standard_input_follows(tmp_path: Path) -> None:
    """Run as printed except for the consumer: all stored articles come, then those that a crawl appends."""
    source = crawl(tmp_path / "data" / "www.example.com", article(1), article(2))
    follow, _, _ = recipe("tail -n").partition(" | ")
    with subprocess.Popen(  # noqa: S603  the recipe
        ["/bin/bash", "-c", follow], cwd=tmp_path, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        try:
            assert [process.stdout.readline() for _ in range(2)] == [article_line(article(n)) for n in (1, 2)]
            crawl(source, article(3))
            assert process.stdout.readline() == article_line(article(3))
        finally:
            os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (ACTION + b'{"a": 1}\n', "application/json"),
        (ACTION + b'{"a": 1}', TYPE),
        (ACTION, TYPE),
        (ACTION + b"[1]\n", TYPE),
        (ACTION + b'{"a": NaN}\n', TYPE),
        (ACTION.replace(b'"1"', b"1") + b"{}\n", TYPE),
        (ACTION.replace(b"articles", b"Articles") + b"{}\n", TYPE),
        (ACTION.replace(b'"index": {', b'"store": {') + b"{}\n", TYPE),
    ],
)
def test_server_is_strict(body: bytes, kind: str) -> None:
    """Requests that Elasticsearch refuses, the test's server refuses."""
    assert read_bulk(ACTION + b'{"a": 1}\n', TYPE) == [("articles", "1", {"a": 1})]
    with pytest.raises(BulkError):
        read_bulk(body, kind)
