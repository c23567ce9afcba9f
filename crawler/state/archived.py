"""Assigns archives to the runs that wrote them, for a crawl that reads archives again."""

from __future__ import annotations

from pathlib import Path

from crawler.archive.names import begins_run
from crawler.archive.reading import read_info


class ArchivedRuns:
    """Assigns each archive to its run, by the file's own data, or else by its place in the order."""

    def __init__(self) -> None:
        self._runs: dict[str, str] = {}
        self._last = ""

    def note(self, path: Path) -> None:
        """Record that an archive is read next. Raises OSError if it cannot be opened."""
        begun = read_info(path).get("run-begun")
        if begun or begins_run(path.name):
            self._last = begun or path.name
        self._runs[path.name] = self._last

    def of(self, place: str | None) -> str:
        """Return the run of a record, or an empty string if it was not read from an archive."""
        return self._runs.get((place or "").partition("#")[0], "")
