"""Tests of memory that is short: the kernel kills, and nothing is lost, repeated or torn."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.durability.damage import Attack, damage_of, tally
from tests.durability.site import LONG, Crawl, generated, story
from tests.house.site import ROOT, environment

STORIES = 12
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
HUGE = (3, 7)
"""Articles whose pages take much memory."""
MIB = 1 << 20
GROUPS = {  # version of the kernel's control groups: where they are, and the file for the limit
    2: (Path("/sys/fs/cgroup"), "memory.max"),
    1: (Path("/sys/fs/cgroup/memory"), "memory.limit_in_bytes"),
}


@dataclass(frozen=True)
class Group:
    """A control group of the kernel, below the one of this process."""

    folder: Path
    limit: str

    def allow(self, size: int) -> None:
        """Limit the memory of its processes."""
        (self.folder / self.limit).write_text(str(size), "ascii")

    def enter(self) -> None:
        """Put this process into it."""
        (self.folder / "cgroup.procs").write_text(str(os.getpid()), "ascii")


def own_groups() -> Iterator[Group]:
    """Yield where a group for memory may be made."""
    for line in Path("/proc/self/cgroup").read_text("ascii").splitlines():
        _, names, path = line.split(":", 2)
        if not names or "memory" in names.split(","):
            root, limit = GROUPS[1 if names else 2]
            yield Group(root / path.lstrip("/") / f"crawl-{os.getpid()}", limit)


@contextmanager
def group() -> Iterator[Group]:
    """Make a group within this context; skip the test where the kernel does not let us."""
    made = next(filter(is_made, own_groups()), None)
    if made is None:
        pytest.skip("this machine lets us make no control group")
    try:
        yield made
    finally:
        remove(made.folder)


def is_made(group: Group) -> bool:
    """Make a group; return whether it can limit memory."""
    try:
        group.folder.mkdir()
    except OSError:
        return False
    if not (group.folder / group.limit).exists():
        group.folder.rmdir()
        return False
    return True


def remove(folder: Path) -> None:
    """Remove a group, whose last processes may be ending."""
    deadline = time.monotonic() + LONG
    while folder.exists() and time.monotonic() < deadline:
        with suppress(OSError):
            folder.rmdir()
        time.sleep(0.05)


@contextmanager
def huge(folder: Path) -> Iterator[Crawl]:
    """Serve a site with two huge pages; yield a crawl of it."""
    with generated(folder / "site", STORIES, channels=2) as server:
        for number in HUGE:
            page = server.site.www / story(number).lstrip("/")
            text = page.read_text("utf-8").replace("</body>", f"<div>{'<i>x</i>' * 300_000}</div></body>")
            page.write_text(text, "utf-8")
        yield Crawl(server, folder / "crawl")


def check_later(crawl: Crawl) -> None:
    """Let hosts rest and failed pages be due, crawl with all memory, and count the missing articles."""
    if crawl.ask("SELECT id FROM runs"):
        crawl.later(hours=1)
        with sqlite3.connect(crawl.folder / "ledger.sqlite") as database:
            database.execute("DELETE FROM hosts")
    last = crawl.run()
    assert "Traceback" not in last.stderr
    expected = [crawl.server.origin + story(number) for number in range(STORIES)]
    tally(Attack.MEMORY, 1, damage_of(crawl.folder, expected))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_kernel_kills(seed: int, tmp_path: Path) -> None:
    """A control group has too little memory: the crawl, or the process that parses, is killed on the way."""
    dice = random.Random(seed)
    with huge(tmp_path) as crawl, group() as control_group:
        control_group.allow(dice.randint(86 * MIB, 106 * MIB))
        command = [sys.executable, "-m", "scrapy", *crawl.command()]
        subprocess.run(  # noqa: S603  the command is this test's own
            command,
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            preexec_fn=control_group.enter,
            check=False,
        )
        check_later(crawl)
