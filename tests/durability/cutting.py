"""Cuts the power of an ext4 file system below a crawl: `unshare -m python -m tests.durability.cutting ...`.

The file system lies in a file (a loop device). At the Nth write the crawl is killed, and the file is copied
at once: the copy holds the data that the file system has given to the disk until then. It is mounted, which
replays its journal, and the crawl resumes there until the next cut. Data that no fsync brought to the disk is
lost, as ext4 itself decides. Arguments: a folder for all of it, the start URL, and the write of each cut.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.durability.site import HASTE
from tests.house.site import ROOT, environment

SIZE = 64 << 20  # bytes
IMPOSSIBLE = 77
"""Exit status where this machine does not let us mount."""


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[None]:
    """Mount a file system within this context."""
    at.mkdir(exist_ok=True)
    command = ["mount", "-o", "loop", str(image), str(at)]
    if subprocess.run(command, check=False).returncode:  # noqa: S603  our own
        sys.exit(IMPOSSIBLE)
    try:
        yield
    finally:
        subprocess.run(["umount", str(at)], check=True)  # noqa: S603, S607  our own


def crawled(folder: Path, start: str, write: str) -> None:
    """Crawl until the kill, or to the end where that comes first."""
    command = [sys.executable, "-m", "tests.durability.killing", write, "crawl", "news"]
    command += ["-a", f"start={start}", "-s", f"CRAWL_DIR={folder}", *HASTE]
    subprocess.run(command, cwd=ROOT, env=environment(), check=False)  # noqa: S603  our own


def main(folder: Path, start: str, *writes: str) -> None:
    """Leave the crawl's directory after the last cut as `left`, its output before each cut as `read-N`."""
    image, at = folder / "disk-0", folder / "mount"
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)  # noqa: S603, S607  our own
    for number, write in enumerate(writes, 1):
        cut = folder / f"disk-{number}"
        with mounted(image, at):
            crawled(at / "crawl", start, write)
            shutil.copyfile(image, cut)
            output = at / "crawl" / "articles.jsonl"
            (folder / f"read-{number}").write_bytes(output.read_bytes() if output.is_file() else b"")
        image.unlink()
        image = cut
    with mounted(image, at):
        (at / "crawl").mkdir(exist_ok=True)
        shutil.copytree(at / "crawl", folder / "left")
    image.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
