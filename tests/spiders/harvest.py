"""Harvests with the `news` spider as a user runs it, and a small site to be harvested."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.samplesite import Server, serve
from tests.house.site import scrapy

HASTE = (
    "-s",
    "DOWNLOAD_DELAY=0",
    "-s",
    "AUTOTHROTTLE_ENABLED=0",
    "-s",
    "RETRY_TIMES=0",
    "-s",
    "HOST_PAUSE_FIRST=0.01",
    "-s",
    "STATS_DUMP=1",
    "-s",
    "ALLOW_PRIVATE_HOSTS=127.0.0.0/8,localhost",
)
SENTENCE = "The ferry at Lanqiao carried its first passengers of the year, and most of them came to look"


@dataclass(frozen=True)
class Harvest:
    """The result of a crawl."""

    records: list[dict[str, Any]]
    log: str
    status: int

    def paths(self, origin: str) -> list[str]:
        """Return the paths of the records on this site, sorted."""
        return sorted(record["url"].removeprefix(origin) for record in self.records)


def harvest(folder: Path, start: str, *options: str) -> Harvest:
    """Harvest from a start into a folder."""
    out = folder / "out.jsonl"
    done: subprocess.CompletedProcess[str] = scrapy(
        "crawl", "news", "-a", f"start={start}", "-O", str(out), *HASTE, *options
    )
    lines = out.read_text(encoding="utf-8").splitlines() if out.is_file() else []
    return Harvest([json.loads(line) for line in lines], done.stderr, done.returncode)


def small_site(root: Path, pages: Mapping[str, str], responses: Mapping[str, Any] | None = None) -> Server:
    """Return a server of these pages; `responses` are as the sample site's own."""
    data = {
        "origin": "http://news.sample.test",
        "index": ["index.htm"],
        "pictures": "/none.png",
        "responses": dict(responses or {}),
    }
    (root / "www").mkdir(parents=True)
    (root / "site.json").write_text(json.dumps(data), encoding="utf-8")
    for path, text in pages.items():
        file = root / "www" / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return serve(root=root)


def article(number: int, more: str = "") -> str:
    """Return the page of an invented article."""
    paragraphs = "".join(f"<p>{SENTENCE}, said visitor {number} on walk {walk}.</p>" for walk in range(4))
    return (
        f"<html><head><meta charset='utf-8'><title>Ferry number {number} returns</title>"
        f"<meta property='article:published_time' content='2022-08-{number:02}T08:00:00+08:00'></head>"
        f"<body><h1>Ferry number {number} returns</h1><div id='content'>{paragraphs}</div>{more}"
        "</body></html>"
    )


def listing(*references: str, more: str = "") -> str:
    """Return a page that lists these."""
    items = "".join(
        f"<li><a href='{each}'>News of the ferry, {n}</a></li>" for n, each in enumerate(references)
    )
    return f"<html><head><title>List</title></head><body><ul>{items}</ul>{more}</body></html>"
