"""Near-duplicates: each names the first similar picture, and no pair is missed."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.exporting.images.likeness import BOUND, Likeness
from tests.house.thorough import examples

HASH = 0xE6C3_19A4_5BD0_728F


def flipped(phash: int, bits: list[int]) -> int:
    """Return a hash with some bits changed."""
    for bit in bits:
        phash ^= 1 << bit
    return phash


def originals(*hashes: int) -> list[str | None]:
    """Return the original of each picture, by its number; no two have the same bytes."""
    likeness = Likeness()
    return [
        likeness.original_of(str(number), f"digest {number}", f"{phash:016x}")
        for number, phash in enumerate(hashes)
    ]


@given(st.integers(0, 2**64 - 1), st.lists(st.integers(0, 63), unique=True, max_size=BOUND))
def test_every_picture_within_the_bound_is_a_near_duplicate(phash: int, bits: list[int]) -> None:
    """Wherever the bits lie in which the hashes differ."""
    assert originals(phash, flipped(phash, bits)) == [None, "0"]


@given(st.lists(st.integers(0, 63), unique=True, min_size=BOUND + 1))
def test_picture_beyond_the_bound_is_another_one(bits: list[int]) -> None:
    """A hash that differs in more bits than the bound belongs to another picture."""
    assert originals(HASH, flipped(HASH, bits)) == [None, None]


@settings(max_examples=examples(50))
@given(st.integers(), st.integers(2, 60))
def test_originals_are_those_of_a_comparison_with_all(seed: int, number: int) -> None:
    """The first original in order is named, as a comparison of each picture with all originals finds it."""
    random = Random(seed)
    hashes = [HASH]
    for _ in range(number):
        changes = random.sample(range(64), random.randint(0, 12))
        hashes.append(flipped(random.choice(hashes), changes))
    expected: list[str | None] = []
    for phash in hashes:
        similar = (
            str(place)
            for place, original in enumerate(expected)
            if original is None and (hashes[place] ^ phash).bit_count() <= BOUND
        )
        expected.append(next(similar, None))
    assert originals(*hashes) == expected


@pytest.mark.parametrize("phash", ["", "abc", "g" * 16, "0" * 17, "-00000000000001a"])
def test_same_bytes_are_recognised_without_a_hash(phash: str) -> None:
    """A hash that is none matches no picture, not even its like; equal bytes always do."""
    likeness = Likeness()
    assert likeness.original_of("a", "1", phash) is None
    assert likeness.original_of("b", "2", phash) is None
    assert likeness.original_of("c", "1", phash) == "a"


def test_same_bytes_as_a_near_duplicate_have_its_original() -> None:
    """No picture names a near-duplicate as its original."""
    likeness = Likeness()
    near = f"{flipped(HASH, [1, 2]):016x}"
    assert likeness.original_of("a", "1", f"{HASH:016x}") is None
    assert [likeness.original_of(name, "2", near) for name in "bc"] == ["a", "a"]


def test_time_grows_with_the_number_of_pictures() -> None:
    """20,000 pictures take a second or two; a comparison of each with all takes a minute."""
    random = Random(7)
    began = time.process_time()
    originals(*(random.getrandbits(64) for _ in range(20_000)))
    assert time.process_time() - began < 15
