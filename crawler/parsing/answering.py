"""Answers questions about pages, in this process or in another one."""

from __future__ import annotations

import traceback
from dataclasses import replace

from crawler.parsing.pages import FetchedPage, PageResult, ReadingBounds
from crawler.parsing.questions import ParsingResult, Question
from crawler.parsing.sight import look, read
from crawler.parsing.wire import FailedQuestion
from crawler.records.marks import marks_of
from crawler.safety.deadline import TookTooLongError


def answer(
    asked: Question | FetchedPage, terms: ReadingBounds
) -> ParsingResult | PageResult | FailedQuestion:
    """Parse a page, or read its article. Never raises: a failure becomes an answer, too."""
    if isinstance(asked, FetchedPage):
        return read(asked, terms)
    try:
        return look(asked, terms)
    except TookTooLongError as error:
        return FailedQuestion(is_late=True, message=str(error))
    except Exception as error:  # noqa: BLE001  a fault on one page must not stop the others
        return FailedQuestion(
            is_late=False, message=f"{type(error).__name__}: {error}", trace=traceback.format_exc()
        )


def marked_answer(
    asked: Question | FetchedPage, terms: ReadingBounds
) -> ParsingResult | PageResult | FailedQuestion:
    """Add the marks of the article to the answer, so that the crawl itself need not compute them."""
    unmarked = answer(asked, terms)
    if isinstance(unmarked, ParsingResult):
        return unmarked if unmarked.reading is None else replace(unmarked, reading=_marked(unmarked.reading))
    return _marked(unmarked) if isinstance(unmarked, PageResult) else unmarked


def _marked(reading: PageResult) -> PageResult:
    return reading if reading.article is None else replace(reading, marks=marks_of(reading.article))
