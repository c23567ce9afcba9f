"""Writes the removals that readers of an export must know: of articles in it, or in an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from crawler.exporting.sources import ArticleFile
from crawler.ledger.removals import Change, read_changes

TOMBSTONES = "_removals.jsonl"
"""Name of the file in an export; readers of partitioned folders ignore it."""


@dataclass(frozen=True, slots=True)
class RemovalCounts:
    """The articles that the lines name, each by its last line."""

    removed: int
    back: int
    """Articles that were removed and are back."""


@dataclass(slots=True)
class Tombstones:
    """The lines of each crawl's `removals.jsonl` after an earlier export."""

    sources: Iterable[ArticleFile]
    since: Mapping[str, int] = field(default_factory=dict)
    """Lines of each source in earlier exports, which are skipped."""
    positions: dict[str, int] = field(default_factory=dict)
    """Lines of each source read so far, with the skipped ones."""

    def write(self, folder: Path) -> RemovalCounts:
        """Write the lines into a folder, in the order of the sources. Raises OSError.

        Without any line, there is no file.
        """
        changes = [change for source in self.sources for change in self._changes(source)]
        if changes:
            (folder / TOMBSTONES).write_bytes(b"".join(change.line for change in changes))
        last = {change.id: change.is_removed for change in changes}
        return RemovalCounts(sum(last.values()), len(last) - sum(last.values()))

    def _changes(self, source: ArticleFile) -> list[Change]:
        changes = list(read_changes(source.removals))
        self.positions[source.name] = len(changes)
        return changes[self.since.get(source.name, 0) :]
