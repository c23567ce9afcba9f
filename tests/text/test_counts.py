"""Tests of counts in words."""

from __future__ import annotations

import pytest

from crawler.text.counts import counted


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (1204, "1,204 articles")],
)
def test_number_and_noun_agree(number: int, words: str) -> None:
    """One thing is singular; none and several are plural."""
    assert counted(number, "article") == words
