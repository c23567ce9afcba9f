"""The date of publication as printed."""

from __future__ import annotations

import pytest

from tests.extraction.markup import HEAD, article, paragraphs

META = '<meta property="article:published_time" content="2024-05-08T09:30:00+08:00">'


def printed(line: str, head: str = HEAD) -> str | None:
    """Return the printed date of a page with a line below its headline."""
    return article(
        f"<h1>A lock opens in Linshui</h1><p>{line}</p><div>{paragraphs()}</div>", head
    ).published_printed


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2024-05-08 09:30 来源：临水晚报", "2024-05-08 09:30"),
        ("2024年5月8日 09:30:12　来源：临水晚报", "2024年5月8日 09:30:12"),
        ("发布时间：2024年05月08日", "2024年05月08日"),
        ("Published: May 8, 2024, 9:30 a.m.", "May 8, 2024, 9:30 a.m."),
        ("By Lin Wu | 8 May 2024 09:30 GMT", "8 May 2024 09:30 GMT"),
        ("Publié le 8 mai 2024 à 09h30 par Lin Wu", "8 mai 2024 à 09h30"),
        ("Veröffentlicht am 8. Mai 2024 um 09:30 Uhr", "8. Mai 2024 um 09:30 Uhr"),
        ("09:30, 8 мая 2024", "09:30, 8 мая 2024"),
        ("2024年5月8日 9時30分", "2024年5月8日 9時30分"),
    ],
)
def test_as_printed(line: str, expected: str) -> None:
    """Date and time stay as printed; labels, source and author are left out."""
    assert printed(line) == expected


def test_printed_beside_metadata() -> None:
    """Metadata may decide the date; the printed one is that of the same day."""
    assert printed("8 May 2024", HEAD + META) == "8 May 2024"
    assert printed("Tide table of 6 June 2019", HEAD + META) is None
    assert printed("A line without a date", HEAD + META) is None


def test_published_and_updated_in_one_line() -> None:
    """The date of an update on another day is not that of publication."""
    assert printed("Updated: 9 May 2024 10:00 | Published: 8 May 2024 09:30") == "8 May 2024 09:30"
