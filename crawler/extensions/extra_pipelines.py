"""Adds pipelines of the user to those of this project (add-on)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.settings import Settings


class ExtraPipelines:
    """Adds EXTRA_PIPELINES to ITEM_PIPELINES, whose whole content would otherwise have to be repeated."""

    def update_settings(self, settings: Settings) -> None:
        """Add the pipelines in the order of EXTRA_PIPELINES; None removes a pipeline."""
        pipelines = {**settings.getdict("ITEM_PIPELINES"), **settings.getdict("EXTRA_PIPELINES")}
        settings.set("ITEM_PIPELINES", pipelines, "cmdline")
