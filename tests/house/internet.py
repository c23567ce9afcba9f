"""An invented internet: a proxy on loopback that serves the bundled sample site under whatever name."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol
from urllib.parse import urlsplit

from crawler.samplesite import Reply, SampleSite


class Answer(Protocol):
    """An answer of a server."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers but `Content-Length`."""

    @property
    def body(self) -> bytes:
        """The body."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


@contextmanager
def internet(pages: Mapping[str, bytes]) -> Iterator[str]:
    """Serve `pages` by URL, and the sample site as every other host; yield the proxy's address."""
    site = SampleSite()

    def reply(url: str) -> Reply:
        if url in pages:
            return Reply(200, {"Content-Type": "text/html"}, pages[url])
        parts = urlsplit(url)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return site.reply(target, f"{parts.scheme}://{parts.netloc}")

    with answering(lambda url, _: reply(url)) as origin:
        yield origin


@contextmanager
def answering(reply: Callable[[str, Mapping[str, str]], Answer]) -> Iterator[str]:
    """Serve on loopback what `reply` gives for a target and the headers of a request; yield the origin."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1  # head and body in one packet

        def do_GET(self) -> None:
            answer = reply(self.path, dict(self.headers.items()))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

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
