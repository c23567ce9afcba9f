"""Tests of processes: each promise holds for a new interpreter, and for a forked process."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.house import processes
from tests.house.forked import LENGTH, ForkedProcess, server
from tests.house.processes import Process

pytestmark = pytest.mark.skipif(
    not processes.IS_FORKING, reason="TESTS=thorough, or another system than Linux"
)
Start = Callable[..., Process]
PIPES = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
SOON = 60
"""Seconds; more than a busy machine takes."""
WAITING = "import sys; print('begun', flush=True); sys.stdin.read()"
GIVEN = """
import json, os, sys
print(json.dumps([__name__, sys.argv[1:], os.getcwd(), dict(os.environ), sys.path[0], sys.stdin.read()]))
"""
OPEN_FILES = """
import os, sys
os.write(int(sys.argv[1]), b"here")
for number in range(256):
    try:
        os.fstat(number)
    except OSError:
        continue
    print(number)
"""
NESTED = """
import subprocess, sys
done = subprocess.run([sys.executable, "-m", "inner", "5"], capture_output=True, text=True)
print(subprocess.Popen.__name__, done.returncode, done.stdout, end="")
"""
OUTER = """
import os, subprocess, sys
inner = subprocess.Popen([sys.executable, "-m", "inner", str(os.getpid())])
sys.stdin.read()
"""
ORPHAN = """
import os, sys, time
while os.getppid() == int(sys.argv[1]):
    print("begun", flush=True)
    time.sleep(0.02)
print("orphaned", flush=True)
"""
LATE = """
import atexit, sys, threading, time
atexit.register(print, "at its end")
threading.Thread(target=lambda: [time.sleep(0.1), print("in a thread")]).start()
sys.stdout.write("not flushed ")
"""


@pytest.fixture(params=[subprocess.Popen, processes.start])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Start:
    """Return a function that starts a program in a folder of its own."""

    def started(program: str, *arguments: str, **options: Any) -> Process:
        (tmp_path / "program.py").write_text(program, encoding="utf-8")
        command = [sys.executable, "-m", "program", *arguments]
        process: Process = request.param(command, **{"cwd": tmp_path, "text": True, **PIPES, **options})
        assert isinstance(process, ForkedProcess) == (request.param is processes.start)
        return process

    return started


def begun(process: Process) -> Process:
    """Return a process that runs its program."""
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


@pytest.mark.parametrize(
    ("program", "status", "last"),
    [
        ("pass", 0, None),
        ("import sys; sys.exit(7)", 7, None),
        ("import sys; sys.exit('the lock is shut')", 1, "the lock is shut"),
        ("raise ValueError('the lock is shut')", 1, "ValueError: the lock is shut"),
        ("raise KeyboardInterrupt", -signal.SIGINT, "KeyboardInterrupt"),
        ("import os; os.kill(os.getpid(), 9)", -signal.SIGKILL, None),
        ("import os; os.kill(os.getpid(), 15)", -signal.SIGTERM, None),
        ("import os; os._exit(3)", 3, None),
    ],
)
def test_it_ends_as_its_program_ends(start: Start, program: str, status: int, last: str | None) -> None:
    """Exit status, signal and last words are those of the program."""
    with start(program) as process:
        _, errors = process.communicate(timeout=SOON)
    assert process.returncode == status
    assert errors.splitlines()[-1:] == ([last] if last else [])


def test_it_has_what_it_was_given(start: Start, tmp_path: Path) -> None:
    """Arguments, folder, environment and input are the caller's."""
    environment = {**os.environ, "LOCK": "林水"}
    with start(GIVEN, "a b", "", env=environment) as process:
        given, _ = process.communicate("boats", SOON)
    folder = str(tmp_path.resolve())
    assert json.loads(given) == ["__main__", ["a b", ""], folder, environment, folder, "boats"]


def test_it_has_no_other_open_files(start: Start) -> None:
    """It has its streams, and the files that are passed by number; a forked one also has its connection."""
    reading, writing = os.pipe()
    with start(OPEN_FILES, str(writing), pass_fds=[writing]) as process:
        numbers, errors = process.communicate(timeout=SOON)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        assert pipe.read() == "here"
    expected = ["0", "1", "2", str(writing)] + [str(writing + 1)] * isinstance(process, ForkedProcess)
    assert (numbers.split(), errors) == (expected, "")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL, signal.SIGPIPE])
def test_it_hears_signals(start: Start, number: int) -> None:
    """It ends by a signal, except by SIGPIPE, which Python ignores."""
    with begun(start(WAITING)) as process:
        assert process.poll() is None
        process.send_signal(number)
        process.communicate("" if number == signal.SIGPIPE else None, SOON)
    assert process.returncode == (0 if number == signal.SIGPIPE else -number)


def test_it_can_stand_still(start: Start) -> None:
    """A stopped process has not ended, and goes on later; its session has its number."""
    with begun(start(WAITING, start_new_session=True)) as process:
        os.killpg(process.pid, signal.SIGSTOP)
        assert process.stdin is not None
        process.stdin.close()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.2)
        os.killpg(process.pid, signal.SIGCONT)
        assert process.wait(SOON) == 0


def test_its_last_output_comes(start: Start) -> None:
    """Its threads end, what is registered for its end runs, and its streams are flushed."""
    with start(LATE) as process:
        output, _ = process.communicate(timeout=SOON)
    assert output == "not flushed in a thread\nat its end\n"


def test_it_starts_others(start: Start, tmp_path: Path) -> None:
    """A process that it starts ends with its own status."""
    (tmp_path / "inner.py").write_text(
        "import sys; print('in'); sys.exit(int(sys.argv[1]))", encoding="utf-8"
    )
    with start(NESTED) as process:
        output, errors = process.communicate(timeout=SOON)
    kind = "start" if isinstance(process, ForkedProcess) else "Popen"
    assert (output, errors) == (f"{kind} 5 in\n", "")


def test_it_knows_its_parent(start: Start, tmp_path: Path) -> None:
    """The process that started it is its parent, until that one is killed."""
    (tmp_path / "inner.py").write_text(ORPHAN, encoding="utf-8")
    with begun(start(OUTER)) as process:
        process.kill()
        assert process.stdout is not None
        assert process.stdout.read().endswith("orphaned\n")


def test_it_may_have_a_terminal(start: Start) -> None:
    """Its streams know that they are a terminal."""
    ours, theirs = pty.openpty()
    with start("import sys; print(sys.stdout.isatty(), sys.stderr.isatty())", stdout=theirs) as process:
        os.close(theirs)
        assert process.wait(SOON) == 0
        assert os.read(ours, 100).split() == [b"True", b"False"]
    os.close(ours)


def test_forked_processes_share_no_chance_and_no_reactor(start: Start) -> None:
    """Each has random numbers of its own, and installs a reactor of its own."""
    program = "import random, sys; print(random.random(), 'twisted.internet.reactor' in sys.modules)"
    outputs = []
    for _ in range(2):
        with start(program) as process:
            outputs.append(process.communicate(timeout=SOON)[0].split())
    (first, *has_reactor), (second, *_) = outputs
    assert first != second
    assert has_reactor == ["False"]


@pytest.mark.parametrize(
    "options",
    [
        {"env": {**os.environ, "PYTHONHASHSEED": "1"}},
        {"preexec_fn": lambda: None},
        {"umask": 0o77},
    ],
)
def test_what_a_fork_cannot_give_is_started_anew(tmp_path: Path, options: dict[str, Any]) -> None:
    """A process that would differ is not forked."""
    (tmp_path / "program.py").touch()
    with processes.start([sys.executable, "-m", "program"], cwd=tmp_path, **options) as process:
        assert not isinstance(process, ForkedProcess)


def test_a_module_that_is_imported_is_run_without_a_warning() -> None:
    """A module of the project runs as in an interpreter that has not imported it."""
    done = processes.run([sys.executable, "-m", "crawler.cluster.child"], "", text=True)
    assert done.returncode == 1
    assert "JSONDecodeError" in done.stderr
    assert "Warning" not in done.stderr


@pytest.mark.parametrize("sent", [b"", LENGTH.pack(100), LENGTH.pack(100) + b"{"])
def test_a_caller_may_be_killed_while_it_asks(tmp_path: Path, sent: bytes) -> None:
    """A request that is not whole starts nothing; the next one is served."""
    with server.connect() as connection:
        connection.sendall(sent)
    (tmp_path / "program.py").touch()
    assert processes.run([sys.executable, "-m", "program"], cwd=tmp_path).returncode == 0


def test_a_process_that_hangs_is_killed(tmp_path: Path) -> None:
    """`run` waits no longer than it is told."""
    (tmp_path / "program.py").write_text("import signal; signal.pause()", encoding="utf-8")
    with pytest.raises(subprocess.TimeoutExpired):
        processes.run([sys.executable, "-m", "program"], cwd=tmp_path, timeout=0.1)
