"""Tests of the misbehaving server and of the crawls that meet it."""

from __future__ import annotations

from pathlib import Path

from tests.faults.crawl import healthy, measured_crawl, story
from tests.faults.server import FaultServer, in_turn, response, says


def test_healthy_pages_arrive_beside_a_fault(tmp_path: Path) -> None:
    """A connection that is reset costs its own page, with a reason in the accounting, and nothing else."""
    faults = {"/2022-08/02/content_900.htm": lambda connection, _: connection.reset()}
    with FaultServer(healthy(faults)) as server:
        ran = measured_crawl(tmp_path / "crawl", server.origin + "/")
        assert ran.paths(server.origin) == {story(number) for number in range(1, 5)}
        assert ran.reason(server.origin + "/2022-08/02/content_900.htm")
    assert ran.status == 6
    assert 0 < ran.peak < 1000


def test_answers_in_turn() -> None:
    """A path can answer otherwise the second time, and keeps to its last answer."""
    first, then = response(b"first"), response(b"then")
    sent: list[bytes] = []

    class Recorder:
        def send(self, data: bytes) -> None:
            sent.append(data)

    behaviour = in_turn(says(first), says(then))
    for _ in range(3):
        behaviour(Recorder(), None)  # type: ignore[arg-type]
    assert sent == [first, then, then]
