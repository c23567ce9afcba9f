"""When a request reached this machine, as the kernel noted it: a busy server reads it later."""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import sys
import time

HAS_NOTES = sys.platform == "linux"
SO_TIMESTAMPNS = 35  # Python has no name for it; received data comes with its time
_TIME = struct.Struct("ll")  # Unix seconds, nanoseconds


def note_arrivals(listening: socket.socket) -> None:
    """Let the kernel note when bytes come on the connections that a socket accepts from now on."""
    if HAS_NOTES:
        listening.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)


def arrival(connection: socket.socket) -> float:
    """Wait for the next bytes, leave them unread, and return the Unix time at which they came.

    On other systems than Linux that is the time now.
    """
    with contextlib.suppress(OSError), socket.socket(fileno=os.dup(connection.fileno())) as plain:
        plain.settimeout(connection.gettimeout())
        _, notes, _, _ = plain.recvmsg(1, socket.CMSG_SPACE(_TIME.size), socket.MSG_PEEK)  # of TLS, too
        for level, kind, note in notes:
            if (level, kind) == (socket.SOL_SOCKET, SO_TIMESTAMPNS):
                seconds, nanoseconds = _TIME.unpack(note)
                return float(seconds + nanoseconds / 1e9)
    return time.time()
