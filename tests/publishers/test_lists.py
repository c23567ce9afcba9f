"""Composed lists of the publishers, each beside the links to articles that a person read off it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.discovery.json_lists import json_links
from crawler.discovery.links import references
from crawler.discovery.page_shapes import use_of
from crawler.discovery.shapes import Shape, url_shape
from crawler.extraction.tree.page import parse_page
from crawler.publishers import publisher_of
from crawler.text.references import Base

LISTS = Path(__file__).parent / "lists"
RECORDS = sorted(LISTS.glob("*/*.json"))

each_list = pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}/{path.stem}")


@each_list
def test_list_leads_to_its_articles(path: Path) -> None:
    """The links to articles, and their days, are those that a person found; the list is no article itself."""
    record = json.loads(path.read_text("utf-8"))
    publisher = publisher_of(record["url"])
    assert publisher is not None
    assert publisher.name == path.parent.name
    list_file = path.with_suffix(".html")
    found = (
        _of_page(list_file.read_bytes(), record)
        if list_file.exists()
        else _of_json(path.with_suffix(".txt").read_text("utf-8"), record["url"])
    )
    articles = {url: day for url, day in found if url_shape(url, publisher) is Shape.ARTICLE}
    assert articles == record["articles"]


def _of_page(content: bytes, record: dict[str, str]) -> list[tuple[str, str | None]]:
    page = parse_page(content, record["url"], record["content_type"])
    assert use_of(page).leads_on
    return [(each.url, each.day) for each in references(page, with_days=True)]


def _of_json(text: str, url: str) -> list[tuple[str, str | None]]:
    """The links of a list in JSON or JSONP, which has the suffix `.txt` beside its record in `.json`."""
    faults: list[str] = []
    found = list(json_links(text, Base(url), faults))
    assert faults == []
    return found


def test_lists_and_records_come_in_pairs() -> None:
    """No list lies there that no test reads."""
    lists = {path.with_suffix("") for path in LISTS.glob("*/*") if path.suffix != ".json"}
    assert lists == {path.with_suffix("") for path in RECORDS}
