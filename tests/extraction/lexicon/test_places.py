"""The lists of places."""

from __future__ import annotations

from collections import Counter

import pytest

from crawler.extraction.dateline import parse_dateline
from crawler.extraction.lexicon import places, places_chinese
from crawler.text.months import fold_word

CITIES = f"{places._CITIES_OF_SEVERAL_WORDS}|{places._CITIES.strip().replace(' ', '|')}"
COUNTRIES = f"{places._COUNTRIES_OF_SEVERAL_WORDS}|{places._COUNTRIES.strip().replace(' ', '|')}"


@pytest.mark.parametrize("table", [CITIES, COUNTRIES, places._STATES], ids=["cities", "countries", "states"])
def test_no_name_stands_twice(table: str) -> None:
    """Each name stands once, however it is accented."""
    counts = Counter(fold_word(name) for name in places._names(table) if name)
    assert [name for name, count in counts.items() if count > 1] == []
    if table is CITIES:
        assert places.GERMAN_NEWSROOM_CITIES.isdisjoint(counts)


def test_german_newsroom_cities_are_places() -> None:
    """A city that German papers print in front of a text is a place in any dateline: `Hongkong: Die …`."""
    assert places.GERMAN_NEWSROOM_CITIES <= places.PLACES
    dateline = parse_dateline("Hongkong: Die Fähre kehrt zurück.")
    assert dateline is not None
    assert dateline.places == ("Hongkong",)


def test_longest_chinese_place() -> None:
    """No place is longer than the part of a text that is read."""
    assert max(map(len, places_chinese.PLACES)) == places_chinese.LONGEST
