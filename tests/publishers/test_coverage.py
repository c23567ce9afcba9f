"""Tests of the coverage of each declaration, and of the table that shows it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.publishers.coverage import (
    DOCUMENT,
    LIST,
    PAGE,
    Coverage,
    coverages,
    missing_in,
    with_table,
)

DATE = re.compile(r"20\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@pytest.mark.parametrize("one", coverages(), ids=lambda one: one.publisher.name)
def test_declaration_carries_what_it_must(one: Coverage) -> None:
    """Each declaration has all of it."""
    assert missing_in(one) == []
    assert DATE.fullmatch(one.publisher.seen), one.publisher.seen


def test_new_declaration_needs_a_page_and_a_list() -> None:
    """Without them, a declaration is refused."""
    new = replace(coverages()[0], pages=0, lists=0)
    assert missing_in(new) == [PAGE, LIST]
    assert missing_in(replace(new, pages=1, lists=1)) == []


def test_the_table_is_of_today() -> None:
    """docs/publishers.md shows the declarations as they are."""
    document = DOCUMENT.read_text("utf-8")
    assert document == with_table(document), "run: make publishers"
