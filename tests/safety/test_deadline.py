"""Tests of the bound on time: endless work is interrupted, other work is not."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from crawler.safety.deadline import TookTooLongError, within


def count_for_ever() -> None:
    """Run Python code without end."""
    while True:
        pass


def match_for_ever() -> None:
    """Run a regular expression that would take longer than the universe is old."""
    re.match(r"(?:a+)+b", "a" * 200)


@pytest.mark.fault(77)
@pytest.mark.parametrize("run", [count_for_ever, match_for_ever])
def test_what_runs_away_is_interrupted(run: Callable[[], None]) -> None:
    """Python code and regular expressions end with the time, and the alarm is off afterwards."""
    began = time.process_time()  # the clock would count the time of other processes on a busy machine
    with pytest.raises(TookTooLongError), within(0.2):
        run()
    assert time.process_time() - began < 5
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def stop_for(seconds: float) -> None:
    """Stop this process, and continue it after a while, as by Ctrl-Z and fg."""
    commands = f"kill -STOP {os.getpid()}; sleep {seconds}; kill -CONT {os.getpid()}"
    with subprocess.Popen(["/bin/sh", "-c", commands]) as shell:  # noqa: S603  the commands above
        shell.wait()


@pytest.mark.parametrize("pause", [stop_for, time.sleep])
def test_time_that_did_not_run_does_not_count(pause: Callable[[float], None]) -> None:
    """A process that was stopped, or waited, is interrupted no sooner than by its own work."""
    with within(0.5):
        pause(1.0)
        assert sum(range(1000)) == 499_500


LIBRARY = """
def work(told):
    told.append("holds a lock")
    signal.raise_signal(signal.SIGPROF)
    end = time.monotonic() + 0.3
    while time.monotonic() < end:
        pass
    told.append("releases it")
"""


def test_libraries_come_to_their_end() -> None:
    """The work of a library is not interrupted in its midst, where it might hold a lock for good."""
    library: dict[str, Any] = {"__name__": "logging", "signal": signal, "time": time}
    exec(LIBRARY, library)  # noqa: S102  the text above
    told: list[str] = []

    def call_and_go_on() -> None:
        library["work"](told)
        count_for_ever()

    with pytest.raises(TookTooLongError), within(60):
        call_and_go_on()
    assert told == ["holds a lock", "releases it"]


def test_what_is_in_time_is_left_alone() -> None:
    """A quick calculation, and one without a bound, end as they would; earlier handlers are back."""
    before = signal.getsignal(signal.SIGPROF)
    with within(60):
        assert sum(range(10)) == 45
    with within(0):
        assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_other_threads_have_no_bound() -> None:
    """Signals reach the main thread alone; elsewhere the calculation runs to its end."""
    done: list[int] = []

    def calculate() -> None:
        with within(0.01):
            done.append(sum(range(200_000)))

    thread = threading.Thread(target=calculate)
    thread.start()
    thread.join()
    assert done
