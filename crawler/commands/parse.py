"""`scrapy parse`: Scrapy's own command, which looks at one page and leaves no traces in a crawl's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import parse as scrapy_parse

if TYPE_CHECKING:
    import argparse


class Command(scrapy_parse.Command):
    """Parses one page with a spider."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Apply the options; a page that is merely looked at is not visited."""
        super().process_options(args, opts)
        if self.settings is not None:
            self.settings.set("LEDGER_ENABLED", False, "cmdline")
