"""Tests of the coverage of each declaration, and of the table that shows it."""

from __future__ import annotations

from collections.abc import Callable
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
from tests.publishers.field_tables import with_fields


@pytest.mark.parametrize("one", coverages(), ids=lambda one: one.publisher.name)
def test_declaration_carries_what_it_must(one: Coverage) -> None:
    """Each declaration has all of it."""
    assert missing_in(one) == []


def test_new_declaration_needs_a_page_and_a_list() -> None:
    """Without them, a declaration is refused."""
    new = replace(coverages()[0], pages=0, lists=0)
    assert missing_in(new) == [PAGE, LIST]
    assert missing_in(replace(new, pages=1, lists=1)) == []


@pytest.mark.parametrize("renewed", [with_table, with_fields])
def test_the_tables_are_of_today(renewed: Callable[[str], str]) -> None:
    """docs/publishers.md shows the declarations, and the fields that they may have, as they are."""
    document = DOCUMENT.read_text("utf-8")
    assert document == renewed(document), "run: make publishers"
