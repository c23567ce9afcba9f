"""White space folded as `str.split` has it, whatever the length of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.text import spaces
from crawler.text.spaces import folded


@given(st.text(alphabet="ab \n\t\u3000\xa0\x1f\u2028水", max_size=80), st.integers(1, 20))
def test_folded_in_pieces_as_in_one(text: str, piece: int) -> None:
    """Where a long text is cut makes no difference."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spaces, "PIECE", piece)
        assert folded(text) == " ".join(text.split())
