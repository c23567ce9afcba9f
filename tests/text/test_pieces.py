"""Tests of documents that are decoded in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.text.pieces import decoded_pieces

LINE = "<title>渡轮又开航了，朱镕基的书价3€，来看热闹的人比乘客还多</title>\n"


def text_of(body: bytes, size: int, content_type: str | None = None) -> str:
    """Return the text of a body that comes in pieces of a size."""
    pieces = (body[start : start + size] for start in range(0, len(body), size))
    return "".join(piece.text for piece in decoded_pieces(pieces, content_type))


@pytest.mark.parametrize("size", [7, 64, 1000])
@pytest.mark.parametrize(
    ("codec", "declared"),
    [("gb18030", "gb2312"), ("utf-8", "gb2312"), ("utf-8", "utf-8"), ("utf-8-sig", ""), ("utf-16", "utf-16")],
)
def test_no_piece_tears_a_character(codec: str, declared: str, size: int) -> None:
    """However a document is cut, its text is the same, even where it is ASCII for long at first."""
    text = f'<?xml version="1.0" encoding="{declared}"?>' + "<a>plain</a>" * 40 + LINE * 40
    assert text_of(text.encode(codec), size) == text


def test_header_rules_all_pieces() -> None:
    """The encoding that the HTTP header declares holds in the last piece as in the first."""
    body = ("<a>.</a>" * 20 + "<b>臺北的渡口</b>" * 20).encode("big5")
    assert text_of(body, 50, "text/xml; charset=big5") == body.decode("big5")


def test_broken_byte_costs_itself() -> None:
    """A byte that belongs to no character costs neither the next tag nor the next piece."""
    body = (LINE * 20).encode("gb18030").replace(b"</title>", b"\xb3</title>", 1)
    assert text_of(body, 64) == (LINE * 20).replace("</title>", "\ufffd</title>", 1)


def test_marks_of_joined_files() -> None:
    """Byte order marks are no part of the text, wherever files were joined."""
    assert text_of(b"\xef\xbb\xbf\xef\xbb\xbf<a/>\xef\xbb\xbf<b/>", 8) == "<a/><b/>"


@given(st.binary(max_size=300), st.integers(1, 60))
def test_any_bytes_are_decoded(body: bytes, size: int) -> None:
    """No bytes raise, however they are cut."""
    assert "\0" not in text_of(body, size)
