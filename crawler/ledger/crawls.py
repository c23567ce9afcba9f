"""Finds the crawls that a command line names: directories of crawls, of fleets, or their parents."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crawler.ledger.journal import making
from crawler.ledger.ledger import ARTICLES, LEDGER

SHARDS = "shards"
"""Folder of a fleet's directory in which each host's crawl has its own directory."""
HISTORY = "runs.jsonl"
"""Name of the file in a crawl's directory with a line for each run. A killed run adds no line."""
REPLAYED = "replayed.jsonl"
"""Name of the output of a replay."""


_NAME_IT = "name the directory of a crawl, such as data/www.example.com, of a fleet, or one that holds crawls"


class NoCrawlError(ValueError):
    """A path is no crawl and holds none, or cannot be read; the message says so. Made by `find_crawls`."""


@dataclass(frozen=True, slots=True)
class Sign:
    """The files by which a command recognises a crawl that it can read."""

    words: str
    """The files in words, for messages: `ledger`."""
    files: tuple[str, ...]
    """A directory with one of these is a crawl."""
    named: tuple[str, ...] = ()
    """Files that count only in a directory that the command line itself names: `replayed.jsonl`."""
    takes_files: bool = False
    """Whether a file in place of a directory is accepted."""


LEDGERS = Sign("ledger", (LEDGER,))
HISTORIES = Sign("history", (HISTORY, LEDGER))
OUTPUTS = Sign("articles", (ARTICLES,), (REPLAYED,), takes_files=True)
CRAWLS = Sign("crawl", (ARTICLES, LEDGER, HISTORY), (REPLAYED,))


@dataclass(frozen=True, slots=True)
class Crawls:
    """The crawls that a command line names."""

    paths: tuple[Path, ...]
    """Their directories, each once; for `OUTPUTS`, also files."""
    fleets: tuple[Path, ...]
    """Directories of the fleets among them."""
    errors: tuple[NoCrawlError, ...]
    """One for each path that is no crawl and holds none, or cannot be read."""
    are_several: bool
    """Whether the command line may name several crawls: several paths, a fleet, or a directory of crawls."""


def find_crawls(arguments: Sequence[str | Path], sign: Sign) -> Crawls:
    """Return the crawls that these paths name, in their order, those of one directory by name.

    A path is the directory of a crawl, of a fleet, or one that holds directories of crawls and fleets.
    """
    crawls = [crawl for argument in arguments for crawl in _crawls_at(Path(argument), sign)]
    paths: dict[Path, Path] = {}
    for crawl in crawls:
        if isinstance(crawl, Path):
            paths.setdefault(crawl.resolve(), crawl)
    return Crawls(
        tuple(paths.values()),
        tuple(dict.fromkeys(fleet for argument in arguments for fleet in _fleets(Path(argument)))),
        tuple(crawl for crawl in crawls if isinstance(crawl, NoCrawlError)),
        len(arguments) > 1 or crawls != list(map(Path, arguments)),
    )


def distinct_names(paths: Sequence[Path]) -> list[str]:
    """Return the name of each path, with as many of its parents as distinguish it from the others."""
    absolute = [Path(os.path.abspath(path)).parts for path in paths]  # noqa: PTH100  resolves no links
    names: dict[int, str] = {}
    for depth in range(1, max(map(len, absolute), default=0) + 1):
        tails = {n: _utf8("/".join(parts[-depth:])) for n, parts in enumerate(absolute) if n not in names}
        met = Counter(tails.values())
        names |= {n: tail for n, tail in tails.items() if met[tail] == 1 or depth >= len(absolute[n])}
    return [names[number] for number in range(len(paths))]


def _utf8(name: str) -> str:
    r"""Return a name in which bytes of other encodings are written out: `\udce9`."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def is_fleet(path: Path) -> bool:
    """Return whether a directory is a fleet's."""
    return os.path.isdir(path / SHARDS)  # noqa: PTH112  raises nothing, whatever the command line says


def _crawls_at(path: Path, sign: Sign) -> Iterator[Path | NoCrawlError]:
    """Yield the crawls that a path names, and an error for each that cannot be read; else one error."""
    if not os.access(path, os.F_OK):
        yield NoCrawlError(f"there is no {path}: {_NAME_IT}")
    elif os.path.isfile(path):  # noqa: PTH113  raises nothing, as below
        yield path if sign.takes_files else NoCrawlError(f"{path} is a file: {_NAME_IT}")
    else:
        crawls = list(_taken(path, sign.files + sign.named))
        if not crawls or is_fleet(path):
            crawls += [each for folder in _below(path) for each in _taken(folder, sign.files)]
        yield from crawls or [NoCrawlError(f"no {sign.words} in {path}: {_remedy(path, sign)}")]


def _remedy(path: Path, sign: Sign) -> str:
    """Word the remedy for a directory that is no crawl: a lost ledger is rebuilt from the articles."""
    if sign is LEDGERS and (path / ARTICLES).is_file():
        return making(path)
    return _NAME_IT


def _taken(folder: Path, files: Iterable[str]) -> Iterator[Path | NoCrawlError]:
    """Yield a directory if it has one of these files, or an error if that cannot be read."""
    if not os.access(folder, os.R_OK | os.X_OK):
        yield NoCrawlError(f"{folder} cannot be read: permission denied")
        return
    present = [folder / name for name in files if os.path.isfile(folder / name)]  # noqa: PTH113
    closed = [file for file in present if not os.access(file, os.R_OK)]
    if closed:
        yield NoCrawlError(f"{closed[0]} cannot be read: permission denied")
    elif present:
        yield folder
    else:
        others = [folder / name for name in files if os.path.lexists(folder / name)]
        yield from (NoCrawlError(f"{each} is no regular file: move it away") for each in others[:1])


def _below(path: Path) -> Iterator[Path]:
    """Yield the directories that may be crawls: those in a directory, and the shards of its fleets."""
    for folder in _folders(path):
        if folder.name != SHARDS:
            yield folder
        yield from _folders(folder if folder.name == SHARDS else folder / SHARDS)


def _fleets(path: Path) -> Iterator[Path]:
    yield from (each for each in (path, *_folders(path)) if is_fleet(each))


def _folders(path: Path) -> list[Path]:
    """Return the directories in a directory, without hidden ones, by name; none if it cannot be read."""
    if not os.access(path, os.R_OK | os.X_OK) or not os.path.isdir(path):  # noqa: PTH112
        return []
    return sorted(each for each in path.iterdir() if os.path.isdir(each) and not each.name.startswith("."))  # noqa: PTH112
