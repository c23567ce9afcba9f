"""A process that parses like any other, but dies or hangs over pages of some paths."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

from crawler.parsing import answering
from crawler.parsing.child import main
from crawler.parsing.pages import FetchedPage, PageResult, ReadingBounds
from crawler.parsing.questions import ParsingResult, Question
from crawler.parsing.wire import FailedQuestion


def answer(
    asked: Question | FetchedPage, terms: ReadingBounds
) -> ParsingResult | PageResult | FailedQuestion:
    """Answer, die, stand still, compute for ever, be late once, or fail over a page without a URL.

    It counts its deaths in the file that the environment names.
    """
    page = asked.page if isinstance(asked, Question) else asked
    if page.url.endswith("/poison"):
        with Path(os.environ["DEATHS"]).open("a", encoding="ascii") as file:
            file.write("x")
        os.kill(os.getpid(), signal.SIGSEGV)
    if page.url.endswith("/stands"):
        os.kill(os.getpid(), signal.SIGSTOP)
    while page.url.endswith("/runs"):
        pass
    if page.url.endswith("/late-once") and not (tries := Path(os.environ["DEATHS"])).exists():
        tries.touch()
        return FailedQuestion(is_late=True, message="took too long")
    if page.url.endswith("/faulty"):
        asked = Question(replace(page, url=7))  # type: ignore[arg-type]
    return answering.answer(asked, terms)


if __name__ == "__main__":
    main(answer)
