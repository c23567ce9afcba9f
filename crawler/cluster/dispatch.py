"""Distributes archives over the workers of a Dask cluster, and yields the result of each.

Needs Dask distributed, the extra `cluster`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from distributed import as_completed

from crawler.cluster.child import extract_apart
from crawler.cluster.connection import connected
from crawler.cluster.partitions import ArchiveResult, WorkPlan

TRIES = 3  # retries of a failed archive; an archive whose worker dies is also sent to another one


@dataclass(frozen=True, slots=True)
class FailedArchive:
    """An archive that could not be extracted."""

    archive: str
    reason: str


def extract_on(
    address: str, workers: int, archives: Sequence[str], plan: WorkPlan
) -> Iterator[ArchiveResult | FailedArchive]:
    """Extract archives on the cluster at an address (`tcp://host:8786`), or on `local` workers.

    Yields the result of each when it is done. Raises OSError if no cluster answers.
    """
    with connected(address, workers) as client:
        futures = {
            client.submit(extract_apart, archive, plan, pure=False, retries=TRIES): archive
            for archive in archives
        }
        for future in as_completed(futures, loop=client.loop):
            yield _result(future, futures[future])


def _result(future: Any, archive: str) -> ArchiveResult | FailedArchive:
    if future.status != "finished":
        error = future.exception()
        return FailedArchive(archive, f"{type(error).__name__}: {error}")
    done: ArchiveResult = future.result()
    future.release()  # lets the scheduler forget it, to save memory
    return done
