"""Tests of articles that a server sends as JSON, without a page."""

from __future__ import annotations

import json

import pytest

from crawler.extraction import extract_article
from crawler.extraction.tree.page import parse_page

URL = "http://www.lanqiao.test/api/article?id=7"
SENTENCE = "The ferry at Lanqiao carried its first passengers of the year, and most of them came to look."
TEXT = f"<p>{SENTENCE}</p><p>{SENTENCE[:-1]} again.</p>"
FIELDS = {"title": "<b>Ferry</b> returns", "author": "Lin Wu", "publishTime": "2022-08-07 09:15:00"}


@pytest.mark.parametrize(
    "data",
    [
        {**FIELDS, "content": TEXT},
        {"code": 200, "data": {"detail": {**FIELDS, "content": TEXT}}},
        {"obj": {**FIELDS, "content": f"{TEXT}<script src=a.js></script>"}},
        [{**FIELDS, "content": TEXT}],
    ],
    ids=["flat", "inside", "with a script", "in a list"],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_article_in_json(data: object, ascii_only: bool) -> None:
    """Headline, author, time and text are those of the object, in each field's place."""
    body = f" {json.dumps(data, ensure_ascii=ascii_only)}\n".encode()
    article = extract_article(body, URL, "application/json")
    assert (article.headline, article.bylines) == ("Ferry returns", ("Lin Wu",))
    assert (article.published or "").startswith("2022-08-07T09:15")
    assert article.body == (SENTENCE, f"{SENTENCE[:-1]} again.")


@pytest.mark.parametrize("text", ["{{ title }}<h1>Ferry</h1>", "<p>{}</p>", "{", ""])
def test_other_text_is_a_page(text: str) -> None:
    """Only text that is a whole object or list counts as JSON."""
    assert parse_page(text.encode(), URL).root.find(".//script") is None
