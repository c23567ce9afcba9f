"""Finds the folder and the spiders of the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.spiderloader import get_spider_loader
from scrapy.utils.conf import closest_scrapy_cfg

if TYPE_CHECKING:
    from scrapy.settings import Settings
    from scrapy.spiderloader import SpiderLoaderProtocol


def project_folder() -> Path:
    """Return the folder of the closest scrapy.cfg, at or above the working directory; else the latter."""
    config = closest_scrapy_cfg()
    return Path(config).parent if config else Path.cwd()


def spiders_of(settings: Settings) -> SpiderLoaderProtocol:
    """Return the loader of the spiders that the settings name."""
    return get_spider_loader(settings)
