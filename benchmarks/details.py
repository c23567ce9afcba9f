"""Measures the cost of each optional field: `python -m benchmarks.details [ROUNDS]`.

Extraction with one field alone, and with all, in turn on each page with extraction without any, as multiples
of its CPU time. `none, again` is the noise of the run. The tasks change places from round to round, because
the first ones on a page find the caches of the processor empty.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from benchmarks.pages import SHARED, SavedPage, read_pages
from benchmarks.tables import table
from benchmarks.timing import Stopwatch, Task, ratios, use_one_core
from crawler.extraction import extract_article
from crawler.items import Detail, FieldSelection

SETS = ("corpus", "sets/family")
ROUNDS = 22  # twice for each task in each place
NONE = "none"
HEAD = ("Field", "all pages", "median page", "90 % of pages")
SELECTIONS: dict[str, frozenset[Detail]] = {
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


def measured(pages: Sequence[SavedPage], rounds: int) -> dict[str, Sequence[int]]:
    """Return the minimum CPU time of extraction of each page, for each selection of fields."""
    least: dict[str, Sequence[int]] = {}
    for number in range(rounds):
        times = Stopwatch[SavedPage](_tasks(number), pages).run(1)
        for name, each in times.items():
            least[name] = tuple(map(min, least.get(name, each.least), each.least))
    return least


def _tasks(first: int) -> dict[str, Task[SavedPage]]:
    """Return the tasks, in an order that begins with another one each time."""
    names = deque(SELECTIONS)
    names.rotate(-first)
    return {name: Task(_reader(FieldSelection(details=SELECTIONS[name]))) for name in names}


def _reader(fields: FieldSelection) -> Callable[[SavedPage], object]:
    return lambda page: extract_article(page.body, page.url, fields=fields)


def _rows(least: dict[str, Sequence[int]]) -> Iterator[tuple[str, ...]]:
    for name in list(SELECTIONS)[1:]:
        compared = ratios(least[name], least[NONE])
        figures = (compared.total, compared.median, compared.p90)
        yield (name, *(f"{figure:.3f}" for figure in figures))


if __name__ == "__main__":
    main()
