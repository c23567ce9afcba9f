"""Measures a text: its amount, and whether it is sentences or a list of links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crawler.items import Article
from crawler.text.lazy_pattern import LazyPattern

# One ideograph, kana or syllable says about as much as three letters of an alphabet.
_DENSE = LazyPattern("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]+")
_NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDS = frozenset(".。!！?？…;；:：؟۔」』”\"’')）")
_STOPS = ("。", "！", "？")  # marks that also end a sentence within a paragraph
_DATE = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
_DATED_ENTRY = re.compile(_DATE + r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?[\])）】]?$")
_DATE_FIRST = re.compile(r"\s*[\[(（【]?" + _DATE + r"[\])）】]?\s[^。！？.!?]+$")
_LONGEST_DATE = 40  # characters, with the time of day
_BROKEN = re.compile("[\ufffd\x00-\x08\x0e-\x1f]")


LONG = 120
"""Minimum weight of prose in a paragraph: about two short sentences."""
ENOUGH = 1000
"""Weight beyond which the length of a text is irrelevant."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The measure of an article's text."""

    weight: int
    """Letters of the body, as `weight` counts them; counting stops at `ENOUGH`."""
    captions: int
    """Letters of the captions, counted likewise."""
    paragraphs: int
    """Paragraphs of the body with a letter in them."""
    unfinished: float
    """Share of these paragraphs in which no sentence ends: near 1 in a list of headlines."""
    prose: float
    """Share of these paragraphs that end in a sentence and have the length of two; many a teaser is
    truncated.
    """
    entries: float
    """Share of these paragraphs that are like a list's entries: a title with a date behind or before it."""
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
        unfinished=_share(sum(not _is_finished(paragraph) for paragraph in paragraphs), len(paragraphs)),
        prose=_share(sum(map(_is_prose, paragraphs)), len(paragraphs)),
        entries=_share(sum(map(_is_entry, paragraphs)), len(paragraphs)),
        broken=_broken(article.headline + whole),
    )


def _is_finished(paragraph: str) -> bool:
    """Return whether a sentence ends in a paragraph."""
    return paragraph.rstrip()[-1:] in _ENDS or any(stop in paragraph for stop in _STOPS)


def _is_prose(paragraph: str) -> bool:
    return len(paragraph) >= LONG / 3 and _is_whole(paragraph) and weight(paragraph) >= LONG


def _is_whole(paragraph: str) -> bool:
    """Return whether a paragraph ends where a sentence does, not in the dots of a teaser."""
    end = paragraph.rstrip()
    return end[-1:] in _ENDS and not end.endswith(("...", "…"))


def _is_entry(paragraph: str) -> bool:
    """Return whether a paragraph is a title with a date behind or before it."""
    end = paragraph.rstrip()[-_LONGEST_DATE:]
    return _DATED_ENTRY.search(end) is not None or _DATE_FIRST.match(paragraph) is not None


def _broken(text: str) -> float:
    if text.isprintable() and "\ufffd" not in text:  # nearly every text; the pattern is slow
        return 0.0
    return _share(len(_BROKEN.findall(text)), len(text))


def weight(text: str) -> int:
    """Count letters; an East Asian character counts for three."""
    if text.isascii():
        return len(text.encode("ascii").translate(None, _NO_LETTERS))
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
