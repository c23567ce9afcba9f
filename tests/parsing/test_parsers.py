"""Tests of the processes that parse: their answers, and how they end."""

from __future__ import annotations

import asyncio
import logging
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from crawler.parsing import process
from crawler.parsing.pages import Fault, FetchedPage, ReadingBounds
from crawler.parsing.parsers import BUSY, Parsers
from crawler.parsing.process import ParserClosedError, ParserDiedError, ParserError
from crawler.parsing.questions import ParsingResult, Question
from crawler.records.marks import marks_of
from crawler.safety.deadline import TookTooLongError
from crawler.samplesite import SampleSite
from tests.house.forked import ForkedProcess
from tests.house.processes import Process
from tests.parsing.pages import PATIENT, article, children, question, send, with_parsers
from tests.samplesite.ground_truth import PATHS

ORIGIN = "http://news.sample.test"


async def looked(parsers: Parsers, count: int) -> list[ParsingResult | BaseException]:
    """Parse a number of articles at once."""
    asked = (parsers.look(question(number)) for number in range(count))
    return await asyncio.gather(*asked, return_exceptions=True)


def headlines(results: list[ParsingResult | BaseException]) -> list[str | None]:
    """Return the headlines of the articles that were read."""
    return [
        each.reading.article.headline
        if isinstance(each, ParsingResult) and each.reading and each.reading.article
        else None
        for each in results
    ]


def test_answers_are_those_of_the_same_process() -> None:
    """The result for each page of the sample site does not depend on the process."""
    site = SampleSite()
    replies = {path: site.reply(path, ORIGIN) for path in PATHS}
    asked = [
        Question(FetchedPage(url=ORIGIN + path, body=reply.body), with_days=True)
        for path, reply in replies.items()
    ]

    async def all_of(parsers: Parsers) -> list[ParsingResult]:
        return await asyncio.gather(*map(parsers.look, asked))

    assert len(asked) > 50
    assert with_parsers(all_of, count=2) == with_parsers(all_of, count=0)


def test_parts_are_read_together() -> None:
    """An article over several pages is read from all of them."""
    first, second = (
        article(1),
        article(2, "<p>The second page has a paragraph of its own, and it is long.</p>"),
    )
    whole = FetchedPage(url=first.url, body=first.body, parts=(second,), missing=("http://a.example/3",))
    reading = with_parsers(lambda parsers: parsers.read(whole))
    assert reading.article is not None
    assert reading.article.pages == (first.url, second.url)
    assert reading.article.body[-1].startswith("The second page")
    assert reading.article.evidence["pages.missing"] == "http://a.example/3"


@pytest.mark.fault(77)
def test_a_killed_process_costs_nothing() -> None:
    """Somebody kills the process at its work: another one answers, and no page is lost."""

    async def work(parsers: Parsers) -> list[ParsingResult | BaseException]:
        await looked(parsers, 1)
        many = asyncio.ensure_future(looked(parsers, 20))
        await asyncio.sleep(0)
        send(signal.SIGKILL, children())
        return await many

    assert headlines(with_parsers(work)) == ["Ferry returns"] * 20


@pytest.mark.fault(77)
def test_a_page_that_kills_processes_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page over which two processes die is given up, by its cause; those around it are read."""
    deaths = tmp_path / "deaths"
    monkeypatch.setenv("DEATHS", str(deaths))
    poison = FetchedPage(url="http://a.example/poison", body=article(1).body)

    async def work(parsers: Parsers) -> list[Any]:
        asked = [question(1), Question(poison), question(2), question(3)]
        looks = [parsers.look(each) for each in asked]
        return await asyncio.gather(*looks, parsers.read(poison), return_exceptions=True)

    *results, read = with_parsers(work, module="tests.parsing.poisoned")
    assert headlines(results) == ["Ferry returns", None, "Ferry returns", "Ferry returns"]
    assert isinstance(results[1], ParserDiedError)
    assert str(results[1]) == "the parser died (SIGSEGV)"
    assert (read.fault, read.message) == (Fault.DIED, "the parser died (SIGSEGV)")
    assert deaths.read_text("ascii") == "xxxx"


@pytest.fixture
def quick_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hung pages be given up forty times sooner, after five seconds."""
    monkeypatch.setattr(process, "TICK", 0.1)
    monkeypatch.setattr(process, "PATIENCE", 0.25)


@pytest.mark.fault(77)
@pytest.mark.usefixtures("quick_clock")
def test_a_process_that_hangs_is_replaced() -> None:
    """Where it neither computes nor ends, the crawl ends it; no page is lost."""

    async def work(parsers: Parsers) -> list[ParsingResult | BaseException]:
        await looked(parsers, 1)
        send(signal.SIGSTOP, children())
        return await looked(parsers, 3)

    assert headlines(with_parsers(work, ReadingBounds(seconds=10))) == ["Ferry returns"] * 3


@pytest.mark.fault(77)
@pytest.mark.parametrize(("path", "seconds"), [("stands", 10.0), ("runs", 0.5)])
def test_a_page_over_which_two_processes_hang_is_given_up(
    path: str, seconds: float, request: pytest.FixtureRequest
) -> None:
    """Nothing in the process interrupts it, whether it computes or not; the pages behind it are read."""
    if path == "stands":
        request.getfixturevalue("quick_clock")
    poison = FetchedPage(url=f"http://a.example/{path}", body=article(1).body)

    async def work(parsers: Parsers) -> list[Any]:
        asked = [Question(poison), question(1), question(2)]
        return await asyncio.gather(*map(parsers.look, asked), return_exceptions=True)

    results = with_parsers(work, ReadingBounds(seconds=seconds), module="tests.parsing.poisoned")
    assert isinstance(results[0], TookTooLongError)
    assert headlines(results[1:]) == ["Ferry returns"] * 2


def test_a_page_that_is_late_once_has_a_second_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Swapped memory may cost computing time; the page is not lost to it."""
    monkeypatch.setenv("DEATHS", str(tmp_path / "tries"))
    once = FetchedPage(url="http://a.example/late-once", body=article(1).body)
    results = with_parsers(lambda parsers: parsers.look(Question(once)), module="tests.parsing.poisoned")
    assert headlines([results]) == ["Ferry returns"]


@pytest.mark.usefixtures("quick_clock")
def test_a_pause_of_the_crawl_costs_no_page() -> None:
    """Both processes stop and continue: time that did not run counts for neither."""

    async def work(parsers: Parsers) -> list[ParsingResult | BaseException]:
        await looked(parsers, 1)
        many = asyncio.ensure_future(looked(parsers, 20))
        await asyncio.sleep(0)
        stopped = children()
        send(signal.SIGSTOP, stopped)
        time.sleep(6)
        send(signal.SIGCONT, stopped)
        results = await many
        assert children() == stopped
        return results

    assert headlines(with_parsers(work, ReadingBounds(seconds=10))) == ["Ferry returns"] * 20


@pytest.mark.parametrize("module", ["tests.parsing.no_such_module", "this"])
def test_where_no_process_starts_the_crawl_parses_itself(
    module: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A machine that starts no process costs no page; one line reports it."""
    with caplog.at_level(logging.WARNING):
        results = with_parsers(lambda parsers: looked(parsers, 3), module=module)
    assert headlines(results) == ["Ferry returns"] * 3
    assert [record.message[:26] for record in caplog.records] == ["no parsing process starts "]


def test_who_waits_at_the_end_is_told() -> None:
    """When the crawl ends, nobody waits for ever, nothing more is asked, and the processes are gone."""

    async def work(parsers: Parsers) -> list[ParsingResult | BaseException]:
        await looked(parsers, 1)
        send(signal.SIGSTOP, children())
        many = asyncio.ensure_future(looked(parsers, 3))
        await asyncio.sleep(0)
        parsers.close()
        return [*await many, *await looked(parsers, 1)]

    results = with_parsers(work)
    assert [type(each) for each in results] == [ParserClosedError] * 4
    assert children() == set()


def test_an_idle_process_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end of a crawl nobody waits for the time after which it would be killed."""

    def killed(process: Process) -> None:
        process.send_signal(signal.SIGKILL)
        kills.append(process.pid)

    kills: list[int] = []
    for kind in (subprocess.Popen, ForkedProcess):
        monkeypatch.setattr(kind, "kill", killed)
    assert headlines(with_parsers(lambda parsers: looked(parsers, 2))) == ["Ferry returns"] * 2
    assert not kills
    assert children() == set()


def test_processes_start_at_the_first_question() -> None:
    """A crawl that asks nothing starts none, and ends without one."""

    async def work(parsers: Parsers) -> list[ParsingResult | BaseException]:
        assert children() == set()
        results = await looked(parsers, 1)
        assert len(children()) == 1
        return results

    assert headlines(with_parsers(work)) == ["Ferry returns"]
    Parsers(PATIENT, 1).close()
    assert children() == set()


def test_another_process_starts_if_the_first_is_busy() -> None:
    """A few pages at a time keep one process; many at once start a second one, and no third."""
    before = children()

    async def counted(parsers: Parsers) -> list[int]:
        counts = []
        for pages in (1, BUSY, 10 * BUSY):
            assert all(headlines(await looked(parsers, pages)))
            counts.append(len(children() - before))
        return counts

    assert with_parsers(counted, count=2) == [1, 1, 2]


def test_a_fault_of_ours_is_told() -> None:
    """An exception of our code over a page comes back in its words."""
    here, beside = FetchedPage(url=7, body=b"<p>"), FetchedPage(url="http://a.example/faulty", body=b"<p>")  # type: ignore[arg-type]
    for count, page in enumerate((here, beside)):
        with pytest.raises(ParserError, match="Error: "):
            with_parsers(
                lambda parsers, page=page: parsers.look(Question(page)),  # type: ignore[misc]
                count=count,
                module="tests.parsing.poisoned",
            )


CRAWL = """
import asyncio, os, signal
from pathlib import Path
from tests.parsing.pages import PATIENT, question
from crawler.parsing.parsers import BUSY, Parsers

async def work():
    await Parsers(PATIENT, 1).look(question(1))
    print(Path("/proc/self/task", str(os.getpid()), "children").read_text(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(work())
"""


def test_no_process_outlives_a_killed_crawl() -> None:
    """However the crawl ends, the process beside it ends, too."""
    crawl = subprocess.run([sys.executable, "-c", CRAWL], capture_output=True, text=True, check=False)  # noqa: S603
    assert crawl.returncode == -signal.SIGKILL, crawl.stderr
    status = Path("/proc", crawl.stdout.strip(), "status")
    for _ in range(1000):
        if not status.exists() or "State:\tZ" in status.read_text("ascii"):
            return
        time.sleep(0.01)
    pytest.fail("it goes on")


def test_signals_to_the_crawls_group_are_the_crawls() -> None:
    """Ctrl-C and SIGTERM may reach both processes; the present page is answered all the same."""

    async def work(parsers: Parsers) -> list[ParsingResult | BaseException]:
        await looked(parsers, 1)
        before = children()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            send(number, before)
        results = await looked(parsers, 2)
        assert children() == before
        return results

    assert headlines(with_parsers(work)) == ["Ferry returns"] * 2


def test_marks_come_with_articles() -> None:
    """A parsed article has its marks; without a process they are computed on demand."""
    (there,) = with_parsers(lambda parsers: looked(parsers, 1))
    (here,) = with_parsers(lambda parsers: looked(parsers, 1), count=0)
    assert isinstance(there, ParsingResult)
    assert isinstance(here, ParsingResult)
    assert there.reading is not None
    assert there.reading.article is not None
    assert there.reading.marks == marks_of(there.reading.article)
    assert here.reading is not None
    assert here.reading.marks is None
