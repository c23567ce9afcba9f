"""A process that parses like any other, but dies over pages of the path /poison."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from crawler.parsing import answering
from crawler.parsing.child import main
from crawler.parsing.pages import FetchedPage, Reading, Terms
from crawler.parsing.questions import Question, Sight
from crawler.parsing.wire import Failed


def answer(asked: Question | FetchedPage, terms: Terms) -> Sight | Reading | Failed:
    """Answer, or die. It counts its deaths in the file that the environment names."""
    page = asked.page if isinstance(asked, Question) else asked
    if page.url.endswith("/poison"):
        with Path(os.environ["DEATHS"]).open("a", encoding="ascii") as file:
            file.write("x")
        os.kill(os.getpid(), signal.SIGSEGV)
    return answering.answer(asked, terms)


if __name__ == "__main__":
    main(answer)
