"""Checks that the counts of a crawl add up, and logs its summary (extension)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals

from crawler.accounting.accounts import Accounts, accounts
from crawler.accounting.summary import summary
from crawler.accounting.tally import Tally
from crawler.extensions.outputs import Outputs
from crawler.feeds.outputs import output_of
from crawler.items import Article
from crawler.ledger.ledger import ARTICLES
from crawler.program import program
from crawler.state.crawl import state_of
from crawler.state.files import NoFiles
from crawler.state.requests import CAPTURED, DELAY, PICTURE, SITE_FILE

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)


class Summary:
    """Counts the written articles and logs the summary when the spider closes."""

    def __init__(self, crawl: Crawler) -> None:
        self.crawl = crawl
        self.tally = Tally()

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the extension and connect it to the crawl's signals."""
        extension = cls(crawl)
        crawl.signals.connect(extension.item_scraped, signals.item_scraped)
        crawl.signals.connect(extension.item_error, signals.item_error)
        crawl.signals.connect(extension.response_received, signals.response_received)
        crawl.signals.connect(extension.spider_closed, signals.spider_closed)
        crawl.signals.connect(extension.tell, signals.feed_exporter_closed)
        return extension

    def item_scraped(self, item: Any) -> None:
        """Count a written article."""
        if isinstance(item, Article):
            self.tally.add(item)

    def response_received(self, response: Response) -> None:
        """Count a final answer without success, after all redirects and retries.

        Scrapy's own counts include each retry, and miss answers that a spider's errback handles. A site
        without robots.txt is no failure. The spider itself counts those of web archives:
        some of a CDX server mean that there are no captures.
        """
        is_answer = 200 <= response.status < 300 or response.status == 304  # not modified
        if not is_answer and not response.url.endswith("/robots.txt") and not _is_counted(response):
            self.crawl.stats.inc_value(f"harvest/status/{response.status}")

    def item_error(self) -> None:
        """Count a page that was lost to a fault in a pipeline, which Scrapy does not count."""
        self.crawl.stats.inc_value("harvest/errors")

    def spider_closed(self) -> None:
        """Log the summary, unless outputs of the user are stored after this signal."""
        if self.crawl.get_extension(Outputs) is None:
            self.tell()

    def tell(self) -> None:
        """Check the counts and log the summary, unless the crawl had no output (`scrapy fetch`)."""
        stats = self.crawl.stats.get_stats()
        output = self._output()
        books = accounts(stats)
        if output is None and not books.pages:
            return
        if complaint := complaint_about(books):
            logger.error(complaint)
        if difference := stats.get("ledger/difference"):
            logger.error("The ledger does not add up: %d visits are unaccounted for", difference)
        logger.info(summary(stats, self.tally, output))

    def _output(self) -> str | None:
        """Return the output; None without one, or if the directory was refused."""
        files = state_of(self.crawl).files
        if isinstance(files, NoFiles):
            return output_of(self.crawl.settings.getdict("FEEDS"))
        return str(files.folder / ARTICLES) if files.opened else None


def _is_counted(response: Response) -> bool:
    """Return whether another component counts a failure: of a picture, a file about a site, or an archive."""
    if PICTURE in response.meta or SITE_FILE in response.meta:
        return True
    handled = response.meta.get("handle_httpstatus_list", ())
    return DELAY in response.meta and (CAPTURED not in response.meta or response.status in handled)


def complaint_about(books: Accounts) -> str | None:
    """Return an error if pages are unaccounted for, or None if every page ended in a column."""
    if not books.difference:
        return None
    hint = f"; `{program()} parse` keeps no counts" if books.difference == books.pages else ""
    return f"The counts do not add up: {books.difference} of {books.pages} pages are unaccounted for{hint}"
