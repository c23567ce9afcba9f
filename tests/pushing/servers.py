"""Real servers for tests, on loopback: PostgreSQL and NATS, from the system or from `make servers`."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.house.site import ROOT, environment

UNPACKED = ROOT / ".servers"
"""The folder of `make servers`."""
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/sbin",
    f"{UNPACKED}/usr/lib/postgresql/*/bin",
    f"{UNPACKED}/usr/sbin",
)
PATIENCE = 30.0
"""Seconds in which a server must start."""


def program(name: str) -> str:
    """Return the path of a server's program; skip the test if there is none."""
    places = [path for place in PLACES for path in Path("/").glob(place.removeprefix("/"))]
    found = shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *map(str, places)]))
    if found is None:
        pytest.skip(f"there is no {name}: run `make servers`")
    return found


def free_port() -> int:
    """Return a port of loopback that no server uses."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        return int(server.getsockname()[1])


class Server:
    """A server that may be killed and started again, on the same port with the same data."""

    def __init__(
        self, command: Sequence[str], port: int, is_ready: Callable[[int], bool], **options: Any
    ) -> None:
        self.port = port
        self._is_ready = is_ready
        self._command = command
        self._options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **options}
        self.start()

    def start(self) -> None:
        """Start it, and wait until it accepts connections."""
        until = time.monotonic() + PATIENCE
        self._process = self._started()
        while not self._is_ready(self.port):
            assert time.monotonic() < until, f"{self._command[0]} does not start"
            if self._process.poll() is not None:  # its killed predecessor is not gone yet
                self._process = self._started()
            time.sleep(0.05)

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self._command, start_new_session=True, **self._options)  # noqa: S603  as named

    def kill(self) -> None:
        """End it as `kill -9` does, with its processes."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let it answer nothing within this context, although its connections stay open."""
        os.killpg(self._process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(self._process.pid, signal.SIGCONT)


def _accepts(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1.0).close()
    except OSError:
        return False
    return True


def _answers(port: int) -> bool:
    """Return whether PostgreSQL has recovered: it accepts connections before that."""
    try:
        psycopg.connect(f"postgresql://news@127.0.0.1:{port}/postgres").close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def folder_of(user: str | None) -> Iterator[Path]:
    """Make a folder for a server's data that belongs to this user."""
    folder = Path(tempfile.mkdtemp(prefix="server-"))
    try:
        if user:
            shutil.chown(folder, user)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def postgresql() -> Iterator[Server]:
    """Run a new PostgreSQL with the user `news`. It refuses to run as root."""
    user = "nobody" if os.getuid() == 0 else None
    options: dict[str, Any] = {"env": {**environment(), "LC_ALL": "C"}}
    if user:
        group = pwd.getpwnam(user).pw_gid
        options |= {"user": user, "group": group, "extra_groups": []}
    initdb, postgres = program("initdb"), program("postgres")
    with folder_of(user) as folder:
        options["cwd"] = folder
        making = [initdb, "-D", str(folder / "data"), "-U", "news", "-A", "trust", "-E", "UTF8", "--no-sync"]
        subprocess.run(making, check=True, capture_output=True, **options)  # noqa: S603  a server's own
        port = free_port()
        at = ["-c", "listen_addresses=127.0.0.1", "-p", str(port), "-k", str(folder)]
        server = Server(
            [postgres, "-D", str(folder / "data"), *at, "-c", "fsync=off"], port, _answers, **options
        )
        try:
            yield server
        finally:
            server.kill()


@contextmanager
def nats_server() -> Iterator[Server]:
    """Run a new NATS server with JetStream."""
    binary = program("nats-server")
    with folder_of(None) as folder:
        port = free_port()
        server = Server(
            [binary, "-js", "-sd", str(folder), "-a", "127.0.0.1", "-p", str(port)], port, _accepts
        )
        try:
            yield server
        finally:
            server.kill()
