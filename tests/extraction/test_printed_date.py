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
        ("Veröffentlicht am 8. Mai 2024 um 09.30 Uhr", "8. Mai 2024 um 09.30 Uhr"),
        ("Wed 8 May 2024 09.30 BST", "8 May 2024 09.30 BST"),
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


@pytest.mark.parametrize(
    ("stated", "line", "expected"),
    [
        ("2024-05-08T22:25:00-07:00", "2024年05月09日 01:25", "2024-05-09T01:25:00-04:00"),
        ("2024-05-08T16:30:12Z", "9 May 2024, 00:30", "2024-05-09T00:30:12+08:00"),
        ("2024-05-08T18:45:00+00:00", "Published: 9 May 2024 00:15 IST", "2024-05-09T00:15:00+05:30"),
        ("2024-05-08T23:30:00Z", "9. Mai 2024 um 01:30 Uhr", "2024-05-09T01:30:00+02:00"),
    ],
    ids=["another coast", "Beijing", "half an hour", "Berlin"],
)
def test_stated_moment_in_the_zone_of_the_print(stated: str, line: str, expected: str) -> None:
    """If the page prints the stated moment on another day, in its own zone, it was published on that day."""
    head = f'{HEAD}<meta property="article:published_time" content="{stated}">'
    record = article(f"<h1>A lock opens in Linshui</h1><p>{line}</p><div>{paragraphs()}</div>", head)
    assert record.published == expected
    assert record.published_printed is not None


def test_change_is_stated_in_the_same_zone() -> None:
    """The moment of the last change follows, so that no page seems changed before its publication."""
    change = '<meta property="article:modified_time" content="2024-05-08T16:40:00Z">'
    head = f'{HEAD}<meta property="article:published_time" content="2024-05-08T16:30:00Z">{change}'
    record = article(f"<h1>A lock opens</h1><p>9 May 2024, 00:30</p><div>{paragraphs()}</div>", head)
    assert (record.published, record.modified) == ("2024-05-09T00:30:00+08:00", "2024-05-09T00:40:00+08:00")


@pytest.mark.parametrize(
    "line",
    [
        "9 May 2024, 07:10",
        "Updated: 9 May 2024, 00:30",
        "11 May 2024, 00:30",
        "9 May 2024",
        "8 May 2024, 16:30",
    ],
    ids=["other minutes", "update", "farther away", "no clock", "same day"],
)
def test_other_printed_times_leave_the_stated_moment(line: str) -> None:
    """A time that differs by more than a zone is another time."""
    head = f'{HEAD}<meta property="article:published_time" content="2024-05-08T16:30:00Z">'
    record = article(f"<h1>A lock opens in Linshui</h1><p>{line}</p><div>{paragraphs()}</div>", head)
    assert record.published == "2024-05-08T16:30:00+00:00"
