"""Tests of changes in words."""

from __future__ import annotations

from dataclasses import replace

from crawler.items import Dateline, Photo
from crawler.records.differences import differences
from tests.records.examples import PARAGRAPH, article, full_article


def test_paragraphs_and_values_stand_side_by_side() -> None:
    """Removed and added lines; unchanged ones are not shown."""
    after = article(headline="Survey goes on", body=(PARAGRAPH, "Another.", PARAGRAPH))
    assert list(differences(article(), after)) == [
        "headline:",
        "  - Survey of old bridge ends",
        "  + Survey goes on",
        "body:",
        "  + Another.",
    ]


def test_records_are_a_line_each() -> None:
    """Photos and datelines without their empty fields; a missing one is no line."""
    before = replace(full_article(), dateline=None)
    after = replace(before, dateline=Dateline(text="ANQIAO --"), photos=(Photo(caption="A bridge."),))
    words = list(differences(before, after))
    assert words[:2] == ["dateline:", '  + {"text": "ANQIAO --"}']
    assert words[-1] == '  + {"caption": "A bridge."}'


def test_what_did_not_change_is_not_shown() -> None:
    """No change, no words."""
    assert list(differences(full_article(), full_article())) == []
