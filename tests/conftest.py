"""Settings for all tests."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.house.thorough import IS_THOROUGH, examples

THOROUGH = "thorough"
"""The marker of tests of packaging and of whole documents, which only thorough runs execute."""
LEFT = "thorough tests left to .ci/run"
"""The name under which the last line of the tests counts them."""

# The same examples on every run and machine, and no clock: a slow machine is no failure.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=examples(100))
settings.load_profile("steady")

# A shell that runs the tests in the background makes them ignore Ctrl-C, and with them all programs that they
# start; programs that a signal stops must receive it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_auto_num_workers() -> int | None:
    """Return the number of workers for `-n auto`: three for two cores, as tests wait for processes.

    Thorough tests keep the cores busy. They get the usual number, one for each core.
    """
    return None if IS_THOROUGH else (3 * (os.cpu_count() or 1) + 1) // 2


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a thorough test, unless the tests are thorough."""
    if not IS_THOROUGH and item.get_closest_marker(THOROUGH):
        pytest.skip(LEFT)


def pytest_report_teststatus(report: pytest.CollectReport | pytest.TestReport) -> tuple[str, str, str] | None:
    """Count thorough tests that were skipped apart from other skipped tests."""
    is_left = report.skipped and not IS_THOROUGH and THOROUGH in report.keywords
    return (LEFT, "t", THOROUGH.upper()) if is_left else None


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
