"""The answers to what is asked about pages, here or in another process."""

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
    """Look at a page, or read its article. Never raises: what could not be seen becomes an answer, too."""
    if isinstance(asked, FetchedPage):
        return read(asked, terms)
    try:
        return look(asked, terms)
    except TookTooLongError as error:
        return Failed(is_late=True, told=str(error))
    except Exception as error:  # noqa: BLE001  any fault of ours on one page must not cost the others
        return Failed(is_late=False, told=f"{type(error).__name__}: {error}", trace=traceback.format_exc())


def marked_answer(asked: Question | FetchedPage, terms: Terms) -> Sight | Reading | Failed:
    """Answer with the marks of the article that was read, so that the crawl itself need not work them out."""
    found = answer(asked, terms)
    if isinstance(found, Sight):
        return found if found.reading is None else replace(found, reading=_marked(found.reading))
    return _marked(found) if isinstance(found, Reading) else found


def _marked(reading: Reading) -> Reading:
    return reading if reading.article is None else replace(reading, marks=marks_of(reading.article))
