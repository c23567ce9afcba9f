"""Shows a page of a WACZ file in ReplayWeb.page, in headless Chromium, served from this machine alone."""

from __future__ import annotations

import json
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

from tests.reporting.browser import CHROMIUM

LONGEST = 60  # seconds until a page must have been shown
SIZE = "1280,900"  # pixels
TYPES = {".js": "text/javascript", ".html": "text/html; charset=utf-8"}
_RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
_VIEWER = """<!DOCTYPE html>
<meta charset="utf-8"><script src="/ui.js"></script>
<style>html, body {{ margin: 0; height: 100%; overflow: hidden }}</style>
<replay-web-page source="/archive.wacz" url="{url}" embed="default"></replay-web-page>
"""
_PAGE = """<!DOCTYPE html>
<meta charset="utf-8">
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; overflow: hidden }</style>
<iframe src="/viewer.html"></iframe><img src="/shown.png">
<script>
function texts(root) {
  return [...root.querySelectorAll("*")].flatMap((element) => [
    ...(element.shadowRoot ? texts(element.shadowRoot) : []),
    ...(element.contentDocument?.body ? [element.contentDocument.body.innerText] : []),
    ...(element.contentDocument ? texts(element.contentDocument) : []),
  ]);
}
setInterval(() => fetch("/texts", { method: "POST", body: JSON.stringify(texts(document)) }), 500);
</script>
"""
"""The page around the viewer. It sends the texts that the viewer shows. Its picture comes when these have the
expected one, and the browser waits for the picture before it takes the screenshot."""


@dataclass
class Viewer:
    """The files of the server, and the text that a page must show."""

    files: dict[str, bytes]
    expected: str
    is_shown: Event = field(default_factory=Event)


class _Handler(BaseHTTPRequestHandler):
    """Serves the viewer's files, with byte ranges."""

    def __init__(self, viewer: Viewer, *arguments: object) -> None:
        self.viewer = viewer
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_HEAD(self) -> None:
        """Answer with the headers of a file."""
        self._answer(has_body=False)

    def do_GET(self) -> None:
        """Answer with a file; with the picture when the page is shown."""
        if self.path == "/shown.png":
            self.viewer.is_shown.wait(LONGEST)
        self._answer(has_body=True)

    def do_POST(self) -> None:
        """Take the texts that the viewer shows."""
        texts = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if any(self.viewer.expected in " ".join(text.split()) for text in texts):
            self.viewer.is_shown.set()
        self._send(200, {}, b"")

    def log_message(self, *_: object) -> None:
        """Write no log."""

    def _answer(self, *, has_body: bool) -> None:
        path = self.path.partition("?")[0]
        data = self.viewer.files.get(path)
        if data is None:
            self._send(404, {}, b"")
            return
        headers = {
            "Content-Type": TYPES.get(Path(path).suffix, "application/octet-stream"),
            "Accept-Ranges": "bytes",
        }
        asked = _RANGE.match(self.headers.get("Range") or "")
        if asked is None:
            self._send(200, headers, data, has_body=has_body)
            return
        first, last = _bounds(asked[1], asked[2], len(data))
        headers["Content-Range"] = f"bytes {first}-{last - 1}/{len(data)}"
        self._send(206, headers, data[first:last], has_body=has_body)

    def _send(self, status: int, headers: dict[str, str], body: bytes, *, has_body: bool = True) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if has_body:
            with suppress(ConnectionError):  # the browser drops a request that it needs no longer
                self.wfile.write(body)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """Return the offsets of a range: `bytes=-9` are the last 9 bytes."""
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(int(last) + 1 if last else size, size)


@contextmanager
def served(viewer: Viewer) -> Iterator[str]:
    """Serve a viewer on loopback; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, viewer))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def viewer_of(package: Path, wacz: Path, url: str, expected: str) -> Viewer:
    """Return the viewer of a page, from its packed scripts."""
    with tarfile.open(package) as packed:
        scripts = {name: packed.extractfile(f"package/{name}") for name in ("ui.js", "sw.js")}
        ui, worker = (file.read() for file in scripts.values() if file is not None)
    return Viewer(
        {
            "/page.html": _PAGE.encode(),
            "/viewer.html": _VIEWER.format(url=url).encode(),
            "/ui.js": ui,
            "/replay/ui.js": ui,
            "/replay/sw.js": worker,
            "/archive.wacz": wacz.read_bytes(),
        },
        expected,
    )


def is_shown(viewer: Viewer, picture: Path) -> bool:
    """Open a viewer in Chromium, and take a picture; return whether the page showed the expected text."""
    with served(viewer) as address, tempfile.TemporaryDirectory() as profile:
        options = (
            "--headless --no-sandbox --disable-gpu --hide-scrollbars --disable-background-networking "
            f"--user-data-dir={profile} --window-size={SIZE} --screenshot={picture}"
        )
        subprocess.run(  # noqa: S603  the browser that was found
            [str(CHROMIUM), *options.split(), f"{address}/page.html"],
            check=True,
            capture_output=True,
            timeout=2 * LONGEST,
        )
    return viewer.is_shown.is_set()
