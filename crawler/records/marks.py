"""Computes the fingerprints of an article for revisions, duplicates and stories."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.items import Article
from crawler.records.revisions import Fingerprint, fingerprint
from crawler.records.stories import bands, sketch


@dataclass(frozen=True, slots=True)
class Sketch:
    """The MinHash signature of a text, and the hashes of its bands (see `records.stories`)."""

    slots: bytes
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The fingerprints of an article, computed once."""

    fingerprint: Fingerprint
    sketch: Sketch | None
    """None for a text that is too short to compare."""


def marks_of(article: Article) -> Marks:
    """Return the marks of an article."""
    slots = sketch(article)
    return Marks(fingerprint(article), None if slots is None else Sketch(slots, bands(slots)))
