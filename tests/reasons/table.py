"""Writes the table of all reasons into docs/reasons.md: `python -m tests.reasons.table`."""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from typing import cast

from crawler.accounting.drops import Dropped
from crawler.reasons import FACTS, Cause
from crawler.reasons.facts import Facts
from tests.house.site import ROOT

DOCUMENT = ROOT / "docs" / "reasons.md"
BEGIN, END = "<!-- the table begins -->", "<!-- the table ends -->"
HEAD = "| Code | In words | Meaning |\n|---|---|---|"


def table() -> str:
    """Return a row for each cause, in the order of `Cause`."""
    meanings = _meanings()
    return "\n".join([HEAD, *(_row(cause, meanings.get(cause, "")) for cause in Cause)])


def with_table(document: str) -> str:
    """Return the document with the table of today."""
    before, _, rest = document.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


def _row(cause: Cause, meaning: str) -> str:
    facts = FACTS[cause]
    code = f"{cause}:…" if "{}" in facts.words else str(cause)
    return f"| `{code}` | {facts.words.replace('{}', '…')} | {meaning or _meaning(facts)} |"


def _meaning(facts: Facts) -> str:
    return facts.sentence or "–"


def _meanings() -> dict[Cause, str]:
    """Return the text below each cause, and the first sentence about each exception that drops a page."""
    body = cast("ast.ClassDef", ast.parse(inspect.getsource(Cause)).body[0]).body
    below = {
        Cause(str(ast.literal_eval(literal.value))): " ".join(str(ast.literal_eval(text.value)).split())
        for literal, text in pairwise(body)
        if isinstance(literal, ast.Assign) and isinstance(text, ast.Expr)
    }
    bounds = {cause: "A bound left out URLs." for cause, facts in FACTS.items() if facts.is_bound}
    detailed = {cause: f"{bounds.get(cause, '')} {words}".strip() for cause, words in below.items()}
    return {**bounds, **_meanings_of_drops(), **detailed}


def _meanings_of_drops() -> dict[Cause, str]:
    """Return the first sentence about each exception that drops a page."""
    kinds = [Dropped]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    own = (kind for kind in kinds if "cause" in vars(kind) and kind.__module__ == Dropped.__module__)
    return {kind.cause: (kind.__doc__ or "").partition("\n")[0] for kind in own}


if __name__ == "__main__":
    DOCUMENT.write_text(with_table(DOCUMENT.read_text("utf-8")), "utf-8")
