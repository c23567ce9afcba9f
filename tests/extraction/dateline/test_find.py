"""Finding the dateline of an article among its first paragraphs."""

from __future__ import annotations

import pytest

from crawler.extraction.dateline.find import find_dateline
from crawler.extraction.dateline.preambles import is_preamble

TEXT = "The library opened its doors to readers on Monday, a year late and over budget."
FILED = f"HARBIN, Aug. 6 (Xinhua) -- {TEXT}"


@pytest.mark.parametrize(
    "before",
    [
        [],
        ["Library opens a year late"],
        ["Library opens a year late", "Updated at 10:00, August 6"],
        ["Editor's note: This is the first of three stories about libraries. More will follow."],
        ["Readers queue before the library in Harbin, Aug. 6, 2022. [Photo by Ann Example/Xinhua]"],
        ["原标题：图书馆迟开一年"],
        ["编者按：本报今起推出系列报道，讲述图书馆的故事。敬请关注。"],
        ["图为读者在图书馆前排队。新华社记者 甘一 摄"],
        ["图书馆迟开一年"],
        ["", "   "],
    ],
)
def test_behind_a_preamble(before: list[str]) -> None:
    """Titles, notes and captions may stand before the paragraph with the dateline."""
    dateline = find_dateline([*before, FILED, TEXT], "2022-08-07")
    assert dateline is not None
    assert (dateline.text, dateline.date) == ("HARBIN, Aug. 6 (Xinhua) --", "2022-08-06")


def test_later_paragraph() -> None:
    """Behind the first sentences of a story, a look-alike is no dateline."""
    assert find_dateline([TEXT, FILED]) is None
    assert find_dateline(["图书馆新馆今天开放，读者可以免费借阅。", "新华社北京8月6日电 展览开幕。"]) is None


def test_far_down() -> None:
    """A long run of headlines is no opening."""
    assert find_dateline(["Library opens a year late"] * 12 + [FILED]) is None


def test_sign_off() -> None:
    """A dateline in brackets at the end signs an article off."""
    assert find_dateline(["图书馆今天开放", "（本报北京8月6日电）"]) is None


def test_place_alone_behind_a_title() -> None:
    """Behind another line a place alone must be printed in capitals."""
    assert find_dateline(["Library opens a year late", f"Paris - {TEXT}"]) is None
    dateline = find_dateline(["Library opens a year late", f"PARIS - {TEXT}"])
    assert dateline is not None
    assert dateline.text == "PARIS -"
    dateline = find_dateline([f"Paris - {TEXT}"])
    assert dateline is not None
    assert dateline.text == "Paris -"


@pytest.mark.parametrize(
    "line", ["HARBIN, Aug. 6 (Xinhua) --", "PARIS —", "（本报北京8月6日电）", "(서울=연합뉴스) 홍길동 기자 ="]
)
def test_line_of_its_own(line: str) -> None:
    """A dateline may fill the line above the text."""
    dateline = find_dateline([line, TEXT])
    assert dateline is not None
    assert dateline.text == line


def test_empty() -> None:
    """An article without paragraphs has no dateline."""
    assert find_dateline([]) is None
    assert find_dateline([""]) is None


@pytest.mark.parametrize(
    "line",
    [
        "Library opens",
        "By Ann Example",
        "Source: Xinhua",
        "来源：新华社",
        "图书馆今天开放",
        "中新社发 " + "图书馆今天开放，" * 8,
        "图书馆今天开放，" * 8 + "(Reuters)",
    ],
)
def test_preambles(line: str) -> None:
    """Short lines that are no sentence, and labelled lines, may precede the text."""
    assert is_preamble(line)


@pytest.mark.parametrize(
    "line", [TEXT, "It rained.", "今天下雨。", "图书馆今天开放，" * 8, "新华社发布" + "图书馆今天开放，" * 8]
)
def test_no_preambles(line: str) -> None:
    """Sentences are the text itself."""
    assert not is_preamble(line)
