"""Tests of the sketches by which copies of a wire story are known."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import Article
from crawler.records.stories import (
    ALIKE,
    LEAST,
    SLOTS,
    bands,
    likeness,
    shingles,
    sketch,
    story_id,
)


def article(*body: str) -> Article:
    """Return an article of nothing but text."""
    return Article(id="0" * 16, url="", canonical_url="", body=body)


def text(seed: int, words: int = 120) -> str:
    """Return words of no meaning."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("aeioulnrst", k=6)) for _ in range(words))


def sketched(*body: str) -> bytes:
    """Return the sketch of a text that is long enough."""
    packed = sketch(article(*body))
    assert packed is not None
    return packed


LONG = text(1)
HAN = "".join(chr(0x4E00 + number * 7) for number in range(200))


def test_marks_capitals_and_widths_do_not_count() -> None:
    """Copies differ in quotation marks, capitals, paragraphs and full-width forms, and are the same."""
    words = LONG.split()
    other = [f"“{words[0].upper()}”,", *words[1:60]], words[60:]
    assert likeness(sketched(LONG), sketched(" ".join(other[0]), "。".join(["", *other[1]]))) == 1.0
    assert sketched(HAN + "２０２４年ＡＢＣ") == sketched(f"「{HAN[:50]}」", HAN[50:], "2024年abc。")


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("Rain fell on Lanqiao.", "rain fell on"),
        ("蓝桥下雨了，人们", "蓝 桥 下 雨 了"),
        ("В Ланьцяо идёт дождь", "в ланьцяо идёт"),
        ("란차오에 비가 왔다", "란차오에 비가 왔다"),
    ],
)
def test_shingles(body: str, first: str) -> None:
    """Three words make a shingle where words are separated, five characters where they are not."""
    assert next(shingles([body])) == first


@given(
    st.lists(st.text("abXY019", min_size=2, max_size=6), min_size=3),
    st.sampled_from([" ", "_", ", ", "-", "\n", "'"]),
    st.sampled_from(["", " Straße"]),
)
def test_words_are_runs_of_letters_and_digits(words: list[str], between: str, other: str) -> None:
    """Whatever stands between them; text of ASCII alone, which another pattern reads, is no exception."""
    expected_words = [word.lower() for word in words] + ["strasse"] * bool(other)
    expected = [" ".join(expected_words[start : start + 3]) for start in range(len(expected_words) - 2)]
    assert list(shingles([between.join(words) + other])) == expected


def test_short_texts_are_not_compared() -> None:
    """A text of a few lines is like too many others."""
    assert sketch(article()) is None
    assert sketch(article(text(1, LEAST + 1))) is None
    assert sketch(article(text(1, LEAST + 2))) is not None


@given(st.integers(0, 100), st.integers(40, 400))
def test_likeness_is_near_the_share_of_common_shingles(seed: int, common: int) -> None:
    """The estimate is within five standard errors of the exact share."""
    shared = text(seed, common)
    one, other = f"{shared} {text(seed + 1000, 100)}", f"{shared} {text(seed + 2000, 100)}"
    exact = _share(set(shingles([one])), set(shingles([other])))
    error = (exact * (1 - exact) / SLOTS) ** 0.5
    assert abs(likeness(sketched(one), sketched(other)) - exact) <= 5 * error + 0.01


@given(st.integers(0, 1000))
def test_another_text_is_not_alike(seed: int) -> None:
    """Texts that have nothing in common are far from alike, and share no band."""
    one, other = sketched(text(seed)), sketched(text(seed + 5000))
    assert likeness(one, other) < ALIKE / 2
    assert not set(bands(one)) & set(bands(other))


@given(st.lists(st.text(max_size=200), max_size=6))
def test_any_text_can_be_sketched(body: list[str]) -> None:
    """Whatever is in a body, its sketch is of one size, the same each time, and quite like itself."""
    packed = sketch(article(*body))
    assert packed == sketch(article(*body))
    if packed is not None:
        assert len(packed) == 4 * SLOTS
        assert likeness(packed, packed) == 1.0
        assert len(bands(packed)) == len(set(bands(packed)))
        assert all(-(2**63) <= band < 2**63 for band in bands(packed))
    assert len(story_id(article(*body))) == 16


def test_name_comes_from_the_longest_paragraph() -> None:
    """A site that adds its own line above and cuts the end names the story as the others do."""
    first = article("BEIJING (Xinhua) -- It rained.", LONG, "The end.")
    assert story_id(first) == story_id(article("It rained, says our reporter.", LONG.upper() + "."))
    assert story_id(first) != story_id(article("It rained.", text(2)))


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)
