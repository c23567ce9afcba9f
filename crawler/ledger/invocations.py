"""Stores the command line of each run, so that it can be repeated."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from crawler.ledger.journal import Journal
from crawler.ledger.ledger import LEDGER
from crawler.ledger.schema import LedgerFormatError, read_only

_SPIDER = "news"
_LIMITS = ("CLOSESPIDER_", "LIMIT")
"""Beginnings of the names of settings and arguments that end a run early."""


@dataclass(frozen=True, slots=True)
class Invocation:
    """The command line of a run."""

    spider: str
    arguments: dict[str, str]
    """Arguments of the spider (-a), by name."""
    settings: dict[str, str]
    """Settings (-s), by name, without those of the directory and the log."""

    def words(self) -> list[str]:
        """Return the words of a command line: `-a start=URL -s NAME=VALUE`."""
        given = [word for pair in self.arguments.items() for word in ("-a", "=".join(pair))]
        return given + [word for pair in self.settings.items() for word in ("-s", "=".join(pair))]

    def without_limits(self) -> Invocation:
        """Return a copy without the limits that end a run early: `limit=20` of a first trial."""
        return Invocation(self.spider, _unlimited(self.arguments), _unlimited(self.settings))

    def limits(self) -> list[str]:
        """Return the words that `without_limits` drops: `limit=20`."""
        given = (*self.arguments.items(), *self.settings.items())
        return ["=".join(pair) for pair in given if _is_limit(pair[0])]


def note_invocation(journal: Journal, run: int, invocation: Invocation) -> None:
    """Record the command line of a run. Raises `LedgerWriteError`."""
    text = json.dumps(asdict(invocation), ensure_ascii=False)
    journal.write("UPDATE runs SET invocation = ? WHERE id = ?", text, run)


def latest_invocation(folder: Path) -> Invocation:
    """Read the command line of the latest run in a crawl's directory.

    Raises `LedgerFormatError`, also if no run has had a start, and `LedgerWriteError`.
    """
    with closing(read_only(folder / LEDGER)) as database:
        journal = Journal(database)
        row = journal.row("SELECT invocation FROM runs WHERE invocation IS NOT NULL ORDER BY id DESC LIMIT 1")
        invocation = Invocation(**json.loads(row[0])) if row else _inferred(journal)
    if not invocation.arguments.get("start"):
        raise LedgerFormatError(f"the crawl in {folder} has no start yet: run it once first")
    return invocation


def _inferred(journal: Journal) -> Invocation:
    """Infer the arguments of a run before version 8 from its URLs; it stored no settings."""
    rows = journal.rows("SELECT url, request FROM urls WHERE depth = 0 AND found_on IS NULL ORDER BY id")
    starts = [url for url, request in rows if json.loads(request).get("cb_kwargs", {}).get("started")]
    dated = journal.rows("SELECT DISTINCT found_on FROM urls WHERE found_on LIKE '%{date%'")
    starts += [template for (template,) in dated]
    last = journal.row("SELECT terms FROM runs ORDER BY id DESC LIMIT 1")
    return Invocation(_SPIDER, {"start": ",".join(starts), **dict(_terms(last[0] if last else ""))}, {})


def _terms(terms: str) -> Iterator[tuple[str, str]]:
    """Yield the arguments for a run's scope and days, stored as `('a.cn',) 2022-08-01 None`."""
    scope, _, days = terms.rpartition(") ")
    with suppress(ValueError, SyntaxError):
        yield "scope", ",".join(ast.literal_eval(f"{scope})"))
    for name, day in zip(("since", "until"), days.split(), strict=False):
        if day != "None":
            yield name, day


def _unlimited(given: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if not _is_limit(name)}


def _is_limit(name: str) -> bool:
    return name.upper().startswith(_LIMITS)
