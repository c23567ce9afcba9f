"""Character classes of the East Asian scripts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.lexicon.han import HAN, LETTER, NAMES, WORD, has_han, has_hangul, wide


@given(st.characters(), st.text(max_size=8))
def test_wide(character: str, allowed: str) -> None:
    """A class has all characters beyond Latin-1 and the given ones, and nothing else."""
    member = re.fullmatch(wide(allowed), character) is not None
    assert member == (ord(character) > 255 or character in allowed)


@pytest.mark.parametrize(
    ("kind", "inside", "outside"),
    [
        (HAN, "京ア가", "a1·,"),
        (NAMES, "京·,/ ", "a1(:"),
        (WORD, "京a1.+·", ",( "),
        (LETTER, "京aZ·", "1 ,"),
    ],
)
def test_classes(kind: str, inside: str, outside: str) -> None:
    """Each class takes its own characters."""
    assert re.fullmatch(f"{kind}+", inside)
    assert not any(re.fullmatch(kind, character) for character in outside)


def test_scripts() -> None:
    """Scripts are distinguished."""
    assert has_han("Aug 京")
    assert has_han("ア")
    assert has_hangul("서울")
    assert not has_han("서울 BEIJING Пекин بكين")
    assert not has_hangul("京 BEIJING")
