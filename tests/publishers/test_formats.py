"""Tests of the formats of values in declarations."""

from __future__ import annotations

import pytest

from crawler.publishers import formats
from crawler.publishers.formats import Format

FORMATS = [each for each in vars(formats).values() if isinstance(each, Format)]


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.expected)
def test_format_takes_its_examples_alone(each: Format) -> None:
    """A format takes its examples, and answers any other text with the right form."""
    assert each.examples
    assert [text for text in each.examples if each.error_in(text) is not None] == []
    assert [text for text in each.refused if not (each.error_in(text) or "").startswith(each.expected)] == []
    assert each.refused


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (r"/story/(\d+-", "position 7)"),
        ("(?i)/story/", "global flags not at the start"),
        ("https?://www.example.cn/story", "without scheme and host"),
        ("/?", "matches the home page"),
    ],
)
def test_pattern_is_refused_with_its_reason(wrong: str, reason: str) -> None:
    """The message says why a regular expression cannot be used."""
    assert reason in (formats.PATH_PATTERN.error_in(wrong) or "")
