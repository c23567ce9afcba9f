"""Compares extracted articles with those that an earlier extraction made of the same archives."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from crawler.items import Article
from crawler.records.lines import article_or_none, whole_lines
from crawler.records.revisions import changed_between, fingerprint
from crawler.replay.pages import Outcome


@dataclass(slots=True)
class Comparison:
    """The differences between two extractions, revision by revision."""

    fields: Counter[str] = field(default_factory=Counter)
    """Number of changed articles, by field."""
    articles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Changed fields, by article id."""
    new: int = 0
    """Articles that the earlier extraction did not have."""
    _of_place: dict[tuple[str, str], bytes] = field(default_factory=dict)
    _of_revision: dict[tuple[str, int], bytes] = field(default_factory=dict)
    _latest: dict[str, bytes] = field(default_factory=dict)

    def remember(self, article: Article) -> None:
        """Remember a revision of the earlier extraction. Revisions come in their order."""
        content = fingerprint(article).content
        if article.archive:
            self._of_place[article.id, _base(article.archive)] = content
        self._of_revision[article.id, article.revision] = content
        self._latest[article.id] = content

    def note(self, outcome: Outcome, revision: int) -> None:
        """Compare an article with the earlier record of the same archived page, or of the same revision.

        Where the earlier extraction has neither, it is compared with the article's latest revision.
        """
        if outcome.mark is None:
            return
        id_, content = outcome.mark.id, outcome.mark.content
        before = self._of_place.get((id_, _base(outcome.place))) or self._of_revision.get((id_, revision))
        before = before or self._latest.get(id_)
        if before is None:
            self.new += 1
        elif changed := changed_between(before, content):
            self.fields.update(changed)
            self.articles[id_] = changed


def read_comparison(path: Path) -> Comparison:
    """Return a comparison with the articles of a file, whose other lines are ignored. Raises OSError."""
    comparison = Comparison()
    with path.open("rb") as file:
        for line in whole_lines(file):
            if (article := article_or_none(line.text)) is not None:
                comparison.remember(article)
    return comparison


def _base(place: str) -> str:
    """The file's name and the offset: folders may have been moved."""
    return place.rpartition("/")[2]
