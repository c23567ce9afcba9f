"""Elasticsearch's bulk protocol, read strictly, and a server on loopback that speaks it."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MOST = 100 * 1024 * 1024
"""Bytes of a request (http.max_content_length); a bigger one is answered by 413."""
LONGEST_ID = 512  # bytes
INDEX = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")


class BulkError(ValueError):
    """A request is no bulk request; raised by `read_bulk`."""


def read_bulk(body: bytes, content_type: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the (index, id, document) of each pair of lines. Raises `BulkError`."""
    if content_type != "application/x-ndjson":
        raise BulkError(f"Content-Type {content_type!r}")
    if not body.endswith(b"\n"):
        raise BulkError("the last line does not end")
    lines = body.decode("utf-8").split("\n")[:-1]
    if len(lines) % 2:
        raise BulkError("an action without its document")
    return [_pair(lines[number], lines[number + 1]) for number in range(0, len(lines), 2)]


def _pair(action: str, document: str) -> tuple[str, str, dict[str, Any]]:
    asked, source = _object(action), _object(document)
    if list(asked) != ["index"] or set(asked["index"]) != {"_index", "_id"}:
        raise BulkError(f"no action: {action}")
    index, id_ = asked["index"]["_index"], asked["index"]["_id"]
    if not INDEX.match(index) or not isinstance(id_, str) or not 0 < len(id_.encode()) <= LONGEST_ID:
        raise BulkError(f"no index, or no id: {action}")
    return index, id_, source


def _object(line: str) -> dict[str, Any]:
    def refuse(name: str) -> None:
        raise BulkError(f"{name} is no JSON")

    content = json.loads(line, parse_constant=refuse)
    if not isinstance(content, dict):
        raise BulkError(f"no object: {line[:80]}")
    return content


class Elastic:
    """The documents that a server received, by index and id, the latest of each."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.documents: dict[tuple[str, str], dict[str, Any]] = {}
        self.requests = 0

    def take(self, body: bytes, content_type: str) -> tuple[int, dict[str, Any]]:
        """Answer a request as Elasticsearch does: the status, and the result of each action."""
        self.requests += 1
        try:
            pairs = read_bulk(body, content_type)
        except (BulkError, ValueError) as error:
            return 400, {"error": {"type": "illegal_argument_exception", "reason": str(error)}, "status": 400}
        items = []
        for index, id_, document in pairs:
            status = 200 if (index, id_) in self.documents else 201
            self.documents[index, id_] = document
            items.append({"index": {"_index": index, "_id": id_, "status": status}})
        return 200, {"took": 1, "errors": False, "items": items}


@contextmanager
def elastic(port: int = 0) -> Iterator[Elastic]:
    """Serve `/_bulk` on loopback."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            if size > MOST or self.path != "/_bulk":
                self.send_error(413 if size > MOST else 404)
                return
            if self.headers.get("Expect"):  # curl asks before it sends much
                self.send_response_only(100)
                self.end_headers()
            status, answer = server.take(self.rfile.read(size), self.headers.get("Content-Type", ""))
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", port), Handler) as http:
        server = Elastic(f"http://127.0.0.1:{http.server_port}")
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()
