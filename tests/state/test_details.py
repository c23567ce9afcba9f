"""The setting DETAILS: blanks are no names, and a wrong value is an error that names the known ones."""

from __future__ import annotations

import pytest
from scrapy.settings import Settings

from crawler.items import Detail
from crawler.state.parsing import DetailError, fields_of


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("deck, kind", {Detail.DECK, Detail.KIND}),
        ("deck,", {Detail.DECK}),
        ("deck,,kind", {Detail.DECK, Detail.KIND}),
        (" ", set()),
        (("deck", " kind "), {Detail.DECK, Detail.KIND}),
        ([Detail.DECK], {Detail.DECK}),
    ],
)
def test_blanks_name_no_field(value: object, read: set[Detail]) -> None:
    """A comma too many and spaces are no unknown names, in a command and in a settings module."""
    assert fields_of(Settings({"DETAILS": value})).details == read


@pytest.mark.parametrize(("value", "named"), [(True, "True"), (5, "5"), ([1], "1"), ("Deck", "Deck")])
def test_a_wrong_value_is_an_error_that_names_it(value: object, named: str) -> None:
    """A value that is no list of known names is refused as an unknown name is, with the known ones."""
    with pytest.raises(DetailError, match=f"unknown '{named}'; known are deck, "):
        fields_of(Settings({"DETAILS": value}))
