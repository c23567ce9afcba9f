"""A broker for tests, the mock cluster of librdkafka, and a reader of it: both by Kafka's client."""

from __future__ import annotations

import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

BROKER = """
import sys, confluent_kafka
cluster = confluent_kafka.Producer({"test.mock.num.brokers": 1})
broker = next(iter(cluster.list_topics(timeout=10).brokers.values()))
print(f"{broker.host}:{broker.port}", flush=True)
sys.stdin.read()
"""
CONSUMER = """
import sys, confluent_kafka
given = {"bootstrap.servers": sys.argv[1], "group.id": "test", "auto.offset.reset": "earliest"}
consumer = confluent_kafka.Consumer(given)
consumer.subscribe(["articles"])
message = consumer.poll(30)
while message is not None:
    sys.stdout.buffer.write(message.value() + b"\\n")
    message = consumer.poll(3)
"""


@contextmanager
def broker(python: Path) -> Iterator[str]:
    """Run the broker; yield its address. `python` has Kafka's client."""
    with subprocess.Popen(  # noqa: S603  the script above
        [str(python), "-c", BROKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("both are pipes")
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


@contextmanager
def forwarded(port: int, address: str) -> Iterator[None]:
    """Forward a port of loopback to an address: the port at which clients first ask Kafka for its brokers."""
    host, _, target = address.rpartition(":")

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            with socket.create_connection((host, int(target))) as other:
                back = threading.Thread(target=_copied, args=(other, self.request), daemon=True)
                back.start()
                _copied(self.request, other)

    class Server(ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server(("127.0.0.1", port), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()


def _copied(source: object, target: object) -> None:
    try:
        while data := source.recv(1 << 16):  # type: ignore[attr-defined]
            target.sendall(data)  # type: ignore[attr-defined]
    except OSError:  # one of them hung up
        return
