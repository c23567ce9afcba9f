"""Tests the declarations on the real pages beside the project, where they are present."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from crawler.extraction.tree.page import parse_html
from crawler.publishers import Layout, language_of, layouts_of, publisher_of
from tests.publishers.selectors import is_present, matching, text

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
ENCODINGS = ("utf-8", "gb18030")

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus of real pages at {CORPUS}")


def _answers() -> list[dict[str, Any]]:
    lines = (CORPUS / "gold.jsonl").read_text("utf-8").splitlines() if CORPUS.is_dir() else []
    return [json.loads(line) for line in lines]


@cache
def _root(file: str) -> etree._Element:
    raw = (CORPUS / file).read_bytes()
    for encoding in ENCODINGS:
        try:
            return parse_html(raw.decode(encoding).encode())
        except UnicodeDecodeError:
            continue
    return parse_html(raw.decode("utf-8", "replace").encode())


def _layout(answer: dict[str, Any]) -> Layout | None:
    """Find the first layout that fires on a page."""
    root = _root(answer["file"])
    candidates = layouts_of(publisher_of(answer["url"]))
    return next((one for one in candidates if all(is_present(root, mark) for mark in one.fingerprint)), None)


def _body(answer: dict[str, Any], layout: Layout) -> etree._Element:
    elements = (one for selector in layout.body for one in matching(_root(answer["file"]), selector))
    return next(one for one in elements if text(one))


def _squeezed(paragraph: str) -> str:
    return re.sub(r"\s+", "", paragraph)


FIRED = [(answer, layout) for answer in _answers() if (layout := _layout(answer))]
each_fired = pytest.mark.parametrize(
    ("answer", "layout"), FIRED, ids=[f"{layout.name}-{answer['file'][6:]}" for answer, layout in FIRED]
)


def test_the_hosts_of_most_pages_are_known() -> None:
    """Four in five pages come from a declared publisher."""
    answers = _answers()
    known = sum(publisher_of(answer["url"]) is not None for answer in answers)
    assert known >= 0.8 * len(answers)


def test_a_layout_fires_on_most_pages() -> None:
    """Four in five pages have a layout that places their body."""
    assert sum(bool(layout.body) for _, layout in FIRED) >= 0.8 * len(_answers())


@each_fired
def test_the_body_holds_every_paragraph(answer: dict[str, Any], layout: Layout) -> None:
    """A layout that fires finds the element that contains the whole body."""
    body = text(_body(answer, layout))
    assert [one for one in answer["body"] if _squeezed(one) not in body] == []


@each_fired
def test_nothing_of_the_body_is_dropped(answer: dict[str, Any], layout: Layout) -> None:
    """Elements that a layout drops inside the body contain no paragraph of it."""
    body = _body(answer, layout)
    dropped = [text(one) for selector in layout.drop for one in matching(body, selector)]
    eaten = [one for one in answer["body"] if any(_squeezed(one) in part for part in dropped)]
    assert eaten == []


@each_fired
def test_the_headline_is_the_pages_own(answer: dict[str, Any], layout: Layout) -> None:
    """Where a layout finds a headline, it is the one that a reader finds."""
    elements = (one for selector in layout.headline for one in matching(_root(answer["file"]), selector))
    headline = next((text(one) for one in elements if text(one)), None)
    assert headline is None or _squeezed(answer["headline"]) in headline


@each_fired
def test_the_time_of_publication_is_in_its_place(answer: dict[str, Any], layout: Layout) -> None:
    """Where a layout finds a place for the time, the day of publication stands in it."""
    elements = (one for selector in layout.published for one in matching(_root(answer["file"]), selector))
    place = next((text(one) for one in elements if text(one)), None)
    if place is None or not answer.get("published"):
        return
    day = answer["published"][:10].split("-")
    assert all(re.search(rf"0?{int(number)}(?!\d)|{number}", place) for number in day[1:])


@pytest.mark.parametrize("answer", _answers(), ids=lambda answer: answer["file"][6:])
def test_the_language_of_the_edition_is_the_pages(answer: dict[str, Any]) -> None:
    """The declared language of a page's edition is the language that it is written in."""
    publisher = publisher_of(answer["url"])
    assert publisher is None or language_of(publisher, answer["url"]) == answer["lang"]
