"""A host's delay is kept at the host, however long its connections take to come about."""

from __future__ import annotations

import socket
import time
from itertools import cycle, pairwise
from pathlib import Path

import trustme

from tests.faults.crawl import crawl, healthy, story
from tests.faults.server import FaultServer
from tests.faults.test_tls import over_tls

DELAY = 0.4


def test_connections_that_come_about_slowly(tmp_path: Path) -> None:
    """Every second handshake takes longer than the delay; the request after it does not follow at once."""
    to_tls, pauses = over_tls(trustme.CA().issue_cert("127.0.0.1")), cycle((0.6, 0.0))

    def slowly(plain: socket.socket) -> socket.socket:
        time.sleep(next(pauses))
        return to_tls(plain)

    with FaultServer(healthy({}), wrap=slowly) as server:
        origin = server.origin.replace("http:", "https:")
        pace = (f"DOWNLOAD_DELAY={DELAY}", "DOWNLOAD_DELAY_JITTER=0", "TLS_UNVERIFIED_HOSTS=127.0.0.1")
        ran = crawl(tmp_path / "crawl", f"{origin}/", *pace)
        times = sorted(asked.at for asked in server.asked)
        gaps = [later - sooner for sooner, later in pairwise(times)]
    assert ran.paths(origin) == set(map(story, range(1, 5)))
    assert len(gaps) == 5
    assert min(gaps) > DELAY - 0.05
