"""Lists the finish reasons of a spider that this project interprets: Scrapy's and its own."""

from __future__ import annotations

from enum import StrEnum


class Finish(StrEnum):
    """The finish reason of a spider. Scrapy compares and stores the values of its own ones."""

    FINISHED = "finished"
    """Scrapy: neither stopped nor interrupted."""
    SHUTDOWN = "shutdown"
    """Scrapy: a signal stopped the process."""
    CANCELLED = "cancelled"
    """Scrapy: an exception of CloseSpider without a reason."""
    MEMORY = "memusage_exceeded"
    TIME = "closespider_timeout"
    IDLE_TIME = "closespider_timeout_no_item"
    ITEMS = "closespider_itemcount"
    PAGES = "closespider_pagecount"
    IDLE_PAGES = "closespider_pagecount_no_item"
    ERRORS = "closespider_errorcount"
    """Scrapy: a limit of a setting was reached, in this case and the six before."""

    OUTPUT_FAILED = "output_failed"
    OUTPUT_REFUSED = "output_refused"
    DISK_FULL = "disk_full"
    DIRECTORY_IN_USE = "directory_in_use"
    LEDGER_REFUSED = "ledger_refused"
