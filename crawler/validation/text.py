"""How much text there is, and whether it reads like sentences or like a list of links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crawler.items import Article

# One ideograph, kana or syllable says about as much as three letters of an alphabet.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.。!！?？…;；:：؟۔」』”\"’')）]\s*$|[。！？]")
_ENTRY = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?[\])）】]?\s*$"
    r"|^\s*[\[(（【]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）】]?\s[^。！？.!?]+$"
)
_BROKEN = re.compile("[\ufffd\x00-\x08\x0e-\x1f]")


ENOUGH = 1000
"""Beyond this weight nobody asks how long a text is."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The measure of an article's text."""

    weight: int
    """Letters of the body, as `weight` has it; not counted on once there are `ENOUGH`."""
    captions: int
    """Letters of the captions, counted likewise."""
    paragraphs: int
    """Paragraphs of the body with a letter in them."""
    unfinished: float
    """Share of these paragraphs in which no sentence ends: near 1 in a list of headlines."""
    entries: float
    """Share of these paragraphs that read like a list's entries: a title with a date behind or before it."""
    broken: float
    """Share of characters that are no text: U+FFFD and control characters."""


def measure(article: Article) -> Measure:
    """Measure an article's text."""
    paragraphs = [paragraph for paragraph in article.body if _LETTERS.search(paragraph)]
    whole = "".join(article.body)
    return Measure(
        weight=_weight_to_ceiling(paragraphs),
        captions=sum(weight(photo.caption or "") for photo in article.photos),
        paragraphs=len(paragraphs),
        unfinished=_share(
            sum(not _SENTENCE_END.search(paragraph) for paragraph in paragraphs), len(paragraphs)
        ),
        entries=_share(
            sum(_ENTRY.search(paragraph) is not None for paragraph in paragraphs), len(paragraphs)
        ),
        broken=_share(len(_BROKEN.findall(article.headline + whole)), len(article.headline + whole)),
    )


def weight(text: str) -> int:
    """Count letters; an East Asian character counts for three."""
    return sum(map(len, _LETTERS.findall(text))) + 2 * sum(map(len, _DENSE.findall(text)))


def _weight_to_ceiling(paragraphs: Iterable[str]) -> int:
    total = 0
    for paragraph in paragraphs:
        total += weight(paragraph[:ENOUGH])
        if total >= ENOUGH:
            break
    return total


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
