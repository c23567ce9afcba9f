"""Parses the pages of a crawl in other processes, which can be killed, or in the crawl's own."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import Any

from crawler.parsing.pages import Fault, FetchedPage, PageResult, ReadingBounds
from crawler.parsing.process import (
    CHILD,
    TRIES,
    ParserClosedError,
    ParserError,
    ParserProcess,
    ParserUnableError,
)
from crawler.parsing.questions import ParsingResult, Question, longest
from crawler.parsing.wire import FailedQuestion, question
from crawler.safety.deadline import TookTooLongError

logger = logging.getLogger(__name__)

BUSY = 24  # open questions of a process, a fifth of a second's work; if each has as many, another one starts


class Parsers:
    """Parses pages within the terms, in at most `processes` processes; with 0, in the calling process.

    A process starts only if all running ones are busy. A crawl that waits between its requests needs one.
    """

    def __init__(self, terms: ReadingBounds, processes: int, module: str = CHILD) -> None:
        self.terms = terms
        self._processes = [ParserProcess(module) for _ in range(processes)]

    @property
    def spent_in_vain(self) -> float:
        """Seconds of CPU time that pages beyond the bound have taken."""
        return TRIES * self.terms.seconds

    async def look(self, asked: Question) -> ParsingResult:
        """Parse a page. Raises `TookTooLongError` or a `ParserError`."""
        result = await self._answer(asked)
        if isinstance(result, ParsingResult):
            return result
        if result.is_late:
            raise TookTooLongError(result.message)
        logger.debug("%s", result.trace)
        raise ParserError(result.message)

    async def with_reading(self, page: FetchedPage) -> FetchedPage:
        """Return the page with the reading result of it and its parts."""
        return replace(page, reading=await self.read(page))

    async def read(self, page: FetchedPage) -> PageResult:
        """Read the article of a page and its parts."""
        if page.reading is not None:
            return page.reading
        try:
            result: PageResult = await self._answer(page)
        except TookTooLongError as error:
            return PageResult(fault=Fault.TOO_LONG, message=str(error))
        except ParserError as error:
            return PageResult(fault=Fault.DIED, message=str(error))
        return result

    async def _answer(self, asked: Question | FetchedPage) -> Any:
        """Answer a question. A page that takes too long has a second try: the machine may be the cause."""
        result = await self._answered(asked)
        return await self._answered(asked) if _is_late(result) else result

    async def _answered(self, asked: Question | FetchedPage) -> Any:
        if not self._processes:
            return _answer(asked, self.terms)
        seconds = longest(asked, self.terms)
        try:
            return await self._next().ask(partial(question, asked, self.terms), seconds)
        except ParserUnableError as error:
            if self._processes:
                logger.warning(
                    "no parsing process starts (%s); pages are parsed in the crawl's own process", error
                )
            self._processes = []
            return _answer(asked, self.terms)

    def _next(self) -> ParserProcess:
        """Return the freest running process, or one that starts now if all running ones are busy."""
        running = [each for each in self._processes if each.is_ready] or self._processes[:1]
        freest = min(running, key=_load)
        return freest if freest.load < BUSY else min(self._processes, key=_load)

    def close(self) -> None:
        """End the processes; open questions get a `ParserClosedError`."""
        for process in self._processes:
            process.close(ParserClosedError("the crawl ends"))


def _load(process: ParserProcess) -> int:
    return process.load


def _is_late(result: Any) -> bool:
    if isinstance(result, ParsingResult):
        result = result.reading
    is_late = isinstance(result, FailedQuestion) and result.is_late
    return is_late or (isinstance(result, PageResult) and result.fault is Fault.TOO_LONG)


def _answer(asked: Question | FetchedPage, terms: ReadingBounds) -> Any:
    # A crawl whose pages are parsed elsewhere starts sooner, and is smaller, without the extractor.
    from crawler.parsing.answering import answer  # noqa: PLC0415

    return answer(asked, terms)
