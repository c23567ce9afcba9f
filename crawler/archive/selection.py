"""Selects responses of an archive by host, day and content type."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from crawler.publishers import has_article_path, is_companion
from crawler.text.urls import host_of

SUFFIXES = (".warc.gz", ".warc")
HTML = ("text/html", "application/xhtml+xml", "text/plain", "unk")
"""Content types of possible HTML pages; servers without a known type send `unk` or `text/plain`."""
_JSON = "application/json"

_DAY = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_TYPE = re.compile(r"[\w.+-]+/[\w.+*-]*|unk")


class SelectionError(ValueError):
    """Raised by `Selection.parse` for invalid arguments; the message gives the remedy."""


@dataclass(frozen=True, slots=True)
class ResponseSelection:
    """The criteria for a response."""

    hosts: tuple[str, ...] = ()
    """Hosts, each with its sub-domains; an empty tuple selects all hosts."""
    since: str = ""
    """The first day of archiving (UTC), or the month or year; ISO 8601, empty for no bound."""
    until: str = ""
    """The last day, month or year of archiving."""
    types: tuple[str, ...] = HTML
    """Allowed beginnings of the content type."""

    @classmethod
    def parse(cls, hosts: str = "", since: str = "", until: str = "", types: str = "") -> ResponseSelection:
        """Parse arguments of a command line: lists separated by commas, and days. Raises `SelectionError`."""
        for day in filter(None, (since, until)):
            if not _DAY.fullmatch(day):
                raise SelectionError(f"{day!r} is not a day; write 2022-08-31, 2022-08 or 2022")
        if since and until and since > until and not since.startswith(until):
            raise SelectionError(f"nothing was archived between {since} and {until}: exchange them")
        wanted = tuple(_parts(types)) or HTML
        for content_type in wanted:
            if not _TYPE.fullmatch(content_type):
                raise SelectionError(f"{content_type!r} is not a MIME type; write, for example, text/html")
        return cls(tuple(_parts(hosts)), since, until, wanted)

    def admits(self, url: str, date: str, content_type: str | None) -> bool:
        """Return whether a response is selected; `date` is its WARC-Date."""
        if not self._admits_type((content_type or "unk").lower(), url):
            return False
        if self.since and date[: len(self.since)] < self.since:
            return False
        if self.until and date[: len(self.until)] > self.until:
            return False
        return not self.hosts or f".{host_of(url)}".endswith(tuple(f".{host}" for host in self.hosts))

    def _admits_type(self, content_type: str, url: str) -> bool:
        """Return whether a content type is selected. Of JSON, articles and companions are."""
        if self.types == HTML and content_type.startswith(_JSON):
            return has_article_path(url) or is_companion(url)
        return content_type.startswith(self.types)


def _parts(text: str) -> Iterable[str]:
    return filter(None, (part.strip().lower() for part in text.split(",")))


def archives(names: Iterable[str], suffixes: tuple[str, ...] = SUFFIXES) -> list[Path]:
    """Return the WARC files that arguments or patterns name, in order; empty for other files."""
    expanded = (sorted(glob.glob(name, recursive=True)) or [name] for name in names)  # noqa: PTH207  any folder
    paths = [path for each in expanded for path in each]
    return list(map(Path, paths)) if all(path.endswith(suffixes) for path in paths) else []
