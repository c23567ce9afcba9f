"""Dates of datelines: read as printed, completed from the article's date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.dateline.find import parse_dateline
from crawler.extraction.dateline.western_dates import date_at_end, date_at_start, day_at_end
from crawler.text.months import MONTHS, month_number
from crawler.text.printed_dates import PrintedDate, complete, printed_date

DAYS = st.dates(date(1980, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("printed", "published", "iso"),
    [
        (PrintedDate(6, 8), "2022-08-07", "2022-08-06"),
        (PrintedDate(31, 12), "2023-01-01", "2022-12-31"),
        (PrintedDate(1, 1), "2022-12-31", "2023-01-01"),
        (PrintedDate(31, 12), "2023-01-01T00:16:15+08:00", "2022-12-31"),
        (PrintedDate(29, 2), "2020-03-01", "2020-02-29"),
        (PrintedDate(29, 2), "2021-03-01", "2020-02-29"),
        (PrintedDate(29, 2), "2023-03-01", "2020-02-29"),
        (PrintedDate(3, 5), "2024-11-03", "2024-05-03"),
        (PrintedDate(29, 2), "2099-12-31", "2096-02-29"),
        (PrintedDate(21), "2023-02-21T21:20", "2023-02-21"),
        (PrintedDate(31), "2023-02-02", "2023-01-31"),
        (PrintedDate(31), "2023-01-01", "2022-12-31"),
        (PrintedDate(1), "2022-12-31", "2023-01-01"),
        (PrintedDate(6, 8, 2019), "2022-08-07", "2019-08-06"),
        (PrintedDate(6, 8), None, "--08-06"),
        (PrintedDate(6), None, "---06"),
        (PrintedDate(6, 8, 2019), None, "2019-08-06"),
        (PrintedDate(6, 8), "", "--08-06"),
        (PrintedDate(6, 8), "2022-08", "--08-06"),
        (PrintedDate(6, 8), "7 August 2022", "--08-06"),
        (PrintedDate(6, 8), "2022-13-45", "--08-06"),
    ],
)
def test_complete(printed: PrintedDate, published: str | None, iso: str) -> None:
    """The year is the last in which that day had come, right across New Year and leap days."""
    assert complete(printed, published) == iso


@given(DAYS, st.integers(-330, 31))
def test_year_is_found_again(published: date, distance: int) -> None:
    """A dateline filed in the year before its article gets the year in which it was filed."""
    filed = published + timedelta(days=distance)
    if (filed.month, filed.day) != (2, 29):
        assert complete(PrintedDate(filed.day, filed.month), published.isoformat()) == filed.isoformat()


@given(DAYS, st.integers(-10, 10))
def test_month_is_found_again(published: date, distance: int) -> None:
    """A bare day within days of its article gets the month in which it was filed."""
    filed = published + timedelta(days=distance)
    assert complete(PrintedDate(filed.day), published.isoformat()) == filed.isoformat()


def test_end_of_the_calendar() -> None:
    """The first and last years of the calendar raise nothing."""
    assert complete(PrintedDate(1, 1), "0001-01-01") == "0001-01-01"
    assert complete(PrintedDate(31, 12), "9999-12-31") == "9999-12-31"
    assert complete(PrintedDate(31), "0001-01-01") == "0001-01-31"


@pytest.mark.parametrize(
    ("head", "rest", "printed"),
    [
        ("BEIJING, Aug. 6", "BEIJING", PrintedDate(6, 8)),
        ("BEIJING, Aug.6", "BEIJING", PrintedDate(6, 8)),
        ("BEIJING, Monday, Aug. 6", "BEIJING", PrintedDate(6, 8)),
        ("BEIJING August 6th, 2022", "BEIJING", PrintedDate(6, 8, 2022)),
        ("BEIJING, Aug. 5 and 6", "BEIJING", PrintedDate(5, 8)),
        ("BEIJING, Aug. 31–Sept. 1", "BEIJING", PrintedDate(31, 8)),
        ("PARIS, 5 et 6 août", "PARIS", PrintedDate(5, 8)),
        ("LIMA, 31 de agosto de 2022", "LIMA", PrintedDate(31, 8, 2022)),
        ("WIEN, 6. Jänner", "WIEN", PrintedDate(6, 1)),
        ("Минск, 6 августа 2022 года", "Минск", PrintedDate(6, 8, 2022)),
        ("بكين 5-6 أغسطس 2022", "بكين", PrintedDate(5, 8, 2022)),
        ("دمشق 6 آب/أغسطس 2022", "دمشق", PrintedDate(6, 8, 2022)),
        ("BEIJING, 2022-08-06", "BEIJING", PrintedDate(6, 8, 2022)),
        ("BERLIN, 06.08.2022", "BERLIN", PrintedDate(6, 8, 2022)),
        ("Aug. 6", "", PrintedDate(6, 8)),
    ],
)
def test_date_at_end(head: str, rest: str, printed: PrintedDate) -> None:
    """A date in any of the forms is cut off the end of a head."""
    dated = date_at_end(head)
    assert dated is not None
    assert (dated.rest, dated.date) == (rest, printed)


@pytest.mark.parametrize(
    "head",
    ["", "BEIJING", "BEIJING 2022", "ABOARD XUELONG 2", "BEIJING, Feb. 30", "Aug. 6 BEIJING", "LIMA, 32 ago"],
)
def test_no_date_at_end(head: str) -> None:
    """Numbers that are no date, and days that do not exist, are left alone."""
    assert date_at_end(head) is None


def test_date_at_start() -> None:
    """A date may stand before the place."""
    dated = date_at_start("6 августа, Минск")
    assert dated is not None
    assert (dated.rest, dated.date) == ("Минск", PrintedDate(6, 8))
    assert date_at_start("Минск, 6 августа") is None
    assert date_at_start("32 августа, Минск") is None


def test_day_at_end() -> None:
    """A bare day follows a comma."""
    dated = day_at_end("Rio, 6")
    assert dated is not None
    assert (dated.rest, dated.date) == ("Rio", PrintedDate(6))
    assert day_at_end("Rio 6") is None
    assert day_at_end("Rio, 32") is None


@pytest.mark.parametrize(
    ("day", "month", "year"), [(30, 2, None), (29, 2, 2023), (0, 1, None), (32, None, None), (1, 13, None)]
)
def test_impossible_days(day: int, month: int | None, year: int | None) -> None:
    """A day that is in no calendar is no date."""
    assert printed_date(day, month, year) is None


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Sept", 9),
        ("SEPT.", 9),
        ("août", 8),
        ("AOUT", 8),
        ("märz", 3),
        ("aŭgusto", 8),
        ("мая", 5),
        ("أبريل", 4),
        ("Monday", None),
    ],
)
def test_month_number(word: str, number: int | None) -> None:
    """Months are known whatever their case, accents and dots."""
    assert month_number(word) == number


def test_months_are_complete() -> None:
    """Each of the twelve months has a name, and each name is folded."""
    assert set(MONTHS.values()) == set(range(1, 13))
    assert all(name == name.lower() for name in MONTHS)


def test_parse_uses_published() -> None:
    """The year of a parsed dateline comes from the article's date."""
    text = "BEIJING, Dec. 31 (Xinhua) -- The library opened its doors."
    for published, iso in (
        (None, "--12-31"),
        ("2023-01-01", "2022-12-31"),
        ("2022-12-31T08:00:00+08:00", "2022-12-31"),
    ):
        dateline = parse_dateline(text, published)
        assert dateline is not None
        assert dateline.date == iso
