"""Words the summary of a finished crawl: counts by outcome and reason, and fill rates."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from crawler.accounting.accounts import Accounts, accounts, reasons_of
from crawler.accounting.outcome import ExitStatus, outcome, pages_fetched
from crawler.accounting.progress import size_of
from crawler.accounting.tally import Tally, fill_rates
from crawler.accounting.totals import Totals, has_directory, has_ledger, totals
from crawler.program import program
from crawler.reasons import Reason, worded
from crawler.text.counts import counted

_NEXT = {
    ExitStatus.COMPLETE: "run the same command again to fetch new and changed articles",
    ExitStatus.NOTHING_FETCHED: "check the start URL in a browser, the network and the site's robots.txt; "
    "`-L DEBUG` shows every request",
    ExitStatus.OUTPUT_FAILED: "the log names the cause: free space or choose another place, then run again",
    ExitStatus.INTERRUPTED: "run the same command to resume; no article is written twice",
    ExitStatus.PARTIAL: "run the same command again later: failed URLs are retried, up to five times",
    ExitStatus.DISK_FULL: "free some space, then run the same command to resume",
    ExitStatus.LIMIT_REACHED: "run the same command to resume",
}

WEB_ARCHIVE = "harvest/web_archive"
"""Statistic with the index of the web archive whose captures a crawl harvests."""
_ARCHIVE_SILENT = (
    "the web archive could not be read: open {archive} in a browser, check archive=, index= and the network, "
    "then run the same command again; `-L DEBUG` shows every request"
)
_NO_CAPTURES = "the web archive gave no capture of a page: check start=, since= and until=, and {archive}"
_FOUND = "news/"
"""Prefix of the spider's counters of the pages that are no articles."""
_ANEW = (
    "the same command starts over; a crawl without -o and -O has a directory, from which its next run resumes"
)
_REPEATED = (
    ExitStatus.COMPLETE,
    ExitStatus.INTERRUPTED,
    ExitStatus.PARTIAL,
    ExitStatus.DISK_FULL,
    ExitStatus.LIMIT_REACHED,
)
"""Exit statuses after which the same command resumes with a directory, and starts over without one."""
_WORKED = (ExitStatus.COMPLETE, ExitStatus.NO_ARTICLES, ExitStatus.PARTIAL)


def summary(stats: Mapping[str, Any], tally: Tally, output: str | None) -> str:
    """Word the summary of a finished crawl. `output` is the file of the articles."""
    books, account = accounts(stats), totals(stats)
    tally = tally if not books.unwritten else Tally()  # it has counted more than was written
    lines = [
        _headline(books, tally, output),
        _received(stats, books),
        *_changed(tally),
        *_reasons("unchanged", account.unchanged),
        *_reasons("rejected", account.rejected),
        *_reasons("failed", account.failed),
        *_reasons("removed", account.removed),
        *_restored(stats),
        *_reasons("parts", account.parts),
        *_photos(stats),
        *_reasons("postponed", books.left_alone),
        *_reasons("cut", books.cut),
        *_ledger(stats, account),
        *_faults(books),
        *(_filled(tally) if books.written and tally.written else ()),
        f"next      {_next(stats, books)}",
        *_look(stats, account, output),
    ]
    return "\n  ".join(lines)


def ranked(counts: Mapping[str, int]) -> str:
    """Word counts, the most frequent first: `3 HubPage, 1 NoBody`."""
    items = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{n} {name}" for name, n in items)


def _headline(books: Accounts, tally: Tally, output: str | None) -> str:
    revised = f" ({tally.revised} of them changed since the last run)" if tally.revised else ""
    return f"{counted(books.written, 'article')} written{revised}" + (f" to {output}" if output else "")


def _changed(tally: Tally) -> list[str]:
    return [f"changed   {tally.revised}: {ranked(tally.changed)}"] if tally.changed else []


def _look(stats: Mapping[str, Any], account: Totals, output: str | None) -> list[str]:
    """Name the commands that show more of a crawl with a directory."""
    if output is None or not has_ledger(stats):
        return []
    folder = PurePath(output).parent
    asked = (
        *(("failed", account.failed), ("rejected", account.rejected), ("removed", account.removed)),
        *(("pictures", stats.get("photos/missing")), ("parts", account.parts)),
    )
    lists = [f"{program()} outcomes {folder} --{name} --last-run" for name, counts in asked if counts]
    return [f"inspect   {'; '.join([*lists, f'{program()} report {folder}'])}"]


def _received(stats: Mapping[str, Any], books: Accounts) -> str:
    pages = counted(pages_fetched(stats), "page")
    parts = [f"{books.pages:,} looked like articles", *_discovered(stats), *_others(stats, books)]
    size = f" ({_size(stats)})" if "downloader/response_bytes" in stats else ""
    return f"received  {pages}{size} in {_duration(stats)}; {', '.join(parts)}"


def _discovered(stats: Mapping[str, Any]) -> list[str]:
    """Word the lists and other pages that the spider read: `12 × hub, 1 × sitemap`."""
    return [f"{count:,} × {name.removeprefix(_FOUND)}" for name, count in _found(stats).items()]


def _others(stats: Mapping[str, Any], books: Accounts) -> list[str]:
    """Word the numbers of all other answers: `3 × not modified, 10 others (parts of articles, files)`."""
    unmodified = int(stats.get("downloader/response_status_count/304", 0))
    others = pages_fetched(stats) - books.pages - sum(_found(stats).values()) - unmodified
    words = [f"{unmodified:,} × not modified"] if unmodified else []
    return [*words, f"{counted(others, 'other')} (parts of articles, files)"] if others > 0 else words


def _found(stats: Mapping[str, Any]) -> dict[str, int]:
    return {name: count for name, count in stats.items() if name.startswith(_FOUND)}


def _ledger(stats: Mapping[str, Any], account: Totals) -> list[str]:
    """Word the sum of all outcomes. Lists are counted apart, because they are no articles."""
    if not has_ledger(stats):
        return []
    terms = " + ".join(
        (
            f"{account.stored} stored",
            f"{account.unchanged.total()} unchanged",
            f"{account.rejected.total()} rejected",
            f"{account.failed.total()} failed",
            *([f"{account.removed.total()} removed"] if account.removed else []),
        )
    )
    waiting = stats.get("ledger/waiting", 0)
    return [
        f"fetched   {counted(account.visited, 'URL')} = {terms}; and {counted(account.listed, 'list')}",
        *([f"waiting   {counted(waiting, 'URL')} for the next run"] if waiting else []),
    ]


def _reasons(label: str, counts: Mapping[Reason, int]) -> list[str]:
    return [f"{label:9} {sum(counts.values())}: {ranked(worded(counts))}"] if counts else []


def _restored(stats: Mapping[str, Any]) -> list[str]:
    back = stats.get("ledger/restored", 0)
    return [f"restored  {counted(back, 'article')} that had been removed; see removals.jsonl"] if back else []


def _photos(stats: Mapping[str, Any]) -> list[str]:
    """Word the numbers of fetched, known, refused and failed pictures; nothing without any."""
    fetched, known = stats.get("photos/fetched", 0), stats.get("photos/known", 0)
    parts = [f"{counted(fetched, 'picture')} fetched ({size_of(stats.get('photos/bytes', 0))})"]
    parts += [f"{known} fetched or refused before"] if known else []
    for name in ("refused", "failed"):
        if counts := reasons_of(stats, f"photos/{name}/"):
            parts.append(f"{counts.total()} {name}: {ranked(worded(counts))}")
    missing = stats.get("photos/missing", 0)
    parts += [f"{missing} missing from their articles"] if missing else []
    return [f"photos    {'; '.join(parts)}"] if fetched or parts[1:] else []


def _faults(books: Accounts) -> list[str]:
    lines = []
    if books.errors:
        lines.append(f"faults    {counted(books.errors, 'page')} lost to errors in a pipeline; see the log")
    if books.lost:
        lines.append(f"lost      {counted(books.lost, 'article')} that could not be written")
    if books.unwritten:
        lines.append(f"unwritten {counted(books.unwritten, 'article')}, which the next run fetches again")
    return lines


def _filled(tally: Tally) -> list[str]:
    return [f"languages {ranked(tally.languages)}", f"filled    {fill_rates(tally)}"]


def _next(stats: Mapping[str, Any], books: Accounts) -> str:
    ended, archive = outcome(stats), stats.get(WEB_ARCHIVE)
    if ended is ExitStatus.NOTHING_FETCHED and archive:
        return _ARCHIVE_SILENT.format(archive=archive)
    if ended in _WORKED and not stats.get("ledger/articles") and (cause := _why_none(books, archive)):
        return cause
    return _ANEW if ended in _REPEATED and not has_directory(stats) else _NEXT.get(ended, "see the log")


def _why_none(books: Accounts, archive: str | None) -> str | None:
    """Word the next step after a run that fetched pages and no article; None if another step is better."""
    if not books.pages and archive:
        return _NO_CAPTURES.format(archive=archive)
    if not books.pages:
        return "no page looked like an article: give a channel list, a feed or an article as start"
    if books.rejected.total() == books.pages:
        return f"no page was an article: inspect one with `{program()} extract FILE --url URL`"
    return None


def _size(stats: Mapping[str, Any]) -> str:
    return size_of(max(0, stats.get("downloader/response_bytes", 0) - stats.get("photos/bytes", 0)))


def _duration(stats: Mapping[str, Any]) -> str:
    seconds = round(stats.get("elapsed_time_seconds", 0))
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
