"""The extractor against the ground truth of the bundled site, page by page and field by field."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from itemadapter import ItemAdapter

from crawler.extraction import Page, parse_page, read_article
from crawler.items import ALL_DETAILS
from crawler.samplesite import SampleSite
from tests.samplesite.ground_truth import EXPECTED

ORIGIN = "http://news.sample.test"
FIELDS = ("headline", "kicker", "section", "published", "source", "bylines", "editors", "language", "body")
SITE = SampleSite()


def fetch(path: str) -> Page:
    """Return the page at a path, parsed with the header that the server sends."""
    reply = SITE.reply(path, ORIGIN)
    return parse_page(reply.body, ORIGIN + path, reply.headers.get("Content-Type"))


@cache
def record(path: str) -> dict[str, Any]:
    """Return the record of an article, with its further parts joined."""
    expected = next(each for each in EXPECTED if each["path"] == path)
    parts = tuple(fetch(part) for part in expected["pages"][1:])
    article = read_article(replace(fetch(path), parts=parts), fields=ALL_DETAILS)
    content: dict[str, Any] = ItemAdapter(article).asdict()
    return content


def as_lists(value: Any) -> Any:
    """Return a value with its tuples as lists, as JSON has them."""
    if isinstance(value, list | tuple):
        return [as_lists(item) for item in value]
    if isinstance(value, dict):
        return {key: as_lists(item) for key, item in value.items()}
    return value


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda each: each["path"])
@pytest.mark.parametrize("field", FIELDS)
def test_field(expected: dict[str, Any], field: str) -> None:
    """Each field of each article equals a reader's answer."""
    assert as_lists(record(expected["path"])[field]) == expected[field]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda each: each["path"])
def test_dateline(expected: dict[str, Any]) -> None:
    """The dateline is found and parsed, and null if the article has none."""
    assert as_lists(record(expected["path"])["dateline"]) == expected["dateline"]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda each: each["path"])
def test_photos(expected: dict[str, Any]) -> None:
    """Every photo comes with its own caption, credit, people, agency and date, and nothing else comes."""
    photos = as_lists(record(expected["path"])["photos"])
    for photo in photos:
        photo["url"] = (photo["url"] or "").removeprefix(ORIGIN)
    assert len(photos) == len(expected["photos"])
    for photo, wanted in zip(photos, expected["photos"], strict=True):
        assert {name: photo[name] for name in wanted} == wanted


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda each: each["path"])
def test_body_holds_no_caption(expected: dict[str, Any]) -> None:
    """A caption is never body, and body never a caption."""
    extracted = record(expected["path"])
    captions = {photo["caption"] for photo in extracted["photos"] if photo["caption"]}
    assert not captions & set(extracted["body"])


@pytest.mark.parametrize("expected", [e for e in EXPECTED if e["pages"]], ids=lambda each: each["path"])
def test_joined_pages_are_named(expected: dict[str, Any]) -> None:
    """A record of several pages names them in order."""
    pages = [url.removeprefix(ORIGIN) for url in record(expected["path"])["pages"]]
    assert pages == expected["pages"]


def test_missing_part_is_said() -> None:
    """An article whose second part is missing never passes as whole."""
    page = replace(fetch("/2022-08/05/content_78360001.htm"), missing=(f"{ORIGIN}/gone.htm",))
    assert read_article(page).evidence["pages.missing"] == f"{ORIGIN}/gone.htm"
