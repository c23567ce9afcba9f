"""Starts the workers of `scrapy fleet`: processes of this machine, or workers of a Dask cluster."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from crawler.commands.clustered import INSTALL, ClusterError
from crawler.fleet.heartbeat import KILLED, Heartbeat
from crawler.fleet.processes import Processes, Workers
from crawler.ledger.lock import DirectoryInUseError

LEDGERS = "/var/tmp/news-ledgers"  # noqa: S108  below it each crawl has a folder named after its own directory
"""Folder for the ledgers of a cluster's workers, on their own disks, unless LEDGER_DIR is set."""


def rest_of(silence: float) -> float:
    """Return the seconds after which a crawl without a heartbeat of its fleet has certainly ended."""
    return KILLED * silence


class ClusterLostError(Exception):
    """The connection to the cluster was lost. Raised within `cluster_workers`."""


def processes(opts: argparse.Namespace, project: Path) -> Processes:
    """Return the processes of this machine: as many as requested, else four for each core."""
    return Processes(opts.workers or 4 * (os.cpu_count() or 1), project, opts.set)


@contextmanager
def cluster_workers(
    opts: argparse.Namespace, directory: Path, silence: float, say: Callable[[str], None]
) -> Iterator[Workers]:
    """Yield the workers of the cluster that the command line names.

    `silence` is the time in seconds without a heartbeat after which a crawl ends. Raises `ClusterError` if
    the cluster cannot be used, and `ClusterLostError`.
    """
    try:
        from crawler.cluster.connection import LOCAL, connected  # noqa: PLC0415  an extra
        from crawler.cluster.crawls import ClusterGoneError, ClusterWorkers  # noqa: PLC0415  as above
    except ImportError as error:
        raise ClusterError(f"--cluster needs Dask ({error.name}): {INSTALL}") from None
    is_local = opts.cluster == LOCAL
    is_told = is_local or any(each.startswith("LEDGER_DIR=") for each in opts.set)
    settings = [*opts.set, *([] if is_told else [f"LEDGER_DIR={LEDGERS}"])]
    with ExitStack() as stack:
        try:
            client = stack.enter_context(connected(opts.cluster, opts.workers or os.cpu_count() or 1))
            workers = client.nthreads()
        except OSError as error:
            raise ClusterError(f"no Dask scheduler answers at {opts.cluster}: {error}") from None
        if not workers:
            raise ClusterError(
                f"the scheduler has no workers: run `dask worker {opts.cluster}` on each machine"
            )
        heartbeat = stack.enter_context(_beating(directory, silence, say))
        try:
            yield ClusterWorkers(client, heartbeat, settings, None if is_local else opts.workers)
        except ClusterGoneError as error:
            raise ClusterLostError(f"the scheduler at {opts.cluster} is gone: {error}") from None


@contextmanager
def _beating(directory: Path, silence: float, say: Callable[[str], None]) -> Iterator[Heartbeat]:
    """Yield a heartbeat, and tell the remaining crawls to end after an exception. Raises OSError.

    If another fleet took the directory, its own heartbeat tells them so.
    """
    heartbeat = Heartbeat(directory, silence)
    if heartbeat.was_left:
        rest = rest_of(silence)
        say(f"the previous fleet was killed: waiting {rest:.0f} s until its crawls have ended")
        time.sleep(rest)
    try:
        yield heartbeat
    except DirectoryInUseError:
        raise
    except BaseException:
        heartbeat.stop()
        raise
    heartbeat.end()
