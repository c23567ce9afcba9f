"""Sorts lines of any number, within the memory for a part of them."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

MOST = 100_000
"""Lines that are sorted in memory. Parts of this size are sorted, stored, and merged."""


def sorted_lines(lines: Iterable[bytes], folder: Path) -> Iterator[bytes]:
    """Yield lines, each with its line feed, in the order of their bytes.

    The sorted parts are in nameless files in a folder, of which nothing is left. Raises OSError.
    """
    with ExitStack() as files:
        parts = [files.enter_context(part) for part in _parts(iter(lines), folder)]
        yield from heapq.merge(*parts)


def _parts(lines: Iterator[bytes], folder: Path) -> Iterator[IO[bytes]]:
    while part := sorted(islice(lines, MOST)):
        file = TemporaryFile(dir=folder)  # noqa: SIM115  the caller closes it
        file.writelines(part)
        file.seek(0)
        yield file
