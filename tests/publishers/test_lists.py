"""Composed lists of the publishers, each beside its links to articles, as read by a person.

A list is a page (`.html`), or a file that a page's script loads: JSON, also as JSONP (`.jsonp`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.discovery.entries import read_entries
from crawler.discovery.links import references
from crawler.discovery.page_shapes import use_of
from crawler.discovery.shapes import Shape, url_shape
from crawler.discovery.sniff import ResponseKind, sniff
from crawler.extraction.tree.page import parse_page
from crawler.publishers import publisher_of
from crawler.text.dates import url_date

LISTS = Path(__file__).parent / "lists"
RECORDS = sorted(LISTS.glob("*/*.json"))

each_list = pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}/{path.stem}")


def written_down(path: Path) -> dict[str, Any]:
    """Return the record of a list."""
    record: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return record


def announced(body: bytes, url: str, content_type: str) -> dict[str, str | None]:
    """Return the URLs that a list leads to, each with its day."""
    kind = sniff(body, url)
    if kind is ResponseKind.HTML:
        page = parse_page(body, url, content_type)
        return {each.url: each.day for each in references(page, with_days=True)}
    entries = read_entries([body], kind, url, content_type)
    return {each.url: each.published or url_date(each.url) for each in entries}


@each_list
def test_list_leads_to_its_articles(path: Path) -> None:
    """The links to articles, and their days, are those that a person found."""
    record = written_down(path)
    publisher = publisher_of(record["url"])
    assert publisher is not None
    assert publisher.name == path.parent.name
    links = announced(_list_of(path).read_bytes(), record["url"], record["content_type"])
    articles = {url: day for url, day in links.items() if url_shape(url, publisher) is Shape.ARTICLE}
    assert articles == record["articles"]


@each_list
def test_links_of_a_list_are_followed(path: Path) -> None:
    """A page with links to articles is no article only."""
    record = written_down(path)
    body = _list_of(path).read_bytes()
    if sniff(body, record["url"]) is ResponseKind.HTML:
        assert use_of(parse_page(body, record["url"], record["content_type"])).leads_on


def _list_of(path: Path) -> Path:
    """Return the list beside its record."""
    return next(each for each in path.parent.glob(f"{path.stem}.*") if each.suffix != ".json")


def test_lists_and_records_come_in_pairs() -> None:
    """No list lies there that no test reads."""
    lists = {path.with_suffix("") for path in LISTS.glob("*/*") if path.suffix != ".json"}
    assert lists == {path.with_suffix("") for path in RECORDS}
