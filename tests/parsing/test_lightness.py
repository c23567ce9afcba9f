"""What a crawl loads whose pages are parsed in another process."""

from __future__ import annotations

import subprocess
import sys

LOADED = """
import sys
from scrapy.utils.misc import walk_modules
import crawler.pipelines, crawler.extensions, crawler.middlewares, crawler.scheduling.scheduler
for package in ("crawler.commands", "crawler.spiders"):
    walk_modules(package)
print(*(name for name in sys.modules if name.startswith("crawler.extraction")))
"""


def test_a_crawl_starts_without_the_extractor() -> None:
    """Scrapy imports all commands and spiders at each start; none of them brings the extractor along."""
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.split() == []
