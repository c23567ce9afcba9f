"""Times the extractor and its peers as multiples of the bare parse: `python -m benchmarks.speed [FOLDER]`.

The plot in docs/benchmarks/ is drawn anew, unless another folder of pages is named.
"""

from __future__ import annotations

import argparse
import logging
import sys
import warnings
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import lxml.html

from benchmarks.pages import SHARED, SavedPage, read_pages
from benchmarks.plots import keep
from benchmarks.results import Bars
from benchmarks.tables import table
from benchmarks.timing import IN_A_ROW, Stopwatch, Task, Times, ratios, use_one_core

CORPUS = SHARED / "corpus"
BYTES = "parse of the bytes"
TEXT = "parse of the decoded text"
CUT = 0.9  # a parse that yields less than this share of the page's elements stopped early
HEAD = ("", "total", "median", "90 %", "99 %", "max", "failed")

METHOD = """\
CPU time, one process, one core, the least of {runs} runs for each page; in each of {rounds} rounds, all of
these run on a page, {row} times in a row, before the next page comes. "total" is the time for all pages
together; the other figures are over the pages' own ratios. `crawler` gets bytes and decodes them; the peers
get text that was decoded beforehand. "caches emptied": before each run, so that nothing is remembered of any
page, not even the class names that the pages of a site share."""

AGAINST_BYTES = "×  `lxml.html.document_fromstring(bytes)`, on the very bytes that were served"
AGAINST_TEXT = """\
×  the same parse of the decoded text (as UTF-8, and told so). {cut} of the {pages} pages are declared in
another encoding than they are in, most often as gb2312: the parse of their bytes stops at the first character
that does not fit, and the time that this took says nothing. Here, every page is parsed to its end."""


def main() -> None:
    """Run the benchmark and print its tables."""
    options = _options(sys.argv[1:])
    from benchmarks.extractors import EXTRACTORS, warm_up  # noqa: PLC0415  after the peers' warnings are off

    pages = read_pages(options.folder)
    use_one_core()
    warm_up(pages[0])
    runs = {BYTES: parse_bytes, TEXT: parse_text, **EXTRACTORS}
    tasks = {name: Task(run) for name, run in runs.items()}
    tasks["crawler, caches emptied"] = Task(EXTRACTORS["crawler"], empty_caches)
    times = Stopwatch[SavedPage](tasks, pages).run(options.rounds)
    print(report(times, pages, options.rounds))
    if options.folder == CORPUS:
        keep("speed", result(times, len(pages)))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS, help="saved pages")
    parser.add_argument("--rounds", type=int, default=3, help="how often all pages are read (3)")
    return parser.parse_args(arguments)


def parse_bytes(page: SavedPage) -> Any:
    """Return the bare parse that is the unit of the ratios."""
    return lxml.html.document_fromstring(page.body)


def parse_text(page: SavedPage) -> Any:
    """Return the bare parse of the text, whatever encoding the page declares."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return lxml.html.document_fromstring(page.text.encode("utf-8", "replace"), parser=parser)


def empty_caches() -> None:
    """Empty every cache of the package's functions."""
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == "crawler"]
    for value in chain.from_iterable(vars(module).values() for module in modules):
        if hasattr(value, "cache_clear"):
            value.cache_clear()


def result(times: Mapping[str, Times], pages: int) -> Bars:
    """Return the figures for the plot: all pages together, against the parse of the decoded text."""
    bare = times[TEXT].least
    compared = {name: ratios(mine.least, bare) for name, mine in times.items() if name not in (BYTES, TEXT)}
    title = f"CPU time for {pages} pages, × the bare parse of the decoded text"
    return Bars(title, {"all pages": {name: round(each.total, 1) for name, each in compared.items()}})


def is_cut(page: SavedPage) -> bool:
    """Return whether the parse of the bytes stops long before the page ends."""
    return _elements(parse_bytes(page)) < CUT * _elements(parse_text(page))


def _elements(root: Any) -> int:
    return sum(1 for _ in root.iter())


def report(times: Mapping[str, Times], pages: Sequence[SavedPage], rounds: int) -> str:
    """Word both tables: against the parse of the bytes, and against that of the decoded text."""
    cut = sum(map(is_cut, pages))
    bare = sum(times[TEXT].least) / len(pages) / 1e6
    return "\n\n".join(
        [
            f"{len(pages)} pages; the bare parse of the decoded text takes {bare:.2f} ms a page.",
            METHOD.format(rounds=rounds, row=IN_A_ROW, runs=rounds * IN_A_ROW),
            AGAINST_BYTES,
            _against(BYTES, times),
            AGAINST_TEXT.format(cut=cut, pages=len(pages)),
            _against(TEXT, times),
        ]
    )


def _against(bare: str, times: Mapping[str, Times]) -> str:
    rows = []
    for name, mine in times.items():
        compared = ratios(mine.least, times[bare].least)
        figures = (compared.total, compared.median, compared.p90, compared.p99, compared.most)
        rows.append((name, *(f"{figure:.1f}" for figure in figures), str(mine.failed)))
    return table(HEAD, rows)


if __name__ == "__main__":
    main()
