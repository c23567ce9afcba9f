"""`scrapy parse`: Scrapy's own command, without writing into a crawl's directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.internals.commands import ParseCommand

if TYPE_CHECKING:
    import argparse


class Command(ParseCommand):
    """Parses one page with a spider."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Apply the options, without a ledger: parsing one page is no visit."""
        super().process_options(args, opts)
        if self.settings is not None:
            self.settings.set("LEDGER_ENABLED", False, "cmdline")
