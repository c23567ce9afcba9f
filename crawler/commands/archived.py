"""Runs `scrapy extract` on WARC files: articles on standard output, all else on standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crawler.accounting.outcome import ExitStatus
from crawler.archive.selection import ResponseSelection
from crawler.archive.wacz import WaczError, unpacked
from crawler.commands.printing import discard_output, write_json
from crawler.commands.progress_line import ProgressLine
from crawler.items import FieldSelection
from crawler.program import program
from crawler.replay import replay
from crawler.replay.comparison import Comparison, read_comparison
from crawler.replay.pages import PageOutcome
from crawler.replay.revisions import ReplayedRevisions
from crawler.text.counts import counted

SHOWN = 20  # damaged records and differing articles that are listed, at most


@dataclass(frozen=True, slots=True)
class ArchiveOptions:
    """The options of a command line for archives."""

    selection: ResponseSelection
    fields: FieldSelection
    jobs: int = 1
    against: Path | None = None
    """The file of articles to compare with."""


@dataclass(slots=True)
class _Tally:
    progress: ProgressLine = field(default_factory=ProgressLine)
    pages: int = 0
    written: int = 0
    again: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    damaged: list[str] = field(default_factory=list)

    def summary(self, comparison: Comparison | None) -> str:
        """Word the summary."""
        counts = f"{counted(self.written, 'article')} of {counted(self.pages, 'page')}"
        lines = [
            f"{counts} in {self.progress.seconds:,.0f} s",
            *(f"  {count:,}  {reason}" for reason, count in self.reasons.most_common()),
        ]
        if self.again:
            lines.append(f"  {self.again:,}  archived again, unchanged")
        lines += [f"  damaged: {place}" for place in self.damaged[:SHOWN]]
        return "\n".join([*lines, *(_compared(comparison) if comparison else ())])


def extract_archives(archives: Sequence[Path], options: ArchiveOptions) -> ExitStatus:
    """Write the articles of WARC and WACZ files to standard output; return the exit status."""
    try:
        with unpacked(archives) as paths:
            return _extract(paths, options)
    except WaczError as error:
        sys.stderr.write(f"{program()} extract: {error}\n")
    except OSError as error:
        sys.stderr.write(f"{program()} extract: {error.filename}: {error.strerror}\n")
    return ExitStatus.BAD_ARGUMENTS


def _extract(paths: Collection[Path], options: ArchiveOptions) -> ExitStatus:
    tally, revisions, against = _Tally(), ReplayedRevisions(), options.against
    try:
        comparison = read_comparison(against, paths) if against is not None else None
        for done in replay(paths, options.jobs, options.selection, options.fields):
            for page in done.outcomes:
                _take(page, tally, revisions, comparison)
            tally.progress.show(tally.pages, tally.written, done.path)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        discard_output()
        return ExitStatus.INTERRUPTED
    tally.progress.end(tally.summary(comparison))
    return ExitStatus.PARTIAL if tally.damaged else ExitStatus.COMPLETE


def _take(
    page: PageOutcome, tally: _Tally, revisions: ReplayedRevisions, comparison: Comparison | None
) -> None:
    tally.pages += 1
    if page.line is None:
        tally.reasons[page.words] += 1
        if page.is_damaged:
            tally.damaged.append(f"{page.place} ({page.words})")
        return
    line = revisions.line_of(page)
    if comparison is not None and page.mark is not None:
        comparison.note(page, revisions.number_of(page.mark.id) if line is not None else None)
    if line is None:
        tally.again += 1
        return
    tally.written += 1
    write_json(line.decode())


def _compared(comparison: Comparison) -> list[str]:
    fields = ", ".join(f"{name} {count:,}" for name, count in comparison.fields.most_common()) or "no field"
    articles, new = len(comparison.articles), comparison.new
    differ = f"{counted(articles, 'changed article')} ({fields}), {counted(new, 'new revision')}"
    named = list(comparison.articles.items())[:SHOWN]
    return [
        f"against the earlier extraction: {differ}",
        *(f"  {id_}  {', '.join(changed)}" for id_, changed in named),
    ]
