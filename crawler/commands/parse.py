"""`scrapy parse`: show the record and links that a spider finds at one URL, without writing files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.exceptions import UsageError

from crawler.commands.command_line import address_complaint
from crawler.declaring.own import use_own_publishers
from crawler.internals.commands import ParseCommand, settings_of
from crawler.internals.project import spiders_of
from crawler.logs import quieten
from crawler.parsing.pages import FetchedPage
from crawler.program import program
from crawler.publishers import DeclarationError
from crawler.records.lines import article_line

if TYPE_CHECKING:
    import argparse

_SPIDER = "news"


class Command(ParseCommand):
    """Parses one page with a spider: the `news` spider, unless another one handles its host."""

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Show the record and the links that a spider finds at a URL"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Apply the options, without a ledger: parsing one page is no visit."""
        super().process_options(args, opts)
        settings = settings_of(self)
        settings.set("LEDGER_ENABLED", False, "cmdline")
        quieten(str(settings["LOG_LEVEL"]))
        try:
            use_own_publishers(settings)
        except DeclarationError as error:
            raise UsageError(str(error), print_help=False) from error
        if len(args) != 1 or "://" not in args[0]:
            raise UsageError(f"write one URL: {program()} parse http://www.example.com/", print_help=False)
        if complaint := address_complaint(args, settings):
            raise UsageError(complaint, print_help=False)
        if not opts.spider and not spiders_of(settings).find_by_request(Request(args[0])):
            opts.spider = _SPIDER
        if opts.spider == _SPIDER:
            opts.spargs.setdefault("start", args[0])

    def shown(self, item: object) -> object:
        """Return the record of a page in place of its bytes."""
        reading = item.reading if isinstance(item, FetchedPage) else None
        article = reading.article if reading is not None else None
        return json.loads(article_line(article)) if article is not None else item
