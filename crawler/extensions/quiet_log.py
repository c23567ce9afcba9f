"""The add-on that keeps a normal run's log to what its user wants to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.logs import quieten

if TYPE_CHECKING:
    from scrapy.settings import Settings


class QuietLog:
    """Withholds what Scrapy says about itself, unless LOG_LEVEL is DEBUG."""

    def update_settings(self, settings: Settings) -> None:
        """Apply LOG_LEVEL, before Scrapy lists its components."""
        quieten(str(settings["LOG_LEVEL"]))
