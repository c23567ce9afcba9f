"""Writes the record of a saved page as JSON, for a person to correct and confirm."""

from __future__ import annotations

from dataclasses import fields

from crawler.extraction import Knowledge, extract_article
from crawler.extraction.explain.explanation import GIVEN
from crawler.items import ALL_DETAILS, Article
from crawler.publishers import Publisher, layouts_of
from crawler.records.lines import json_text

DERIVED = frozenset({"id", "pages"})
"""Fields that follow from others, or from more than one page."""
FIELDS = tuple(field.name for field in fields(Article) if field.name not in GIVEN | DERIVED)
"""Fields that an expectation states, in the order of the record."""


def expectation(body: bytes, url: str, content_type: str | None, publisher: Publisher) -> str:
    """Return the JSON of an expectation that no person has checked yet."""
    knowledge = Knowledge(publisher, layouts_of(publisher))
    article = extract_article(body, url, content_type, knowledge, ALL_DETAILS)
    stated = {name: getattr(article, name) for name in FIELDS}
    return json_text({"checked": False, "content_type": content_type, **stated})
