"""Counts by period: a true axis, by day, week, month or year as the span asks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reporting.periods import MOST_DAYS, MOST_MONTHS, MOST_WEEKS, by_period


def test_days_without_articles_have_a_bar() -> None:
    """Three days, of which the second is empty."""
    periods = by_period({"2026-08-08": 2, "2026-08-06": 1, "no date": 7})
    assert periods.unit == "day"
    assert list(periods.counts.items()) == [("2026-08-06", 1), ("2026-08-07", 0), ("2026-08-08", 2)]


def test_weeks_begin_on_monday() -> None:
    """Half a year is shown by week."""
    periods = by_period({"2026-01-07": 1, "2026-01-11": 1, "2026-01-12": 1, "2026-06-30": 1})
    assert periods.unit == "week"
    assert list(periods.counts.items())[:3] == [("2026-01-05", 2), ("2026-01-12", 1), ("2026-01-19", 0)]
    assert list(periods.counts)[-1] == "2026-06-29"


def test_months_and_years() -> None:
    """Years are shown by month, decades by year."""
    months = by_period({"2022-12-31": 1, "2026-01-01": 1})
    assert (months.unit, list(months.counts)[:2], list(months.counts)[-1]) == (
        "month",
        ["2022-12", "2023-01"],
        "2026-01",
    )
    years = by_period({"1998-06-01": 1, "2026-08-06": 1})
    assert (years.unit, len(years.counts), next(iter(years.counts))) == ("year", 29, "1998")


@pytest.mark.parametrize("days", [{}, {"no date": 3}, {"2026-13-01": 1}])
def test_without_dates_there_is_no_axis(days: dict[str, int]) -> None:
    """Nothing is drawn of articles that have no date."""
    assert by_period(days).counts == {}


@given(st.dictionaries(st.dates(date(1900, 1, 1)), st.integers(1, 9), min_size=1))
def test_nothing_is_lost_and_the_plot_stays_readable(days: dict[date, int]) -> None:
    """Every article is counted once, and there are only as many bars as fit, but for centuries."""
    periods = by_period({day.isoformat(): number for day, number in days.items()})
    assert sum(periods.counts.values()) == sum(days.values())
    assert list(periods.counts) == sorted(periods.counts)
    most = {"day": MOST_DAYS, "week": MOST_WEEKS + 1, "month": MOST_MONTHS, "year": 8100}
    assert len(periods.counts) <= most[periods.unit]


def test_last_day_of_all() -> None:
    """The year 9999 ends the axis."""
    first = date.max - timedelta(days=1)
    assert list(by_period({first.isoformat(): 1, "9999-12-31": 1}).counts.values()) == [1, 1]
