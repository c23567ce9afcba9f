"""Tests of tables: rows, headers, merged cells, captions and units."""

from __future__ import annotations

import pytest

from crawler.items import Block, BlockType, TableCell
from tests.extraction.blocks.pages import block, blocks


def cells(table: Block) -> list[list[str]]:
    """Return the texts of a table's cells."""
    return [[cell.text for cell in row.cells] for row in table.rows]


ROWS = "<tr><td>2022</td><td>4 boats</td></tr><tr><td>2023</td><td>5 boats</td></tr>"
GRID = [["2022", "4 boats"], ["2023", "5 boats"]]


def test_rows_of_short_cells_are_paragraphs_of_the_body() -> None:
    """A row of data is one paragraph, and its cells are apart in the block."""
    table = block(f"<table>{ROWS}</table>")
    assert table.type is BlockType.TABLE
    assert cells(table) == GRID
    assert table.texts == ("2022 4 boats", "2023 5 boats")


def test_cells_of_office_programs() -> None:
    """Cells with paragraphs, as word processors write them, are one paragraph each; the rows are the same."""
    rows = ROWS.replace("<td>", "<td><p><span>").replace("</td>", "</span></p></td>")
    table = block(f"<table>{rows}</table>")
    assert cells(table) == GRID
    assert table.texts == ("2022", "4 boats", "2023", "5 boats")
    assert not any(row.joined for row in table.rows)


@pytest.mark.parametrize(
    "head",
    [
        "<tr><th>Year</th><th>Boats seen</th></tr>",
        "<thead><tr><td>Year</td><td>Boats seen</td></tr></thead>",
        "<tr><td><b>Year</b></td><td><b>Boats seen</b></td></tr>",
    ],
)
def test_headers(head: str) -> None:
    """Rows of header cells, in the head of the table, or alone in bold type head the columns."""
    table = block(f"<table>{head}{ROWS}</table>")
    assert [row.header for row in table.rows] == [True, False, False]
    assert cells(table) == [["Year", "Boats seen"], *GRID]


MERGED_HEAD = (
    "<tr><td rowspan=2><b>指标</b></td><td colspan=2><b>前三季度</b></td></tr>"
    "<tr><td><b>绝对量</b></td><td><b>同比增长</b></td></tr>"
)


@pytest.mark.parametrize(
    ("head", "headers"),
    [
        (MERGED_HEAD, 2),
        (MERGED_HEAD.replace(" rowspan=2", ""), 0),
        (MERGED_HEAD.replace("<b>同比增长</b>", "同比"), 1),
    ],
    ids=["joined by a cell", "separate", "second row is data"],
)
def test_headers_of_two_rows(head: str, headers: int) -> None:
    """Rows in bold type head the columns together if a cell of the first one spans them."""
    rows = "<tr><td>船只</td><td>4</td><td>5.2</td></tr><tr><td>货船</td><td>3</td><td>5.0</td></tr>"
    table = block(f"<table>{head}{rows}</table>")
    assert [row.header for row in table.rows] == [number < headers for number in range(4)]


def test_headers_of_rows() -> None:
    """A header cell before data heads its row alone."""
    table = block(f"<table>{ROWS.replace('<td>2', '<th>2')}</table>")
    assert not any(row.header for row in table.rows)
    assert cells(table) == GRID


def test_merged_cells() -> None:
    """A cell states the columns and rows that it spans, and its text counts once."""
    table = block(
        "<table><tr><td colspan=2>Boats at the lock</td></tr>"
        "<tr><td rowspan=2>2023</td><td>spring</td><td>4 boats</td></tr>"
        "<tr><td>autumn</td><td>5 boats</td></tr></table>"
    )
    assert table.rows[0].cells == (TableCell(text="Boats at the lock", columns=2),)
    assert table.rows[1].cells[0] == TableCell(text="2023", rows=2)
    assert table.texts == ("Boats at the lock", "2023 spring 4 boats", "autumn 5 boats")


def test_grid_repeats_merged_cells() -> None:
    """In the grid, a cell stands in all columns and rows that it spans, and every row has the same width."""
    table = block(
        "<table><tr><td colspan=3>Boats at the lock</td></tr>"
        "<tr><td rowspan=9>2023</td><td>spring</td><td>4 boats</td></tr>"
        "<tr><td>autumn</td></tr><tr><td>winter</td><td>5 boats</td></tr></table>"
    )
    assert table.grid == (
        ("Boats at the lock",) * 3,
        ("2023", "spring", "4 boats"),
        ("2023", "autumn", ""),
        ("2023", "winter", "5 boats"),
    )


def test_a_cell_beside_all_rows() -> None:
    """A cell that spans rows counts in each of them, so that one beside a column makes a table."""
    table = block("<table><tr><td rowspan=3>2023<td>4 boats<tr><td>5 boats<tr><td>6 boats</table>")
    assert table.grid == (("2023", "4 boats"), ("2023", "5 boats"), ("2023", "6 boats"))


@pytest.mark.parametrize("span", ["0", "-3", "two", "", "²", "9" * 30])
def test_senseless_spans(span: str) -> None:
    """A span that is no number of columns is 1."""
    table = block(f"<table>{ROWS.replace('<td>', f'<td colspan={span!r}>', 1)}</table>")
    assert table.rows[0].cells[0].columns == 1


def test_empty_cells_keep_their_places() -> None:
    """An empty cell is a cell, so that columns stay aligned."""
    table = block(
        "<table><tr><td></td><td>2022</td><td>2023</td></tr><tr><td>Boats</td><td>4</td><td>5</td></tr></table>"
    )
    assert cells(table) == [["", "2022", "2023"], ["Boats", "4", "5"]]


@pytest.mark.parametrize(
    "caption",
    [
        ["<p>表1 临水船闸的船只</p>"],
        ["<p>Table 2: Boats at the lock</p>"],
        ["<p>表3 船只</p>", "<p>单位：艘</p>"],
        ["<p>附表 临水的船只</p>", "<p>（单位：艘，%）</p>"],
    ],
)
def test_captions_above_a_table(caption: list[str]) -> None:
    """A numbered title and a unit right above a table belong to it."""
    table = block(f"{''.join(caption)}<table>{ROWS}</table>")
    assert (table.caption or "").split("\n") == [line[3:-4] for line in caption]
    assert cells(table) == GRID


def test_a_marked_caption() -> None:
    """The element for it is the caption of a table."""
    table = block(f"<table><caption>Boats that passed the lock of Linshui</caption>{ROWS}</table>")
    assert table.caption == "Boats that passed the lock of Linshui"


def test_text_about_a_table_is_no_caption() -> None:
    """A sentence above a table stays a paragraph."""
    types = [
        part.type
        for part in blocks(f"<p>表1显示，临水的船只比上一年增加一成，县里很高兴。</p><table>{ROWS}</table>")
    ]
    assert types == [BlockType.PARAGRAPH, BlockType.TABLE]


def test_tables_within_tables() -> None:
    """The inner table holds the data; the outer one is layout."""
    table = block(f"<table><tr><td><table>{ROWS}</table></td><td></td></tr></table>")
    assert cells(table) == GRID


@pytest.mark.parametrize(
    "broken",
    [
        f"<table>Boats at the lock of Linshui, by year, as counted{ROWS}</table>",
        f"<table>{ROWS}<tr>Counted by the harbour master of Linshui himself.</tr></table>",
        "<table><td>2022<td>4 boats<td>2023<td>5 boats</table>",
    ],
)
def test_broken_tables_change_no_text(broken: str) -> None:
    """Text outside of cells and rows stays in its place."""
    assert blocks(broken)
