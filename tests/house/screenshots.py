"""Writes the pictures of docs/images, of a harvest of the sample site: `python -m tests.house.screenshots`.

The picture of the report needs Chromium, and a font with Chinese characters.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from contextlib import suppress
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from crawler.commands.demo import crawl_command
from crawler.samplesite import serve
from tests.house.site import ROOT, environment
from tests.reporting.browser import CHROMIUM

IMAGES = ROOT / "docs" / "images"
HOST = "news.example.com"
COMMAND = f"$ scrapy crawl news -a start=http://{HOST}/"
COLUMNS = 100
LOG_LINES = 6  # above the rows of progress
REPORT = 1280, 1500  # pixels
_REDRAWN = re.compile(r"(?:\r|\x1b\[\?25[lh]|\x1b\[2K|\x1b\[1A)+")
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def watched(command: list[str]) -> str:
    """Run a command on a terminal; return all that it wrote there. Raises CalledProcessError."""
    ours, theirs = pty.openpty()
    surroundings = {**environment(), "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, stderr=theirs) as process:  # noqa: S603  our own
        os.close(theirs)
        said = b""
        with suppress(OSError):  # Linux: the other end is closed
            while piece := os.read(ours, 1 << 16):
                said += piece
    os.close(ours)
    if process.returncode not in {0, 6}:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    return said.decode("utf-8", "replace")


def with_a_bar(said: str) -> str:
    """Return the terminal as soon as a bar shows how much is done: the last log lines, and the rows below."""
    log: list[str] = []
    for piece in _REDRAWN.split(said.replace("\r\n", "\n")):
        above, rule, rows = piece.partition("─" * 40)
        log += [line for line in above.splitlines() if re.match(r"\d{4}-|\d\d:", line)]
        if " left" in rows:
            return "\n".join([COMMAND, *log[-LOG_LINES:], rule + rows])
    raise ValueError("the crawl ended before it showed how much was done")


def drawing(terminal: str) -> str:
    """Return a terminal as SVG, which loads no font from the network."""
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi(terminal))
    return _FONTS.sub("", console.export_svg(title="A crawl on a terminal"))


def photograph(page: Path, picture: Path) -> None:
    """Let Chromium open a page and write its picture. Raises SystemExit without Chromium."""
    if CHROMIUM is None:
        raise SystemExit("install Chromium to renew the picture of the report (Debian: apt install chromium)")
    with tempfile.TemporaryDirectory() as profile:
        options = f"--headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir={profile}"
        size, place = "--window-size={},{}".format(*REPORT), f"--screenshot={picture}"
        subprocess.run(  # noqa: S603  the browser that was found
            [CHROMIUM, *options.split(), size, place, page.as_uri()],
            check=True,
            capture_output=True,
            timeout=120,
        )


def main() -> None:
    """Harvest the sample site slowly enough to watch it, and write the pictures."""
    IMAGES.mkdir(exist_ok=True)
    scrapy = [sys.executable, "-m", "scrapy"]
    slowly = ["-s", "DOWNLOAD_DELAY=0.15", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=1"]
    with tempfile.TemporaryDirectory() as name, serve() as site:
        folder, address = Path(name) / HOST, site.origin.removeprefix("http://")
        folder.mkdir()
        said = watched([*scrapy, *crawl_command(site.origin, folder), *slowly])
        (IMAGES / "status.svg").write_text(drawing(with_a_bar(said).replace(address, HOST)), "utf-8")
        subprocess.run([*scrapy, "report", folder], cwd=ROOT, env=environment(), check=True)  # noqa: S603  our own
        page = folder / "report.html"
        page.write_text(page.read_text("utf-8").replace(address, HOST), "utf-8")
        photograph(page, IMAGES / "report.png")


if __name__ == "__main__":
    main()
