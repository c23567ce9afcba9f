"""A receiver that speaks no HTTP: the push waits for it, and quotes little of what it said."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Thread

import pytest

from crawler.pushing.errors import NotDeliveredError
from crawler.pushing.message import Message
from crawler.pushing.webhook import Webhook
from tests.pushing.examples import add_articles, opened

PATIENCE = 10.0  # seconds for a connection, if the push fails before
LONGEST = 300  # characters of a message that a log shows in one line


@contextmanager
def answering(answer: bytes) -> Iterator[str]:
    """Serve one connection on loopback that gets some bytes for an answer; yield the URL."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        served = Thread(target=_serve, args=(server, answer))
        served.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/hook"
        served.join()


def _serve(server: socket.socket, answer: bytes) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(1 << 16)
        connection.sendall(answer)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(1 << 16):
            pass


def test_long_answer_that_is_no_http_is_quoted_in_part(tmp_path: Path) -> None:
    """The first line of a foreign protocol may have 64 KiB, which is no message for a log."""
    add_articles(tmp_path, 1)
    with closing(opened(tmp_path)) as ledger:
        [event] = ledger.events.after(0, 1)
    with answering(b"EHLO " * 5_000 + b"\r\n") as url:
        webhook = Webhook(url, [b"secret"])
        with pytest.raises(NotDeliveredError, match="no answer: EHLO EHLO ") as raised:
            webhook.send([Message(event, "sample.test", b"{}", b"{}")])
    assert len(str(raised.value)) < LONGEST
