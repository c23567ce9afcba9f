"""Saved pages of the publishers, each beside the record that a person checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.declaring.expectation import FIELDS
from crawler.extraction import extract_article
from crawler.items import ALL_DETAILS, Article
from crawler.publishers import publisher_of
from crawler.records.lines import build_article, json_line

PAGES = Path(__file__).parent / "pages"
EXPECTATIONS = sorted(PAGES.glob("*/*.json"))

each_page = pytest.mark.parametrize("path", EXPECTATIONS, ids=lambda path: f"{path.parent.name}/{path.stem}")


def expected(path: Path) -> dict[str, Any]:
    """Return the expected record of a page."""
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


@each_page
def test_page_is_read_as_a_person_read_it(path: Path) -> None:
    """Every field equals the page; until a person has checked that, the test fails."""
    answer = expected(path)
    page = _page_of(path)
    assert answer["checked"] is True, (
        f'read {page.name} in a browser, correct {path.name} where it is wrong, then set "checked" to true'
    )
    article = extract_article(page.read_bytes(), answer["url"], answer["content_type"], fields=ALL_DETAILS)
    assert stated(article) == stated(build_article({"id": "", **answer}))


def stated(article: Article) -> dict[str, Any]:
    """Return the fields that an expectation states; it may leave out empty ones."""
    content = json.loads(json_line(article))
    return {name: content[name] for name in FIELDS}


@each_page
def test_page_lies_with_its_publisher(path: Path) -> None:
    """The folder is named after the publisher of the page's URL."""
    publisher = publisher_of(expected(path)["url"])
    assert publisher is not None
    assert publisher.name == path.parent.name


def _page_of(path: Path) -> Path:
    """Return the page beside its record; an article in JSON has another ending than `.json`."""
    return next(each for each in path.parent.glob(f"{path.stem}.*") if each.suffix != ".json")


def test_pages_and_expectations_come_in_pairs() -> None:
    """No page lies there that no test reads."""
    pages = {path.with_suffix("") for path in PAGES.glob("*/*") if path.suffix != ".json"}
    assert pages == {path.with_suffix("") for path in EXPECTATIONS}
    assert len(pages) >= 3
