"""Reads the saved pages for a benchmark: those in the list gold.jsonl of a folder, or all in the folder."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.extraction import extract_article
from crawler.text.charset import decode

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""The folder of the real pages, beside the project."""
ENDINGS = frozenset({".htm", ".html", ".shtml"})


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page, in the form that every extractor gets."""

    name: str
    url: str
    body: bytes
    """The bytes as they were served."""
    text: str
    """The decoded bytes, for extractors that cannot decode."""
    language: str
    """The primary language, for extractors that must be told: `zh`, `en`."""
    answer: Mapping[str, Any]
    """The answer that a person read from the page; empty without one."""


def read_pages(folder: Path) -> list[SavedPage]:
    """Read the pages of a folder. Raises FileNotFoundError if it has none."""
    pages = [_page(folder, answer) for answer in _answers(folder)]
    if not pages:
        raise FileNotFoundError(f"{folder}: no gold.jsonl and no saved pages are here")
    return pages


def read_package(folder: Path) -> list[SavedPage]:
    """Read the test pages of `article` 1.1.2, a program by Andreas Madsen (MIT), from its unpacked package.

    Its author labelled title and text by hand. Raises FileNotFoundError if the folder is not that package.
    """
    tests = folder / "test" / "reallife"
    rows = json.loads((tests / "datamap.json").read_text("utf-8"))
    return [_labelled(tests, row["key"], row["href"]) for row in rows if row["labeled"]]


def _labelled(tests: Path, key: str, url: str) -> SavedPage:
    expected = json.loads((tests / "expected" / f"{key}.json").read_text("utf-8"))
    answer = {"file": f"source/{key}.html", "url": url, "lang": "en"}
    return _page(tests, answer | {"headline": expected["title"], "body": expected["text"].splitlines()})


def _answers(folder: Path) -> Iterator[dict[str, Any]]:
    gold = folder / "gold.jsonl"
    if gold.is_file():
        yield from map(json.loads, gold.read_text("utf-8").splitlines())
        return
    for path in sorted(folder.rglob("*")):
        if path.suffix in ENDINGS and path.is_file():
            name = path.relative_to(folder).as_posix()
            yield {"file": name, "url": f"http://pages.example/{name}"}


def _page(folder: Path, answer: Mapping[str, Any]) -> SavedPage:
    body = _unpacked(folder / answer["file"])
    language = answer.get("lang") or extract_article(body, answer["url"]).language or "en"
    return SavedPage(
        name=answer["file"],
        url=answer["url"],
        body=body,
        text=decode(body).text,
        language=language.partition("-")[0],
        answer=answer,
    )


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
