"""Builds the block of a table: its rows and cells, with merged cells as the page states them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from lxml import etree

from crawler.extraction.blocks.headings import is_bold
from crawler.extraction.body.lines import CELLS, Line
from crawler.items import Block, BlockType, TableCell, TableRow

MOST_SPANNED = 1000  # columns or rows that a cell spans, at most, as in HTML's standard


def table_of(table: etree._Element, lines: Sequence[Line]) -> Block:
    """Return the block of a table with those of its lines that belong to the text.

    Rows above the first and below the last of these lines are left out. Empty rows between stay, since a
    cell may span them.
    """
    by_cell = _by_cell(lines)
    joined = {line.block for line in lines if line.cells}
    elements = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    rows = [_row(row, by_cell, is_joined=row in joined) for row in elements]
    filled = [number for number, row in enumerate(rows) if row.texts]
    span = slice(filled[0], filled[-1] + 1) if filled else slice(0)
    headers = _headers(elements[span], by_cell)
    marked = [replace(row, header=number < headers) for number, row in enumerate(rows[span])]
    captions = [line.text for line in takewhile(_is_above_cells, lines)]
    return Block(type=BlockType.TABLE, caption="\n".join(captions) or None, rows=tuple(marked))


def _by_cell(lines: Sequence[Line]) -> Mapping[etree._Element, Sequence[Line]]:
    by_cell: dict[etree._Element, list[Line]] = {}
    for line in lines:
        for part in line.cells or (line,):
            if (cell := _cell_of(part)) is not None:
                by_cell.setdefault(cell, []).append(part)
    return by_cell


def _is_above_cells(line: Line) -> bool:
    return not line.cells and _cell_of(line) is None


def _cell_of(line: Line) -> etree._Element | None:
    return line.block if line.block.tag in CELLS else next(line.block.iterancestors(*CELLS), None)


def _row(
    row: etree._Element, by_cell: Mapping[etree._Element, Sequence[Line]], *, is_joined: bool
) -> TableRow:
    cells = (cell for cell in row if cell.tag in CELLS)
    return TableRow(cells=tuple(_cell(cell, by_cell.get(cell, ())) for cell in cells), joined=is_joined)


def _cell(cell: etree._Element, lines: Sequence[Line]) -> TableCell:
    text = "\n".join(line.text for line in lines)
    return TableCell(text=text, columns=spanned(cell.get("colspan")), rows=spanned(cell.get("rowspan")))


def spanned(number: str | None) -> int:
    """Return the number of columns or rows that an attribute states; 1 if it states none."""
    digits = (number or "").strip()
    return max(1, min(int(digits), MOST_SPANNED)) if digits.isdecimal() and len(digits) < 9 else 1


def _headers(rows: Sequence[etree._Element], by_cell: Mapping[etree._Element, Sequence[Line]]) -> int:
    """Return the number of rows that head the columns: marked as headers, or else in bold type."""
    marked = sum(1 for _ in takewhile(_is_header, rows))
    return (marked or _bold_rows(rows, by_cell)) if marked < len(rows) else 0


def _bold_rows(rows: Sequence[etree._Element], by_cell: Mapping[etree._Element, Sequence[Line]]) -> int:
    """Return the number of rows in bold type at the top: one, or as many as cells of the first one span.

    0 if the row below them is bold, too.
    """
    most = (
        max((spanned(cell.get("rowspan")) for cell in rows[0] if cell.tag in CELLS), default=1) if rows else 0
    )
    bold = sum(1 for _ in takewhile(lambda row: _is_bold(row, by_cell), rows[: most + 1]))
    return bold if bold <= most and bold < len(rows) else 0


def _is_header(row: etree._Element) -> bool:
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    cells = [cell for cell in row if cell.tag in CELLS and (len(cell) or cell.text)]
    return bool(cells) and all(cell.tag == "th" for cell in cells)


def _is_bold(row: etree._Element, by_cell: Mapping[etree._Element, Sequence[Line]]) -> bool:
    lines = [line for cell in row for line in by_cell.get(cell, ())]
    return bool(lines) and all(map(is_bold, lines))
