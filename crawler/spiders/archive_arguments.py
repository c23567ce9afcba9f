"""Checks the arguments of the `archive` spider before it reads a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crawler.archive.selection import ResponseSelection, SelectionError, archives
from crawler.spiders.argument_error import ArgumentError
from crawler.spiders.arguments import check_names, days_of, limit_of

KNOWN = {
    "warc": "WARC files or patterns, separated by commas: 'data/www.example.com/pages/*.warc.gz'",
    "host": "hosts, separated by commas; each includes its sub-domains",
    "archived_since": "the first day of archiving, such as 2022-08-01",
    "archived_until": "the last day of archiving, such as 2022-08-31",
    "mime": "beginnings of content types, separated by commas: text/html,application/xhtml+xml",
    "since": "the first day of publication, such as 2022-08-01",
    "until": "the last day of publication, such as 2022-08-31",
    "limit": "the maximum number of articles, such as 100",
}
"""Arguments of the spider (-a), each with its form."""


@dataclass(frozen=True, slots=True)
class ReplayArguments:
    """The arguments of a replay."""

    files: tuple[Path, ...]
    selection: ResponseSelection
    since: str | None = None
    """First day of publication, ISO 8601."""
    until: str | None = None
    limit: int | None = None
    """Maximum number of written articles."""


def parse_arguments(given: Mapping[str, str]) -> ReplayArguments:
    """Check the arguments of a command line. Raises ArgumentError with one line that gives the remedy."""
    check_names(given, KNOWN)
    files = tuple(archives(filter(None, (part.strip() for part in given.get("warc", "").split(",")))))
    if not files:
        raise ArgumentError(f"name the files to read: -a warc=FILES ({KNOWN['warc']})")
    if missing := next((file for file in files if not file.is_file()), None):
        raise ArgumentError(f"there is no file {missing}")
    try:
        selection = ResponseSelection.parse(
            *(given.get(name, "") for name in ("host", "archived_since", "archived_until", "mime"))
        )
    except SelectionError as error:
        raise ArgumentError(str(error)) from None
    return ReplayArguments(files, selection, *days_of(given), limit_of(given))
