"""Processes that a server forks, `tests/house/forkserver.py`, with the methods of `subprocess.Popen`.

The server has imported the project, which takes a new interpreter a second. For each process, a
`ForkedProcess` connects to the server's socket, and sends a `Request` and the open files. The server sends
the number of the forked process and, at its end, its status.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, Self

ROOT = Path(__file__).parents[2]
SERVER = "tests.house.forkserver"
VARIABLES = dict(os.environ)
"""The environment of the server: that of the tests at their start."""
SEARCHED, UNBUFFERED = "PYTHONPATH", "PYTHONUNBUFFERED"
LENGTH = struct.Struct("!I")
"""The length of a request, sent before it."""
NUMBER = struct.Struct("!i")
"""An answer: the number of a process, or its status as `os.waitpid` returns it."""
NAMES = ("stdin", "stdout", "stderr")
new_process = subprocess.Popen
"""Starts a new interpreter, also in a forked process, whose `subprocess.Popen` is `processes.start`."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request to the server; the open files of the process are sent along with it."""

    module: str
    arguments: list[str]
    folder: str
    environment: dict[str, str]
    numbers: list[int]
    """The numbers that the open files get in the process."""
    has_session: bool
    """Whether it opens a session."""
    parent: int
    """Number of the process that starts it."""


class Server:
    """The process that forks. The first request of a process of tests starts it; both end together."""

    def __init__(self) -> None:
        self.address: str | None = None
        """Path of its socket, once it runs."""
        self.number: int | None = None
        """Number of the process, where it was started."""
        self._starting = threading.Lock()

    def connect(self) -> socket.socket:
        """Return a connection, for one process."""
        with self._starting:
            self.address = self.address or self._start()
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(self.address)
        return connection

    def _start(self) -> str:
        ending = ExitStack()
        atexit.register(ending.close)
        address = ending.enter_context(tempfile.TemporaryDirectory()) + "/socket"
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(address)
            listener.listen(128)
            command = [sys.executable, "-m", SERVER, str(listener.fileno()), address]
            options: Any = {"cwd": ROOT, "env": VARIABLES, "pass_fds": [listener.fileno()]}
            process = new_process(command, stdin=subprocess.PIPE, **options)
        self.number = process.pid
        ending.callback(process.communicate)  # closes its standard input, and waits for its end
        return address


server = Server()


@dataclass(frozen=True, slots=True)
class _Stream:
    """A standard stream of a process."""

    file: int
    """The open file that the process gets."""
    ours: int | None
    """Our end of it, if it is a pipe."""
    mode: str
    """The mode of our end: `r` or `w`."""

    @classmethod
    def of(cls, number: int, asked: Any, theirs: ExitStack) -> Self:
        """Open a stream as the options of `Popen` say; `theirs` closes files that only the process needs."""
        file, ours, mode = number, None, "r" if number else "w"
        if asked == subprocess.PIPE:
            reading, writing = os.pipe()
            file, ours = (writing, reading) if number else (reading, writing)
            theirs.callback(os.close, file)
        elif asked == subprocess.DEVNULL:
            file = os.open(os.devnull, os.O_RDWR)
            theirs.callback(os.close, file)
        elif asked is not None:
            file = asked if isinstance(asked, int) else asked.fileno()
        return cls(file, ours, mode)

    def opened(self, kind: str, encoding: str | None) -> IO[Any] | None:
        """Open our end for text, or with the kind `b` for bytes."""
        return None if self.ours is None else os.fdopen(self.ours, self.mode + kind, encoding=encoding)


class ForkedProcess:
    """A forked process; attributes and methods are those of `subprocess.Popen`."""

    def __init__(self, command: list[str], options: Mapping[str, Any]) -> None:
        self.args = command
        self.returncode: int | Any = None  # as typeshed has it
        self._ending = threading.Lock()
        self._connection = server.connect()
        passed = list(options.get("pass_fds", ()))
        with ExitStack() as theirs:
            streams = [_Stream.of(number, options.get(name), theirs) for number, name in enumerate(NAMES)]
            files = [stream.file for stream in streams] + passed
            _send(self._connection, _request(command, options, [0, 1, 2, *passed]), files)
            self.pid = _receive(self._connection)
        kind, encoding = ("", "utf-8") if options.get("text") else ("b", None)
        self.stdin, self.stdout, self.stderr = (stream.opened(kind, encoding) for stream in streams)

    def poll(self) -> int | None:
        """Return the exit status, None before the end."""
        with suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Return the exit status at the end. Raises `subprocess.TimeoutExpired`."""
        if self.returncode is None:
            if not select.select([self._connection], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired(self.args, timeout or 0)
            self._receive_status()
        return self.returncode

    def _receive_status(self) -> None:
        with self._ending:  # a thread may kill the process while another one waits
            if self.returncode is None:
                self.returncode = os.waitstatus_to_exitcode(_receive(self._connection))
                self._connection.close()

    def communicate(self, given: Any = None, timeout: float | None = None) -> tuple[Any, Any]:
        """Write the input; return the outputs at the end. Raises `TimeoutExpired` after killing it."""
        with ThreadPoolExecutor(3) as pool:
            pool.submit(self._write, given)
            outputs = [stream and pool.submit(stream.read) for stream in (self.stdout, self.stderr)]
            try:
                self.wait(timeout)
            except BaseException:
                self.kill()
                raise
            out, err = (output and output.result() for output in outputs)
        self._close()
        return out, err

    def _write(self, given: Any) -> None:
        with suppress(BrokenPipeError):
            if self.stdin is not None and given:
                self.stdin.write(given)
            if self.stdin is not None:
                self.stdin.close()

    def send_signal(self, number: int) -> None:
        """Send a signal, unless the process has ended."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def terminate(self) -> None:
        """Send SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Send SIGKILL."""
        self.send_signal(signal.SIGKILL)

    def _close(self) -> None:
        for stream in filter(None, (self.stdin, self.stdout, self.stderr)):
            with suppress(BrokenPipeError):
                stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()
        self.wait()


def _request(command: list[str], options: Mapping[str, Any], numbers: list[int]) -> Request:
    return Request(
        module=command[2],
        arguments=command[3:],
        folder=str(Path(options.get("cwd") or ".").resolve()),
        environment=dict(options.get("env") or os.environ),
        numbers=numbers,
        has_session=bool(options.get("start_new_session")),
        parent=os.getpid(),
    )


def _send(connection: socket.socket, request: Request, files: list[int]) -> None:
    body = json.dumps(asdict(request)).encode()
    socket.send_fds(connection, [LENGTH.pack(len(body))], files)
    connection.sendall(body)


def _receive(connection: socket.socket) -> int:
    """Receive an answer of the server. Raises ConnectionResetError if it is gone."""
    answer = connection.recv(NUMBER.size, socket.MSG_WAITALL)
    if len(answer) < NUMBER.size:
        raise ConnectionResetError("the server that forks processes has ended")
    number: int = NUMBER.unpack(answer)[0]
    return number
