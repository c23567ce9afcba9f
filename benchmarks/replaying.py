"""Measures a replay by one process and by two: `python -m benchmarks.replaying [PAGES]`.

The WARC file has invented articles, each on a page of 30 kB as news sites have them; the ratio is the median
of three rounds, each with one process and then with two. Memory is the maximum of the first process.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from statistics import median

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.tables import table
from tests.spiders.harvest import article

WORDS = "ferry bridge harbour water people gate county morning river crowd ship lamp stone market".split()
MENU = "".join(f"<li><a href='/w/{n}.htm'>Menu item number {n}</a></li>" for n in range(500))
ROUNDS = 3
ASKED = ("-s", "DETAILS=all")


def write(file: Path, pages: int) -> None:
    """Write a WARC file with a number of articles on fifty hosts."""
    chance = random.Random(5)
    with file.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for number in range(pages):
            words = " ".join(chance.choices(WORDS, k=300))
            text = article(number % 28 + 1, f"<p>{words}.</p>").replace("<body>", f"<body><ul>{MENU}</ul>")
            body = text.replace("Ferry number", f"Ferry {number} number").encode()
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            url = f"http://s{number % 50}.news.test/2022-08/01/content_{number}.htm"
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=BytesIO(body), length=len(body), http_headers=head
                )
            )


def run(*command: str) -> tuple[float, int]:
    """Run `scrapy`; return the seconds, and the maximum memory in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        peak = Path(folder) / "peak"
        began = time.monotonic()
        subprocess.run(  # noqa: S603  the command is this benchmark's own
            [sys.executable, "-m", "tests.faults.measured", str(peak), *command, *ASKED],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
        )  # fmt: skip
        memory, _ = peak.read_text("ascii").split()
        return time.monotonic() - began, int(memory)


def main(pages: int) -> None:
    """Print times, ratio and memory."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pages.warc.gz"
        write(file, pages)
        rounds = [
            (run("extract", str(file)), run("extract", "--jobs", "2", str(file))) for _ in range(ROUNDS)
        ]
        spider = run("crawl", "archive", "-a", f"warc={file}", "-O", str(Path(folder) / "out.jsonl"))
    one, two = (median(times[jobs][0] for times in rounds) for jobs in (0, 1))
    rows = [
        ("scrapy extract", f"{pages / one:.0f} pages/s", f"{rounds[0][0][1]} MiB"),
        ("scrapy extract --jobs 2", f"{pages / two:.0f} pages/s", f"{rounds[0][1][1]} MiB"),
        ("ratio", f"{median(first[0] / second[0] for first, second in rounds):.2f}", ""),
        ("scrapy crawl archive", f"{pages / spider[0]:.0f} pages/s", f"{spider[1]} MiB"),
    ]
    print(table((f"{pages:,} pages", "speed", "most memory"), rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
