"""GB18030 bytes read as the Encoding standard has them."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.text.charset import decode
from crawler.text.gb18030 import decode_gb18030

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_index = pytest.mark.skipif(
    not (DATA / "index-gb18030.txt").exists(), reason="../shared/data/index-gb18030.txt is absent"
)


def read_pairs(name: str) -> dict[int, int]:
    """Return pointer and code point of each line of one of the Encoding standard's index files."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    rows = (line.split()[:2] for line in lines if line and not line.startswith("#"))
    return {int(pointer): int(code, 16) for pointer, code in rows}


@cache
def index() -> dict[int, int]:
    """Return the standard's index of two-byte pointers."""
    return read_pairs("index-gb18030.txt")


@cache
def ranges() -> list[tuple[int, int]]:
    """Return the standard's ranges of four-byte pointers, in order."""
    return sorted(read_pairs("index-gb18030-ranges.txt").items())


def two_bytes(pointer: int) -> bytes:
    """Return the bytes of a pointer, as the standard's encoder makes them."""
    lead, trail = divmod(pointer, 190)
    return bytes((lead + 0x81, trail + (0x40 if trail < 0x3F else 0x41)))


def four_bytes(pointer: int) -> bytes:
    """Return the bytes of a pointer into the ranges, as the standard's encoder makes them."""
    first, rest = divmod(pointer, 12600)
    second, rest = divmod(rest, 1260)
    third, fourth = divmod(rest, 10)
    return bytes((first + 0x81, second + 0x30, third + 0x81, fourth + 0x30))


def range_code_point(pointer: int) -> int | None:
    """Return the code point of a sequence of four bytes, as the standard defines it."""
    if 39419 < pointer < 189000 or pointer > 1237575:
        return None
    if pointer == 7457:
        return 0xE7C7
    offset, code = ranges()[bisect_right(ranges(), (pointer, 0x110000)) - 1]
    return code + pointer - offset


def take(data: bytes, at: int) -> tuple[str, int]:
    """Decode one sequence by the standard's decoder, step by step; return its text and its end."""
    code = data[at : at + 4]
    if code[0] < 0x80:
        return chr(code[0]), at + 1
    if code[0] in {0x80, 0xFF}:
        return ("\u20ac" if code[0] == 0x80 else "\ufffd"), at + 1
    if len(code) == 1:
        return "\ufffd", at + 1
    if 0x30 <= code[1] <= 0x39:
        return take_four(code, at)
    trail = code[1] - (0x40 if code[1] < 0x7F else 0x41)
    if 0x40 <= code[1] <= 0x7E or 0x80 <= code[1] <= 0xFE:
        return chr(index()[(code[0] - 0x81) * 190 + trail]), at + 2
    return "\ufffd", at + (1 if code[1] < 0x80 else 2)


def take_four(code: bytes, at: int) -> tuple[str, int]:
    """Decode a sequence that begins like one of four bytes."""
    if len(code) > 2 and not 0x81 <= code[2] <= 0xFE:
        return "\ufffd", at + 1
    if len(code) < 4:
        return "\ufffd", at + len(code)
    if not 0x30 <= code[3] <= 0x39:
        return "\ufffd", at + 1
    high = ((code[0] - 0x81) * 10 + code[1] - 0x30) * 1260
    point = range_code_point(high + (code[2] - 0x81) * 10 + code[3] - 0x30)
    return ("\ufffd" if point is None else chr(point)), at + 4


def reference(data: bytes) -> str:
    """Decode by the letter of https://encoding.spec.whatwg.org/#gb18030-decoder."""
    text, at = [], 0
    while at < len(data):
        character, at = take(data, at)
        text.append(character)
    return "".join(text)


@pytest.mark.fault(87)
@needs_index
def test_all_two_byte_pointers() -> None:
    """All 23,940 pointers of two bytes decode as the standard's index says."""
    right = sum(decode_gb18030(two_bytes(pointer)) == chr(code) for pointer, code in index().items())
    assert (right, len(index())) == (23940, 23940)


@needs_index
def test_whole_index_in_one_page() -> None:
    """The index is read rightly as one page too, labelled as Chinese pages label themselves."""
    body = b"<meta charset=gb2312>" + b"".join(map(two_bytes, sorted(index())))
    assert decode(body).text == "<meta charset=gb2312>" + "".join(
        chr(index()[key]) for key in sorted(index())
    )


@needs_index
def test_four_byte_sequences() -> None:
    """Sequences of four bytes decode as the standard's ranges say, unassigned ones to U+FFFD."""
    pointers = [*range(39500), 188999, 189000, 189001, 1237575, 1237576, 1587599]
    for pointer in pointers:
        point = range_code_point(pointer)
        assert decode_gb18030(four_bytes(pointer)) == ("\ufffd" if point is None else chr(point))


@needs_index
@given(st.lists(st.sampled_from(b"\x80\x81\xa3\xa0\xfe\xff09<a\x7f@"), max_size=12).map(bytes) | st.binary())
@example(b"\x81\x30\x81")
@example(b"\x81\x30\x81<")
@example(b"\x81\xff")
def test_any_bytes(data: bytes) -> None:
    """Any bytes, malformed ones too, decode as the standard's decoder does."""
    assert decode_gb18030(data) == reference(data)


@pytest.mark.fault(96)
@pytest.mark.parametrize("stray", [b"\x81", b"\xd6", b"\xfe", b"\xff", b"\x81\x30", b"\x81\x30\x81"])
@pytest.mark.parametrize("markup", ["<p>", "</td>", "&amp;", '"', "\n"])
def test_no_markup_is_swallowed(stray: bytes, markup: str) -> None:
    """A broken sequence before a tag, a quote or an entity leaves it whole."""
    text = decode_gb18030("春".encode("gb18030") + stray + markup.encode() + "秋".encode("gb18030"))
    assert text.startswith("春\ufffd")
    assert text.endswith(markup + "秋")


def test_euro_sign() -> None:
    """A lone 0x80 is the euro sign, as in Windows' code page 936."""
    assert decode_gb18030(b"5 \x80 <") == "5 € <"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ue5e5")))
def test_round_trip(text: str) -> None:
    """Whatever Python's codec writes, but for the codes that the standard moved, is read back."""
    moved = "\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue7c7\u1e3f"
    moved += "\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864"
    text = "".join(character for character in text if character not in moved)
    assert decode_gb18030(text.encode("gb18030")) == text
