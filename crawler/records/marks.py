"""By what an article is known again: as itself, as a copy, as one telling of a story."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.items import Article
from crawler.records.revisions import Fingerprint, fingerprint
from crawler.records.stories import bands, sketch


@dataclass(frozen=True, slots=True)
class Sketch:
    """The sketch of a text, and the numbers of its bands (see `records.stories`)."""

    slots: bytes
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is worked out of an article once."""

    fingerprint: Fingerprint
    sketch: Sketch | None
    """None where the text is too short to be known again."""


def marks_of(article: Article) -> Marks:
    """Return the marks of an article."""
    slots = sketch(article)
    return Marks(fingerprint(article), None if slots is None else Sketch(slots, bands(slots)))
