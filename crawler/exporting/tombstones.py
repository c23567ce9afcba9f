"""Writes the removals that readers of an export must know: of articles in it, or in an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from crawler.exporting.sources import ArticleFile
from crawler.ledger.removals import read_changes

TOMBSTONES = "_removals.jsonl"
"""Name of the file in an export; readers of partitioned folders ignore it."""


@dataclass(slots=True)
class Tombstones:
    """The lines of each crawl's `removals.jsonl` after an earlier export."""

    sources: Iterable[ArticleFile]
    since: Mapping[str, int] = field(default_factory=dict)
    """Lines of each source in earlier exports, which are skipped."""
    positions: dict[str, int] = field(default_factory=dict)
    """Lines of each source read so far, with the skipped ones."""

    def write(self, folder: Path) -> int:
        """Write the lines into a folder, in the order of the sources; return their number. Raises OSError.

        Without any line, there is no file.
        """
        lines = [line for source in self.sources for line in self._lines(source)]
        if lines:
            (folder / TOMBSTONES).write_bytes(b"".join(lines))
        return len(lines)

    def _lines(self, source: ArticleFile) -> list[bytes]:
        lines = [change.line for change in read_changes(source.removals)]
        self.positions[source.name] = len(lines)
        return lines[self.since.get(source.name, 0) :]
