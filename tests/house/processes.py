"""Starts the project's commands for tests, each in a process of its own.

A new interpreter imports for a second before a crawl begins. `start` and `run` therefore fork the process
from one that has imported the project (`tests/house/forked.py`). A forked process has its own number, folder,
environment, open files, signals and exit status. The processes that it starts are forked as well. With
TESTS=thorough, and on systems other than Linux, nothing is forked.

Use `subprocess` where a test measures memory, or the start of an interpreter.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from tests.house.forked import SEARCHED, UNBUFFERED, VARIABLES, ForkedProcess, new_process
from tests.house.thorough import IS_THOROUGH

IS_FORKING = sys.platform == "linux" and not IS_THOROUGH
FORKABLE = {"cwd", "env", "stdin", "stdout", "stderr", "pass_fds", "start_new_session", "text"}
"""The options of `subprocess.Popen` that a forked process can have."""
AT_START = ("PYTHON", "LC_", "LANG", "LD_")
"""Beginnings of the names of variables that an interpreter reads only when it starts."""
OBEYED = (SEARCHED, UNBUFFERED)
"""The exceptions: a forked process obeys these."""

Process = subprocess.Popen[Any] | ForkedProcess


def start(command: list[str], **options: Any) -> Process:
    """Start a command like `subprocess.Popen`; fork the process if it is one of the project."""
    if IS_FORKING and _can_fork(command, options):
        return ForkedProcess(command, options)
    return new_process(command, **options)


def run(
    command: list[str], stdin: bytes | str | None = None, *, timeout: float | None = None, **options: Any
) -> subprocess.CompletedProcess[Any]:
    """Run a command to its end, with `stdin` as its input; capture both its outputs."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with start(command, **{**pipes, **options}) as process:
        try:
            out, err = process.communicate(stdin, timeout)
        except BaseException:
            process.kill()
            raise
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def _can_fork(command: Any, options: Mapping[str, Any]) -> bool:
    is_module = isinstance(command, list) and command[:2] == [sys.executable, "-m"]
    given = {name for name, value in options.items() if value is not None}
    is_plain = given <= FORKABLE and options.get("stderr") != subprocess.STDOUT
    return is_module and is_plain and _at_start(options.get("env") or os.environ) == _at_start(VARIABLES)


def _at_start(variables: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value for name, value in variables.items() if name.startswith(AT_START) and name not in OBEYED
    }
