"""The table of `python -m benchmarks.accuracy`, where the scorer and the pages are."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.accuracy import row, scorer
from benchmarks.pages import SHARED, SavedPage

pytestmark = pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="the scorer is not here")
PAGE = SavedPage("a", "http://a.example/", b"", "", "en", {"file": "a", "headline": "One", "body": ["a b c"]})


@pytest.mark.parametrize(
    ("headline", "body", "figures"),
    [
        ("One", "a b c", ("1.000", "1.000", "1.000", "0")),
        ("Two", "a b d", ("0.000", "0.667", "0.000", "0")),
    ],
)
def test_answers_are_scored(headline: str, body: str, figures: tuple[str, ...]) -> None:
    """The shared scorer's figures, for headline and body."""

    def extract(_: SavedPage) -> Any:
        return SimpleNamespace(headline=headline, body=body)

    assert row("x", extract, [PAGE], scorer(SHARED / "score.py")) == ("x", *figures)


def test_failures_score_nothing_and_are_counted() -> None:
    """An extractor that raises on a page has not read it."""

    def extract(_: SavedPage) -> Any:
        raise ValueError

    assert row("x", extract, [PAGE], scorer(SHARED / "score.py")) == ("x", "0.000", "0.000", "0.000", "1")
