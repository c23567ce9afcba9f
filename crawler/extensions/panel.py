"""Shows live progress on a terminal: a few rows below the running log."""

from __future__ import annotations

import logging
import sys
from typing import IO, Any

from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from crawler.accounting.progress import CrawlProgress, size_of, words_of
from crawler.text.counts import counted


class Panel:
    """Draws progress at the bottom of the terminal, below complete log lines."""

    def __init__(self, every: float, file: IO[str] | None = None) -> None:
        self.every = every
        self._console = Console(file=file or sys.stderr, highlight=False, markup=False, emoji=False)
        self._live: Live | None = None
        self._streams: list[tuple[logging.StreamHandler[Any], Any]] = []

    def show(self, progress: CrawlProgress) -> None:
        """Draw."""
        if self._live is None:
            self._live = self._begun()
        self._live.update(drawn(progress), refresh=True)

    def close(self) -> None:
        """Clear the rows, and let the log write to the terminal again."""
        for handler, stream in self._streams:
            handler.setStream(stream)
        self._streams.clear()
        if self._live is not None:
            self._live.stop()
            self._live = None

    def _begun(self) -> Live:
        """Draw the first rows, and send the log through the console from now on."""
        live = Live(
            console=self._console,
            auto_refresh=False,  # without its own thread, which would draw during the crawl's work
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        live.start()
        above = _Above(self._console)
        for handler in logging.getLogger().handlers:
            if isinstance(handler, logging.StreamHandler) and handler.stream is self._console.file:
                self._streams.append((handler, handler.setStream(above)))
        return live


class _Above:
    """A stream whose lines appear above the rows."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def write(self, text: str) -> int:
        """Write whole lines, as the log does."""
        if lines := text.rstrip("\n"):
            self._console.print(Text(lines), soft_wrap=True)
        return len(text)

    def flush(self) -> None:
        """Do nothing: lines are not buffered."""


def drawn(progress: CrawlProgress) -> Group:
    """Return the rows: the figures, then a line for each host that has a queue."""
    first = Text.assemble(
        (counted(progress.articles, "article"), "bold green"),
        f"  {counted(progress.pages, 'answer')}  {progress.rate:.1f}/s  ",
        f"{progress.queued:,} queued  ",
        (f"{progress.failed:,} failed  ", "red" if progress.failed else "dim"),
        f"{size_of(progress.size)}  {words_of(progress.elapsed)}",
    )
    return Group(Text("─" * 40, style="dim"), first, *_rest(progress), _hosts(progress))


def _rest(progress: CrawlProgress) -> list[Table]:
    if progress.done is None:
        return []
    row = Table.grid(padding=(0, 1))
    words = f"{progress.done:.0%} of the known URLs, about {words_of(progress.left)} left"
    row.add_row(ProgressBar(total=1.0, completed=progress.done, width=30), words)
    return [row]


def _hosts(progress: CrawlProgress) -> Table:
    table = Table.grid(padding=(0, 2))
    for host, count in progress.queues.items():
        delay, pause = progress.delays.get(host), progress.pauses.get(host)
        words = f"paused for {words_of(pause)}" if pause else f"every {delay:.2f} s" if delay else ""
        table.add_row(Text(host, overflow="ellipsis", no_wrap=True), f"{count:,} queued", words)
    return table
