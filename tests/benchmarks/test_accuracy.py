"""The table of `python -m benchmarks.accuracy`, where the scorer and the pages are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import Answers, attempt, result, score_set, scorer
from benchmarks.pages import SHARED, SavedPage, read_package

pytestmark = pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="the scorer is not here")


@dataclass
class Answer:
    """The answer of an extractor: a headline, a body and, if it looks for them, a date and photos."""

    headline: str
    body: str
    published: str | None = None
    photos: tuple[Any, ...] = ()


def rows(answer: dict[str, Any], *answers: Answers) -> list[tuple[str, ...]]:
    """Return the table's rows for as many pages as there are answers."""
    page = SavedPage("a", "http://a.example/", b"", "", "en", {"file": "a", **answer})
    return score_set([page] * len(answers), answers, scorer(SHARED / "score.py"))


@pytest.mark.parametrize(
    ("answer", "figures"),
    [
        (Answer("One", "a b c", "2026-08-06"), ("1.000", "1.000", "1.000", "1.000", "0")),
        (Answer("Two", "a b d", "2026-08-07"), ("0.000", "0.000", "0.667", "0.000", "0")),
        (Answer("One", "a b c"), ("1.000", "–", "1.000", "1.000", "0")),
    ],
)
def test_answers_are_scored(answer: Any, figures: tuple[str, ...]) -> None:
    """The shared scorer's figures; a tool that finds no date at all has no figure for dates."""
    expected = {"headline": "One", "published": "2026-08-06", "body": ["a b c"]}
    assert rows(expected, {"x": answer}) == [("x", *figures)]


def test_captions_count_as_text_where_the_answer_has_all_in_one() -> None:
    """Sets whose answer is one text: headline, captions and body are scored together."""
    extracted: Any = Answer("One", "a b", photos=({"caption": "c", "credit": "d"},))
    assert rows({"text": ["One", "c d", "a b"]}, {"x": extracted}) == [("x", "–", "–", "1.000", "1.000", "0")]


def test_failures_score_nothing_and_are_counted() -> None:
    """An extractor that raises on a page has not read it."""

    def extract(_: SavedPage) -> Any:
        raise ValueError

    page = SavedPage("a", "http://a.example/", b"", "", "en", {})
    answers = {"x": attempt(extract, page)}
    assert rows({"headline": "One", "body": ["a b c"]}, answers) == [
        ("x", "0.000", "–", "0.000", "0.000", "1")
    ]


def test_the_plot_leaves_out_figures_that_nobody_has() -> None:
    """A column without a figure is no group of bars, a tool without one has no bar."""
    table = [("x", "–", "1.000", "1.000", "0.500", "0"), ("y", "–", "–", "0.500", "0.250", "0")]
    assert result("two", table).figures == {
        "published": {"x": 1.0},
        "F1": {"x": 1.0, "y": 0.5},
        "F1 ≥ .98": {"x": 0.5, "y": 0.25},
    }


def test_pages_of_the_package_have_its_answers(tmp_path: Path) -> None:
    """The labelled pages are read with URL, title and paragraphs; others are left out."""
    tests = tmp_path / "test" / "reallife"
    for folder in ("source", "expected"):
        (tests / folder).mkdir(parents=True)
    rows = [{"key": "a", "href": "http://a.example/1", "labeled": True}, {"key": "b", "labeled": False}]
    (tests / "datamap.json").write_text(json.dumps(rows), "utf-8")
    (tests / "source" / "a.html").write_bytes(b"<h1>One</h1>")
    (tests / "expected" / "a.json").write_text(json.dumps({"title": "One", "text": "a b\nc"}), "utf-8")
    (page,) = read_package(tmp_path)
    assert (page.url, page.body, page.language) == ("http://a.example/1", b"<h1>One</h1>", "en")
    assert (page.answer["headline"], page.answer["body"]) == ("One", ["a b", "c"])
