"""Has the pages of a crawl parsed: in processes of their own, which can be killed, or else in the crawl's."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import Any

from crawler.parsing.pages import Fault, FetchedPage, Reading, Terms
from crawler.parsing.process import (
    CHILD,
    ParserClosedError,
    ParserError,
    ParserProcess,
    ParserUnableError,
)
from crawler.parsing.questions import Question, Sight
from crawler.parsing.wire import question
from crawler.safety.deadline import TookTooLongError

logger = logging.getLogger(__name__)

SLACK = 1.0  # seconds that a process is given beyond what its own alarms allow


class Parsers:
    """Has pages looked at and read, within the terms. `processes` of 0 do it in the process that asks."""

    def __init__(self, terms: Terms, processes: int, module: str = CHILD) -> None:
        self.terms = terms
        self._processes = [ParserProcess(module) for _ in range(processes)]

    def start(self) -> None:
        """Start the processes ahead; otherwise they start when they are asked."""
        for each in self._processes:
            each.start()

    async def look(self, asked: Question) -> Sight:
        """See what is in a page. Raises `TookTooLongError` or a `ParserError`."""
        found = await self._answer(asked, times=2)
        if isinstance(found, Sight):
            return found
        if found.is_late:
            raise TookTooLongError(found.told)
        logger.debug("%s", found.trace)
        raise ParserError(found.told)

    async def with_reading(self, page: FetchedPage) -> FetchedPage:
        """Return the page with what is read of it and its parts."""
        return replace(page, reading=await self.read(page))

    async def read(self, page: FetchedPage) -> Reading:
        """Read the article of a page and its parts."""
        if page.reading is not None:
            return page.reading
        try:
            found: Reading = await self._answer(page, times=2 * (1 + len(page.parts)))
        except TookTooLongError as error:
            return Reading(fault=Fault.TOO_LONG, told=str(error))
        except ParserError as error:
            return Reading(fault=Fault.DIED, told=str(error))
        return found

    async def _answer(self, asked: Question | FetchedPage, times: int) -> Any:
        """Answer a question, in so many times the time for one step."""
        if not self._processes:
            return _answer(asked, self.terms)
        seconds = self.terms.seconds * times + SLACK if self.terms.seconds else None
        freest = min(self._processes, key=lambda each: each.load)
        try:
            return await freest.ask(partial(question, asked, self.terms), seconds)
        except ParserUnableError as error:
            if self._processes:
                logger.warning(
                    "pages are parsed in the crawl's own process, since no other starts: %s", error
                )
            self._processes = []
            return _answer(asked, self.terms)

    def close(self) -> None:
        """End the processes; whoever still waits for an answer gets a `ParserClosedError`."""
        for each in self._processes:
            each.close(ParserClosedError("the crawl ends"))


def _answer(asked: Question | FetchedPage, terms: Terms) -> Any:
    # A crawl whose pages are parsed elsewhere starts sooner, and is smaller, without the extractor.
    from crawler.parsing.answering import answer  # noqa: PLC0415

    return answer(asked, terms)
