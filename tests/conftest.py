"""Settings for all tests."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

# The same examples on every run and machine, and no clock: a slow machine is no failure.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

# A shell that runs the tests in the background has them ignore Ctrl-C, and with them all programs that they
# start; those that are told to stop by a signal must hear it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _process() -> Iterator[None]:
    """Restore what commands change in the process that they run in: closed pipes, environment variables."""
    on_closed_pipe = signal.getsignal(signal.SIGPIPE)
    variables = dict(os.environ)
    yield
    signal.signal(signal.SIGPIPE, on_closed_pipe)
    os.environ.update(variables)
    for name in os.environ.keys() - variables.keys():
        del os.environ[name]
