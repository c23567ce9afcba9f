"""Runs `scrapy` and leaves behind how much memory it held: `python -m tests.faults.measured FILE ARGUMENTS`.

What `wait4` tells of a child is no less than its parent held when it was forked.
"""

from __future__ import annotations

import atexit
import re
import resource
import sys
from pathlib import Path

from scrapy.cmdline import execute

STATUS = Path("/proc/self/status")


def peak() -> int:
    """Return the most memory that this process held, in MiB."""
    if STATUS.is_file() and (found := re.search(r"VmHWM:\s*(\d+) kB", STATUS.read_text("ascii"))):
        return int(found[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    file = Path(sys.argv[1])
    atexit.register(lambda: file.write_text(str(peak()), encoding="ascii"))
    execute(["scrapy", *sys.argv[2:]])
