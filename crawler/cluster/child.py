"""Extracts an archive in a process of its own: `python -m crawler.cluster.child`, the plan on standard input.

A worker of a cluster runs its tasks in threads, where nothing interrupts a page that takes too long; and what
kills the process (a fault in a library, the want of memory) costs the one archive and not the worker.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import asdict

from crawler.archive.selection import Selection
from crawler.cluster.partitions import Done, Plan, extract_partition


class ChildError(RuntimeError):
    """The process failed; the message is its last word. Raised by `extract_apart`."""


def extract_apart(archive: str, plan: Plan) -> Done:
    """Do what `extract_partition` does, in a child process. Raises `ChildError`."""
    done = subprocess.run(  # noqa: S603  this module
        [sys.executable, "-m", __name__],
        input=json.dumps({"archive": archive, "plan": asdict(plan)}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        words = done.stderr.strip().splitlines() or [f"killed by signal {-done.returncode}"]
        raise ChildError(words[-1])
    found = json.loads(done.stdout)
    found["reasons"], found["damaged"] = Counter(found["reasons"]), tuple(found["damaged"])
    return Done(**found)


def main() -> None:
    """Read a plan, carry it out, and write what became of it."""
    asked = json.load(sys.stdin)
    plan = asked["plan"]
    chosen = plan.pop("selection")
    selection = Selection(tuple(chosen["hosts"]), chosen["since"], chosen["until"], tuple(chosen["types"]))
    done = extract_partition(asked["archive"], Plan(**plan, selection=selection))
    json.dump(asdict(done), sys.stdout)


if __name__ == "__main__":
    main()
