"""Answers questions about pages, in this process or in another one."""

from __future__ import annotations

import traceback
from dataclasses import replace

from crawler.parsing.pages import FetchedPage, Reading, Terms
from crawler.parsing.questions import Question, Sight
from crawler.parsing.sight import look, read
from crawler.parsing.wire import Failed
from crawler.records.marks import marks_of
from crawler.safety.deadline import TookTooLongError


def answer(asked: Question | FetchedPage, terms: Terms) -> Sight | Reading | Failed:
    """Parse a page, or read its article. Never raises: a failure becomes an answer, too."""
    if isinstance(asked, FetchedPage):
        return read(asked, terms)
    try:
        return look(asked, terms)
    except TookTooLongError as error:
        return Failed(is_late=True, told=str(error))
    except Exception as error:  # noqa: BLE001  a fault on one page must not stop the others
        return Failed(is_late=False, told=f"{type(error).__name__}: {error}", trace=traceback.format_exc())


def marked_answer(asked: Question | FetchedPage, terms: Terms) -> Sight | Reading | Failed:
    """Add the marks of the article to the answer, so that the crawl itself need not compute them."""
    found = answer(asked, terms)
    if isinstance(found, Sight):
        return found if found.reading is None else replace(found, reading=_marked(found.reading))
    return _marked(found) if isinstance(found, Reading) else found


def _marked(reading: Reading) -> Reading:
    return reading if reading.article is None else replace(reading, marks=marks_of(reading.article))
