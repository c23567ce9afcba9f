"""Computes MinHash signatures (sketches), which find copies of a wire story across sites.

A site that reprints wire copy rewrites the headline, cuts the last paragraphs, and adds its own dateline
above or a note below. Most of the text remains. A shingle is a short run of words, or of characters if words
are not separated. Two articles tell the same story if their common shingles are at least `ALIKE` of all their
shingles. MinHash (Broder 1997) estimates that share from sketches of a fixed size.
"""

from __future__ import annotations

import hashlib
import struct
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import eq

from rensa import RMinHash

from crawler.items import Article
from crawler.text.lazy_pattern import LazyPattern

ALIKE = 0.4
"""Minimum share of common shingles in one story. `python -m benchmarks.stories` measures other values."""
SLOTS, ROWS = 96, 3
"""Numbers in a sketch, and in each band: two sketches are compared if they share a band."""
LEAST = 24
"""Minimum number of shingles; a shorter text has no sketch."""
ALGORITHM: int = RMinHash.ALGORITHM_VERSION
"""Sketches of different algorithms cannot be compared."""

_SEED = 1
_FORM = struct.Struct(f"<{SLOTS}I")
_BAND = struct.Struct(f"<{ROWS}I")
_WORDS, _CHARACTERS = 3, 5
_APART = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han, kana and Thai characters, each of which is a token."""
_CHARACTER = LazyPattern(f"[{_APART}]")
_RUN = LazyPattern(f"[{_APART}]+|[^\\W_{_APART}]+")
"""A run of such characters, or of other letters and digits, which is one token."""
_WIDE_MARKS = "，：；！？（）\u3000"
"""Marks that part tokens like a space. Without them most Chinese text is in normal form already."""
_ASCII_WORDS = bytes(each if chr(each).isalnum() and each < 128 else 32 for each in range(256))
"""Translation table that puts spaces between the tokens of ASCII text, in half the time of the regular
expression."""


def sketch(article: Article) -> bytes | None:
    """Return the sketch of an article's text; None if it is too short."""
    distinct = set(shingles(article.body))
    if len(distinct) < LEAST:
        return None
    minima = RMinHash(SLOTS, _SEED)
    minima.update(list(distinct))  # the order is irrelevant: the minimum is kept
    return _FORM.pack(*minima.digest())


def shingles(body: Sequence[str]) -> Iterator[str]:
    """Yield the runs of three words, or of five characters, of a text; marks and capitals do not count."""
    tokens = _tokens("\n".join(body))
    size = _CHARACTERS if 2 * list(map(len, tokens)).count(1) > len(tokens) else _WORDS
    runs = zip(*(islice(tokens, start, None) for start in range(size)), strict=False)
    return map(" ".join, runs)


def _tokens(text: str) -> list[str]:
    if not text.isascii():
        for mark in _WIDE_MARKS:
            text = text.replace(mark, " ")
        text = unicodedata.normalize("NFKC", text)
    text = text.casefold()
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_WORDS).decode("ascii").split()
    runs = _RUN.findall(text)
    if not _CHARACTER.search(text):
        return runs
    return [token for run in runs for token in (run if _CHARACTER.search(run) else (run,))]


def likeness(one: bytes, other: bytes) -> float:
    """Return the share of common shingles, from 0 to 1, that two sketches estimate."""
    same: int = sum(map(eq, _FORM.unpack(one), _FORM.unpack(other)))
    return same / SLOTS


def bands(sketched: bytes) -> tuple[int, ...]:
    """Return a hash for each band of a sketch. Similar texts nearly always share one."""
    pieces = range(0, len(sketched), _BAND.size)
    return tuple(_number(start, sketched[start : start + _BAND.size]) for start in pieces)


def story_id(article: Article) -> str:
    """Return the id of a new story for its first article.

    It is a hash of the longest paragraph, so that copies in separate crawls mostly get the same id.
    """
    longest = max(article.body, key=len, default="")
    text = "".join(_tokens(longest))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _number(place: int, band: bytes) -> int:
    """Return a signed number of 64 bits, as in SQLite."""
    digest = hashlib.blake2b(band, digest_size=8, salt=place.to_bytes(2, "big")).digest()
    return int.from_bytes(digest, "big", signed=True)
