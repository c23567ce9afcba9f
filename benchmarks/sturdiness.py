"""Scores the extractor on rewritten pages: `python -m benchmarks.sturdiness [--every N] [--lost CHANGE]`.

Each page of the half for tuning (`part_of` of the shared scorer) is rewritten in ways that a reader would not
notice (`rewriting.py`), and read without knowledge of its site. A sturdy extractor reads the same article.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import cache
from types import ModuleType
from typing import Any

from benchmarks.accuracy import scorer
from benchmarks.judge import Labelled, labelled_pages
from benchmarks.pages import SHARED
from benchmarks.rewriting import CHANGES, plain_page, rewritten
from benchmarks.tables import table
from crawler.extraction import Knowledge, read_article

HEAD = ("change", "headline", "published", "captions", "body or text (mean F1)", "≥ .98")
FIELDS = {"captions": "captions", "joined_captions": "captions", "body": "body", "text": "body"} | {
    "body98": "body98",
    "text98": "body98",
}
"""The columns for names of the scorer; sets have different answers for captions and text."""
COLUMNS = ("headline", "published", "captions", "body", "body98")

Record = Mapping[str, Any]
"""An article as the scorer reads it."""


def main() -> None:
    """Print a table with a row for each change, or the pages on which one change loses a field."""
    options = _options()
    changes = [CHANGES[0], *(change for change in CHANGES[1:] if options.lost in (None, change.name))]
    pages = [page for page in labelled_pages() if page.part == "tune" and options.set in (None, page.set)]
    pages = pages[:: options.every]
    with ProcessPoolExecutor() as pool:
        jobs = [(page, [change.name for change in changes]) for page in pages]
        records = list(pool.map(_records, jobs, chunksize=4))
    tallies = [_tally(pages, [of_page[at] for of_page in records]) for at in range(len(changes))]
    if options.lost:
        _print_lost(tallies[0], tallies[-1])
        return
    print(f"{len(pages)} pages of sites for tuning, no site known\n")
    rows = [row(change.name, tally) for change, tally in zip(changes, tallies, strict=True)]
    print(table(HEAD, rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sturdiness", description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="read each Nth page (1)")
    parser.add_argument("--set", help="read the pages of one set (all)")
    names = [change.name for change in CHANGES[1:]]
    parser.add_argument("--lost", choices=names, metavar="CHANGE", help="list the fields that it loses")
    return parser.parse_args()


def _records(job: tuple[Labelled, Sequence[str]]) -> Sequence[Record]:
    """Return the records of one page, one for each named change."""
    page, names = job
    plain = plain_page(page.bytes(), page.url)
    changes = (change for change in CHANGES if change.name in names)
    return [asdict(read_article(rewritten(plain, change), Knowledge())) for change in changes]


@cache
def _scorer() -> ModuleType:
    return scorer(SHARED / "score.py")


def _tally(pages: Sequence[Labelled], records: Sequence[Record]) -> Any:
    tally = _scorer().Tally()
    for page, record in zip(pages, records, strict=True):
        answer = {**page.answer, "file": f"{page.set}/{page.answer['file']}"}
        _scorer().judge(tally, answer, record)
    return tally


def row(name: str, tally: Any) -> tuple[str, ...]:
    """Return the table's row of one change: the shared scorer's figures, all sets together."""
    right, asked = dict.fromkeys(COLUMNS, 0.0), dict.fromkeys(COLUMNS, 0.0)
    for field, count in tally.seen.items():
        if (column := FIELDS.get(field, field)) in right:
            right[column] += tally.hits[field]
            asked[column] += count
    for field, (shared, truth, found) in tally.pairs.items():
        if (column := FIELDS.get(field)) is not None:
            right[column] += 2 * shared
            asked[column] += truth + found
    return (name, *(f"{right[each] / asked[each]:.3f}" if asked[each] else "–" for each in COLUMNS))


def _print_lost(before: Any, after: Any) -> None:
    """Print each answer that is wrong only after the change."""
    known = {(field, where) for field, where, *_ in before.misses}
    for field, where, truth, found in after.misses:
        if (field, where) not in known:
            print(f"{field:16} {where}\n    want {truth!r}\n    got  {found!r}")


if __name__ == "__main__":
    main()
