"""Recognises news flashes: articles whose whole text is the headline."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from crawler.extraction.body.headline import fold
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.form import Form, read_form
from crawler.extraction.lexicon.labels import FLASH
from crawler.extraction.tree.markup import HEADINGS, first_below, own_text

MARKED: Final = (
    Form(
        name="mark before a headline",
        languages="en zh ja ko fr es pt it de ru ar",
        pattern=r"^[\s【\[(（《<*]*MARK\s*(?:[:：|｜丨】\])）》>!！*]+|(?<=\s)[-–—]+(?=\s))\s*(?=\w|[“\"「《‘])",
        marks=FLASH,
        examples={
            "FLASH: BRIDGE OF LANQIAO REOPENS": {},
            "快讯：蓝桥老桥恢复通车": {},
            "【速報】例野市の橋が再開": {},
            "Breaking News | Bridge reopens": {},
            "URGENT - Réouverture du pont de Lanqiao": {},
            "عاجل: إعادة فتح الجسر": {},
        },
        refuses=("Flash floods close bridge of Lanqiao", "Breaking: ", "快讯编辑部招聘", "速報値を発表"),
        flags=re.IGNORECASE,
    ),
)
"""Marks before a headline that is printed before its story: `快讯：蓝桥老桥恢复通车`."""

PLAYERS = ("video", "audio", "iframe", "embed", "object")
"""Elements that play something, which is then the page's content."""


def flash_rule(root: etree._Element, headline: str) -> Rule | None:
    """Return the rule by which the headline is the story of a page without text, or None.

    The headline has the mark of a flash, or the page prints it again in place of the text.
    """
    if is_marked(headline):
        return Rule.FLASH_MARK
    return Rule.FLASH_REPEATED if _repeats(root, headline) else None


def is_marked(headline: str) -> bool:
    """Return whether a headline has the mark of a flash before it."""
    return read_form(MARKED, headline) is not None


def has_flash(root: etree._Element) -> bool:
    """Return whether one of a page's headings is a flash."""
    headings = [own_text(heading) for heading in root.iter(*HEADINGS)]
    if any(map(is_marked, headings)):
        return True
    folded = {_folded(heading) for heading in headings if heading}
    return bool(folded) and not folded.isdisjoint(_said(root))


def _repeats(root: etree._Element, headline: str) -> bool:
    return bool(headline) and _folded(headline) in _said(root)


def _said(root: etree._Element) -> set[str]:
    """Return the folded texts of a page's paragraphs, or none if the page has a player."""
    if any(first_below(root, tag) is not None for tag in PLAYERS):
        return set()
    return {_folded(own_text(each)) for each in root.iter("p") if first_below(each, "a") is None}


def _folded(text: str) -> str:
    return fold(text).rstrip(".。")
