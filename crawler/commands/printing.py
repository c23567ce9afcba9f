"""Prints what commands found: nothing in it steers the terminal, and a closed pipe ends a command quietly."""

from __future__ import annotations

import json
import os
import signal
import sys

from crawler.logs import printable


def say(*lines: str) -> None:
    """Print lines, in which escape sequences and other control characters of sites are written out."""
    print("\n".join(map(printable, lines)))


def write_json(text: str) -> None:
    """Write JSON to standard output: to a terminal with control characters escaped, else as it is."""
    shown = _for_terminal(text) if sys.stdout.isatty() else text
    sys.stdout.buffer.write(shown.encode("utf-8", "replace"))


def _for_terminal(text: str) -> str:
    """Return the same JSON, with control characters escaped: they are nowhere but in its strings."""
    return "".join(char if char == "\n" or printable(char) == char else _escape(char) for char in text)


def _escape(char: str) -> str:
    return json.dumps(char)[1:-1]


def end_on_closed_pipe() -> None:
    """Let a closed pipe end the process without a traceback, as it ends other tools (status 141 in a shell).

    Only for commands that open no connection: the signal does not tell a pipe from a socket.
    """
    if hasattr(signal, "SIGPIPE"):  # not on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def discard_output() -> None:
    """Discard the rest of standard output after its reader closed the pipe: then the exit is quiet, too."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123  for its descriptor
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
