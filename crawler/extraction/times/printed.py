"""Finds the date of publication as the page prints it."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.extraction.times.candidates import DATED, LONGEST_BELOW, PageDates, pieces_of, read_date
from crawler.text.dateorder import FIGURES, ORDERS
from crawler.text.dates import date_text

DAY = 10  # characters of a day in ISO 8601


def find_printed(dates: PageDates, published: str | None) -> str | None:
    """Return the printed date of the day of publication, with its time; None if that day is not printed."""
    if published is None or len(published) < DAY:
        return None
    return next(_of_day(dates, published[:DAY]), None)


def _of_day(dates: PageDates, day: str) -> Iterator[str]:
    lines = dates.page.lines
    for line in (*lines.above, *lines.outside, *lines.below):
        if len(line) > LONGEST_BELOW or not DATED.search(line):
            continue
        for piece in pieces_of(line):
            for order in ORDERS if FIGURES.search(piece.text) else ORDERS[:1]:
                parsed = read_date(piece.text, dates.timezone, order)
                if not parsed or parsed[:DAY] != day:
                    continue
                if printed := date_text(piece.text, dates.timezone, order):
                    yield printed
