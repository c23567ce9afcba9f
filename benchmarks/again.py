"""Measures a run that finds nothing new: `python -m benchmarks.again [PAGES]`.

A local site is harvested, and harvested again an hour later (the ledger is made an hour older meanwhile).
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.site import served
from benchmarks.tables import table
from benchmarks.throughput import HASTE

HOUR = 3600


def crawl(start: str, folder: Path) -> Iterator[str]:
    """Crawl, and return one row of figures."""
    file = folder / "articles.jsonl"
    before = file.stat().st_size if file.exists() else 0
    command = [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"start={start}"]
    for setting in (*HASTE, f"CRAWL_DIR={folder}"):
        command += ["-s", setting]
    subprocess.run(command, check=True)  # noqa: S603  the project's own command
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as ledger:
        query = "SELECT kind, count(*) FROM urls WHERE run = (SELECT max(id) FROM runs) GROUP BY kind"
        visited = dict(ledger.execute(query).fetchall())
    text = file.read_bytes()[before:]
    yield from (str(visited.get("list", 0)), str(visited.get("article", 0)), str(text.count(b"\n")))
    yield str(len({json.loads(line)["id"] for line in file.read_bytes().splitlines()}))


def age(folder: Path) -> None:
    """Let an hour pass for a ledger."""
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as ledger, ledger:
        for column in ("found", "visited", "next_visit"):
            ledger.execute(f"UPDATE urls SET {column} = {column} - {HOUR}")  # noqa: S608  names of our own
        ledger.execute(f"UPDATE runs SET started = started - {HOUR}, round = round - {HOUR}")  # noqa: S608  as above


def main() -> None:
    """Crawl twice, and print a table."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with served(pages) as start, tempfile.TemporaryDirectory() as folder:
        first = ("first run", *crawl(start, Path(folder)))
        age(Path(folder))
        rows = [first, ("an hour later", *crawl(start, Path(folder)))]
    print(table(("", "lists visited", "articles visited", "lines written", "articles on file"), rows))


if __name__ == "__main__":
    main()
