"""The plots in docs/benchmarks/ are drawn from the results that lie beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from benchmarks.plots import draw, keep
from benchmarks.results import DOCS, Bars, Curves, Result, load, save

BARS = Bars("Pages", {"F1": {"ours": 0.998, "theirs": 0.5}, "share": {"ours": 1.0, "theirs": 0.25}})
CURVES = Curves("Memory", "pages", "MiB", {"all": [(0, 90.0), (1000, 120.5)], "parent": [(0, 80.0)]})
KEPT = sorted(DOCS.glob("*.json"))


def words(svg: str) -> set[str]:
    """Return the words in a drawing."""
    return {str(text).strip() for text in etree.fromstring(svg).itertext()}


@pytest.mark.parametrize("result", [BARS, CURVES])
def test_results_come_back(result: Result, tmp_path: Path) -> None:
    """A stored result is read back unchanged."""
    assert load(save("x", result, tmp_path)) == result


def test_bars_say_names_and_figures() -> None:
    """Each bar has its figure beside it, each group its name, each colour its legend."""
    assert words(draw(BARS)) >= {"Pages", "ours", "theirs", "F1", "share", "0.998", "0.5", "0.25"}


def test_curves_say_what_grows_with_what() -> None:
    """Both axes and all lines are named."""
    assert words(draw(CURVES)) >= {"Memory", "pages", "MiB", "all", "parent"}


@pytest.mark.parametrize("result", [BARS, CURVES])
def test_a_drawing_stands_by_itself(result: Result) -> None:
    """It runs nothing, asks nobody for anything, follows light and dark, and is the same every time."""
    svg = draw(result)
    tree = etree.fromstring(svg)
    assert not [each for each in tree.iter() if etree.QName(each).localname in ("script", "image", "a")]
    assert not [each for element in tree.iter() for each in element.attrib.values() if "//" in str(each)]
    assert "prefers-color-scheme: dark" in svg
    assert svg == draw(result)


def test_result_and_drawing_are_kept_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One name, two files, and both are printed."""
    keep("speed", BARS, tmp_path)
    assert (tmp_path / "speed.svg").read_text("utf-8") == draw(load(tmp_path / "speed.json"))
    assert "speed.json" in capsys.readouterr().out


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_committed_plot_is_of_its_results(path: Path) -> None:
    """Nobody drew or edited a plot by hand; docs/benchmarks.md shows it."""
    assert path.with_suffix(".svg").read_text("utf-8") == draw(load(path))
    assert f"benchmarks/{path.stem}.svg" in (DOCS.parent / "benchmarks.md").read_text("utf-8")
