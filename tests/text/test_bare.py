"""Tests of the visible text of a page."""

from __future__ import annotations

import pytest

from crawler.text.bare import has_text, shows_at_most


@pytest.mark.parametrize(
    "markup",
    ["", "<title>Ferry</title>", "<html><head><title>Ferry</title><script>run()</script></head></html>"],
)
def test_titles_and_scripts_are_not_visible(markup: str) -> None:
    """The body of a page has no text; nothing of the tags counts."""
    assert not has_text(markup)
    assert shows_at_most(markup, 0, 0)


@pytest.mark.parametrize("markup", ["Ferry", "<title>Wall</title>Ferry", "<title>Wall</title><p>Fe rry"])
def test_length_of_visible_text(markup: str) -> None:
    """Blanks and tags are not counted, and neither is the title."""
    assert has_text(markup)
    assert shows_at_most(markup, 5, 0)
    assert not shows_at_most(markup, 4, 0)
