"""Measures the extraction of archives on a cluster: `python -m benchmarks.clustered [PAGES]`.

Eight WARC files of PAGES invented articles are extracted by one worker and by two; the ratio is the median of
three rounds. The start of the cluster is part of the time, as for its user.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.replaying import ASKED, write
from benchmarks.tables import table

ARCHIVES, ROUNDS = 8, 3


def seconds(workers: int, folder: Path) -> float:
    """Return the seconds that a number of workers take."""
    with tempfile.TemporaryDirectory() as out:
        command = [
            "extract",
            "--cluster",
            "local",
            "--jobs",
            str(workers),
            str(folder / "*.warc.gz"),
            "-o",
            out,
            *ASKED,
        ]
        began = time.monotonic()
        subprocess.run([sys.executable, "-m", "scrapy", *command], stderr=subprocess.DEVNULL, check=True)  # noqa: S603
        return time.monotonic() - began


def main(pages: int) -> None:
    """Print speeds and ratio."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ARCHIVES):
            write(Path(folder) / f"{number}.warc.gz", pages)
        rounds = [(seconds(1, Path(folder)), seconds(2, Path(folder))) for _ in range(ROUNDS)]
    total = ARCHIVES * pages
    one, two = (median(times[place] for times in rounds) for place in (0, 1))
    rows = [
        ("one worker", f"{total / one:.0f} pages/s"),
        ("two workers", f"{total / two:.0f} pages/s"),
        ("ratio", f"{median(first / second for first, second in rounds):.2f}"),
    ]
    print(table((f"{ARCHIVES} archives of {pages:,} pages", "speed"), rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
