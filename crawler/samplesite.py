"""Serves the bundled sample site on loopback, for the demo, the tests and a browser.

The site is data, in `data/samplesite/` of the project:

- `www/` holds the bytes as served, each file in its own encoding. They never name a real server: absolute
  URLs (in feeds, sitemaps, canonical links) begin with `http://news.sample.test`, and the server replaces
  that ASCII string, byte for byte, by its own origin.
- `site.json` holds everything else: `origin` (the string to replace), `index` (names tried for a directory),
  `pictures` (the one picture in place of all that are not on disk) and `responses`, which maps a path to any
  of `status`, `location`, `content-type`, `file` (serve this one instead) and `gzip`.

HTML is sent as `text/html` without a charset, so that a client must detect it in the page.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import mimetypes
import threading
import time
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote

ROOT = Path(__file__).parent / "samplesite_data"
"""The bundled site; in a checkout, a link to `data/samplesite`, whose files the wheel includes."""

_PICTURES = (".jpg", ".jpeg", ".png", ".gif")
_TYPES = {".htm": "text/html", ".html": "text/html", ".shtml": "text/html", "": "text/html"}


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; HTTP itself adds Date and Content-Length to its `headers`."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


class SampleSite:
    """The site on disk, independent of sockets.

    Raises OSError or ValueError if `root` holds no readable site.json.
    """

    def __init__(self, root: Path = ROOT) -> None:
        data: dict[str, Any] = json.loads((root / "site.json").read_text("utf-8"))
        self.www = root / "www"
        self.origin = data["origin"].encode("ascii")
        self.index: list[str] = data["index"]
        self.pictures: str = data["pictures"]
        self.responses: dict[str, dict[str, Any]] = data["responses"]

    def reply(self, target: str, origin: str) -> Reply:
        """Answer a request target (path, perhaps with a query) in the name of `origin`."""
        path = unquote(target.partition("?")[0].partition("#")[0])
        special = self.responses.get(target) or self.responses.get(path) or {}
        if "location" in special:
            return Reply(special["status"], {"Location": special["location"]})
        file = self._file(special.get("file", path))
        if file is None and self._file(path + "/") is not None:
            return Reply(HTTPStatus.MOVED_PERMANENTLY, {"Location": path + "/"})
        if file is None:
            return Reply(HTTPStatus.NOT_FOUND, {"Content-Type": "text/html"}, b"<h1>404 Not Found</h1>\n")
        return self._content(file, special, origin)

    def _file(self, path: str) -> Path | None:
        """Return the file on disk for a path, or None."""
        if ".." in path.split("/"):
            return None
        for name in self.index if path.endswith("/") else [""]:
            file = self.www / (path + name).lstrip("/")
            with contextlib.suppress(OSError, ValueError):  # a name too long, or with a NUL
                if file.is_file():
                    return file
        if path.lower().endswith(_PICTURES):
            return self.www / self.pictures.lstrip("/")
        return None

    def _content(self, file: Path, special: dict[str, Any], origin: str) -> Reply:
        body = file.read_bytes().replace(self.origin, origin.encode("ascii"))
        if special.get("gzip"):
            body = gzip.compress(body, mtime=0)
        kind = special.get("content-type") or _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        headers = {
            "Content-Type": kind or "application/octet-stream",
            "ETag": f'"{hashlib.sha256(body).hexdigest()[:16]}"',
            "Last-Modified": formatdate(file.stat().st_mtime, usegmt=True),
        }
        return Reply(special.get("status", HTTPStatus.OK), headers, body)


def is_unchanged(reply: Reply, if_none_match: str | None, if_modified_since: str | None) -> bool:
    """Return whether the client's copy is still valid (RFC 9110, 13.2.2: the tag outranks the date)."""
    if if_none_match is not None:
        tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
        return "*" in tags or reply.headers.get("ETag") in tags
    if if_modified_since is None or "Last-Modified" not in reply.headers:
        return False
    try:
        since = parsedate_to_datetime(if_modified_since)
    except ValueError:
        return False
    return parsedate_to_datetime(reply.headers["Last-Modified"]) <= since


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: two would wait for each other's acknowledgement
    disable_nagle_algorithm = True
    timeout = 60
    server: _HTTPServer

    def do_GET(self) -> None:
        reply = self._reply()
        self._head(reply)
        self.wfile.write(reply.body)

    def do_HEAD(self) -> None:
        self._head(self._reply())

    def _reply(self) -> Reply:
        self.server.hits.append(self.path)
        self.server.times.append(time.monotonic())
        reply = self.server.site.reply(self.path, self.server.origin)
        asked = self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
        if reply.status == HTTPStatus.OK and is_unchanged(reply, *asked):
            kept = {name: reply.headers[name] for name in ("ETag", "Last-Modified")}
            return Reply(HTTPStatus.NOT_MODIFIED, kept)
        return reply

    def _head(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Write nothing: `Server.hits` records the requests."""


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, site: SampleSite) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.site = site
        self.hits: list[str] = []
        self.times: list[float] = []
        self.origin = f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore errors, such as a client that closes the connection."""


class Server:
    """A running sample site; a context manager that stops it at the end."""

    def __init__(self, http: _HTTPServer) -> None:
        self._http = http
        self._thread = threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True)

    @property
    def origin(self) -> str:
        """Scheme, host and port, without a slash at the end: `http://127.0.0.1:8000`."""
        return self._http.origin

    @property
    def hits(self) -> list[str]:
        """The received request targets, queries included, in order of arrival."""
        return self._http.hits

    @property
    def times(self) -> list[float]:
        """The time of each request, in seconds of the monotonic clock."""
        return self._http.times

    @property
    def site(self) -> SampleSite:
        """The served site; a test may add `responses` to it at any time."""
        return self._http.site

    def wait(self) -> None:
        """Serve until the process is interrupted."""
        self._thread.join()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


def serve(port: int = 0, root: Path = ROOT) -> Server:
    """Serve the site below `root` on 127.0.0.1; port 0 takes a free one.

    Raises OSError if the port is in use or `root` holds no site.
    """
    return Server(_HTTPServer(port, SampleSite(root)))
