"""Tests of receivers that speak no HTTP, break off, or answer byte by byte."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest

from crawler.pushing import webhook as webhooks
from crawler.pushing.errors import NotDeliveredError
from crawler.pushing.message import Message
from crawler.pushing.sink import SinkTerms
from crawler.pushing.webhook import Webhook
from tests.pushing.examples import add_articles, opened

PATIENCE = 10.0  # seconds for a connection, if the push fails before
LONGEST = 300  # characters of a message that a log shows in one line
TERMS = SinkTerms(answer_seconds=1.0)
DRIP = 0.05  # seconds between two bytes
SLOW = 4.0  # seconds, less than a receiver drips here


@contextmanager
def answering(answer: bytes, drip: bytes = b"") -> Iterator[str]:
    """Serve a connection on loopback that gets some bytes for an answer; yield the URL.

    `drip` comes byte by byte behind them.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        served = Thread(target=_serve, args=(server, answer, drip))
        served.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/hook"
        served.join()


def _serve(server: socket.socket, answer: bytes, drip: bytes) -> None:
    connection, _ = server.accept()
    with connection, suppress(OSError):  # the push closes it before the last drop
        connection.recv(1 << 16)
        connection.sendall(answer)
        for place in range(len(drip)):
            time.sleep(DRIP)
            connection.sendall(drip[place : place + 1])
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(1 << 16):
            pass


def message(folder: Path) -> Message:
    """Return a message of a crawl."""
    add_articles(folder, 1)
    with closing(opened(folder)) as ledger:
        [event] = ledger.events.after(0, 1)
    return Message(event, "sample.test", b"{}", b"{}")


def test_long_answer_that_is_no_http_is_quoted_in_part(tmp_path: Path) -> None:
    """The first line of a foreign protocol may have 64 KiB, which is no message for a log."""
    with answering(b"EHLO " * 5_000 + b"\r\n") as url:
        webhook = Webhook(url, [b"secret"], TERMS)
        with pytest.raises(NotDeliveredError, match="no answer: EHLO EHLO ") as raised:
            webhook.send([message(tmp_path)])
    assert len(str(raised.value)) < LONGEST


CUT = {
    "length": b"Content-Length: 100\r\n\r\nreceived",
    "length, nothing": b"Content-Length: 100\r\n\r\n",
    "chunk": b"Transfer-Encoding: chunked\r\n\r\n64\r\nreceived",
    "no last chunk": b"Transfer-Encoding: chunked\r\n\r\n8\r\nreceived\r\n",
    "wrong chunk": b"Transfer-Encoding: chunked\r\n\r\nreceived\r\n",
    "within the headers": b"Content-Le",
}


@pytest.mark.parametrize("rest", CUT.values(), ids=CUT.keys())
def test_status_counts_if_the_rest_of_the_answer_is_cut_off(tmp_path: Path, rest: bytes) -> None:
    """An event with 200 is delivered (RFC 9112, section 8), and the next request has a new connection."""
    with answering(b"HTTP/1.1 200 OK\r\n" + rest) as url:
        webhook = Webhook(url, [b"secret"], TERMS)
        webhook.send([message(tmp_path)])
        webhook.close()
    with answering(b"HTTP/1.1 503 Busy\r\nRetry-After: 7\r\n" + rest) as url:
        webhook = Webhook(url, [b"secret"], TERMS)
        with pytest.raises(NotDeliveredError, match="HTTP 503"):
            webhook.send([message(tmp_path / "busy")])
        webhook.close()


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 20", b"HTTP/1.1 x\r\n"])
def test_answer_without_a_status_is_none(tmp_path: Path, start: bytes) -> None:
    """The event is sent again."""
    with answering(start) as url, pytest.raises(NotDeliveredError, match="no answer"):
        Webhook(url, [b"secret"], TERMS).send([message(tmp_path)])


def test_dripping_body_delays_no_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The status is there, and counts; the body would only word an error."""
    monkeypatch.setattr(webhooks, "_BODY_SECONDS", 0.3)
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n"
    event, began = message(tmp_path), time.monotonic()
    with answering(head, b"-" * 200) as url:
        webhook = Webhook(url, [b"secret"], SinkTerms(answer_seconds=30.0))
        webhook.send([event])
        assert time.monotonic() - began < SLOW
        webhook.close()


@pytest.mark.parametrize(
    ("scheme", "start", "drip"),
    [
        ("http", b"", b"HTTP/1.1 200 OK\r\n" + b"x" * 200),
        ("http", b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x" * 200),
        ("https", b"\x16\x03\x03\x3f\xff", bytes(200)),
    ],
)
def test_one_deadline_for_the_whole_exchange(tmp_path: Path, scheme: str, start: bytes, drip: bytes) -> None:
    """A receiver gains no time with single bytes; the error names the setting that gives it more."""
    event, began = message(tmp_path), time.monotonic()
    with answering(start, drip) as url:
        webhook = Webhook(url.replace("http", scheme, 1), [b"secret"], TERMS)
        with pytest.raises(NotDeliveredError, match=r"timed out after 1 s \(PUSH_ANSWER_SECONDS\)"):
            webhook.send([event])
        assert time.monotonic() - began < SLOW
