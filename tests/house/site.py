"""A loopback site of a few pages, and the `scrapy` command, in a process of its own or in this one."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import mock

from scrapy.cmdline import execute

from tests.house import processes

ROOT = Path(__file__).parents[2]
LONGEST = 300.0
"""Seconds after which a process that a test waits for hangs; a busy machine takes less for any of them."""

# The user's own settings, without the pauses that loopback does not need.
LOOPBACK = ("-s", "ALLOW_PRIVATE_HOSTS=127.0.0.0/8")
HASTY = (
    *("-s", "DOWNLOAD_DELAY=0", "-s", "AUTOTHROTTLE_ENABLED=0", "-s", "SPIDER_MODULES=tests.house.spiders"),
    *LOOPBACK,
)


def page(headline: str, *paragraphs: str, day: str = "2024-05-20") -> bytes:
    """Return a plain article page."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html><head><meta charset='utf-8'><title>{headline}</title>"
        f"<meta property='article:published_time' content='{day}T08:00:00+08:00'></head>"
        f"<body><h1>{headline}</h1><div id='content'>{body}</div></body></html>"
    ).encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True  # a connection that is kept open must not outlive the test
    request_queue_size = 128  # a refused connection is tried again after a whole second


@contextmanager
def served(pages: Mapping[str, bytes]) -> Iterator[str]:
    """Serve pages by path on loopback; yield the origin. A path that is not there is a 404."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1  # head and body in one packet: two would wait for each other's acknowledgement

        def do_GET(self) -> None:
            content = pages.get(self.path)
            body = content if content is not None else b"no such page"
            self.send_response(200 if content is not None else 404)
            is_picture = self.path.endswith(".jpg")
            self.send_header("Content-Type", "image/jpeg" if is_picture else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with _Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def environment() -> dict[str, str]:
    """Return this process's environment without proxies, which cannot reach loopback."""
    return {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}


def scrapy(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run the `scrapy` command in a process of its own, from the project's folder."""
    command = [sys.executable, "-m", "scrapy", *arguments]
    done = processes.run(command, stdin, cwd=ROOT, env=environment(), timeout=LONGEST)
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def scrapy_here(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run a command that starts no crawl in this process: another process takes a second to start."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    source = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    project = mock.patch.dict(os.environ, {"SCRAPY_SETTINGS_MODULE": "crawler.settings"})
    status: object = 0
    with mock.patch("sys.stdin", source), redirect_stdout(out), redirect_stderr(err), project:
        try:
            execute(["scrapy", *arguments])
        except SystemExit as ended:
            status = ended.code
    printed = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))
    return subprocess.CompletedProcess(arguments, int(str(status or 0)), *printed)
