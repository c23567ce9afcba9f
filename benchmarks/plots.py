"""Draws the results of docs/benchmarks/ as SVG beside them: `python -m benchmarks.plots` draws all again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.results import DOCS, Bars, Curves, Result, load, save
from crawler.reporting.plots import drawn, library, look

WIDTH = 720
_BAR, _AROUND = 15, 80  # heights: of a bar, of title and axis and legend
_LEGEND = 26  # height of a line of the legend

# A plot has its own background, so that it is legible anywhere; both follow the reader's choice.
_LOOK = """
:root { --text: #1c1e21; --line: #d9dde2; --back: #fff;
  --first: #2f6db5; --second: #c1662b; --third: #3d8a5f; --fourth: #7d5ba6; }
@media (prefers-color-scheme: dark) { :root { --text: #e8eaed; --line: #3a4048; --back: #15181c;
  --first: #7fb2ee; --second: #f0a06b; --third: #7cc79c; --fourth: #b99be0; } }
#chart-plot .text-overlay text { text-anchor: start; transform: translateX(4px); }
"""


def draw(result: Result) -> str:
    """Draw a result: an SVG without external parts. Raises `ReportError` without pygal."""
    chart = _bars(result) if isinstance(result, Bars) else _curves(result)
    chart.uuid = "plot"  # by default a number that differs with every drawing
    return drawn(chart).replace("<defs>", f"<style>{_LOOK}</style><defs>", 1) + "\n"


def keep(name: str, result: Result, folder: Path = DOCS) -> None:
    """Store a result and its plot, and name both. Raises OSError, and `ReportError` without pygal."""
    data, plot = save(name, result, folder), folder / f"{name}.svg"
    plot.write_text(draw(result), "utf-8")
    print(f"kept in {data}, drawn in {plot}\n")


def _bars(result: Bars) -> Any:
    """Return horizontal bars, the first on top, each with its figure."""
    names = list(dict.fromkeys(name for figure in result.figures.values() for name in figure))
    height = _AROUND + _BAR * len(names) * (len(result.figures) + 1) + _legend(len(result.figures))
    chart = library().HorizontalBar(
        **_options(result.title, height, len(result.figures)), print_values=True, print_values_position="top"
    )
    chart.x_labels = list(reversed(names))
    chart.range = (0, 1.08 * max(max(figures.values()) for figures in result.figures.values()))
    for label, figures in reversed(tuple(result.figures.items())):
        chart.add(label, [figures.get(name) for name in reversed(names)])
    return chart


def _curves(result: Curves) -> Any:
    options = _options(result.title, 380, len(result.points))
    titles = {"x_title": result.along, "y_title": result.figure, "margin_bottom": 24}
    chart = library().XY(**options, **titles, dots_size=2, x_value_formatter="{:,.0f}".format)
    for name, points in result.points.items():
        chart.add(name, list(points))
    most = max(y for points in result.points.values() for _, y in points)
    chart.range = (0, most * 1.1)
    return chart


def _options(title: str, height: int, number: int) -> dict[str, Any]:
    pygal = library()
    style = pygal.style.Style(
        background="var(--back)",
        plot_background="var(--back)",
        foreground="var(--text)",
        foreground_strong="var(--text)",
        foreground_subtle="var(--line)",
        guide_stroke_color="var(--line)",
        major_guide_stroke_color="var(--line)",
        colors=("var(--first)", "var(--second)", "var(--third)", "var(--fourth)"),
        value_colors=("var(--text)",) * 4,
        font_family="system-ui, Noto Sans, sans-serif",
        title_font_size=15,
        label_font_size=12,
        major_label_font_size=12,
        legend_font_size=12,
        value_font_size=11,
        opacity="1",
    )
    return look(pygal) | {
        "style": style,
        "title": title,
        "width": WIDTH,
        "height": height,
        "explicit_size": True,
        "show_legend": number > 1,
        "legend_at_bottom": True,
        "legend_at_bottom_columns": number,
        "legend_box_size": 10,
    }


def _legend(number: int) -> int:
    return _LEGEND if number > 1 else 0


def main() -> None:
    """Draw every result again."""
    for path in sorted(DOCS.glob("*.json")):
        path.with_suffix(".svg").write_text(draw(load(path)), "utf-8")
        print(path.with_suffix(".svg"))


if __name__ == "__main__":
    main()
