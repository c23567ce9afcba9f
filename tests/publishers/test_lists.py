"""Composed lists of the publishers, each beside the links to articles that a person read off it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.discovery.links import references
from crawler.discovery.page_shapes import use_of
from crawler.discovery.shapes import Shape, url_shape
from crawler.extraction.tree.page import parse_page
from crawler.publishers import publisher_of

LISTS = Path(__file__).parent / "lists"
RECORDS = sorted(LISTS.glob("*/*.json"))

each_list = pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}/{path.stem}")


@each_list
def test_list_leads_to_its_articles(path: Path) -> None:
    """The links to articles, and their days, are those that a person found; the list is no article itself."""
    record = json.loads(path.read_text("utf-8"))
    page = parse_page(path.with_suffix(".html").read_bytes(), record["url"], record["content_type"])
    publisher = publisher_of(page.url)
    assert publisher is not None
    assert publisher.name == path.parent.name
    found = references(page, with_days=True)
    articles = {each.url: each.day for each in found if url_shape(each.url, publisher) is Shape.ARTICLE}
    assert articles == record["articles"]
    assert use_of(page).leads_on


def test_lists_and_records_come_in_pairs() -> None:
    """No list lies there that no test reads."""
    lists = {path.with_suffix("") for path in LISTS.glob("*/*") if path.suffix != ".json"}
    assert lists == {path.with_suffix("") for path in RECORDS}
