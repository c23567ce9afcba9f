"""Pages as they were fetched, and processes that parse them, for the tests."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar
from unittest import mock

from crawler.parsing.pages import FetchedPage, ReadingBounds
from crawler.parsing.parsers import Parsers
from crawler.parsing.process import CHILD
from crawler.parsing.questions import Question
from tests.discovery.pages import SITE, prose
from tests.house import processes

_T = TypeVar("_T")
PATIENT = ReadingBounds(seconds=60)


def article(number: int, text: str = "") -> FetchedPage:
    """Return the page of an article."""
    inside = prose().replace("</div>", f"{text}</div>")
    body = f"<html><head><title>Ferry {number}</title></head><body>{inside}</body></html>"
    return FetchedPage(url=f"{SITE}/2022-08/08/content_{number}.htm", body=body.encode())


def question(number: int, text: str = "") -> Question:
    """Return the question for the page of an article."""
    return Question(article(number, text))


_STARTED: set[int] = set()
"""Numbers of the processes that the present parsers have started."""


def _start(command: list[str], **options: Any) -> processes.Process:
    process = processes.start(command, **options)
    _STARTED.add(process.pid)
    return process


def with_parsers(
    work: Callable[[Parsers], Awaitable[_T]],
    terms: ReadingBounds = PATIENT,
    count: int = 1,
    module: str = CHILD,
) -> _T:
    """Do some work with parsers in a number of processes, and end them."""

    async def worked() -> _T:
        parsers = Parsers(terms, count, module)
        try:
            return await work(parsers)
        finally:
            parsers.close()

    _STARTED.clear()
    with mock.patch("subprocess.Popen", _start):
        return asyncio.run(worked())


def children() -> set[int]:
    """Return the numbers of running processes that the present parsers have started."""
    return {number for number in _STARTED if Path(f"/proc/{number}").exists()}


def send(number: signal.Signals, numbers: set[int]) -> None:
    """Send processes a signal."""
    for each in numbers:
        os.kill(each, number)
