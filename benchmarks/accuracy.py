"""Scores the extractor and its peers on the real pages: `python -m benchmarks.accuracy [SET …]`."""

from __future__ import annotations

import argparse
import importlib.util
import logging
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from benchmarks.pages import SHARED, SavedPage, read_package, read_pages
from benchmarks.plots import keep
from benchmarks.results import Bars
from benchmarks.tables import table

if TYPE_CHECKING:
    from benchmarks.extractors import Extracted

SETS = {
    "corpus": "Chinese and state media",
    "general": "the world's publishers",
    "sets/family": "other Chinese and state media",
    "sets/chinese": "Chinese portals, 2011 and 2012",
    "sets/handmade": "Chinese publishers, labelled by hand",
    "sets/languages": "English, Greek, Polish and Russian news, 2011 and 2012",
    "sets/world": "other publishers of the world",
    "sets/articles": "articles and blogs of a public benchmark",
}
"""The contents of each folder of `../shared`, as the titles name them."""
HEAD = ("", "headline", "published", "F1", "F1 ≥ .98", "failed")
FIGURES = (("headline",), ("published",), ("body", "text"), ("body98", "text98"))
"""The scorer's names for the columns. A set has `body`, or `text`: headline, captions and body in one."""
ABSENT = "–"

Row = tuple[str, ...]
Answers = Mapping[str, "Extracted | None"]
"""The answers of the extractors about a page, by the extractor's name; `None` for one that raised."""


def main() -> None:
    """Score every extractor on each set; print a table and draw a plot for each."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    score, options = scorer(SHARED / "score.py"), _options(sys.argv[1:])
    if options.package:
        pages = read_package(options.package)
        print(table(HEAD, score_set(pages, list(_read(pages, "package")), score)))
        return
    for name in options.sets or SETS:
        pages = read_pages(SHARED / name)
        title = f"{len(pages)} pages of {SETS[name]}"
        rows = score_set(pages, list(_read(pages, name)), score)
        print(f"{title}\n\n{table(HEAD, rows)}\n")
        keep(f"accuracy-{Path(name).name}", result(title, rows))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{', '.join(SETS)} (all)")
    package = "score the test pages of the program `article` 1.1.2 instead, from its unpacked package"
    parser.add_argument("--package", type=Path, metavar="FOLDER", help=package)
    return parser.parse_args(arguments)


def scorer(path: Path) -> ModuleType:
    """Return the scorer beside the pages. Raises FileNotFoundError if it is not there."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault("score", module)
    spec.loader.exec_module(module)
    return module


def _read(pages: Sequence[SavedPage], name: str) -> Iterator[Answers]:
    """Yield every extractor's answers, page by page, read by as many processes as there are processors."""
    with ProcessPoolExecutor() as pool:
        for number, answers in enumerate(pool.map(_answers, pages, chunksize=4), start=1):
            print(f"\r{name}: {number} of {len(pages)}", end="", file=sys.stderr)
            yield answers
    print(file=sys.stderr)


def _answers(page: SavedPage) -> Answers:
    from benchmarks.extractors import EXTRACTORS  # noqa: PLC0415  after the peers' warnings are off

    return {label: attempt(extract, page) for label, extract in EXTRACTORS.items()}


def attempt(extract: Callable[[SavedPage], Extracted], page: SavedPage) -> Extracted | None:
    """Return an extractor's answer about a page, or `None` if it raises: the table counts that."""
    try:
        return extract(page)
    except Exception:  # noqa: BLE001  a peer may raise what it likes
        return None


def score_set(
    pages: Sequence[SavedPage], answers: Sequence[Answers], score: ModuleType
) -> list[tuple[str, ...]]:
    """Return the table's rows: one for each extractor, with its figures by the shared scorer."""
    return [_row(label, pages, [by_name[label] for by_name in answers], score) for label in answers[0]]


def _row(
    label: str, pages: Sequence[SavedPage], answers: Sequence[Extracted | None], score: ModuleType
) -> Row:
    tally = score.Tally()
    for page, answer in zip(pages, answers, strict=True):
        score.judge(tally, _asked(page.answer), _as_record(answer))
    figures = tally.figures()
    if not any(answer and answer.published for answer in answers):
        figures.pop("published", None)
    return (label, *(_figure(figures, names) for names in FIGURES), str(answers.count(None)))


def _as_record(answer: Extracted | None) -> dict[str, Any]:
    """Return the answer as the scorer reads it; a page that raised has none."""
    if answer is None:
        return {}
    return {
        "headline": answer.headline,
        "published": answer.published,
        "body": [answer.body],
        "photos": list(answer.photos),
    }


def _figure(figures: Mapping[str, float], names: Sequence[str]) -> str:
    return next((f"{figures[name]:.3f}" for name in names if name in figures), ABSENT)


def result(title: str, rows: Sequence[Row]) -> Bars:
    """Return the figures of the table for the plot, without empty columns."""
    columns = {
        name: {row[0]: float(row[number]) for row in rows if row[number] != ABSENT}
        for number, name in enumerate(HEAD[1:-1], start=1)
    }
    return Bars(title, {name: figures for name, figures in columns.items() if figures})


def _asked(answer: Mapping[str, object]) -> dict[str, object]:
    """Return the figures that peers are asked for, too."""
    return {
        name: answer[name] for name in ("file", "headline", "published", "body", "text") if name in answer
    }


if __name__ == "__main__":
    main()
