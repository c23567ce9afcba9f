"""Writes the tables of a declaration's fields into docs/publishers.md: `make publishers`."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from crawler.publishers import model
from tests.publishers.coverage import DOCUMENT

BEGIN, END = "<!-- the fields begin -->", "<!-- the fields end -->"
HEAD = "| Field | Default | Value | Meaning |\n|---|---|---|---|"
PIPE = "\\|"
RECORDS = (
    model.Publisher,
    model.Layout,
    model.DayArchive,
    model.DataList,
    model.ItemUrl,
    model.PostedUrls,
    model.Companion,
)
PLAIN = {str: "a text", int: "a whole number", bool: "`True` or `False`", type(None): "`None`"}


def meanings(record: type) -> dict[str, str]:
    """Return the docstrings of a record's fields, by name."""
    [node] = ast.parse(inspect.getsource(record)).body
    assert isinstance(node, ast.ClassDef)
    found: dict[str, str] = {}
    for field, text in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            found[ast.unparse(field.target)] = " ".join(ast.literal_eval(text.value).split())
    return found


def value(hint: Any) -> str:
    """Word the type and the format of a value."""
    if get_origin(hint) is Annotated:
        return str(hint.__metadata__[0].expected)
    if get_origin(hint) is tuple:
        first, *more = get_args(hint)
        return f"tuple of: {value(first)}" if more == [...] else f"({'; '.join(map(value, get_args(hint)))})"
    if isinstance(hint, UnionType):
        return " or ".join(map(value, get_args(hint)))
    return PLAIN.get(hint) or f"`{hint.__name__}`"


def rows(record: type) -> Iterator[str]:
    """Yield a row of the table for each field."""
    hints, told = get_type_hints(record, include_extras=True), meanings(record)
    for each in fields(record):
        cells = (f"`{each.name}`", _default(each), value(hints[each.name]), told[each.name])
        yield f"| {' | '.join(cell.replace('|', PIPE) for cell in cells)} |"


def _default(field: Field[Any]) -> str:
    return "–" if field.default is MISSING else f"`{field.default!r}`"


def tables() -> str:
    """Return a table for each record, below its docstring."""
    return "\n\n".join(
        "\n".join((f"### {record.__name__}", "", _about(record), "", HEAD, *rows(record)))
        for record in RECORDS
    )


def _about(record: type) -> str:
    """Return the docstring of a record, without the requirements of a declaration of the package."""
    about = inspect.cleandoc(record.__doc__ or "").partition("\n\nA declaration must")[0]
    return "\n\n".join(" ".join(each.split()) for each in about.split("\n\n"))


def with_fields(document: str) -> str:
    """Return the document with the tables of today."""
    before, _, rest = document.partition(BEGIN)
    return f"{before}{BEGIN}\n{tables()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    DOCUMENT.write_text(with_fields(DOCUMENT.read_text("utf-8")), "utf-8")
