"""Finds and parses the dateline that opens an article: where, when and by whom it was filed."""

from __future__ import annotations

from crawler.extraction.dateline_dates import complete
from crawler.extraction.dateline_found import Found
from crawler.extraction.dateline_opening import Opening, read_opening
from crawler.extraction.dateline_western import find_western
from crawler.items import Dateline


def parse_dateline(text: str, published: str | None = None) -> Dateline | None:
    opening = read_opening(text)
    found = find_western(opening.plain)
    return _record(opening, found, published) if found else None


def _record(opening: Opening, found: Found, published: str | None) -> Dateline:
    return Dateline(
        text=opening.printed(found.end),
        places=found.places,
        date=complete(found.date, published) if found.date else None,
        agency=found.agency,
        reporters=found.reporters,
    )
