"""How a crawl ended, as the exit status that a scheduler reads."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any


class Outcome(IntEnum):
    """Exit statuses. 1 is left to crashes: Python and Scrapy use it."""

    COMPLETE = 0
    BAD_ARGUMENTS = 2
    NOTHING_FETCHED = 3
    OUTPUT_FAILED = 4
    INTERRUPTED = 5


MEANINGS = {
    Outcome.COMPLETE: "complete",
    Outcome.BAD_ARGUMENTS: "bad arguments, nothing was fetched",
    Outcome.NOTHING_FETCHED: "nothing could be fetched",
    Outcome.OUTPUT_FAILED: "the output could not be written",
    Outcome.INTERRUPTED: "interrupted; what was written is whole",
}
"""The exit statuses in words, for the help of the commands."""


def outcome(stats: Mapping[str, Any]) -> Outcome:
    """Tell from a finished crawl's stats how it ended."""
    if stats.get("finish_reason") == "output_failed":
        return Outcome.OUTPUT_FAILED
    if stats.get("finish_reason") == "shutdown":
        return Outcome.INTERRUPTED
    return Outcome.COMPLETE if pages_fetched(stats) else Outcome.NOTHING_FETCHED


def pages_fetched(stats: Mapping[str, Any]) -> int:
    """Count the responses of status 2xx that were no robots.txt."""
    return _successes(stats, "downloader/response_status_count/") - _successes(
        stats, "robotstxt/response_status_count/"
    )


def _successes(stats: Mapping[str, Any], prefix: str) -> int:
    return sum(count for name, count in stats.items() if name.startswith(f"{prefix}2"))
