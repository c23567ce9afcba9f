"""Tests that the shape of a page and its article come from one survey of its tree."""

from __future__ import annotations

import pytest
from lxml import etree

from crawler.extraction.tree import page as pages
from crawler.extraction.tree.survey import Survey, survey
from crawler.parsing.pages import FetchedPage, ReadingBounds
from crawler.parsing.questions import Question
from crawler.parsing.sight import look
from tests.discovery.pages import SITE, links, page, prose

UNKNOWN = "/whxw/xw_12345/"
"""An address that may be an article's or a list's, so that the page decides."""
ARTICLE = "/2022-08/08/content_1.htm"
LIST = "/world/"


@pytest.mark.parametrize(
    ("path", "body", "is_article"),
    [
        (UNKNOWN, prose(), True),
        (ARTICLE, prose(), True),
        (ARTICLE, "<h1>Ferry returns</h1><p>Lin Wu took this picture.</p>", True),
        (LIST, prose(), True),
        (LIST, links(*(f"{number}.htm" for number in range(20))), False),
    ],
)
def test_page_is_surveyed_once(
    path: str, body: str, is_article: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether its address or its contents decide on its use."""
    surveyed: list[Survey] = []

    def counted(root: etree._Element) -> Survey:
        surveyed.append(survey(root))
        return surveyed[-1]

    monkeypatch.setattr(pages, "survey", counted)
    fetched = FetchedPage(url=SITE + path, body=f"<html><body>{body}</body></html>".encode())
    answer = look(Question(fetched), ReadingBounds())
    assert (answer.reading is not None) is is_article
    assert len(surveyed) == 1


def test_survey_is_that_of_the_tree() -> None:
    """All elements of the page, in document order."""
    parsed = page(prose())
    assert list(parsed.seen.elements) == list(parsed.root.iter())
