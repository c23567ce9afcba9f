"""Tests of what each declaration carries, and of the table that shows it."""

from __future__ import annotations

import re

import pytest

from tests.publishers.coverage import DOCUMENT, LACKS, MUST, Coverage, coverages, with_table

DATE = re.compile(r"20\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@pytest.mark.parametrize("one", coverages(), ids=lambda one: one.publisher.name)
def test_declaration_carries_what_it_must(one: Coverage) -> None:
    """Each declaration has starts, patterns of article URLs with a sample, and the date of its facts."""
    assert [what for what in MUST if LACKS[what](one)] == []
    assert DATE.fullmatch(one.publisher.seen), one.publisher.seen


def test_the_table_is_of_today() -> None:
    """docs/publishers.md shows the declarations as they are."""
    document = DOCUMENT.read_text("utf-8")
    assert document == with_table(document), "run: make publishers"
