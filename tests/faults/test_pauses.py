"""Hosts that ask to be left alone, and hosts that are dead: rows 51 to 53."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest

from tests.faults.crawl import Ran, crawl, healthy, story
from tests.faults.server import Asked, Behaviour, Connection, FaultServer, in_turn, response, says, until
from tests.spiders.harvest import article, listing

BUSY = "/2022-08/09/content_900.htm"
PAUSES = ("HOST_PAUSE_FIRST=0.3", "HOST_PAUSE_MAX=1.5", "HOST_PATIENCE=2")
"""A run waits for no pause that is longer than the bound, and half a second."""


def busy(status: str, *headers: str) -> Behaviour:
    """Return an answer that asks for a pause."""
    return says(response(b"busy", status, "text/html", *headers))


def page(number: int) -> Behaviour:
    """Return a healthy article."""
    return says(response(article(number).encode()))


def assert_all_came(ran: Ran, server: FaultServer, *more: str) -> None:
    """Assert that every healthy article, and these, are there once."""
    paths = [record["url"].removeprefix(server.origin) for record in ran.records]
    assert sorted(paths) == sorted([*map(story, range(1, 5)), *more])


@pytest.mark.fault(51)
def test_host_is_left_alone_for_as_long_as_it_asks(tmp_path: Path) -> None:
    """After a 429 the host is asked nothing for the seconds of its Retry-After; the URL is not lost."""
    faults = {BUSY: in_turn(busy("429 Too Many Requests", "Retry-After: 1"), page(28))}
    with FaultServer(healthy(faults)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", *PAUSES, "CONCURRENT_REQUESTS_PER_DOMAIN=1")
        assert_all_came(ran, server, BUSY)
        first = next(asked.at for asked in server.asked if asked.target == BUSY)
        after = [asked.at - first for asked in server.asked if asked.at > first]
    assert ran.status == 0
    assert min(after) >= 0.95
    assert server.targets().count(BUSY) == 2


PAST, FUTURE = (
    format_datetime(datetime.now(UTC) + timedelta(days=days), usegmt=True) for days in (-1000, 1000)
)


@pytest.mark.fault(52)
@pytest.mark.parametrize(
    ("header", "least"),
    [(PAST, 0.3), (FUTURE, 1.5), ("1000000000", 1.5), ("when we are ready", 0.3)],
    ids=["past", "future", "billion", "nonsense"],  # the dates are others at each run
)
def test_absurd_waits_are_bounded(tmp_path: Path, header: str, least: float) -> None:
    """A date long past, one far ahead, a billion seconds and nonsense cost a pause within the bounds.

    The run would not have waited for a longer one, and would have left the page to the next run.
    """
    faults = {BUSY: in_turn(busy("503 Service Unavailable", f"Retry-After: {header}"), page(28))}
    with FaultServer(healthy(faults)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", *PAUSES, "CONCURRENT_REQUESTS_PER_DOMAIN=1")
        assert_all_came(ran, server, BUSY)
        gaps = [later.at - before.at for before, later in pairwise(server.asked)]
    assert ran.status == 0
    assert max(gaps) >= least * 0.95


@pytest.mark.fault(53)
def test_angry_host_costs_the_others_nothing(tmp_path: Path) -> None:
    """A storm of 429 pauses its host alone, longer each time; it is resumed and loses no URL.

    Where the pauses are longer than the run waits for, the pages of the other host come all the same.
    """
    paths = set(map(story, range(1, 5)))
    home = says(response(listing(*sorted(paths)).encode()))
    for settings, came in ((("HOST_PAUSE_FIRST=600", "HOST_PATIENCE=1"), set()), (PAUSES, paths)):
        angry = {story(number): in_turn(busy("429 Slow Down"), page(number)) for number in range(1, 5)}
        with (
            FaultServer(healthy({})) as calm,
            FaultServer({**angry, "/": home}, "127.0.0.2") as server,
        ):
            folder, starts = tmp_path / str(len(came)), f"{server.origin}/,{calm.origin}/"
            ran = crawl(folder, starts, *settings)
            assert ran.paths(calm.origin) == paths
            assert ran.paths(server.origin) == came
        assert ran.status == (0 if came else 6)


@pytest.mark.fault(31, 53)
def test_neither_an_angry_nor_a_hung_host_holds_up_the_others(tmp_path: Path) -> None:
    """While one host answers 429 and another nothing, all pages of the eight others come.

    The hung one answers nothing until they have come (`benchmarks.neighbours` times it).
    """
    paths = list(map(story, range(1, 13)))
    home = {"/": says(response(listing(*paths).encode()))}
    with ExitStack() as stack:
        calm = [
            stack.enter_context(FaultServer(healthy({}), f"127.0.0.{number}")) for number in range(10, 18)
        ]

        def have_come() -> bool:
            return all({*map(story, range(1, 5))} <= {*server.targets()} for server in calm)

        hangs = until(have_come, then=lambda connection, _: connection.reset())
        hung = FaultServer({**home, **dict.fromkeys(paths, hangs)}, "127.0.0.30")
        angry = FaultServer({**home, **dict.fromkeys(paths, busy("429 Slow Down"))}, "127.0.0.31")
        others = [stack.enter_context(server) for server in (hung, angry)]
        starts = ",".join(f"{server.origin}/" for server in (*others, *calm))
        settings = ("DOWNLOAD_TIMEOUT=600", "HOST_DEAD_AFTER=1", "HOST_PAUSE_FIRST=600", "HOST_PATIENCE=1")
        ran = crawl(tmp_path / "crawl", starts, *settings, "RETRY_TIMES=0")
        assert [len(ran.paths(server.origin)) for server in calm] == [4] * 8
        assert set(paths) & {*hung.targets()}
    assert ran.status == 6


@pytest.mark.fault(52, 53)
def test_host_that_stays_angry_is_left_for_the_next_run(tmp_path: Path) -> None:
    """When only a host is left that rests for longer than the run waits, its URLs wait for the next run.

    It is not asked before that time either.
    """
    faults = {BUSY: in_turn(busy("429 Slow Down", "Retry-After: 3"), page(28))}
    settings = ("HOST_PAUSE_FIRST=0.1", "HOST_PATIENCE=0.5")
    with FaultServer(healthy(faults)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", *settings)
        row = ran.outcomes()[server.origin + BUSY]
        assert (row["outcome"], row["reason"]) == ("waiting", "HTTP 429")
        assert ran.status == 6
        assert "HTTP 429" in ran.log.partition("postponed")[2]
        again = crawl(tmp_path / "crawl", server.origin + "/", "HOST_PATIENCE=10")
        assert_all_came(again, server, BUSY)
        first, second = (asked.at for asked in server.asked if asked.target == BUSY)
    assert again.status == 0
    assert second - first >= 2.9


@pytest.mark.fault(52)
def test_url_that_is_refused_again_and_again_fails(tmp_path: Path) -> None:
    """A page that answers 503 whenever it is asked has failed after a few times, beside healthy ones."""
    with FaultServer(healthy({BUSY: busy("503 Service Unavailable")})) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", "HOST_PAUSE_FIRST=0.05")
        assert_all_came(ran, server)
        assert ran.reason(server.origin + BUSY) == "HTTP 503"
        assert server.targets().count(BUSY) == 4
    assert ran.status == 6


def test_dead_host_is_set_aside(tmp_path: Path) -> None:
    """After some pages in a row without an answer a host is asked no more; its pages have not failed."""
    dead = {f"/2022-08/03/content_{number}.htm" for number in range(100, 140)}

    def dies(connection: Connection, asked: Asked) -> None:  # noqa: ARG001  a behaviour's signature
        connection.reset()

    home = says(response(listing(*sorted(dead)).encode()))
    with (
        FaultServer(healthy({})) as calm,
        FaultServer({"/": home, **dict.fromkeys(dead, dies)}, "127.0.0.2") as server,
    ):
        settings = ("HOST_DEAD_AFTER=5", "HOST_DEAD_PAUSE=60", "HOST_PATIENCE=1")
        ran = crawl(tmp_path / "crawl", f"{server.origin}/,{calm.origin}/", *settings)
        assert_all_came(ran, calm)
        assert len(set(server.targets()) & dead) <= 10
        rows = ran.outcomes()
        waiting = [path for path in dead if rows[server.origin + path]["outcome"] == "waiting"]
        assert len(waiting) >= 35
        assert {rows[server.origin + path]["reason"] for path in waiting} == {"no answer: connection failed"}
    assert ran.status == 6
