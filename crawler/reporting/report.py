"""Writes report.html of a crawl, a fleet or several crawls: one page that loads nothing from the network."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path

from crawler.accounting.history import RunRecord, read_history
from crawler.accounting.tally import FILLABLE
from crawler.exporting.sources import sources_of
from crawler.ledger.crawls import Crawls
from crawler.ledger.durable import replace_file
from crawler.reasons import worded
from crawler.reporting.figures import SHOWN, Figures, figures_of
from crawler.reporting.periods import by_period
from crawler.reporting.plots import ReportError, over_time, ranked
from crawler.reporting.sites import CrawlSite, joined, read_sites, sites_table
from crawler.reporting.source_table import sources_found, sources_section
from crawler.text.counts import counted

__all__ = ["REPORT", "ReportError", "report_page", "write_report"]

REPORT = "report.html"
"""Name of the page in a crawl's directory."""
TOP = 15
"""Maximum number of bars in a ranked plot."""
RUNS = 5
"""Number of earlier runs whose fill rates are shown."""


def write_report(title: str, crawls: Crawls, path: Path) -> Sequence[str]:
    """Write the report of crawls into a file, atomically; of several, with a table of them.

    Return a message for each crawl whose ledger cannot be read: the page lacks its sources.

    Raises `ReportError` if there are no articles or pygal is missing, and OSError.
    """
    sources = sources_of(crawls.paths)
    if not sources:
        raise ReportError("there are no articles yet: run the crawl first")
    sites = read_sites(crawls) if crawls.are_several else []
    history = joined(site.runs for site in sites) if sites else read_history(crawls.paths[0])
    sources_read = sources_found(crawls.paths)
    page = report_page(title, figures_of(sources), history, sites, sources_section(sources_read))
    replace_file(path, page.encode("utf-8", "replace"))
    return sources_read.errors


def report_page(
    name: str,
    figures: Figures,
    history: Sequence[RunRecord],
    sites: Sequence[CrawlSite] = (),
    sources: str = "",
) -> str:
    """Return the page; that of several crawls has a table of them. `sources` is the table of the sources.

    All text from sites is escaped, and only the page's own script may run.
    """
    script = _part("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<link rel="icon" href="data:,">',
            f"<title>{escape(name)}: report</title><style>{_part('page.css')}</style></head><body>",
            *_head(name, figures, history, sites),
            _section("Sites", sites_table(sites, figures.files)) if sites else "",
            _section("Sources", sources) if sources else "",
            f'<div class="plots">{"".join(_plots(figures, history))}</div>',
            f"<main>{_table(figures)}</main>",
            f'<script type="application/json" id="records">{_embedded(figures)}</script>',
            f"<script>{script}</script></body></html>",
        )
    )


def _head(
    name: str, figures: Figures, history: Sequence[RunRecord], sites: Sequence[CrawlSite]
) -> Iterable[str]:
    tally = figures.tally
    dated = sorted(day for day in figures.days if day != "no date")
    span = f"{dated[0]} to {dated[-1]}" if dated else "no dates"
    tiles = {
        "article": tally.written,
        "channel": len(figures.channels),
        "source": len(figures.sources),
        "dateline place": len(figures.places),
        "run": len(history),
    }
    tiles |= {"fetched picture": figures.pictures} if figures.pictures else {}
    tiles = {"site": len(sites), **tiles} if sites else tiles
    yield f"<h1>{escape(name)}</h1>"
    ended = f"; last run ended {escape(history[-1].ended)}" if history else ""
    unread = f"; {counted(figures.unreadable, 'line')} without an article" if figures.unreadable else ""
    yield f'<p class="note">Published {escape(span)}{ended}{unread}</p>'
    removed = f"<div><b>{figures.removed:,}</b>removed by the site</div>" if figures.removed else ""
    cells = "".join(_tile(noun, number) for noun, number in tiles.items())
    yield f'<div class="tiles">{cells}{removed}</div>'


def _tile(noun: str, number: int) -> str:
    value, _, name = counted(number, noun).partition(" ")
    return f"<div><b>{value}</b>{name}</div>"


def _plots(figures: Figures, history: Sequence[RunRecord]) -> Iterable[str]:
    periods = by_period(figures.days)
    if periods.counts:
        yield _section(f"Articles per {periods.unit}", _plot(over_time(periods.counts)))
    yield from _ranked("Articles per channel", figures.channels)
    yield from _ranked("Articles per source", figures.sources)
    yield from _ranked("Places in datelines", figures.places)
    yield from _ranked("Pictures that were not fetched, by reason", figures.refused)
    yield _section("Fields filled, in per cent", _fill_table(figures, history))
    if history:
        yield from _ranked("Outcomes of the last run, by reason", outcomes_of(history[-1]))
        yield from _ranked("Slowest hosts of the last run, in ms per answer", slowest(history[-1]))


def _ranked(title: str, counts: Counter[str]) -> Iterable[str]:
    if counts:
        more = f'<p class="note">and {len(counts) - TOP:,} more</p>' if len(counts) > TOP else ""
        yield _section(title, _plot(ranked(counts.most_common(TOP))) + more)


def outcomes_of(run: RunRecord) -> Counter[str]:
    """Count a run's pages by outcome and reason."""
    outcomes: Counter[str] = Counter()
    for counts in run.publishers.values():
        outcomes.update({"stored": counts.articles, "unchanged": counts.unchanged, "listed": counts.listed})
        outcomes.update(worded(counts.reasons))
    return +outcomes


def slowest(run: RunRecord) -> Counter[str]:
    """Return the mean milliseconds per answer of each host."""
    hosts = run.hosts.items()
    return +Counter({name: round(1000 * each.seconds / each.answers) for name, each in hosts if each.answers})


def _fill_table(figures: Figures, history: Sequence[RunRecord]) -> str:
    """Lay out the fill rates: of all records, and of the latest runs with articles."""
    runs = [(run.ended[5:16].replace("T", " "), *_filled(run)) for run in history]
    runs = [each for each in runs if each[1]][-RUNS:]
    columns = [("all", figures.tally.written, figures.tally.filled), *reversed(runs)]
    names = [name for name in FILLABLE if any(filled[name] for _, _, filled in columns)]
    head = "".join(f'<th class="n">{escape(label)}</th>' for label, _, _ in columns)
    counts = "".join(f'<td class="n">{written:,}</td>' for _, written, _ in columns)
    rows = (
        f"<tr><td>{name}</td>{''.join(_cell(filled[name], total) for _, total, filled in columns)}</tr>"
        for name in names
    )
    return (
        f'<div class="scroll"><table><thead><tr><th></th>{head}</tr></thead><tbody>'
        f"<tr><td>articles</td>{counts}</tr>{''.join(rows)}</tbody></table></div>"
    )


def _cell(filled: int, total: int) -> str:
    return f'<td class="n">{100 * filled // total if total else 0}</td>'


def _filled(run: RunRecord) -> tuple[int, Counter[str]]:
    written = sum(each.articles for each in run.publishers.values())
    return written, sum((Counter(each.filled) for each in run.publishers.values()), Counter())


def _table(figures: Figures) -> str:
    total = figures.tally.written
    note = f"The latest {SHOWN:,} of {total:,}. " if total > SHOWN else ""
    return _section(
        "Articles",
        f'<p class="note">{note}A headline opens its record, with the rule behind each field. '
        "Long texts are truncated; articles.jsonl has all of them.</p>"
        '<input id="search" type="search" placeholder="Search headlines, places, sources, texts" '
        'aria-label="Search articles"><p class="note" id="found" aria-live="polite"></p>'
        f"<table><thead><tr>{''.join(_sorting(*column) for column in _COLUMNS)}</tr></thead>"
        '<tbody id="rows"></tbody></table>'
        '<button class="more" id="more" type="button" hidden>Show more</button>',
    )


_COLUMNS = (("published", ""), ("headline", ""), ("source", "wide"), ("publisher", "wide"))
"""Fields in the table of articles, with the class of their column; the page's script sorts by them."""


def _sorting(name: str, class_name: str) -> str:
    """Return the head of a column: a button that sorts the table by it."""
    button = f'<button type="button" class="sort" data-field="{name}">{name.capitalize()}</button>'
    return f'<th class="{class_name}">{button}</th>'


def _section(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{content}</section>"


def _plot(svg: str) -> str:
    return f'<div class="plot">{svg}</div>'


def _embedded(figures: Figures) -> str:
    """Return the records as JSON that cannot end its script element, the latest first."""
    text = json.dumps(list(reversed(figures.latest)), ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
