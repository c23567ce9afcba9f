"""Small inputs made after bug reports of other extractors, each against its right value."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction import extract_article
from crawler.items import Article

FOLDER = Path(__file__).parents[3] / "shared" / "cases"
PICTURE = "http://img.lingshui-daily.cn/2024/lock.jpg"
LINES = FOLDER / "cases.jsonl"
CASES = [json.loads(line) for line in LINES.read_text("utf-8").splitlines()] if LINES.is_file() else []

WRONG: Mapping[str, str] = {}
"""Cases that are judged wrong, each with the reason."""


def _has(part: str) -> Callable[[Article], bool]:
    return lambda article: any(part in line for line in article.body)


TOLD: Mapping[tuple[str, str], Callable[[Article], bool]] = {
    ("f944-pullquote-aside", "body"): _has("I counted every boat"),
    ("ms347-authors", "bylines"): lambda article: article.bylines == ("Erin Bank",),
    ("r575-ruby", "body"): lambda article: (
        "ぎゃくたい" not in article.body[0] and "虐待を" in article.body[0]
    ),
    ("ch-emoji-img", "body"): lambda article: article.body[-1].startswith("He waved 👋 at the boats"),
    ("inl-abbr", "body"): lambda article: article.body[0].endswith("Monday morning at nine."),
    ("textarea", "body"): lambda article: len(article.body) == 4,
    ("x-rb", "body"): lambda article: "虐待を" in article.body[0],
    ("x-figure-table", "body"): lambda article: {"March 31 boats", "April 37 boats"} <= {*article.body},
    ("x-inline-img", "body"): lambda article: article.body[-1].startswith("He waved :) at the boats"),
    ("x-math", "body"): _has("E=mc2"),
    ("x-h1-span-site", "headline"): lambda article: "新闻网" not in article.headline,
    ("x-amp", "photos"): lambda article: [photo.url for photo in article.photos] == [PICTURE],
    ("a343", "bylines"): lambda article: len(article.bylines) == 3,
    ("a24", "bylines"): lambda article: len(article.bylines) == 2,
    ("a-gne34c", "bylines"): lambda article: "张三" in article.bylines,
    ("a-endparen", "bylines"): lambda article: "张三" in article.bylines,
    ("c-data", "photos"): lambda article: [photo.caption for photo in article.photos] == ["The lock at dawn"],
    ("t-articlebody", "body"): lambda article: len(article.body) == 4,
    ("l-kk", "language"): lambda article: (article.language or "").startswith("kk"),
    ("l-fa-undeclared", "language"): lambda article: article.language == "fa",
}
"""Conditions of a right value that the case describes in words, by case and field."""


def _is_same_time(stated: str | None, expected: str) -> bool:
    """Whether a time is the expected one, however its zone is written, or as exact as it is expected."""
    if stated is None or stated.startswith(expected):
        return stated is not None
    return "T" in expected and datetime.fromisoformat(stated) == datetime.fromisoformat(expected)


def _is_right(case: Mapping[str, Any], field: str, article: Article) -> bool:
    expected, value = case["expected"][field], getattr(article, field)
    if (told := TOLD.get((case["id"], field))) is not None:
        return told(article)
    if isinstance(expected, list):
        return list(value) == expected
    if field == "photos":
        return [photo.url for photo in value] == [PICTURE]
    if field in ("published", "modified") and expected is not None:
        return _is_same_time(value, expected)
    return bool(value == expected)


@pytest.mark.skipif(not CASES, reason="../shared/cases is absent")
@pytest.mark.parametrize(
    "case", [case for case in CASES if case["id"] not in WRONG], ids=lambda case: case["id"]
)
def test_case(case: Mapping[str, Any]) -> None:
    """Each field that a case names has its right value."""
    page = (FOLDER / case["page"]).read_bytes()
    article = extract_article(page, case["url"], case["content_type"])
    wrong = {
        field: getattr(article, field) for field in case["expected"] if not _is_right(case, field, article)
    }
    assert wrong == {}, case["behaviour"]
