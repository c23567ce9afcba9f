"""Scores the extractor and its peers on the real pages, and draws it: `python -m benchmarks.accuracy`."""

from __future__ import annotations

import importlib.util
import logging
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from benchmarks.pages import SHARED, SavedPage, read_pages
from benchmarks.plots import keep
from benchmarks.results import Bars
from benchmarks.tables import table

if TYPE_CHECKING:
    from benchmarks.extractors import Extracted

CORPORA = {"corpus": "Chinese and state media", "general": "the world's publishers"}
FIGURES = ("headline", "body", "body98")
HEAD = ("", "headline", "body F1", "F1 ≥ .98", "failed")


def main() -> None:
    """Score every extractor on each corpus; print a table and draw a plot for each."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    from benchmarks.extractors import EXTRACTORS  # noqa: PLC0415  after the peers' warnings are off

    score = scorer(SHARED / "score.py")
    for name, title in CORPORA.items():
        pages = read_pages(SHARED / name)
        rows = [row(label, extract, pages, score) for label, extract in EXTRACTORS.items()]
        print(f"{len(pages)} pages of {title}\n\n{table(HEAD, rows)}\n")
        keep(f"accuracy-{name}", result(f"{len(pages)} pages of {title}", rows))


def scorer(path: Path) -> ModuleType:
    """The scorer that lies beside the pages; raises FileNotFoundError where it does not."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault("score", module)
    spec.loader.exec_module(module)
    return module


def row(
    label: str, extract: Callable[[SavedPage], Extracted], pages: Sequence[SavedPage], score: ModuleType
) -> tuple[str, ...]:
    """One row of the table: an extractor's figures by the shared scorer."""
    tally = score.Tally()
    failed = 0
    for page in pages:
        try:
            found = extract(page)
            got = {"headline": found.headline, "body": [found.body]}
        except Exception:  # noqa: BLE001  a peer may raise what it likes; the table counts it
            failed += 1
            got = {}
        score.judge(tally, _asked(page.answer), got)
    figures = tally.figures()
    return (label, *(f"{figures[name]:.3f}" for name in FIGURES), str(failed))


def result(title: str, rows: Sequence[tuple[str, ...]]) -> Bars:
    """What the plot shows of the table."""
    figures = enumerate(HEAD[1:-1], start=1)
    return Bars(title, {figure: {row[0]: float(row[column]) for row in rows} for column, figure in figures})


def _asked(answer: Mapping[str, object]) -> dict[str, object]:
    """What peers are asked for, too: headline and body."""
    return {name: answer[name] for name in ("file", "headline", "body") if name in answer}


if __name__ == "__main__":
    main()
