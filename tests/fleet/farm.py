"""A farm of loopback hosts, each a small site that notes when it was asked, and fleets that harvest them."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.house import forked, processes
from tests.house.arrival import arrival, note_arrivals
from tests.house.processes import Process
from tests.house.site import ROOT, environment, scrapy
from tests.spiders.harvest import article, listing

TICK = 0.005  # seconds between two looks at the machine


def story(number: int) -> str:
    """Return the path of an article."""
    return f"/2022-08/{number % 28 + 1:02}/content_{number}.htm"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


class Farm:
    """Hosts 127.0.0.1 to 127.0.0.N on one port; `arrivals` has the times of the requests to each of them."""

    def __init__(self, server: ThreadingHTTPServer, hosts: list[str], stories: int) -> None:
        port = server.server_port
        self.hosts = hosts
        self.starts = [f"http://{host}:{port}/" for host in hosts]
        self.arrivals: dict[str, list[float]] = defaultdict(list)
        self.asked: dict[str, list[str]] = defaultdict(list)
        self.pages = _pages(stories)
        self.stories = stories
        self.is_open = threading.Event()
        """Whether it answers now, or lets everybody wait."""
        self.is_open.set()
        self.lag = 0.0
        """The longest time, in seconds, that the machine kept a process waiting that was ready to run."""

    def articles(self) -> set[str]:
        """Return the URLs of all articles."""
        return {start.rstrip("/") + story(number) for start in self.starts for number in range(self.stories)}

    def smallest_gap(self) -> float:
        """Return the shortest time between two requests to one host, in seconds."""
        return min(
            later - sooner
            for times in self.arrivals.values()
            for sooner, later in zip(sorted(times), sorted(times)[1:], strict=False)
        )


def _pages(stories: int) -> Mapping[str, bytes]:
    paths = [story(number) for number in range(stories)]
    pages = {path: article(number + 1000) for number, path in enumerate(paths)}
    return {path: text.encode() for path, text in {**pages, "/": listing(*paths)}.items()}


@contextmanager
def farm(hosts: int, stories: int) -> Iterator[Farm]:
    """Serve a farm; each request is noted before it is answered."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def handle_one_request(self) -> None:
            self.arrived = arrival(self.connection)
            super().handle_one_request()

        def do_GET(self) -> None:
            host = self.headers.get("Host", "").partition(":")[0]
            served.arrivals[host].append(self.arrived)
            served.asked[host].append(self.path)
            served.is_open.wait(60)
            body = served.pages.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with _Server(("0.0.0.0", 0), Handler) as server:  # noqa: S104  all of 127.0.0.0/8 at one port
        note_arrivals(server.socket)
        served = Farm(server, [f"127.0.0.{number}" for number in range(1, hosts + 1)], stories)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            with _watched(served):
                yield served
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def _watched(served: Farm) -> Iterator[None]:
    """Note how late short waits end: so late may a crawl on this machine send a request that was due."""
    over = threading.Event()

    def watch() -> None:
        while not over.is_set():
            due = time.monotonic() + TICK
            over.wait(TICK)
            served.lag = max(served.lag, time.monotonic() - due)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _read(files: list[Path]) -> list[dict[str, Any]]:
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


class Harvest:
    """A fleet's directory, and the runs in it."""

    def __init__(
        self, folder: Path, starts: list[str], *settings: str, variables: Mapping[str, str] | None = None
    ) -> None:
        self.folder = folder
        self.variables = variables or {}
        self.starts = starts
        self.settings = ("ALLOW_PRIVATE_HOSTS=127.0.0.0/8", "AUTOTHROTTLE_ENABLED=0", *settings)

    def start(self, *options: str) -> Process:
        """Start a run in the background."""
        command = [sys.executable, "-m", "scrapy", "fleet", *self.starts, "-d", str(self.folder), *options]
        for setting in self.settings:
            command += ["-s", setting]
        return processes.start(
            command,
            cwd=ROOT,
            env={**environment(), **self.variables},
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Run to the end."""
        with self.start(*options) as process:
            _, err = process.communicate(timeout=180)
        return subprocess.CompletedProcess(process.args, process.returncode, "", err)

    def records(self) -> list[dict[str, Any]]:
        """Read the lines of all shards; a torn line is an error."""
        return _read(sorted((self.folder / "shards").glob("*/articles.jsonl")))

    def exported(self) -> list[dict[str, Any]]:
        """Export the shards into one, and read it."""
        out = Path(tempfile.mkdtemp(dir=self.folder)) / "merged"
        done = scrapy("export", str(self.folder), "--to", "jsonl", "--pack", "none", "-o", str(out))
        assert done.returncode == 0, done.stderr
        return _read(sorted(out.glob("*.jsonl")))

    def logs(self) -> str:
        """Read the logs of all shards, for failed tests."""
        return "\n".join(log.read_text("utf-8") for log in (self.folder / "shards").glob("*/crawl.log"))

    def told(self) -> dict[str, Any]:
        """Read `fleet.json`."""
        content: dict[str, Any] = json.loads((self.folder / "fleet.json").read_text("utf-8"))
        return content

    def crawls(self) -> dict[str, int]:
        """Return the process ids of the crawls that hold their directories, by host."""
        crawls = {}
        for lock in (self.folder / "shards").glob("*/.lock"):
            with contextlib.suppress(ValueError):  # nobody holds it
                crawls[lock.parent.name] = int(json.loads(lock.read_text("ascii"))["pid"])
        return crawls


def kill(pid: int) -> bool:
    """Kill a crawl as `kill -9` does; whether there was one."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        if b"crawler.fleet.attended" not in command and forked.SERVER.encode() not in command:
            return False
        os.kill(pid, signal.SIGKILL)
    except OSError:  # it ended just now
        return False
    return True
