"""`scrapy extract --cluster`: archives extracted by a Dask cluster, with progress and a summary."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from crawler.accounting.outcome import ExitStatus
from crawler.archive.selection import ResponseSelection
from crawler.items import FieldSelection
from crawler.program import how_to_add
from crawler.text.counts import counted

if TYPE_CHECKING:
    from crawler.cluster.partitions import ArchiveResult

SHOWN = 20  # failed archives and damaged records that are listed, at most
INSTALL = how_to_add("cluster")


class ClusterError(ValueError):
    """The cluster cannot be used; the message gives the remedy. Raised when connecting to one."""


@dataclass(frozen=True, slots=True)
class ClusterOptions:
    """The options of a command line for a cluster."""

    address: str
    """`local`, or the address of a scheduler."""
    workers: int
    patterns: Sequence[str]
    out: str
    form: str
    selection: ResponseSelection
    fields: FieldSelection


@dataclass(slots=True)
class _Tally:
    total: int
    began: float = field(default_factory=time.monotonic)
    archives: int = 0
    old: int = 0
    pages: int = 0
    articles: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    damaged: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def add(self, done: ArchiveResult) -> None:
        self.old += done.is_old
        self.pages += done.pages
        self.articles += done.articles
        self.reasons.update(done.reasons)
        self.damaged += done.damaged

    def progress(self) -> None:
        """Show the progress, on a terminal."""
        self.archives += 1
        if sys.stderr.isatty():
            progress = f"{self.archives:,} of {self.total:,} archives, {self.articles:,} articles"
            sys.stderr.write(f"\r{progress}\x1b[K")

    def summary(self, out: str) -> str:
        """Word the summary."""
        seconds = time.monotonic() - self.began
        lines = [
            (
                f"{counted(self.articles, 'article')} of {counted(self.pages, 'page')}"
                f" in {seconds:,.0f} s, in {out}"
            ),
            *([f"  {self.old:,}  archives had been extracted before"] if self.old else []),
            *(f"  {count:,}  {reason}" for reason, count in self.reasons.most_common()),
            *(f"  damaged: {place}" for place in self.damaged[:SHOWN]),
            *(f"  failed: {archive}" for archive in self.failed[:SHOWN]),
        ]
        return "\n".join(lines)


def extract_on_cluster(asked: ClusterOptions) -> ExitStatus:
    """Extract archives, one partition each; return the exit status. Raises `ClusterError`."""
    dispatch, partitions = _extras()
    try:
        archives = partitions.archives_at(asked.patterns)
    except (partitions.StorageError, OSError, ImportError) as error:
        raise ClusterError(str(error)) from None
    plan = partitions.WorkPlan(asked.out, asked.form, asked.selection, asked.fields)
    tally = _Tally(len(archives))
    try:
        for extracted in dispatch.extract_on(asked.address, asked.workers, archives, plan):
            if isinstance(extracted, dispatch.FailedArchive):
                tally.failed.append(f"{extracted.archive} ({extracted.reason})")
            else:
                tally.add(extracted)
            tally.progress()
    except OSError as error:
        raise ClusterError(f"no Dask scheduler answers at {asked.address}: {error}") from None
    sys.stderr.write(("\r\x1b[K" if sys.stderr.isatty() else "") + tally.summary(asked.out) + "\n")
    return ExitStatus.PARTIAL if tally.damaged or tally.failed else ExitStatus.COMPLETE


def _extras() -> tuple[Any, Any]:
    try:
        from crawler.cluster import dispatch, partitions  # noqa: PLC0415  an extra
    except ImportError as error:
        raise ClusterError(f"--cluster needs Dask ({error.name}): {INSTALL}") from None
    return dispatch, partitions
