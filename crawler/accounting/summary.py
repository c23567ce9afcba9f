"""The words at the end of a crawl: what came, what was left out and why, how full the records are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from crawler.accounting.accounts import Accounts, accounts
from crawler.accounting.outcome import Outcome, outcome, pages_fetched
from crawler.accounting.tally import Tally, fill_rates

_NEXT = {
    Outcome.COMPLETE: "run the same command again: only what is new or changed comes",
    Outcome.NOTHING_FETCHED: "check the start URL in a browser, the network and the site's robots.txt; "
    "`-L DEBUG` shows every request",
    Outcome.OUTPUT_FAILED: "make room or choose another place (-s CRAWL_DIR=...), then run it again",
    Outcome.INTERRUPTED: "run the same command again: it goes on, and what is written does not come twice",
    Outcome.PARTIAL: "run the same command again later: what failed is tried again, up to five times",
    Outcome.DISK_FULL: "make room, then run the same command again: it goes on",
    Outcome.LIMIT_REACHED: "run the same command again: it goes on where it stopped",
}

_ANEW = (
    "the same command begins anew; a crawl without -o and -O has a directory, and goes on there the next time"
)
_REPEATED = (Outcome.COMPLETE, Outcome.INTERRUPTED, Outcome.PARTIAL, Outcome.DISK_FULL, Outcome.LIMIT_REACHED)
"""After these, what the same command does depends on whether there is a ledger."""
_WORKED = (Outcome.COMPLETE, Outcome.NO_ARTICLES, Outcome.PARTIAL)
_OUTCOMES = ("stored", "unchanged", "rejected", "failed")


def summary(stats: Mapping[str, Any], tally: Tally, output: str | None) -> str:
    """Word the summary of a finished crawl. `output` names where the articles went."""
    books = accounts(stats)
    lines = [
        _headline(books, tally, output),
        _received(stats, books),
        *_changed(tally),
        *_reasons("known", books.unchanged),
        *_reasons("rejected", books.rejected),
        *_reasons("left out", books.passed_over),
        *_reasons("failed", books.failed + books.unread),
        *_reasons("not asked", books.left_alone),
        *_reasons("cut", books.cut),
        *_ledger(stats),
        *_faults(books),
        *(_filled(tally) if books.written else ()),
        f"next      {_next(stats, books)}",
        *_look(stats, books, output),
    ]
    return "\n  ".join(lines)


def reason_list(counts: Mapping[str, int]) -> str:
    """Word counted reasons, the most frequent first: `3 HubPage, 1 NoBody`."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{n} {reason}" for reason, n in ranked)


def _headline(books: Accounts, tally: Tally, output: str | None) -> str:
    revised = f" ({tally.revised} of them changed since the last run)" if tally.revised else ""
    return f"{_count(books.written, 'article')} written{revised}" + (f" to {output}" if output else "")


def _changed(tally: Tally) -> list[str]:
    return [f"changed   {tally.revised}: {reason_list(tally.changed)}"] if tally.changed else []


def _look(stats: Mapping[str, Any], books: Accounts, output: str | None) -> list[str]:
    """Name the commands that tell more of a crawl that has a directory."""
    if output is None or "ledger/visited" not in stats:
        return []
    folder = PurePath(output).parent
    asked = ("failed", books.failed + books.unread), ("rejected", books.rejected)
    lists = [f"scrapy outcomes {folder} --{name}" for name, counts in asked if counts]
    return [f"look      {'; '.join([*lists, f'scrapy report {folder}'])}"]


def _received(stats: Mapping[str, Any], books: Accounts) -> str:
    pages = _count(pages_fetched(stats), "page")
    found = [f"{books.pages} looked like articles", *_discovered(stats)]
    size = f" ({_size(stats)})" if "downloader/response_bytes" in stats else ""
    return f"received  {pages}{size} in {_duration(stats)}; {', '.join(found)}"


def _discovered(stats: Mapping[str, Any]) -> list[str]:
    """Word what else the spider found: `12 × hubs, 1 × sitemap`."""
    return [f"{count} × {name[len('news/') :]}" for name, count in stats.items() if name.startswith("news/")]


def _ledger(stats: Mapping[str, Any]) -> list[str]:
    """Word the ledger's accounts: what became of every URL that was fetched.

    Lists, feeds and sitemaps stand beside the sum: no article was expected of them.
    """
    if "ledger/visited" not in stats:
        return []
    counts = {name: stats.get(f"ledger/outcome/{name}", 0) for name in (*_OUTCOMES, "listed")}
    terms = " + ".join(f"{counts[name]} {name}" for name in _OUTCOMES)
    waiting = stats.get("ledger/waiting", 0)
    fetched = _count(stats["ledger/visited"] - counts["listed"], "URL")
    return [
        f"fetched   {fetched} = {terms}; and {_count(counts['listed'], 'list')}",
        *([f"waiting   {_count(waiting, 'URL')} for the next run"] if waiting else []),
    ]


def _reasons(label: str, counts: Mapping[str, int]) -> list[str]:
    return [f"{label:9} {sum(counts.values())}: {reason_list(counts)}"] if counts else []


def _faults(books: Accounts) -> list[str]:
    found = []
    if books.errors:
        found.append(f"faults    {_count(books.errors, 'page')} lost to errors in a pipeline, see the log")
    if books.lost:
        found.append(f"lost      {_count(books.lost, 'article')} that the output refused")
    return found


def _filled(tally: Tally) -> list[str]:
    return [f"languages {reason_list(tally.languages)}", f"filled    {fill_rates(tally)}"]


def _next(stats: Mapping[str, Any], books: Accounts) -> str:
    ended = outcome(stats)
    if ended in _WORKED and not stats.get("ledger/articles"):
        if not books.pages:
            return "no page looked like an article: give a channel list, a feed or an article as start"
        if books.rejected.total() == books.pages:
            return "no page was an article: look at one with `scrapy extract FILE --url URL`"
    return _ANEW if ended in _REPEATED and "ledger/visited" not in stats else _NEXT.get(ended, "see the log")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _size(stats: Mapping[str, Any]) -> str:
    size = stats.get("downloader/response_bytes", 0)
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


def _duration(stats: Mapping[str, Any]) -> str:
    seconds = round(stats.get("elapsed_time_seconds", 0))
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
