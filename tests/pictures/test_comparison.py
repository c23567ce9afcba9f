"""Tests of the comparison of embedded texts with printed ones."""

from __future__ import annotations

import pytest

from crawler.items import Photo
from crawler.pictures.comparison import differing_texts
from tests.records.examples import picture_file


@pytest.mark.parametrize(
    ("printed", "embedded", "names"),
    [
        (("A ferry at the lock.", "[Photo by Lin Wu/Example]"), ("A ferry at the lock", "LIN WU"), []),
        (("渔船通过船闸。", "（吴林摄）"), ("3月5日，渔船通过船闸。", "吴林/新华社"), []),
        (("A ferry.", "(Example)"), ("A bridge.", "Lin Wu"), ["caption", "credit"]),
        (("A ferry.", "Photo: Lin Wu, Example"), (None, "Example and others"), []),
        ((None, None), ("A bridge.", "Lin Wu"), []),
        (("A ferry.", "Lin Wu"), (None, None), []),
        (("A ferry.", "Lin Wu"), ("…", " / "), []),
    ],
)
def test_texts_differ(
    printed: tuple[str | None, str | None], embedded: tuple[str | None, str | None], names: list[str]
) -> None:
    """Signs, capitals and a longer text make no difference; other words and other names do."""
    file = picture_file(caption=embedded[0], credit=embedded[1])
    assert list(differing_texts(Photo(caption=printed[0], credit=printed[1], file=file))) == names


def test_photo_without_file_agrees() -> None:
    """Without a file, nothing differs."""
    assert list(differing_texts(Photo(caption="A ferry."))) == []
