"""`scrapy health`: compare the publishers of a crawl with their earlier runs."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from crawler.accounting.history import RunRecord, read_history
from crawler.accounting.outcome import ExitStatus, worst
from crawler.accounting.sources import Source, SourceStanding, read_sources
from crawler.commands.each_crawl import SEVERAL, Crawl, complain, in_each
from crawler.commands.printing import end_on_closed_pipe, say, write_json
from crawler.declaring.own import use_own_publishers
from crawler.health.verdict import Health, Verdict, check
from crawler.internals.commands import DescribedCommand, settings_of
from crawler.ledger.crawls import HISTORIES, HISTORY
from crawler.program import as_started
from crawler.publishers import DeclarationError
from crawler.text.counts import counted, counted_by

_DESCRIPTION = f"""\
Compare the latest runs of a crawl with its earlier ones, by publisher: the number of articles, the fill rate
of each field, the shares of rejected and failed pages. A rate counts as changed if it differs by at least 20
points, and if chance alone would cause that with a probability below one in a thousand.

{SEVERAL}

It also names the sources (feeds, sitemaps, lists) that are not well:
  blocked  a firewall answers in its place
  dead     it is gone (HTTP 404, 410), or a web page answers in place of a feed
  failing  its last visits failed for another reason
  empty    it named articles before, and names none now
  frozen   its site has new articles, but it is unchanged for longer than its own past explains
  once     it brought articles at its first answer only: a topic, or a sitemap of a past year

Examples:
  scrapy health data/www.example.com
  scrapy crawl news -a start=http://www.example.com/; scrapy health data/www.example.com || mail ...
  scrapy health data/* --no-pages
  scrapy health data/www.example.com --jsonl | jq 'select(.verdict == "redesigned")'

After a redesign, the pages that show it are kept in DIR/health/PUBLISHER/, each with its current record, in
the form of tests/publishers/pages/.

Sources do not change the exit status.

Exit status, from the best to the worst; of several crawls, the worst counts:
  0  well, quiet, or too young to tell
  6  a publisher is failing: most of its URLs cannot be fetched; or it is blocked by a firewall
  7  a publisher was redesigned, or is silent for longer than it ever was
  2  a path is no crawl and holds none, or no run has ended yet in any of the crawls
  4  a file could not be read, or the pages could not be written
"""
_STATUS = {
    Verdict.BLOCKED: ExitStatus.PARTIAL,
    Verdict.FAILING: ExitStatus.PARTIAL,
    Verdict.REDESIGNED: ExitStatus.NO_ARTICLES,
    Verdict.SILENT: ExitStatus.NO_ARTICLES,
}
_ADVICE = {
    Verdict.BLOCKED: "pause the crawl, and ask the site for access (the log names the evidence); afterwards,"
    " scrapy retry {folder}",
    Verdict.FAILING: "see scrapy outcomes {folder} --failed",
    Verdict.REDESIGNED: "read the pages with scrapy extract FILE --explain, then correct the declaration",
    Verdict.SILENT: "look at its lists in a browser; if they moved, give another start",
}

SHOWN = 10
"""Maximum number of sources of each standing that are named."""


class Command(DescribedCommand):
    """Judges the publishers of crawls."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR... [--jsonl] [--no-pages]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Detect publishers that fail, fell silent or were redesigned"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--jsonl", action="store_true", help="one line of JSON for each publisher")
        parser.add_argument("--no-pages", action="store_true", help="keep no pages")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print a verdict for each publisher, or an error in one line."""
        end_on_closed_pipe()
        try:
            use_own_publishers(settings_of(self))
        except DeclarationError as error:
            self.exitcode = complain("health", str(error))
            return
        verdicts: Counter[str] = Counter()
        young: list[Path] = []
        done = in_each("health", args, HISTORIES, partial(_told, opts, verdicts, young))
        if done.has_summary:
            total = done.summary(counted_by(verdicts, "publisher"))
            print(total, file=sys.stderr if opts.jsonl else sys.stdout)
        has_none = len(young) == done.crawls
        self.exitcode = worst((done.status, ExitStatus.BAD_ARGUMENTS if has_none else ExitStatus.COMPLETE))


@dataclass(frozen=True, slots=True)
class Judged:
    """A publisher of a crawl."""

    folder: Path
    """The crawl's directory."""
    health: Health
    sources: tuple[Source, ...]
    """Its sources with a problem: starts first, then by the number of articles first found on them."""


def _told(opts: argparse.Namespace, verdicts: Counter[str], young: list[Path], crawl: Crawl) -> ExitStatus:
    """Judge a crawl and print the verdicts; add to the sums of all crawls."""
    history = read_history(crawl.folder)
    if not history:
        words = f"there is no {HISTORY} in {crawl.folder}: run the crawl first; each run writes it at its end"
        complain("health", words)
        young.append(crawl.folder)
        return ExitStatus.COMPLETE
    statuses = []
    for judgement in judged(crawl.folder, history):
        verdicts[judgement.health.verdict] += 1
        statuses.append(_STATUS.get(judgement.health.verdict, ExitStatus.COMPLETE))
        kept = [] if opts.no_pages else _kept(judgement.folder, judgement.health)
        _print(crawl, judgement, kept, is_json=opts.jsonl)
    return worst(statuses)


def judged(folder: Path, history: Sequence[RunRecord]) -> Iterator[Judged]:
    """Judge the publishers of a crawl. Raises `LedgerFormatError` and `LedgerWriteError`."""
    ill = [each for each in read_sources(folder, history) if each.standing is not SourceStanding.WELL]
    ill.sort(key=lambda each: (not each.state.is_start, -each.state.brought))
    for health in check(history):
        yield Judged(folder, health, tuple(each for each in ill if each.publisher == health.publisher))


def _print(crawl: Crawl, judgement: Judged, kept: list[Path], *, is_json: bool) -> None:
    if is_json:
        write_json(as_json(judgement, kept) + "\n")
    else:
        say(*f"{crawl.label}{worded(judgement, kept)}".split("\n"))


def _kept(folder: Path, health: Health) -> list[Path]:
    if health.verdict is not Verdict.REDESIGNED:
        return []
    from crawler.health.fixtures import keep_pages  # noqa: PLC0415  every start of a crawl imports all commands

    return keep_pages(folder, health)


def worded(judgement: Judged, kept: list[Path]) -> str:
    """Word a verdict: a line, with the evidence below it."""
    health = judgement.health
    more = f" and {health.articles:,} in the last {health.runs}" if health.runs > 1 else ""
    usual = f", usually {health.usual:g} in a run with articles" if health.usual else ""
    articles = counted(health.last, "article")
    lines = [
        f"{health.publisher}: {health.verdict}; {articles} in the last run{more}{usual}",
        *health.symptoms,
        *_worded_sources(judgement.sources),
        *(f"kept {path}" for path in kept),
    ]
    if advice := _ADVICE.get(health.verdict):
        lines.append(f"next: {as_started(advice).format(folder=judgement.folder)}")
    return "\n  ".join(lines)


def _worded_sources(sources: Sequence[Source]) -> Iterator[str]:
    """Word the sources with a problem, SHOWN of each standing."""
    for standing in SourceStanding:
        ill = [each for each in sources if each.standing is standing]
        yield from (f"{standing}: {each.state.url} ({each.facts})" for each in ill[:SHOWN])
        if len(ill) > SHOWN:
            yield f"{standing}: {counted(len(ill) - SHOWN, 'more source')}; --jsonl lists all"


def _source_facts(source: Source) -> dict[str, Any]:
    state = source.state
    names = ("entries", "newest", "answers", "changes", "still", "empties", "failed", "brought")
    changed = datetime.fromtimestamp(state.changed, UTC).isoformat("T", "seconds") if state.changed else None
    facts = {name: getattr(state, name) for name in names}
    return {"url": state.url, "standing": source.standing, "told": source.facts, "changed": changed, **facts}


def as_json(judgement: Judged, kept: list[Path]) -> str:
    """Write a verdict as an object of JSON, in a line."""
    sources = [_source_facts(each) for each in judgement.sources]
    facts = {**asdict(judgement.health), "pages": [str(path) for path in kept], "sources": sources}
    return json.dumps({"crawl": str(judgement.folder), **facts}, ensure_ascii=False)
