"""Imports the project, and forks a process for each request of `tests/house/forked.py`.

The forked process runs the requested module; the server sends its number, and its status at its end. No
thread runs in the server, and no reactor is imported, since a forked process must have its own.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import io
import json
import logging
import os
import pkgutil
import runpy
import select
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any, NoReturn

from tests.house import forked, processes
from tests.house.forked import LENGTH, NAMES, NUMBER, SEARCHED, UNBUFFERED, Request

MOST = 32
"""Maximum number of open files in a request."""
PACKAGES = ("crawler", "scrapy.commands", "tests.house.spiders")
COMPONENTS = "EXTENSIONS_BASE DOWNLOADER_MIDDLEWARES_BASE SPIDER_MIDDLEWARES_BASE DOWNLOAD_HANDLERS_BASE"
"""The settings that name Scrapy's own components."""
NOT_IMPORTED = (
    *("crawler.__main__", "crawler.cluster", "crawler.exporting.parquet"),
    "crawler.pushing.postgresql",
)
"""Beginnings of the names of modules that are not imported.

Dask and Arrow start threads. A test puts a module of its own in the place of psycopg.
"""
ORIGIN = "http://a.test"
"""The origin of the sample site's pages in `parse_pages`."""


def preload() -> None:
    """Import the modules of a crawl."""
    modules = ["uvloop", *_components()]
    for package in PACKAGES:
        folder = import_module(package).__path__
        modules += [module.name for module in pkgutil.walk_packages(folder, f"{package}.")]
    for name in modules:
        if not name.startswith(NOT_IMPORTED):
            import_module(name)
    parse_pages()
    if imported := {"twisted.internet.reactor", "distributed", "psycopg", "pyarrow"} & sys.modules.keys():
        raise RuntimeError(f"{', '.join(imported)}: only the forked processes may import this")
    gc.freeze()  # a collection would copy the memory that the forked processes share


def parse_pages() -> None:
    """Parse the pages of the sample site, which compiles the patterns that a crawl uses."""
    from crawler.items import ALL_DETAILS, Structure
    from crawler.parsing.answering import marked_answer
    from crawler.parsing.pages import FetchedPage, ReadingBounds
    from crawler.parsing.questions import Question
    from crawler.publishers import registry
    from crawler.samplesite import SampleSite

    site = SampleSite()
    for file in sorted(site.www.rglob("*.htm*")):
        url = f"{ORIGIN}/{file.relative_to(site.www).as_posix()}"
        question = Question(FetchedPage(url=url, body=file.read_bytes()), with_days=True)
        marked_answer(question, ReadingBounds(fields=replace(ALL_DETAILS, structure=Structure.LINKED)))
    registry._forget_declarations()  # a forked process reads those of its own environment


def _components() -> list[str]:
    """Return the names of the modules of Scrapy's components."""
    settings = import_module("scrapy.settings.default_settings")
    paths = [settings.STATS_CLASS]
    for name in COMPONENTS.split():
        components = getattr(settings, name)
        paths += components.values() if name == "DOWNLOAD_HANDLERS_BASE" else components
    return [path.rpartition(".")[0] for path in paths]


@dataclass(frozen=True, slots=True)
class Fork:
    """The request of a forked process, in that process."""

    request: Request
    files: list[int]
    caller: socket.socket
    """The connection to the process that requested it, which ends with that process."""


@dataclass(slots=True)
class Server:
    """Forks processes, and reports how they end."""

    listener: socket.socket
    callers: dict[int, tuple[int, socket.socket]] = field(default_factory=dict)
    """Number and caller of each running process, by its process descriptor."""

    def serve(self) -> Fork | None:
        """Serve until standard input is closed, then return None; return a `Fork` in each forked process."""
        while True:
            ready = select.select([self.listener, sys.stdin, *self.callers], [], [])[0]
            if sys.stdin in ready:
                return None
            if self.listener in ready and (fork := self._fork(self.listener.accept()[0])):
                return fork
            for descriptor in self.callers.keys() & set(ready):
                self._report(descriptor)

    def _fork(self, caller: socket.socket) -> Fork | None:
        request, files = received(caller)
        if request is None:
            caller.close()
        elif number := os.fork():
            self.callers[os.pidfd_open(number)] = number, caller
            _send(caller, number)
        else:
            self._close()
            return Fork(request, files, _above(caller, max(request.numbers)))
        for file in files:
            os.close(file)
        return None

    def _report(self, descriptor: int) -> None:
        """Send the status of a process that has ended."""
        number, caller = self.callers.pop(descriptor)
        os.close(descriptor)
        with caller:
            _send(caller, os.waitpid(number, 0)[1])

    def _close(self) -> None:
        """Close what a forked process has no use for."""
        self.listener.close()
        for descriptor, (_, caller) in self.callers.items():
            os.close(descriptor)
            caller.close()


def received(caller: socket.socket) -> tuple[Request | None, list[int]]:
    """Receive a request and its open files; no request if the caller was killed while it sent."""
    header, files, _, _ = socket.recv_fds(caller, LENGTH.size, MOST)
    length = LENGTH.unpack(header)[0] if header else 0
    with caller.makefile("rb") as stream:
        body = stream.read(length)
    is_whole = header and len(body) == length
    return Request(**json.loads(body)) if is_whole else None, files


def _above(caller: socket.socket, number: int) -> socket.socket:
    """Return a connection with a higher number, which leaves the lower ones to the files of the process."""
    with caller:
        return socket.socket(fileno=fcntl.fcntl(caller, fcntl.F_DUPFD_CLOEXEC, number + 1))


def _send(caller: socket.socket, number: int) -> None:
    with suppress(ConnectionError):  # the caller has ended
        caller.sendall(NUMBER.pack(number))


def become(fork: Fork) -> None:
    """Make this process the requested one."""
    request = fork.request
    if request.has_session:
        os.setsid()
    place(fork.files, request.numbers)
    os.chdir(request.folder)
    os.environ.clear()
    os.environ.update(request.environment)
    time.tzset()
    added = [each for each in os.environ.get(SEARCHED, "").split(os.pathsep) if each not in {"", *sys.path}]
    sys.path[:1] = [request.folder, *added]
    sys.argv = [request.module, *request.arguments]
    open_streams()
    _know_parent(request.parent, fork.caller)
    subprocess.Popen = processes.start  # type: ignore[assignment, misc]
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])


def place(files: list[int], numbers: list[int]) -> None:
    """Give open files their numbers."""
    above = max(*numbers, *files) + 1
    copies = [fcntl.fcntl(file, fcntl.F_DUPFD, above) for file in files]
    for file in files:
        os.close(file)
    for copy, number in zip(copies, numbers, strict=True):
        os.dup2(copy, number)
        os.close(copy)


def open_streams() -> None:
    """Open the standard streams as Python does when it starts."""
    is_direct = bool(os.environ.get(UNBUFFERED))
    for number, name in enumerate(NAMES):
        old: io.TextIOWrapper = getattr(sys, name)
        buffer: Any = open(number, "wb" if number else "rb", 0 if is_direct else -1, closefd=False)  # noqa: SIM115
        is_by_line = name == "stderr" or buffer.isatty()
        settings: Any = {"line_buffering": is_by_line, "write_through": is_direct}
        setattr(sys, name, io.TextIOWrapper(buffer, old.encoding, old.errors, **settings))
        setattr(sys, f"__{name}__", getattr(sys, name))


def _know_parent(parent: int, caller: socket.socket) -> None:
    """Let `os.getppid` return the caller's number while it runs; then, as always, another one."""
    own_parent = os.getppid
    os.getppid = lambda: own_parent() if select.select([caller], [], [], 0)[0] else parent


STATUS: list[int] = []
"""Exit status of a forked process, once its module has ended in the usual way."""


def run(module: str) -> NoReturn:
    """Run a module as `python -m` does; note the status with which it ends."""
    if not hasattr(sys.modules.get(module), "__path__"):  # of a package, its module `__main__` is run
        sys.modules.pop(module, None)  # a new interpreter has not imported it
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if ended.code is None or isinstance(ended.code, int):
            STATUS.append((ended.code or 0) & 0xFF)
        raise
    STATUS.append(0)
    sys.exit()


def leave() -> None:
    """End a process without freeing its memory, which would take a tenth of a second."""
    if STATUS:
        logging.shutdown()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(STATUS[0])


def main() -> None:
    """Serve the socket with the number and the address that the command line names."""
    atexit.register(leave)  # the first to be registered, so the last to run
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])  # Ctrl-C is for the tests
    forked.server.address = sys.argv[2]
    preload()
    with socket.socket(fileno=int(sys.argv[1])) as listener:
        fork = Server(listener).serve()
    if fork is not None:
        become(fork)
        run(fork.request.module)


if __name__ == "__main__":
    main()
