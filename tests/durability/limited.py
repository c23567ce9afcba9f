"""Runs `scrapy` in this process, in which no file may grow beyond a number of bytes.

`python -m tests.durability.limited BYTES crawl news ...`. Production code knows nothing of this.
"""

from __future__ import annotations

import resource
import sys

from scrapy.cmdline import execute

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
    execute(["scrapy", *sys.argv[2:]])
