"""Counts the revisions of articles that are archived more than once, as in a crawl."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from crawler.records.lines import article_line, read_article_line
from crawler.records.revisions import changed_between
from crawler.replay.pages import PageOutcome


@dataclass(slots=True)
class ReplayedRevisions:
    """The latest fingerprint of each article; some two hundred bytes each."""

    _seen: dict[str, tuple[int, bytes]] = field(default_factory=dict)

    def line_of(self, outcome: PageOutcome) -> bytes | None:
        """Return the line to write; None if the article is unchanged."""
        if outcome.line is None or outcome.mark is None:
            return None
        before = self._seen.get(outcome.mark.id)
        if before is None:
            self._seen[outcome.mark.id] = (1, outcome.mark.content)
            return outcome.line
        revision, content = before
        changed = changed_between(content, outcome.mark.content)
        if not changed:
            return None
        self._seen[outcome.mark.id] = (revision + 1, outcome.mark.content)
        article = read_article_line(outcome.line)
        return article_line(replace(article, revision=revision + 1, changed=changed))

    def number_of(self, id_: str) -> int:
        """Return the number of the latest revision seen of an article; 0 for none."""
        return self._seen.get(id_, (0, b""))[0]
