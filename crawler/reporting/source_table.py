"""Lays out the sources of a crawl (feeds, sitemaps, lists) with their states, as a table of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from crawler.accounting.history import read_history
from crawler.accounting.sources import Source, SourceStanding, read_sources
from crawler.ledger.journal import LedgerDamagedError, LedgerWriteError
from crawler.ledger.schema import LedgerFormatError
from crawler.text.counts import counted

SHOWN = 200
"""Maximum number of sources in the table."""
_COLUMNS = {
    "": ("Source", "Standing"),
    "n": ("Changed", "Newest entry", "Entries", "Brought"),
    "n wide": ("Answers", "Failed", "Empty"),  # columns that a phone hides
}
_ORDER = list(SourceStanding)


@dataclass(frozen=True, slots=True)
class SourcesFound:
    """The sources of crawls."""

    sources: Sequence[Source]
    errors: Sequence[str]
    """A message for each crawl whose ledger cannot be read."""


def sources_found(folders: Sequence[Path]) -> SourcesFound:
    """Read the sources of crawls."""
    sources: list[Source] = []
    errors: list[str] = []
    for folder in folders:
        try:
            sources += read_sources(folder, read_history(folder))
        except (LedgerFormatError, LedgerWriteError) as error:
            words = error.within(folder) if isinstance(error, LedgerDamagedError) else error
            errors.append(f"the states of the sources of {folder} are missing: {words}")
    return SourcesFound(sources, errors)


def sources_section(sources_read: SourcesFound) -> str:
    """Return the table of the sources, below the reasons for missing sources, if any."""
    notes = "".join(f'<p class="note">{escape(words)}</p>' for words in sources_read.errors)
    return notes + (sources_table(sources_read.sources) if sources_read.sources else "")


def sources_table(sources: Sequence[Source]) -> str:
    """Lay out the sources: first those that need attention, then by the articles first found on them."""
    ordered = sorted(sources, key=lambda each: (_ORDER.index(each.standing), -each.state.brought))
    counts = Counter(each.standing for each in sources)
    sums = ", ".join(f"{counts[standing]:,} {standing}" for standing in SourceStanding if counts[standing])
    more = f"; the table shows {SHOWN}" if len(sources) > SHOWN else ""
    head = "".join(f'<th class="{kind}">{name}</th>' for kind, names in _COLUMNS.items() for name in names)
    return (
        f'<p class="note">{counted(len(sources), "source")}: {sums}{more}. &ldquo;Brought&rdquo; counts the '
        "articles that were found on a source first.</p>"
        f'<div class="scroll tall"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(map(_row, ordered[:SHOWN]))}</tbody></table></div>"
    )


def _row(source: Source) -> str:
    state = source.state
    numbers = (_day(state.changed), state.newest or "", f"{state.entries:,}", f"{state.brought:,}")
    wide = (f"{state.answers:,}", f"{state.failed:,}", f"{state.empties:,}")
    is_bad = source.standing not in (SourceStanding.WELL, SourceStanding.ONCE)
    return (
        f'<tr><td class="site">{escape(state.url)}</td>'
        f'<td title="{escape(source.facts)}"{" class=bad" if is_bad else ""}>{source.standing}</td>'
        + "".join(f'<td class="n">{escape(each)}</td>' for each in numbers)
        + "".join(f'<td class="n wide">{each}</td>' for each in wide)
        + "</tr>"
    )


def _day(seconds: float | None) -> str:
    return "" if seconds is None else f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"
