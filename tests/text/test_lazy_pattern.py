"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from crawler.text.lazy_pattern import LazyPattern


def test_compiled_at_the_first_use() -> None:
    """A pattern that no text is searched for is never compiled, not even to find that it is wrong."""
    wrong = LazyPattern("(")
    with pytest.raises(re.error):
        wrong.search("渔船")


@pytest.mark.parametrize("text", ["", "渔船", "船 and 渔船"])
def test_same_as_compiled(text: str) -> None:
    """Each method answers as that of a compiled pattern does, also the second time."""
    lazy, compiled = LazyPattern("[渔船]+", re.IGNORECASE), re.compile("[渔船]+", re.IGNORECASE)
    for _ in range(2):
        assert str(lazy.search(text)) == str(compiled.search(text))
        assert str(lazy.fullmatch(text)) == str(compiled.fullmatch(text))
        assert lazy.findall(text) == compiled.findall(text)
        assert lazy.sub(" ", text) == compiled.sub(" ", text)
