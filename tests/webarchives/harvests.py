"""Harvests from a web archive as users run them, and pages to be captured."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.house import processes
from tests.house.site import LONGEST, ROOT, environment, page
from tests.webarchives.server import Archive, Kept

SITE = "http://www.example.cn"
HASTE = (
    *("-s", "WEB_ARCHIVE_DELAY=0.001", "-s", "DOWNLOAD_DELAY=0", "-s", "AUTOTHROTTLE_ENABLED=0"),
    *("-s", "RETRY_TIMES=1", "-s", "HOST_PAUSE_FIRST=0.01", "-s", "ALLOW_PRIVATE_HOSTS=127.0.0.0/8"),
)


def story(number: int, word: str = "opened", more: str = "") -> bytes:
    """Return the page of an invented article."""
    lines = (
        f"The lock at Linshui {word} for barge {number} on walk {walk}, said Lin Wu." for walk in range(4)
    )
    return page(f"Lock at Linshui {word} for barge {number}", *lines, more)


def path(number: int) -> str:
    """Return the path of an article."""
    return f"/2022-08/{number % 28 + 1:02}/content_{number}.htm"


def kept(number: int, timestamp: str = "20220806120000", word: str = "opened", **more: Any) -> Kept:
    """Return a capture of an article."""
    return Kept(**{"url": SITE + path(number), "timestamp": timestamp, "body": story(number, word), **more})


@dataclass
class Crawl:
    """A crawl's directory, and the runs in it."""

    archive: Archive
    folder: Path
    start: str = f"cdx:{SITE}/*"
    address: str = ""

    def command(self, *options: str) -> list[str]:
        """Return the arguments of `scrapy`."""
        address = self.address or self.archive.address
        arguments = (f"start={self.start}", f"archive={address}", f"index={self.archive.index}")
        words = [word for each in arguments for word in ("-a", each)]
        return ["crawl", "news", *words, "-s", f"CRAWL_DIR={self.folder}", *HASTE, *options]

    def run(self, *options: str, by: tuple[str, ...] = ("scrapy",)) -> subprocess.CompletedProcess[str]:
        """Run to the end; `by` is the module that runs it."""
        return processes.run(
            [sys.executable, "-m", *by, *self.command(*options)],
            cwd=ROOT,
            env=environment(),
            text=True,
            timeout=LONGEST,
        )

    def records(self) -> list[dict[str, Any]]:
        """Return the records of the output."""
        file = self.folder / "articles.jsonl"
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.is_file() else []
