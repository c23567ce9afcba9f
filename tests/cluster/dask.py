"""A real Dask scheduler and real workers on loopback, each a process, for the tests."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.house import processes
from tests.house.processes import Process


@contextmanager
def process(*arguments: str) -> Iterator[Process]:
    """Run a part of Dask until the block ends."""
    command = [sys.executable, "-m", *arguments]
    with processes.start(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        try:
            yield running
        finally:
            with suppress(ProcessLookupError):  # it has been killed
                os.killpg(running.pid, signal.SIGKILL)


@contextmanager
def scheduler() -> Iterator[tuple[Process, str]]:
    """Run a scheduler; yield it and its address. Workers must end before it does, or they wait for it."""
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    with process("distributed.cli.dask_scheduler", *options) as running:
        yield running, _said(running, r"Scheduler at:\s+(tcp://\S+)")


@contextmanager
def worker(address: str, threads: int = 1) -> Iterator[Process]:
    """Run a worker of some threads, which the scheduler knows when the block begins."""
    options = ("--nthreads", str(threads), "--no-nanny", "--host", "127.0.0.1", "--no-dashboard")
    with process("distributed.cli.dask_worker", address, *options) as running:
        _said(running, r"Registered to:\s+(tcp://\S+)")
        yield running


def _said(running: Process, pattern: str) -> str:
    """Wait until a part of Dask logs a line; return the group of its pattern."""
    assert running.stderr is not None
    for line in running.stderr:
        if match := re.search(pattern, line):
            return match[1]
    raise AssertionError(f"Dask ended before it logged {pattern}")
