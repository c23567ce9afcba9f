"""Measures exports: `python -m benchmarks.exporting [ARTICLES]`."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.tables import table
from crawler.exporting.export import FORMS
from crawler.extraction import extract_article
from crawler.items import ALL_DETAILS, Article
from crawler.records.lines import article_line
from tests.spiders.harvest import article


def write(file: Path, count: int) -> None:
    """Write an output with a number of articles of ten years."""
    with file.open("wb") as out:
        for number in range(count):
            url = f"http://www.lanqiao.test/2022-08/01/content_{number}.htm"
            if number < 100:
                models.append(extract_article(article(number % 28 + 1).encode(), url, fields=ALL_DETAILS))
            model = models[number % 100]
            day = f"{2015 + number % 10}-{number % 12 + 1:02}-01"
            id_ = hashlib.sha256(url.encode()).hexdigest()[:16]
            body = (*model.body, f"{model.body[0]} ({number})") * 3
            copied = replace(model, id=id_, url=url, canonical_url=url, published=day, body=body)
            out.write(article_line(copied))


models: list[Article] = []


def main(count: int) -> None:
    """Export in each format, and print time, memory and size."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "crawl").mkdir()
        source = Path(folder) / "crawl" / "articles.jsonl"
        write(source, count)
        for form in FORMS:
            peak, out = Path(folder) / "peak", Path(folder) / form
            command = ["-m", "tests.faults.measured", str(peak), "export", str(source.parent), "--to", form]
            began = time.monotonic()
            subprocess.run(  # noqa: S603  the command is this benchmark's own
                [sys.executable, *command, "-o", str(out)], stderr=subprocess.DEVNULL, check=True
            )
            rate = count / (time.monotonic() - began)
            size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
            memory, _ = peak.read_text("ascii").split()
            rows.append((form, f"{rate:,.0f}", f"{size / 1e6:.0f}", memory))
        head = f"{count:,} articles ({source.stat().st_size / 1e6:.0f} MB)"
    print(table((head, "a second", "MB", "MiB of memory"), rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
