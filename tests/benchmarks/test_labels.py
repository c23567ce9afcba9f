"""Lines are labelled by the text that a person read off the page."""

from __future__ import annotations

from benchmarks.labels import label_lines

ANSWER = (
    "The harbour master of Linshui opened the lock on Monday evening.",
    "What it cost",
    "The county has paid for new gates, for pumps and for a watch house.",
)


def test_text_and_what_stands_around_it() -> None:
    """Lines of the answer are its part, a short heading between them too; others are not."""
    lines = ["Home", *ANSWER, "Ten other stories that you may like to read today"]
    assert label_lines(lines, ANSWER) == [False, True, True, True, False]


def test_text_that_stands_twice() -> None:
    """Of two copies the one among the text is meant: not the teaser in the margin."""
    lines = ["Most read", ANSWER[0], "Weather", "Contact", "About us", "Help", *ANSWER]
    assert label_lines(lines, ANSWER) == [False] * 6 + [True] * 3


def test_line_without_a_word() -> None:
    """It is neither."""
    assert label_lines(["* * *"], ANSWER) == [None]


def test_chinese() -> None:
    """Characters are counted as words are."""
    answer = ["湖边的水文站在周一换上了新的标尺，值班员为此等了三年。"]
    assert label_lines(["首页 新闻", answer[0]], answer) == [False, True]
