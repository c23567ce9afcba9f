"""A long crawl of a healthy site among faults: `python -m tests.faults.soak [--articles N] [--delay S]`.

Two thousand articles stand on one host; another has forty pages that each misbehave in their own way, and a
maze without end. It ends with an error unless every article came once, memory stayed flat and the exit status
is right.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from zlib import crc32

from tests.faults.crawl import healthy, story
from tests.faults.measured import held
from tests.faults.server import Asked, Behaviour, Connection, FaultServer, hang, response, says
from tests.faults.test_http import BODY, TYPE, bombs, chunked, headed
from tests.house.site import ROOT, environment
from tests.spiders.harvest import article, listing

GROWTH = 25  # MiB that a run may hold more in its last third than in its second
MOST = 200  # MiB
STATUSES = (6, 10)  # URLs have failed, or wait for the bound of a host


def moves(connection: Connection, asked: Asked) -> None:
    """Redirect to ever new addresses."""
    connection.send(response(b"", "302 Found", "text/html", f"Location: {asked.target}x"))


def endless(connection: Connection, _: Asked) -> None:
    """Send a body without end."""
    connection.send(f"{TYPE}Transfer-Encoding: chunked\r\n\r\n".encode())
    while True:
        connection.send(b"8000\r\n" + b"x" * 0x8000 + b"\r\n")


def maze(connection: Connection, asked: Asked) -> None:
    """Send a list of twenty more lists."""
    links = [f"/list/{crc32(f'{asked.target} {number}'.encode())}/" for number in range(20)]
    connection.send(response(listing(*links).encode()))


def page(text: str) -> Behaviour:
    """Return the behaviour that sends a page."""
    return says(response(text.encode("utf-8", "surrogatepass")))


def faults() -> list[Behaviour]:
    """Return forty ways to misbehave."""
    packed = gzip.compress(BODY * 9)
    heads = (
        f"Content-Length: {len(BODY) + 100}",
        "Content-Length: -5",
        "Content-Length: many",
        f"Content-Length: {len(BODY)}\nContent-Length: 7",
        f"X-A: a\0b\nContent-Length: {len(BODY)}",
        f"Content-Encoding: gzip\nContent-Length: {len(packed)}",
        "Transfer-Encoding: chunked",
        "\n".join(f"X-{number}: y" for number in range(100_000)),
    )
    statuses = ("-200", "999", "2", "2" * 100, "404", "410", "500", "503", "304", "302", "429")
    locations = (
        "file:///etc/passwd",
        "//127.0.0.9:1/",
        "\\\\127.0.0.9\\",
        "data:,x",
        "http://169.254.169.254/",
    )
    deep, wide = "<div>" * 5000, " ".join(f"a{number}=1" for number in range(40_000))
    return [
        *(headed(f"Content-Encoding: {coding}", body) for coding, body in bombs().items()),
        *(headed(head) for head in heads),
        headed("Content-Encoding: gzip", packed[:-99]),
        headed("Transfer-Encoding: chunked", chunked(BODY)[:-9]),
        headed("Transfer-Encoding: chunked", b"zz\r\n" + BODY),
        *(says(response(b"no", f"{status} Odd")) for status in statuses),
        *(says(response(b"", "302 Found", "text/html", f"Location: {location}")) for location in locations),
        *(hang, endless, moves, lambda connection, _: connection.reset()),
        page(f"<html><body>{deep}{article(9)}"),
        page(f"<html><body><p {wide}>{article(9)}"),
        says(response(os.urandom(50_000))),
        page("<html><body><p>" + "x" * 4_000_000),
    ]


def crawl(folder: Path, starts: list[str], delay: float) -> tuple[int, list[int]]:
    """Crawl; return the exit status, and the memory that was held, in MiB, second by second."""
    settings = {
        "CRAWL_DIR": folder, "DOWNLOAD_DELAY": delay, "AUTOTHROTTLE_ENABLED": 0, "DOWNLOAD_TIMEOUT": 5,
        "HOST_DEAD_AFTER": 50, "HOST_PATIENCE": 20, "HOST_PAUSE_FIRST": 0.5, "HOST_PAGES_MAX": 2500,
        "ALLOW_PRIVATE_HOSTS": "127.0.0.1,127.0.0.2", "LOG_LEVEL": "WARNING",
    }  # fmt: skip
    command = [sys.executable, "-m", "scrapy", "crawl", "news", "-a", f"start={','.join(starts)}"]
    for name, value in settings.items():
        command += ["-s", f"{name}={value}"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment())  # noqa: S603  the project's own command
    seconds = []
    while process.poll() is None:
        seconds.append(held(Path("/proc", str(process.pid))) // 1024)
        time.sleep(1)
    return process.returncode, [each for each in seconds if each]


def main() -> None:
    """Run it, print the figures, and raise SystemExit where one is not as it must be."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.soak", description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--delay", type=float, default=0.25, help="seconds between two requests to a host")
    options = parser.parse_args()
    bad = {f"/2022-08/09/content_{9000 + n}.htm": behaviour for n, behaviour in enumerate(faults())}
    hostile = {"/": says(response(listing(*bad, "/list/").encode())), **bad}
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        calm = stack.enter_context(FaultServer(healthy({}, options.articles)))
        other = stack.enter_context(FaultServer(hostile, "127.0.0.2", fallback=maze))
        began = time.monotonic()
        status, held = crawl(Path(folder), [f"{calm.origin}/", f"{other.origin}/"], options.delay)
        lines = (Path(folder) / "articles.jsonl").read_text("utf-8").splitlines()
        urls = Counter(json.loads(line)["url"] for line in lines)
    expected = {calm.origin + story(number) for number in range(1, options.articles + 1)}
    third = len(held) // 3
    figures = {
        "seconds": round(time.monotonic() - began),
        "faults": len(bad),
        "articles missing": len(expected - urls.keys()),
        "articles twice": sum(count > 1 for count in urls.values()),
        "peak MiB": max(held),
        "growth MiB": max(held[2 * third :]) - max(held[third : 2 * third]),
        "exit status": status,
    }
    sys.stdout.write(", ".join(f"{name}: {figure}" for name, figure in figures.items()) + "\n")
    is_flat = figures["growth MiB"] <= GROWTH and figures["peak MiB"] <= MOST
    if figures["articles missing"] or figures["articles twice"] or not is_flat or status not in STATUSES:
        sys.exit("that is not as it must be")


if __name__ == "__main__":
    main()
