"""Draws the report's plots: bars as SVG, by pygal, in the colours of the page."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from crawler.program import how_to_add

LONGEST = 22
"""Maximum length of a label, in characters."""
_SVG = "{http://www.w3.org/2000/svg}"
_SPACES = re.compile(r"[\x00-\x20\x7f-\x9f]+")
_BAR, _AROUND = 26, 24  # heights: of a bar with its gap, of the axis


class ReportError(Exception):
    """The report cannot be written; the message gives the remedy. Raised by `plots` and `report`."""


def ranked(counts: Sequence[tuple[str, float]]) -> str:
    """Draw horizontal bars, the first on top. Raises `ReportError` without pygal."""
    pygal = library()
    options = look(pygal) | {"show_x_labels": False}  # the values stand beside the names
    chart = pygal.HorizontalBar(height=_AROUND + _BAR * len(counts), **options)
    chart.x_labels = [f"{short(name)}  {value:,}" for name, value in reversed(counts)]
    chart.add(None, [value for _, value in reversed(counts)])
    return drawn(chart)


def over_time(counts: Mapping[str, int]) -> str:
    """Draw vertical bars, one for each period in order. Raises `ReportError` without pygal."""
    pygal = library()
    chart = pygal.Bar(height=260, x_label_rotation=35, show_minor_x_labels=False, **look(pygal))
    chart.x_labels = list(counts)
    chart.x_labels_major = chart.x_labels[:: max(1, -(-len(counts) // 6))]
    chart.y_labels = whole_ticks(max(counts.values(), default=0))
    chart.add(None, list(counts.values()))
    return drawn(chart)


def whole_ticks(top: int) -> list[int]:
    """Return at most seven whole numbers from 0 to `top` or just above, in steps: 0, 2, 4, 6, 8 for 7."""
    steps = (factor * 10**power for power in range(len(str(top)) + 1) for factor in (1, 2, 5))
    step = next(step for step in steps if top <= 6 * step)
    return [*range(0, top, step), -(-top // step) * step]


def short(label: str) -> str:
    """Return a label that fits beside its bar: without line breaks, truncated."""
    words = _SPACES.sub(" ", label).strip() or "?"
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def look(pygal: Any) -> dict[str, Any]:
    """Return the style of all plots; its colours are variables of the page."""
    style = pygal.style.Style(
        background="transparent",
        plot_background="transparent",
        foreground="var(--text)",
        foreground_strong="var(--text)",
        foreground_subtle="var(--line)",
        colors=("var(--bar)",),
        font_family="inherit",
        label_font_size=12,
        major_label_font_size=12,
    )
    return {
        "style": style,
        "js": [],  # by default it loads a script from its author's site
        "width": 460,  # a phone's page is a little narrower, a desktop's column a little wider
        "margin": 6,
        "show_legend": False,
        "value_formatter": "{:,.10g}".format,
        "explicit_size": False,
        "disable_xml_declaration": True,
        "truncate_label": -1,
        "no_data_text": "",
    }


def drawn(chart: Any) -> str:
    """Return the SVG without pygal's script and comments."""
    root = etree.fromstring(chart.render())
    etree.strip_elements(root, etree.Comment, f"{_SVG}script", with_tail=False)
    return etree.tostring(root, encoding="unicode")


def library() -> Any:
    """Import pygal. Raises `ReportError` without it."""
    try:
        import pygal  # noqa: PLC0415  an extra
        import pygal.style  # noqa: PLC0415  as above
    except ImportError as error:
        raise ReportError(f"the plots need pygal: {how_to_add('report')}") from error
    # pygal adds an import finder of an obsolete kind to sys.meta_path; only plug-ins need it.
    sys.meta_path[:] = [each for each in sys.meta_path if hasattr(each, "find_spec")]
    return pygal
