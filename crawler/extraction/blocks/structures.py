"""Finds the list, table, quotation or preformatted element in which a line of the text stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from lxml import etree

from crawler.extraction.blocks.headings import level_of
from crawler.extraction.blocks.tables import spanned
from crawler.extraction.body.lines import CELLS, Line
from crawler.extraction.tree.markup import own_text

LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
ITEMS = frozenset({"li", "dt", "dd"})
WRAPPING = frozenset({"blockquote", "pre"})
STRUCTURES = (*sorted(LISTS | WRAPPING), "table")
WHOLE = 0.7  # share of the text: quotations and preformatted text that hold more are the page's layout
SECTION = 4  # lines of an item: one with more is a section of the text, and its list is layout
TABLE_PARTS = frozenset({"tbody", "thead", "tfoot", "tr"})
LEAST = 2  # filled cells in a row, and rows that have them: a table with fewer is layout
RUNNING_TEXT = 400  # characters: a table of which one cell in four has more is layout


def homes_of(
    lines: Sequence[Line], container: etree._Element | None
) -> Mapping[etree._Element, etree._Element | None]:
    """Return the structure that each line's block stands in: the outermost one that is no layout.

    None for a block of the running text itself.
    """
    outside = _around(container)
    chains = {line.block: _chain(line.block, outside) for line in lines}
    held: dict[etree._Element, list[Line]] = {}
    for line in lines:
        for each in chains[line.block]:
            held.setdefault(each, []).append(line)
    layouts = _wrappers(held, sum(len(line.text) for line in lines)) | _around_tables(chains.values())
    layouts |= {each for each, inside in held.items() if each not in layouts and _is_layout(each, inside)}
    return {
        block: next((each for each in chain if each not in layouts), None) for block, chain in chains.items()
    }


def _around(container: etree._Element | None) -> AbstractSet[etree._Element]:
    """Return the elements around the container; a table whose part is the container is not one of them."""
    while container is not None and container.tag in TABLE_PARTS:
        container = container.getparent()
    return frozenset() if container is None else frozenset(container.iterancestors())


def _chain(block: etree._Element, outside: AbstractSet[etree._Element]) -> list[etree._Element]:
    """Return the structures at and above a block, the outermost first."""
    above = [each for each in block.iterancestors(*STRUCTURES) if each not in outside]
    own = [block] if block.tag in STRUCTURES else []
    return [*reversed(above), *own]


def _around_tables(chains: Iterable[Sequence[etree._Element]]) -> set[etree._Element]:
    """Return the structures that hold a table with lines of the text."""
    around: set[etree._Element] = set()
    for chain in chains:
        tables = [place for place, each in enumerate(chain) if each.tag == "table"]
        around.update(chain[: tables[-1]] if tables else ())
    return around


def _wrappers(held: Mapping[etree._Element, Sequence[Line]], total: int) -> set[etree._Element]:
    """Return the quotations or preformatted elements that together hold nearly all of the text.

    Old pages indent each paragraph by a `blockquote`, or print a whole text in a `pre`.
    """
    weights: Counter[str] = Counter()
    for each, inside in held.items():
        if each.tag in WRAPPING and next(each.iterancestors(each.tag), None) not in held:
            weights[each.tag] += sum(len(line.text) for line in inside)
    return {each for each in held if weights[each.tag] > WHOLE * total}


def _is_layout(element: etree._Element, inside: Sequence[Line]) -> bool:
    """Return whether a structure, which holds some lines, only arranges the running text."""
    if element.tag == "pre":
        return False
    if element.tag == "table":
        return not _is_data(element)
    if any(level_of(line.block) is not None for line in inside):
        return True
    return element.tag in LISTS and _has_sections(inside)


def _is_data(table: etree._Element) -> bool:
    """Return whether a table has columns of data: rows of several filled cells, few with running text."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    rows = [[cell for cell in row if cell.tag in CELLS and own_text(cell)] for row in table.iter("tr")]
    several = sum(1 for width in _widths(rows) if width >= LEAST)
    cells = [cell for row in rows for cell in row]
    long = sum(1 for cell in cells if len(own_text(cell)) > RUNNING_TEXT)
    return several >= LEAST and 4 * long < len(cells)


def _widths(rows: Iterable[Sequence[etree._Element]]) -> Iterator[int]:
    """Yield the number of cells in each row, with those that span it from above."""
    spans: list[int] = []
    for row in rows:
        yield len(row) + len(spans)
        spans = [rest - 1 for rest in (*spans, *(spanned(cell.get("rowspan")) for cell in row)) if rest > 1]


def _has_sections(inside: Sequence[Line]) -> bool:
    """Return whether a list has an item with many lines, or is a single item with several."""
    items = Counter(item_of(line.block) for line in inside)
    most = max(items.values(), default=0)
    return most > SECTION or (len(items) == 1 and most > 1)


def item_of(block: etree._Element) -> etree._Element | None:
    """Return the item of a list in which a block stands."""
    return block if block.tag in ITEMS else next(block.iterancestors(*ITEMS), None)
