"""Counts the URLs of a run by outcome and reason: the one account that every summary prints.

A crawl with a directory has it in its ledger, so that it agrees with `scrapy outcomes`, with `runs.jsonl` and
with the report. Other crawls have it in Scrapy's stats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crawler.accounting.accounts import Accounts, accounts, reasons_of
from crawler.reasons import Reason

_OUTCOME, _REASON = "ledger/outcome/", "ledger/reason/"
_PART = "harvest/part/"  # parts of articles that are missing, counted by the spider


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The URLs of a run by outcome. The keys of counters are reasons."""

    stored: int
    unchanged: Counter[Reason]
    rejected: Counter[Reason]
    """Pages that are no articles, or articles outside the request."""
    failed: Counter[Reason]
    removed: Counter[Reason]
    """Stored articles that the site removed."""
    listed: int
    parts: Counter[Reason]
    """Missing parts of articles; they are no URLs of their own, and in no other column."""

    @property
    def visited(self) -> int:
        """Number of URLs, without lists."""
        with_reason = (self.unchanged, self.rejected, self.failed, self.removed)
        return self.stored + sum(each.total() for each in with_reason)


def has_ledger(stats: Mapping[str, Any]) -> bool:
    """Return whether the run recorded its outcomes in a ledger."""
    return "ledger/visited" in stats


def has_directory(stats: Mapping[str, Any]) -> bool:
    """Return whether the run has a directory with a ledger, even if the disk refused its outcomes."""
    return "ledger/resumes" in stats


def totals(stats: Mapping[str, Any]) -> Totals:
    """Read the account of a run from Scrapy's stats, to which the scheduler copies that of the ledger."""
    parts = reasons_of(stats, _PART)
    return _of_ledger(stats, parts) if has_ledger(stats) else _of_pages(accounts(stats), parts)


def _of_ledger(stats: Mapping[str, Any], parts: Counter[Reason]) -> Totals:
    return Totals(
        stored=stats.get(f"{_OUTCOME}stored", 0),
        unchanged=reasons_of(stats, f"{_REASON}unchanged/"),
        rejected=reasons_of(stats, f"{_REASON}rejected/"),
        failed=reasons_of(stats, f"{_REASON}failed/"),
        removed=reasons_of(stats, f"{_REASON}removed/"),
        listed=stats.get(f"{_OUTCOME}listed", 0),
        parts=parts,
    )


def _of_pages(books: Accounts, parts: Counter[Reason]) -> Totals:
    return Totals(
        stored=books.written,
        unchanged=books.unchanged,
        rejected=books.rejected + books.passed_over + books.of_no_use,
        failed=books.failed + books.unread - parts,
        removed=Counter(),
        listed=0,
        parts=parts,
    )
