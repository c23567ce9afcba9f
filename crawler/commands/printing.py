"""Prints the output of commands: without control characters for terminals, and quietly for closed pipes."""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TextIO, cast

from crawler.accounting.outcome import ExitStatus
from crawler.logs import printable
from crawler.program import program

_LAST_STREAM = 2  # the number of standard error


def say(*lines: str) -> None:
    """Print lines, with escape sequences and other control characters of sites escaped."""
    with _ended_if_unwritten():
        print("\n".join(map(printable, lines)))


def write_text(text: str) -> None:
    """Write a text of this program to standard output, unchanged."""
    with _ended_if_unwritten():
        sys.stdout.write(text)


def write_json(text: str) -> None:
    """Write JSON to standard output, with control characters escaped on a terminal."""
    shown = _for_terminal(text) if sys.stdout.isatty() else text
    with _ended_if_unwritten():
        sys.stdout.buffer.write(shown.encode("utf-8", "replace"))


@contextmanager
def _ended_if_unwritten() -> Iterator[None]:
    """End the command with a line and status 4 if standard output refuses text, because its disk is full."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        _give_up_output(error)
        sys.exit(ExitStatus.OUTPUT_FAILED)


def _give_up_output(error: OSError) -> None:
    sys.stderr.write(f"{program()}: standard output cannot be written: {error.strerror}\n")
    discard_output()


def _for_terminal(text: str) -> str:
    """Return the same JSON, with control characters escaped: they occur only in its strings."""
    return "".join(char if char == "\n" or printable(char) == char else _escape(char) for char in text)


def _escape(char: str) -> str:
    return json.dumps(char)[1:-1]


def end_on_closed_pipe() -> None:
    """Make a closed pipe end the process without a traceback, as it ends other tools (status 141 in a shell).

    Only for commands that open no connection: the signal does not distinguish a pipe from a socket.
    """
    if hasattr(signal, "SIGPIPE"):  # not on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def open_missing_streams() -> None:
    """Open the standard streams that the caller closed (`2>&-`), so that their text is discarded.

    Otherwise Python has no `sys.stderr`, and the next file that is opened takes its number.
    """
    while (opened := os.open(os.devnull, os.O_RDWR)) <= _LAST_STREAM:
        os.set_inheritable(opened, True)
    os.close(opened)
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")


def _nowhere(mode: str) -> TextIO:
    return cast("TextIO", open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123  open until the end


def end_quietly_without_output() -> None:
    """End the process without a traceback if standard output cannot be written.

    If its reader is gone, the process ends by SIGPIPE; if its disk is full, with a line and status 4.
    """
    before = sys.excepthook

    def ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, BrokenPipeError) and _has_lost_reader():
            _end_by_signal()
        if not (issubclass(kind, OSError) and _is_unwritable()):
            before(kind, error, trace)
        # otherwise, _flush says why at exit

    sys.excepthook = ended
    atexit.register(_flush)


def _has_lost_reader() -> bool:
    """Return whether standard output is a pipe whose reader has gone."""
    polled = select.poll()
    polled.register(sys.stdout.fileno(), 0)
    return any(event & select.POLLERR for _, event in polled.poll(0))


def _is_unwritable() -> bool:
    """Return whether standard output holds text that its file refuses."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def _flush() -> None:
    """Write the rest of the output while its errors can still be handled."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _end_by_signal()
    except OSError as error:
        _give_up_output(error)
        sys.stderr.flush()
        os._exit(ExitStatus.OUTPUT_FAILED)  # at this point, no exception can change the status
    except ValueError:  # a closed file: Python reports it when it exits
        return


def _end_by_signal() -> None:
    end_on_closed_pipe()
    signal.raise_signal(signal.SIGPIPE)


def write_or_discard() -> None:
    """Write the rest of standard output, or discard it if its reader is gone or its disk is full.

    For commands whose exit status already says that an output failed: a signal would replace it.
    """
    try:
        sys.stdout.flush()
    except OSError:
        discard_output()


def discard_output() -> None:
    """Discard the rest of standard output after its reader closed the pipe, to end without an error."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123  for its descriptor
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
