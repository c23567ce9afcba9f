"""Extracts an archive in its own process: `python -m crawler.cluster.child`, with the plan on standard input.

A worker of a cluster runs its tasks in threads, where a page that takes too long cannot be interrupted. A
crash (a fault in a library, out of memory) costs that archive only, and not the worker.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import asdict

import msgspec

from crawler.cluster.partitions import ArchiveResult, WorkPlan, extract_partition


class ChildError(RuntimeError):
    """The process failed; the message is its last line. Raised by `extract_apart`."""


def extract_apart(archive: str, plan: WorkPlan) -> ArchiveResult:
    """Run `extract_partition` in a child process. Raises `ChildError`."""
    done = subprocess.run(  # noqa: S603  this module
        [sys.executable, "-m", __name__],
        input=msgspec.json.encode({"archive": archive, "plan": plan}).decode(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        words = done.stderr.strip().splitlines() or [f"killed by signal {-done.returncode}"]
        raise ChildError(words[-1])
    answer = json.loads(done.stdout)
    answer["reasons"], answer["damaged"] = Counter(answer["reasons"]), tuple(answer["damaged"])
    return ArchiveResult(**answer)


def main() -> None:
    """Read a plan, extract the archive, and write the result."""
    asked = json.load(sys.stdin)
    done = extract_partition(asked["archive"], msgspec.convert(asked["plan"], WorkPlan))
    json.dump(asdict(done), sys.stdout)


if __name__ == "__main__":
    main()
