"""Ends a command quietly when its reader closes the pipe: `scrapy audit DIR | head`."""

from __future__ import annotations

import os
import signal
import sys


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
