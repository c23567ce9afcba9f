"""Runs `scrapy` where no decoder of pictures, and no pipeline for them, can be imported."""

from __future__ import annotations

import sys

from scrapy.cmdline import execute

if __name__ == "__main__":
    for name in ("PIL", "imha", "scrapy.pipelines.media", "crawler.pipelines.pictures"):
        sys.modules[name] = None  # type: ignore[assignment]
    execute(["scrapy", *sys.argv[1:]])
