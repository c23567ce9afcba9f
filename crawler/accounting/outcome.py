"""Computes the exit status of a crawl."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Any

from crawler.accounting.accounts import Accounts, accounts, reasons_of
from crawler.reasons.finish import Finish


class ExitStatus(IntEnum):
    """Exit statuses."""

    COMPLETE = 0
    FAULT = 1
    """Also the exit status of Python and Scrapy after a crash."""
    BAD_ARGUMENTS = 2
    NOTHING_FETCHED = 3
    OUTPUT_FAILED = 4
    INTERRUPTED = 5
    PARTIAL = 6
    NO_ARTICLES = 7
    DIRECTORY_IN_USE = 8
    DISK_FULL = 9
    LIMIT_REACHED = 10


MEANINGS = {
    ExitStatus.COMPLETE: "complete; URLs that are gone (404, 410) or forbidden by robots.txt are no failures",
    ExitStatus.FAULT: "a fault in this program or a pipeline: it crashed, errors lost all articles, "
    "or its counts do not add up; see the log",
    ExitStatus.BAD_ARGUMENTS: "wrong arguments; nothing was fetched",
    ExitStatus.NOTHING_FETCHED: "nothing could be fetched",
    ExitStatus.OUTPUT_FAILED: "the output could not be written",
    ExitStatus.INTERRUPTED: "interrupted; all files are complete, and the next run resumes",
    ExitStatus.PARTIAL: "partial: some URLs failed (network, server or program) or wait for a paused host",
    ExitStatus.NO_ARTICLES: "no fetched page was an article: the site changed, or the start is wrong",
    ExitStatus.DIRECTORY_IN_USE: "another run is active in the crawl's directory",
    ExitStatus.DISK_FULL: "disk full; all files are complete, and the next run resumes",
    ExitStatus.LIMIT_REACHED: "a limit was reached (-a limit=, CLOSESPIDER_..., MEMUSAGE_LIMIT_MB, ..._MAX)",
}
"""Words for the exit statuses, for the help of the commands."""

NO_PAGES = tuple(f"{kind}/response_status_count/" for kind in ("robotstxt", "tdmrep", "walls", "photos"))
"""Prefixes of the counts of answers that are no pages: files of rules, walls and pictures."""
_FROM_BEST = (
    ExitStatus.COMPLETE,
    ExitStatus.LIMIT_REACHED,
    ExitStatus.PARTIAL,
    ExitStatus.DIRECTORY_IN_USE,
    ExitStatus.NO_ARTICLES,
    ExitStatus.NOTHING_FETCHED,
    ExitStatus.INTERRUPTED,
    ExitStatus.BAD_ARGUMENTS,
    ExitStatus.OUTPUT_FAILED,
    ExitStatus.DISK_FULL,
    ExitStatus.FAULT,
)


def worst(statuses: Iterable[ExitStatus]) -> ExitStatus:
    """Return the worst of the exit statuses of several crawls; complete without any."""
    return max(statuses, key=_FROM_BEST.index, default=ExitStatus.COMPLETE)


_ENDS = {
    Finish.OUTPUT_FAILED: ExitStatus.OUTPUT_FAILED,
    Finish.OUTPUT_REFUSED: ExitStatus.BAD_ARGUMENTS,
    Finish.DISK_FULL: ExitStatus.DISK_FULL,
    Finish.DIRECTORY_IN_USE: ExitStatus.DIRECTORY_IN_USE,
    Finish.LEDGER_REFUSED: ExitStatus.BAD_ARGUMENTS,
    Finish.SHUTDOWN: ExitStatus.INTERRUPTED,
    Finish.CANCELLED: ExitStatus.INTERRUPTED,
    Finish.MEMORY: ExitStatus.LIMIT_REACHED,
    Finish.TIME: ExitStatus.LIMIT_REACHED,
    Finish.IDLE_TIME: ExitStatus.LIMIT_REACHED,
    Finish.ITEMS: ExitStatus.LIMIT_REACHED,
    Finish.PAGES: ExitStatus.LIMIT_REACHED,
    Finish.IDLE_PAGES: ExitStatus.LIMIT_REACHED,
    Finish.ERRORS: ExitStatus.LIMIT_REACHED,
}
"""Finish reasons of a spider that determine the status alone."""

REDESIGNED = 5
"""Rejected pages after which a known site without any article counts as redesigned."""


def outcome(stats: Mapping[str, Any]) -> ExitStatus:
    """Compute the exit status from the stats of a finished crawl."""
    refusal = stats.get("ledger/refusal") or stats.get("harvest/output_refusal")
    reason = refusal or stats.get("finish_reason", Finish.FINISHED)
    if reason in _ENDS:
        return _ENDS[reason]
    books = accounts(stats)
    if books.difference or stats.get("ledger/difference"):
        return ExitStatus.FAULT
    if not pages_fetched(stats) and not _had_no_more_to_ask(books, stats):
        return ExitStatus.NOTHING_FETCHED
    if not has_articles(books) and books.errors:
        return ExitStatus.FAULT
    if not has_articles(books) and _should_have(books, stats):
        return ExitStatus.NO_ARTICLES
    return _completeness(books, stats)


def _had_no_more_to_ask(books: Accounts, stats: Mapping[str, Any]) -> bool:
    """Return whether an earlier run had fetched everything, so that this one only resumed and ended.

    A run that resumes may also find that its remaining URLs are gone or forbidden.
    """
    if stats.get("ledger/resumes") and stats.get("ledger/articles") and not stats.get("ledger/waiting"):
        return not (faults(books) or books.left_alone)
    asked_nothing = stats.get("ledger/visited") == 0 and not stats.get("ledger/waiting")
    had_all = asked_nothing and bool(stats.get("ledger/articles"))
    return (had_all or bool(stats.get("ledger/outcome/listed"))) and not (books.failed or books.left_alone)


def _completeness(books: Accounts, stats: Mapping[str, Any]) -> ExitStatus:
    if faults(books) or earlier_faults(stats) or waits(books):
        return ExitStatus.PARTIAL
    return ExitStatus.LIMIT_REACHED if limits(books) else ExitStatus.COMPLETE


def _should_have(books: Accounts, stats: Mapping[str, Any]) -> bool:
    """Return whether a run without articles means that something is wrong.

    If earlier runs stored articles, a later one may find nothing new, or reject a page or two. A redesigned
    site shows many rejected pages and no article.
    """
    if not stats.get("ledger/articles"):
        return True
    return books.rejected.total() >= REDESIGNED and not stats.get("ledger/outcome/unchanged")


def has_articles(books: Accounts) -> bool:
    """Return whether any page was an article, requested or not, or may be one that could not be read."""
    return bool(books.written or books.unchanged or books.passed_over or books.unread)


def faults(books: Accounts) -> int:
    """Count the URLs that failed by a fault of network, server or program."""
    failed = sum(count for reason, count in books.failed.items() if reason.is_fault)
    return failed + books.errors + books.lost + books.unread.total()


def waits(books: Accounts) -> int:
    """Count the URLs that wait for a host that asked for a pause or does not answer."""
    return sum(count for reason, count in books.left_alone.items() if not reason.is_bound)


def limits(books: Accounts) -> int:
    """Count the URLs that were not requested because of a bound, which a higher bound would allow."""
    return sum(n for reason, n in (books.left_alone + books.cut).items() if reason.is_bound)


def earlier_faults(stats: Mapping[str, Any]) -> int:
    """Count the URLs that failed by a fault, from the ledger: interrupted runs are included."""
    return sum(n for reason, n in reasons_of(stats, "ledger/failed/").items() if reason.is_fault)


def pages_fetched(stats: Mapping[str, Any]) -> int:
    """Count the answers with status 2xx or 304 (not modified), without files of rules, walls and pictures."""
    prefix = "downloader/response_status_count/"
    fetched = _successes(stats, prefix) - sum(_successes(stats, other) for other in NO_PAGES)
    return fetched + int(stats.get(f"{prefix}304", 0))


def _successes(stats: Mapping[str, Any], prefix: str) -> int:
    return sum(count for name, count in stats.items() if name.startswith(f"{prefix}2"))
