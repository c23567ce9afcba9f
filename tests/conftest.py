"""Settings for all tests."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.house.thorough import examples

# The same examples on every run and machine, and no clock: a slow machine is no failure.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=examples(100))
settings.load_profile("steady")

# A shell that runs the tests in the background makes them ignore Ctrl-C, and with them all programs that they
# start; programs that a signal stops must receive it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Exempt the collected tests from garbage collections, each of which would visit millions of objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _process() -> Iterator[None]:
    """Restore the state of the process that commands change: closed pipes, environment variables."""
    on_closed_pipe = signal.getsignal(signal.SIGPIPE)
    variables = dict(os.environ)
    yield
    signal.signal(signal.SIGPIPE, on_closed_pipe)
    os.environ.update(variables)
    for name in os.environ.keys() - variables.keys():
        del os.environ[name]
