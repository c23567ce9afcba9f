"""Crawls with events, and a receiver of webhooks on loopback, for tests."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from crawler.ledger.ledger import Ledger, NewRevision
from crawler.records.lines import article_line
from crawler.state.files import revision_of_line
from tests.ledger.examples import asked, stored, taken, url
from tests.records.examples import article

SECRET = "whsec_" + base64.b64encode(b"the lock of Lanqiao opens at noon").decode()
"""A secret of these tests."""


def revision(number: int, version: int = 1, **changes: Any) -> NewRevision:
    """Return a revision of the article with this number."""
    record = article(url=url(number), headline=f"Lock {number} opens", revision=version, **changes)
    return NewRevision(record.id, version, bytes([version]), None, url(number), None, article_line(record))


def opened(folder: Path) -> Ledger:
    """Open the ledger of a crawl in a folder."""
    folder.mkdir(exist_ok=True)
    return Ledger(folder, read=revision_of_line)


def add_articles(folder: Path, *numbers: int) -> list[str]:
    """Add articles to a crawl as a run does; return the ids of their events."""
    ledger = opened(folder)
    for number in numbers:
        ledger.errands.add(asked(number), time.time())
    for number in numbers:
        ledger.finish(taken(ledger), stored(number), [revision(number)])
    ledger.end("finished", len(numbers), 0)
    ledger.close()
    return [f"{revision(number).id}:1" for number in numbers]


def add_changes(folder: Path, number: int) -> list[str]:
    """Let an article change, vanish and come back; return the ids of these events."""
    ledger = opened(folder)
    new = revision(number, 2)
    ledger.store(new)
    before = ledger.events.last
    ledger.events.add_change(new.id, "2024-05-21T08:00:00+00:00", new.url, "http:410")
    ledger.events.add_change(new.id, "2024-05-22T08:00:00+00:00", new.url, None)
    ledger.commit()
    ids = [event.id for event in ledger.events.after(before - 1, 3)]
    ledger.close()
    return ids


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the receiver."""

    status: int = 204
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    delay: float = 0.0
    """Seconds before the answer."""
    is_last: bool = False
    """Whether the receiver closes the connection after the answer, and does not say so."""


@dataclass(slots=True)
class Receiver:
    """A receiver of webhooks. It keeps the events of the requests that it accepts."""

    url: str
    answer: Callable[[int], Answer] = lambda _: Answer()
    """The answer to a request, by its number from 0."""
    requests: list[dict[str, str]] = field(default_factory=list)
    """The headers of all requests, by name in lower case."""
    events: list[dict[str, Any]] = field(default_factory=list)
    """The accepted events."""

    @property
    def ids(self) -> list[str]:
        """The ids of the accepted events, in their order."""
        return [event["id"] for event in self.events]

    @property
    def distinct(self) -> list[str]:
        """The same without repeated ones."""
        return list(dict.fromkeys(self.ids))


def is_signed(headers: Mapping[str, str], body: bytes, secret: str = SECRET) -> bool:
    """Return whether one of the signatures is right, computed as the specification says."""
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    wanted = base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    return f"v1,{wanted}" in headers["webhook-signature"].split(" ")


@contextmanager
def receiving(port: int = 0, context: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """Receive webhooks on loopback, by TLS with a `context`. A wrong signature gets status 401."""
    receiver = Receiver("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = receiver.answer(len(receiver.requests))
            receiver.requests.append(headers)
            answer = answer if is_signed(headers, body) else Answer(401)
            time.sleep(answer.delay)
            if answer.status < 300:
                receiver.events += map(json.loads, body.splitlines())
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)
            self.close_connection = answer.is_last

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        allow_reuse_address = True

        def handle_error(self, *_: object) -> None:
            """Keep the test's output clean: killed senders break their connections."""

    with Server(("127.0.0.1", port), Handler) as server:
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        receiver.url = f"http{'s' if context else ''}://127.0.0.1:{server.server_port}/hook"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield receiver
        finally:
            server.shutdown()
            thread.join()
