"""Connects to a Dask cluster: the one at an address, or local workers.

Needs Dask distributed, the extra `cluster`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from distributed import Client, LocalCluster

LOCAL = "local"


@contextmanager
def connected(address: str, workers: int) -> Iterator[Any]:
    """Yield a client of the scheduler at an address (`tcp://host:8786`), or of `local` one-thread workers.

    Raises OSError if no scheduler answers.
    """
    with ExitStack() as stack:
        cluster: Any = address
        if address == LOCAL:
            # No dashboard: it would listen on a port that the user did not choose.
            cluster = stack.enter_context(
                LocalCluster(
                    n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
                )
            )
        yield stack.enter_context(Client(cluster, set_as_default=False))
