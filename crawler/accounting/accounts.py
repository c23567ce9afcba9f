"""Counts the pages of a crawl: every page that the spider yields ends in exactly one column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from crawler.accounting.drops import CopiedArticle, DuplicateArticle, Rejected, UnchangedArticle, Unread

_DROPS = "item_dropped_reasons_count/"
_REJECTED = frozenset(drop.__name__ for drop in Rejected.__subclasses__())
_UNREAD = frozenset(drop.__name__ for drop in Unread.__subclasses__())
THERE_ALREADY = frozenset(drop.__name__ for drop in (CopiedArticle, DuplicateArticle, UnchangedArticle))

# Scrapy counts each failed attempt by its exception, and each retry by the same name.
_ATTEMPTS = "downloader/exception_type_count/"
_REPEATED = "retry/reason_count/"
# Failures of robots.txt are counted by the printed class: `<class 'x.DownloadTimeoutError'>`.
_ROBOTS = "robotstxt/exception_count/"
_PUT_BACK = "harvest/put_back/"  # attempts after which the URL was queued again
_REFUSED = frozenset({"IgnoreRequest", "Recalled", "RobotsForbidden", "RobotsUnreachable"})
_STATUS = "harvest/status/"  # final answers without success, counted by the Summary extension
_FAILED = "harvest/failed/"  # a spider's own counts
_LEFT_ALONE = "harvest/left_alone/"
_CUT = "harvest/cut/"

_WORDS = {
    "CannotResolveHostError": "host name not found",
    "DownloadCancelledError": "too large",
    "DownloadConnectionRefusedError": "connection refused",
    "DownloadFailedError": "connection failed",
    "DownloadTimeoutError": "timed out",
    "HostLeftAlone": "its host is left alone",
    "NotSupported": "not http or https",
    "ResponseDataLossError": "cut short",
    "TunnelError": "refused by the proxy",
}
"""Words for Scrapy's exceptions."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """The pages of a crawl by outcome. The keys of counters are reasons."""

    pages: int
    """Pages that the spider took for articles."""
    written: int
    unchanged: Counter[str]
    """Stored already: unchanged since an earlier run, duplicates and copies."""
    rejected: Counter[str]
    """Pages that are no articles, by reason."""
    passed_over: Counter[str]
    """Articles outside the requested range or limit."""
    unread: Counter[str]
    """Pages that could not be read because of a fault on our side; later runs retry them."""
    errors: int
    """Pages that were lost to a fault in a pipeline."""
    lost: int
    """Articles that could not be written."""
    failed: Counter[str]
    """URLs that could not be fetched, by reason; not counted in `pages`."""

    left_alone: Counter[str]
    """URLs that wait for a paused host, by reason; not counted in `pages`."""
    cut: Counter[str]
    """URLs that were not followed because of a bound, by bound; not counted in `pages`."""

    @property
    def difference(self) -> int:
        """Number of pages in no column; 0 unless this program has a fault."""
        dropped = self.unchanged + self.rejected + self.passed_over + self.unread
        return self.pages - self.written - self.lost - self.errors - dropped.total()


def accounts(stats: Mapping[str, Any]) -> Accounts:
    """Read the accounts from Scrapy's stats."""
    drops = _counter(stats, _DROPS)
    lost = stats.get("harvest/output_lost", 0)
    return Accounts(
        pages=stats.get("harvest/pages", 0),
        written=stats.get("item_scraped_count", 0) - lost,
        unchanged=_chosen(drops, THERE_ALREADY),
        rejected=_chosen(drops, _REJECTED),
        passed_over=_chosen(drops, drops.keys() - THERE_ALREADY - _REJECTED - _UNREAD),
        unread=_chosen(drops, _UNREAD),
        errors=stats.get("harvest/errors", 0),
        lost=lost,
        failed=failures(stats),
        left_alone=_counter(stats, _LEFT_ALONE),
        cut=_counter(stats, _CUT),
    )


def in_words(name: str) -> str:
    """Word the failure of a download: `in_words("DownloadTimeoutError")` is `timed out`."""
    return _WORDS.get(name, name)


def failures(stats: Mapping[str, Any]) -> Counter[str]:
    """Count the URLs that could not be fetched, by reason.

    A spider's own reason is added, unless Scrapy counts the same event.
    """
    found = Counter({f"HTTP {status}": count for status, count in _counter(stats, _STATUS).items()})
    counted = set(found)
    repeated = _counter(stats, _REPEATED) + _counter(stats, _PUT_BACK)
    robots = Counter({name[len("<class '") : -len("'>")]: n for name, n in _counter(stats, _ROBOTS).items()})
    for name, count in _counter(stats, _ATTEMPTS).items():
        reason = name.rpartition(".")[2]
        if reason not in _REFUSED:  # by ourselves, and counted below
            counted.add(reason)
            found[in_words(reason)] += max(0, count - repeated[name] - robots[name])
    found["forbidden by robots.txt"] += stats.get("robotstxt/forbidden", 0)
    found["fault in the spider"] += stats.get("spider_exceptions/count", 0)
    own = _counter(stats, _FAILED)
    return +(found + _chosen(own, own.keys() - counted))


def _counter(stats: Mapping[str, Any], prefix: str) -> Counter[str]:
    return Counter({name[len(prefix) :]: n for name, n in stats.items() if name.startswith(prefix)})


def _chosen(counts: Counter[str], names: AbstractSet[str]) -> Counter[str]:
    return Counter({name: n for name, n in counts.items() if name in names})
