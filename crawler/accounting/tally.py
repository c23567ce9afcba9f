"""Counts the fill rates of the records while articles pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crawler.items import Article

FILLABLE = (
    "language",
    "headline",
    "kicker",
    "section",
    "published",
    "modified",
    "source",
    "bylines",
    "editors",
    "dateline",
    "photos",
    "captions",
    "credits",
    "body",
)
"""Fields that may be empty; captions and credits are those of a record's photos."""


@dataclass(slots=True)
class Tally:
    """Counts of the written articles, updated while they pass."""

    written: int = 0
    revised: int = 0
    filled: Counter[str] = field(default_factory=Counter)
    """Articles with a value, by field."""
    languages: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    """Later revisions, by changed field."""

    def add(self, article: Article) -> None:
        """Count one article."""
        self.written += 1
        self.revised += article.revision > 1
        self.changed.update(article.changed)
        self.filled.update(filled_fields(article))
        self.languages[article.language or "unknown"] += 1


def filled_fields(article: Article) -> Iterable[str]:
    """Name the fields of FILLABLE that this article has."""
    photos = {
        "captions": any(photo.caption for photo in article.photos),
        "credits": any(photo.credit for photo in article.photos),
    }
    return [name for name in FILLABLE if photos.get(name) or getattr(article, name, None)]


def fill_rates(tally: Tally) -> str:
    """Word the share of articles that have each field: `headline 100 %, dateline 71 %`."""
    return ", ".join(f"{name} {_rate(tally, name)}" for name in FILLABLE if tally.filled[name])


def fill_table(tallies: Mapping[str, Tally]) -> str:
    """Lay out several tallies: a column for each, a row for each field that occurs, in per cent."""
    names = [name for name in FILLABLE if any(tally.filled[name] for tally in tallies.values())]
    rows = [
        ["", *tallies],
        ["articles", *(str(tally.written) for tally in tallies.values())],
        *([name, *(_rate(tally, name) for tally in tallies.values())] for name in names),
    ]
    return "\n".join(f"{row[0]:10}" + "".join(f"{cell:>9}" for cell in row[1:]) for row in rows)


def _rate(tally: Tally, name: str) -> str:
    return f"{tally.filled[name] * 100 // tally.written} %"
