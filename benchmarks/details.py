"""Measures the cost of each optional field: `python -m benchmarks.details [ROUNDS]`.

Extraction with one field alone, and with all, in turn on each page with extraction without any, as multiples
of its CPU time. `none, again` is the noise of the run. Videos and sound recordings share most of their work,
so that the fields one by one cost more than all together.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from benchmarks.pages import SHARED, SavedPage, read_pages
from benchmarks.tables import table
from benchmarks.timing import Stopwatch, Task, Times, ratios, use_one_core
from crawler.extraction import extract_article
from crawler.items import Detail, FieldSelection

SETS = ("corpus", "sets/family")
ROUNDS = 10
WARM_UP, NONE = "warm-up", "none"
HEAD = ("Field", "all pages", "median page", "90 % of pages")
SELECTIONS: dict[str, frozenset[Detail]] = {
    WARM_UP: frozenset(),  # the first task finds empty caches in the processor; its times do not count
    NONE: frozenset(),
    "none, again": frozenset(),
    **{each.value: frozenset({each}) for each in Detail},
    "videos and audios": frozenset({Detail.VIDEOS, Detail.AUDIOS}),
    "all": frozenset(Detail),
}


def main() -> None:
    """Time all selections on each set, and print a table for each."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    use_one_core()
    for name in SETS:
        pages = read_pages(SHARED / name)
        print(f"\n{name}, {len(pages)} pages, the fastest of {2 * rounds} runs:\n")
        print(table(HEAD, list(_rows(measured(pages, rounds)))))


def measured(pages: Sequence[SavedPage], rounds: int) -> dict[str, Times]:
    """Return the times of extraction with each selection of fields."""
    tasks = {name: Task(_reader(FieldSelection(details=details))) for name, details in SELECTIONS.items()}
    return Stopwatch[SavedPage](tasks, pages).run(rounds)


def _reader(fields: FieldSelection) -> Callable[[SavedPage], object]:
    return lambda page: extract_article(page.body, page.url, fields=fields)


def _rows(times: dict[str, Times]) -> Iterator[tuple[str, ...]]:
    bare = times.pop(NONE).least
    del times[WARM_UP]
    for name, each in times.items():
        compared = ratios(each.least, bare)
        figures = (compared.total, compared.median, compared.p90)
        yield (name, *(f"{figure:.4f}" for figure in figures))


if __name__ == "__main__":
    main()
