"""Harvests the real pages at their own URLs, and accounts for every one: a record, or a named rejection."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """Return a free port of the loopback interface."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until a server answers. Raises TimeoutError after ten seconds."""
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the replay proxy does not answer")


def harvest(shared: Path, folder: Path) -> tuple[list[str], str, int]:
    """Crawl the replayed pages; return start URLs, log and exit status."""
    port = free_port()
    urls = folder / "urls.txt"
    proxy = subprocess.Popen(
        [sys.executable, shared / "replay_proxy.py", "--port", str(port), "--urls", urls],
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        crawl = subprocess.run(
            [
                Path(sys.executable).with_name("scrapy"),
                "crawl",
                "news",
                "-a",
                f"start={urls}",
                "-O",
                folder / "out.jsonl",
            ],
            env={**os.environ, "http_proxy": f"http://127.0.0.1:{port}"},
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
    finally:
        proxy.terminate()
        proxy.wait()
    return urls.read_text().split(), crawl.stderr, crawl.returncode


def main() -> int:
    """Run the harvest and print the outcome of the pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        urls, log, status = harvest(Path(sys.argv[1]).resolve(), folder)
        records = {json.loads(line)["url"] for line in (folder / "out.jsonl").read_text("utf-8").splitlines()}
    rejected = {url for url in urls if url not in records and f"<{url}>" in log}
    lost = [url for url in urls if url not in records and url not in rejected]
    faults = [line for line in log.splitlines() if " ERROR: " in line or "Traceback" in line]
    kept = len(urls) - len(rejected) - len(lost)
    print(f"{len(urls)} pages: {kept} records, {len(rejected)} rejected, {len(lost)} lost")
    print("\n".join([*lost, *faults]) or "no page lost, no error")
    return 1 if lost or faults or status else 0


if __name__ == "__main__":
    sys.exit(main())
