"""The setting DETAILS: none by default, `all` for all, blanks are no names, a wrong value is an error."""

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
        ("all", set(Detail)),
        ("deck, all", set(Detail)),
        (["all"], set(Detail)),
    ],
)
def test_names_of_fields(value: object, read: set[Detail]) -> None:
    """`all` names every field; blanks name none, in a command and in a settings module."""
    assert fields_of(Settings({"DETAILS": value})).details == read


@pytest.mark.parametrize(
    ("value", "named"), [(True, "True"), (5, "5"), ([1], "1"), ("Deck", "Deck"), ("all,decks", "decks")]
)
def test_a_wrong_value_is_an_error_that_names_it(value: object, named: str) -> None:
    """A value that is no list of known names is refused as an unknown name is; the message has `all`."""
    with pytest.raises(DetailError, match=f"unknown '{named}'; known are deck, .*; DETAILS=all reads all"):
        fields_of(Settings({"DETAILS": value}))
