"""The labels of dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.text.datelabels import DateKind, label_at_end, labelled, opens_with_label

UPDATED, PUBLISHED, PLAIN = DateKind.UPDATED, DateKind.PUBLISHED, DateKind.PLAIN


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2024-05-08", [PLAIN]),
        ("Updated: 9 May | Published: 8 May 2024", [PLAIN, UPDATED, PUBLISHED]),
        ("文章发布时间：2024-05-08 更新时间：2024-05-09", [PLAIN, PUBLISHED, UPDATED]),
        ("2024年5月8日 公開 2024年5月9日 更新", [PUBLISHED, UPDATED, PLAIN]),
        ("8 May 2024 - latest updates", [PLAIN]),
        ("Stand: 08.05.2024", [PLAIN, UPDATED]),
    ],
)
def test_pieces(text: str, kinds: list[DateKind]) -> None:
    """Each label begins a piece, or ends one where all stand behind their dates."""
    assert [piece.kind for piece in labelled(text)] == kinds


@given(st.text(max_size=200))
def test_nothing_is_lost(text: str) -> None:
    """The pieces together are the text."""
    assert "".join(piece.text for piece in labelled(text)) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Page last modified ", UPDATED), ("Posted on", PUBLISHED), ("published by Wen Li", PLAIN)],
)
def test_label_at_end(text: str, kind: DateKind) -> None:
    """Only a label right before its date counts."""
    assert label_at_end(text) is kind


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Published on 8 May", True),
        ("Photo: Wen Li. Date: 8 May", True),
        ("The book that she published in May", False),
    ],
)
def test_opening(text: str, opens: bool) -> None:
    """A label opens a line or has a colon; in running text it is a word."""
    assert opens_with_label(text) is opens
