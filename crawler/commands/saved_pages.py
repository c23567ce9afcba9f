"""Runs `scrapy extract` on several saved pages: articles on standard output, all else on standard error."""

from __future__ import annotations

import csv
import glob
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from crawler.accounting.outcome import ExitStatus
from crawler.commands.printing import discard_output, write_json
from crawler.commands.progress_line import ProgressLine
from crawler.items import FieldSelection
from crawler.logs import printable
from crawler.program import program
from crawler.text.counts import counted

if TYPE_CHECKING:
    from crawler.replay.saved import SavedOutcome, SavedPage

SHOWN = 20  # pages without a record that are named, at most


class InputError(ValueError):
    """A page cannot be read or its URL is unknown: the message gives the remedy.

    Raised by `read_page` of `scrapy extract`, and by `saved_pages`.
    """


@dataclass(frozen=True, slots=True)
class PageOptions:
    """The options of a command line for several saved pages."""

    fields: FieldSelection
    urls: Path | None = None
    """A file that lists the pages with their URLs."""
    content_type: str | None = None
    jobs: int = 1


@dataclass(slots=True)
class _Counts:
    progress: ProgressLine = field(default_factory=ProgressLine)
    pages: int = 0
    written: int = 0
    rejected: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    others: int = 0

    def summary(self) -> str:
        """Word the summary."""
        counts = f"{counted(self.written, 'article')} of {counted(self.pages, 'page')}"
        lines = [f"{counts} in {self.progress.seconds:,.0f} s"]
        lines += _listed("a crawl would reject", self.rejected)
        lines += _listed("not read", self.failed)
        if self.others:
            lines.append(f"  skipped {counted(self.others, 'file')} of the folders: not HTML")
        return "\n".join(lines)


def _listed(result: str, names: Sequence[str]) -> Iterator[str]:
    yield from (f"  {result}: {printable(name)}" for name in names[:SHOWN])
    if len(names) > SHOWN:
        yield f"  {result}: {counted(len(names) - SHOWN, 'more page')}"


def are_several(names: Sequence[str], urls: str | None) -> bool:
    """Return whether a command line names more than one page: files, a folder, a pattern, or a list."""
    return bool(urls) or len(names) > 1 or any(Path(name).is_dir() or _matching(name) for name in names)


def extract_pages(names: Sequence[str], options: PageOptions) -> ExitStatus:
    """Write the articles of saved pages to standard output; return the exit status. Raises `InputError`."""
    from crawler.replay.saved import extract_saved  # noqa: PLC0415  every start of a crawl imports all commands

    counts = _Counts()
    pages = saved_pages(names, options.urls, counts)
    try:
        for done in extract_saved(pages, options.fields, options.content_type, options.jobs):
            _take(done, counts)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        discard_output()
        return ExitStatus.INTERRUPTED
    counts.progress.end(counts.summary())
    return ExitStatus.PARTIAL if counts.failed else ExitStatus.COMPLETE


def _take(done: SavedOutcome, counts: _Counts) -> None:
    counts.pages += 1
    if done.line is not None:
        counts.written += 1
        write_json(done.line.decode())
    elif done.rejected is not None:
        counts.rejected.append(f"{done.path}: {done.rejected}")
    else:
        counts.failed.append(f"{done.path}: {done.failed}")
    counts.progress.show(counts.pages, counts.written, done.path)


def saved_pages(names: Iterable[str], urls: Path | None, counts: _Counts) -> list[SavedPage]:
    """Return the pages that a command line names, each once. Raises `InputError`."""
    from crawler.replay.saved import SavedPage  # noqa: PLC0415  as above

    listed = read_urls(urls) if urls is not None else {}
    paths = [path for name in names for path in _paths(name, counts)] if names else list(listed)
    return [SavedPage(path, listed.get(path.resolve())) for path in dict.fromkeys(paths)]


def _matching(name: str) -> list[str]:
    """Return the files that match a pattern; none for the name of a file."""
    return [] if Path(name).exists() else sorted(glob.glob(name, recursive=True))  # noqa: PTH207  any folder


def _paths(name: str, counts: _Counts) -> Iterator[Path]:
    """Yield the pages of an argument. Raises `InputError`."""
    from crawler.replay.saved import pages_below  # noqa: PLC0415  as above

    for path in map(Path, _matching(name) or [name]):
        if name == "-" or "://" in name:
            raise InputError(f"{name}: name saved pages and folders; one URL, or - alone, is one page")
        if not path.exists():
            raise InputError(f"{path}: No such file or directory")
        if not path.is_dir():
            yield path
            continue
        pages, others = pages_below(path)
        if not pages:
            raise InputError(_no_page_in(path))
        counts.others += others
        yield from pages


def _no_page_in(folder: Path) -> str:
    archive = next(folder.rglob("*.warc.gz"), None)
    if archive is None:
        return f"{folder} has no HTML page"
    return f"{folder} has no HTML page, but archives: {program()} extract '{archive.parent}/*.warc.gz'"


def read_urls(file: Path) -> Mapping[Path, str]:
    """Read a list of pages: a path and a URL in each line, separated by a tab or a comma.

    Paths are relative to the list. A first line without a URL is a heading. Raises `InputError`.
    """
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: {getattr(error, 'strerror', None) or error}") from error
    urls: dict[Path, str] = {}
    for number, line in enumerate(lines, start=1):
        path, *cells = next(csv.reader([line], delimiter="\t" if "\t" in line else ","), None) or [""]
        url = next((cell.strip() for cell in cells if cell.strip().startswith(("http://", "https://"))), None)
        if url is not None:
            urls[(file.parent / path.strip()).resolve()] = url
        elif line.strip() and number > 1:
            raise InputError(
                f"{file}, line {number}: write the path of a page, a tab or a comma, and its URL"
            )
    return urls
