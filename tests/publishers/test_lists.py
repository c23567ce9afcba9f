"""Composed lists of the publishers, each beside the links to articles that a person read off it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.discovery.json_lists import json_links
from crawler.discovery.links import references
from crawler.discovery.page_shapes import use_of
from crawler.discovery.shapes import Shape, url_shape
from crawler.extraction.tree.page import parse_page
from crawler.publishers import Publisher, publisher_of
from crawler.text.references import Base

LISTS = Path(__file__).parent / "lists"
RECORDS = sorted(LISTS.glob("*/*.json"))
PAGES = [path for path in RECORDS if path.with_suffix(".html").exists()]
DATA = [path for path in RECORDS if path.with_suffix(".data").exists()]


def each(paths: list[Path]) -> pytest.MarkDecorator:
    """Run a test with each list, named after its publisher and its point."""
    return pytest.mark.parametrize("path", paths, ids=lambda path: f"{path.parent.name}/{path.stem}")


def read_record(path: Path) -> tuple[dict[str, Any], Publisher]:
    """Return the record of a list, and its publisher, after which its folder is named."""
    record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    publisher = publisher_of(record["url"])
    assert publisher is not None
    assert publisher.name == path.parent.name
    return record, publisher


@each(PAGES)
def test_list_leads_to_its_articles(path: Path) -> None:
    """The links to articles, and their days, are those that a person found; the list is no article itself."""
    record, publisher = read_record(path)
    page = parse_page(path.with_suffix(".html").read_bytes(), record["url"], record["content_type"])
    found = references(page, with_days=True)
    articles = {each.url: each.day for each in found if url_shape(each.url, publisher) is Shape.ARTICLE}
    assert articles == record["articles"]
    assert use_of(page).leads_on


@each(DATA)
def test_json_list_leads_to_its_articles(path: Path) -> None:
    """The articles in the JSON that a list's script loads, and their days, are those that a person found."""
    record, publisher = read_record(path)
    faults: list[str] = []
    found = json_links(path.with_suffix(".data").read_text("utf-8"), Base(record["url"]), faults)
    articles = {url: day for url, day in found if url_shape(url, publisher) is Shape.ARTICLE}
    assert articles == record["articles"]
    assert faults == []


def test_lists_and_records_come_in_pairs() -> None:
    """No list lies there that no test reads."""
    lists = {path.with_suffix("") for path in LISTS.glob("*/*") if path.suffix != ".json"}
    assert lists == {path.with_suffix("") for path in RECORDS}
    assert len(PAGES) + len(DATA) == len(RECORDS)
