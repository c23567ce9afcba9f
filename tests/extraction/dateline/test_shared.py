"""The labelled datelines beside the project, where they are: shares below these floors are a step back."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction.dateline.find import find_dateline, parse_dateline

SHARED = Path(__file__).parents[4] / "shared"
ROWS = SHARED / "datelines.jsonl"
FLOORS = {"text": 0.98, "parsed": 0.96, "text_composed": 0.98, "parsed_composed": 0.98, "negatives": 0.98}
pytestmark = pytest.mark.skipif(not ROWS.exists(), reason="the labelled datelines are not here")


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def fold(text: str | None) -> str:
    """Return text without white space and widths, for comparing."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def day(date: dict[str, int | None] | None) -> str | None:
    """Return a labelled date as the parser writes it without knowing the article's."""
    if not date or not date["day"]:
        return None
    if date["year"]:
        return f"{date['year']:04d}-{date['month']:02d}-{date['day']:02d}"
    return f"--{date['month']:02d}-{date['day']:02d}" if date["month"] else f"---{date['day']:02d}"


def judged(row: dict[str, Any]) -> dict[str, bool]:
    """Return whether text and parts are right, or whether a trap was seen through."""
    dateline = parse_dateline(row["text"])
    if row["dateline"] is None:
        return {"negatives": dateline is None}
    suffix = "" if row["origin"] == "real" else "_composed"
    want = (
        [fold(p) for p in row["places"]],
        day(row["date"]),
        fold(row["agency"]),
        [fold(p) for p in row["reporters"]],
    )
    have = dateline and (
        [fold(p) for p in dateline.places],
        dateline.date,
        fold(dateline.agency),
        [fold(p) for p in dateline.reporters],
    )
    return {
        "text" + suffix: dateline is not None and fold(dateline.text) == fold(row["dateline"]),
        "parsed" + suffix: have == want,
    }


def test_floors() -> None:
    """Texts, parts and traps are right at least as often as the floors say."""
    seen: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for row in rows(ROWS):
        for name, right in judged(row).items():
            seen[name] += 1
            hits[name] += right
    short = {
        name: hits[name] / seen[name] for name, floor in FLOORS.items() if hits[name] < floor * seen[name]
    }
    assert not short


def test_articles() -> None:
    """The dateline of each article is found, and none where it has none."""
    pages = [row for row in rows(SHARED / "corpus" / "gold.jsonl") if row.get("body")]
    datelines = [find_dateline(page["body"], page.get("published")) for page in pages]
    wrong = [
        page["url"]
        for page, line in zip(pages, datelines, strict=True)
        if fold(line.text if line else None) != fold(page["dateline"])
    ]
    assert len(wrong) <= 0.02 * len(pages)


def test_later_paragraphs() -> None:
    """Of the paragraphs that follow the first of the world's articles, hardly one passes for a dateline."""
    later = [p for row in rows(SHARED / "general" / "gold.jsonl") for p in (row.get("body") or [])[2:]]
    assert sum(parse_dateline(paragraph) is not None for paragraph in later) <= 0.002 * len(later)
