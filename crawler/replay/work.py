"""Distributes archived pages over processes, and yields the articles in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from crawler.archive.reading import Damaged, Located, locate_pages
from crawler.archive.selection import ResponseSelection
from crawler.items import USUAL_FIELDS, FieldSelection
from crawler.reasons import Cause, Reason
from crawler.replay.pages import PageOutcome, outcomes

CHUNK = 64  # pages in a chunk
AHEAD = 4  # queued chunks for each process; bounds the memory


@dataclass(frozen=True, slots=True)
class Replayed:
    """The results of a chunk of pages."""

    path: Path
    outcomes: tuple[PageOutcome, ...]


@dataclass(frozen=True, slots=True)
class _Chunk:
    path: Path
    offsets: tuple[int, ...]
    fields: FieldSelection
    damaged: tuple[PageOutcome, ...] = ()


def replay(
    paths: Iterable[Path],
    jobs: int = 1,
    selection: ResponseSelection | None = None,
    fields: FieldSelection = USUAL_FIELDS,
) -> Iterator[Replayed]:
    """Extract the articles of WARC files, chunk by chunk, in the order of the files and their records.

    `selection` selects the responses; `fields` the optional fields of the records. Raises OSError if a file
    cannot be read. Faults of a record become its outcome.
    """
    chunks = _chunks(paths, selection or ResponseSelection(), fields)
    if jobs == 1:
        yield from map(_work, chunks)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        under_way: deque[Future[Replayed]] = deque()
        try:
            for chunk in chunks:
                under_way.append(pool.submit(_work, chunk))
                if len(under_way) >= AHEAD * jobs:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            for future in under_way:
                future.cancel()


def _chunks(paths: Iterable[Path], selection: ResponseSelection, fields: FieldSelection) -> Iterator[_Chunk]:
    for path in paths:
        located = locate_pages(path, selection)
        while chunk := tuple(islice(located, CHUNK)):
            damaged = (each for each in chunk if isinstance(each, Damaged))
            yield _Chunk(
                path,
                tuple(each.offset for each in chunk if isinstance(each, Located)),
                fields,
                tuple(PageOutcome(each.place, None, Reason(Cause.DAMAGED, each.reason)) for each in damaged),
            )


def _work(chunk: _Chunk) -> Replayed:
    return Replayed(chunk.path, (*chunk.damaged, *outcomes(chunk.path, chunk.offsets, chunk.fields)))
