"""The arguments of the `archive` spider, checked before anything is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crawler.archive.selection import Selection, SelectionError, archives
from crawler.discovery.arguments import ArgumentError, check_names, days_of, limit_of

KNOWN = {
    "warc": "WARC files by comma, patterns included: 'data/www.example.com/pages/*.warc.gz'",
    "host": "hosts by comma; each stands for its sub-domains, too",
    "archived_since": "the first day of archiving, as 2022-08-01",
    "archived_until": "the last one, as 2022-08-31",
    "mime": "what content types may begin with, by comma: text/html,application/xhtml+xml",
    "since": "the first day of publication, as 2022-08-01",
    "until": "the last one, as 2022-08-31",
    "limit": "how many articles at most, as 100",
}
"""What the spider takes with -a, and what each must look like."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a replay was asked for."""

    files: tuple[Path, ...]
    selection: Selection
    since: str | None = None
    """First day of publication, ISO 8601."""
    until: str | None = None
    limit: int | None = None
    """How many articles are written at the most."""


def parse_arguments(given: Mapping[str, str]) -> Arguments:
    """Check the arguments of a command line. Raises ArgumentError with one line that says what to write."""
    check_names(given, KNOWN)
    files = tuple(archives(filter(None, (part.strip() for part in given.get("warc", "").split(",")))))
    if not files:
        raise ArgumentError(f"say what to read: -a warc=FILES ({KNOWN['warc']})")
    if missing := next((file for file in files if not file.is_file()), None):
        raise ArgumentError(f"there is no file {missing}")
    try:
        selection = Selection.parse(
            *(given.get(name, "") for name in ("host", "archived_since", "archived_until", "mime"))
        )
    except SelectionError as error:
        raise ArgumentError(str(error)) from None
    return Arguments(files, selection, *days_of(given), limit_of(given))
