"""Counts the pages of a crawl: every page that the spider yields ends in exactly one column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from crawler.accounting.drops import (
    CopiedArticle,
    DuplicateArticle,
    Rejected,
    UnchangedArticle,
    Unread,
    reason_of_drop,
)
from crawler.accounting.refusals import reason_of_class
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http

_DROPS = "item_dropped_reasons_count/"
_REJECTED = frozenset(drop.cause for drop in Rejected.__subclasses__())
_UNREAD = frozenset(drop.cause for drop in Unread.__subclasses__())
THERE_ALREADY = frozenset(drop.cause for drop in (CopiedArticle, DuplicateArticle, UnchangedArticle))
"""Causes of pages whose article is stored already."""

# Scrapy counts each failed attempt by its exception, and each retry by the same name.
_ATTEMPTS = "downloader/exception_type_count/"
_REPEATED = "retry/reason_count/"
# Failures of robots.txt are counted by the printed class: `<class 'x.DownloadTimeoutError'>`.
_ROBOTS = "robotstxt/exception_count/"
# Failures of pictures and of files about a site, which are no URLs of their own.
_BESIDE = ("photos/exception_type_count/", "tdmrep/exception_type_count/")
_PUT_BACK = "harvest/put_back/"  # attempts after which the URL was queued again
_REFUSED = frozenset({"IgnoreRequest", "Recalled", "RobotsForbidden", "RobotsUnreachable"})
_STATUS = "harvest/status/"  # final answers without success, counted by the Summary extension
_FAILED = "harvest/failed/"  # a spider's own counts
_OF_NO_USE = "harvest/rejected/"
_LEFT_ALONE = "harvest/left_alone/"
_CUT = "harvest/cut/"


@dataclass(frozen=True, slots=True)
class Accounts:
    """The pages of a crawl by outcome. The keys of counters are reasons."""

    pages: int
    """Pages that the spider took for articles."""
    written: int
    unchanged: Counter[Reason]
    """Stored already: unchanged since an earlier run, duplicates and copies."""
    rejected: Counter[Reason]
    """Pages that are no articles, by reason."""
    passed_over: Counter[Reason]
    """Articles outside the requested range or limit."""
    unread: Counter[Reason]
    """Pages that could not be read because of a fault on our side; later runs retry them."""
    errors: int
    """Pages that were lost to a fault in a pipeline."""
    lost: int
    """Articles that could not be written."""
    unwritten: int
    """Articles whose visit did not end, because the disk was full or the crawl was stopped; the next run
    repeats it."""
    failed: Counter[Reason]
    """URLs that could not be fetched, by reason; not counted in `pages`."""

    of_no_use: Counter[Reason]
    """Responses of no use, by reason; not counted in `pages`."""
    left_alone: Counter[Reason]
    """URLs that wait for a paused host, by reason; not counted in `pages`."""
    cut: Counter[Reason]
    """URLs that were not followed because of a bound, by bound; not counted in `pages`."""

    @property
    def difference(self) -> int:
        """Number of pages in no column; 0 unless this program has a fault."""
        dropped = self.unchanged + self.rejected + self.passed_over + self.unread
        return self.pages - self.written - self.lost - self.unwritten - self.errors - dropped.total()


def accounts(stats: Mapping[str, Any]) -> Accounts:
    """Read the accounts from Scrapy's stats."""
    drops = Counter({reason_of_drop(name): count for name, count in _counter(stats, _DROPS).items()})
    others = frozenset(Cause) - THERE_ALREADY - _REJECTED - _UNREAD
    lost, unwritten = stats.get("harvest/output_lost", 0), stats.get("ledger/unwritten", 0)
    return Accounts(
        pages=stats.get("harvest/pages", 0),
        written=stats.get("item_scraped_count", 0) - lost - unwritten,
        unchanged=_chosen(drops, THERE_ALREADY),
        rejected=_chosen(drops, _REJECTED),
        passed_over=_chosen(drops, others),
        unread=_chosen(drops, _UNREAD),
        errors=stats.get("harvest/errors", 0),
        lost=lost,
        unwritten=unwritten,
        failed=failures(stats),
        of_no_use=reasons_of(stats, _OF_NO_USE),
        left_alone=reasons_of(stats, _LEFT_ALONE),
        cut=reasons_of(stats, _CUT),
    )


def failures(stats: Mapping[str, Any]) -> Counter[Reason]:
    """Count the URLs that could not be fetched, by reason.

    A spider's own reason is added, unless Scrapy counts the same event.
    """
    counts = Counter({http(int(status)): count for status, count in _counter(stats, _STATUS).items()})
    repeated = _counter(stats, _REPEATED) + _counter(stats, _PUT_BACK)
    robots = Counter({name[len("<class '") : -len("'>")]: n for name, n in _counter(stats, _ROBOTS).items()})
    others = sum((_counter(stats, prefix) for prefix in _BESIDE), repeated + robots)
    for name, count in _counter(stats, _ATTEMPTS).items():
        kind = name.rpartition(".")[2]
        if kind not in _REFUSED:  # by ourselves, and counted below
            counts[reason_of_class(kind)] += max(0, count - others[name])
    own = reasons_of(stats, _FAILED)
    own = Counter({reason: count for reason, count in own.items() if reason not in counts})
    counts[Reason(Cause.ROBOTS_FORBIDDEN)] += stats.get("robotstxt/forbidden", 0)
    counts[Reason(Cause.SPIDER_FAULT)] += stats.get("spider_exceptions/count", 0)
    return +(counts + own)


def reasons_of(stats: Mapping[str, Any], prefix: str) -> Counter[Reason]:
    """Read the counts of reasons, whose names in the stats are a prefix and a code."""
    return Counter({Reason.parse(code): count for code, count in _counter(stats, prefix).items()})


def _counter(stats: Mapping[str, Any], prefix: str) -> Counter[str]:
    return Counter({name[len(prefix) :]: n for name, n in stats.items() if name.startswith(prefix)})


def _chosen(counts: Counter[Reason], causes: AbstractSet[Cause]) -> Counter[Reason]:
    return Counter({reason: n for reason, n in counts.items() if reason.cause in causes})
