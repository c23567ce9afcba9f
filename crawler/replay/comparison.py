"""Compares extracted articles with those of an earlier extraction from the same archives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from crawler.items import Article
from crawler.records.lines import article_or_none, whole_lines
from crawler.records.revisions import changed_between, fingerprint
from crawler.replay.pages import PageOutcome


@dataclass(slots=True)
class Comparison:
    """The differences between two extractions, revision by revision."""

    files: frozenset[str]
    """Names of the WARC files that are extracted."""
    articles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Changed fields, by article id."""
    new: int = 0
    """Revisions that the earlier extraction did not have."""
    _of_place: dict[tuple[str, str], bytes] = field(default_factory=dict)
    _of_revision: dict[tuple[str, int], bytes] = field(default_factory=dict)
    """Records of revisions whose page is not among the files."""

    @property
    def fields(self) -> Counter[str]:
        """Number of changed articles, by field."""
        return Counter(name for changed in self.articles.values() for name in changed)

    def remember(self, article: Article) -> None:
        """Store a revision of the earlier extraction."""
        content = fingerprint(article).content
        place = _base(article.archive or "")
        self._of_place[article.id, place] = content
        if place.partition("#")[0] not in self.files:
            self._of_revision[article.id, article.revision] = content

    def note(self, outcome: PageOutcome, revision: int | None) -> None:
        """Compare a page with the earlier record of the same archived page, or of the same revision.

        `revision` is the number of the new revision, or None for an unchanged copy, which has no record of
        its own in most extractions.
        """
        if outcome.mark is None:
            return
        id_, content = outcome.mark.id, outcome.mark.content
        before = self._of_place.get((id_, _base(outcome.place)))
        if before is None and revision is None:
            return
        before = before or self._of_revision.get((id_, revision or 0))
        if before is None:
            self.new += 1
        elif changed := changed_between(before, content):
            self.articles[id_] = tuple(dict.fromkeys((*self.articles.get(id_, ()), *changed)))


def read_comparison(path: Path, archives: Iterable[Path]) -> Comparison:
    """Return a comparison of these archives with the articles of a file, whose other lines are ignored.

    Raises OSError.
    """
    comparison = Comparison(frozenset(archive.name for archive in archives))
    with path.open("rb") as file:
        for line in whole_lines(file):
            if (article := article_or_none(line.text)) is not None:
                comparison.remember(article)
    return comparison


def _base(place: str) -> str:
    """Return the file's name and the offset, without the folder, which may have been moved."""
    return place.rpartition("/")[2]
