"""The composed pages of `python -m benchmarks.chinese`, and their score."""

from __future__ import annotations

import re
from collections import Counter

from benchmarks.chinese import composed, faults, kinds, plain, structures, tallies

TAG = re.compile(r"<[^>]+>")
PAGES = list(composed())


def test_every_page_shows_its_lines() -> None:
    """A page has all lines of its answer and all lines that are no text, and no placeholder is left."""
    for page in PAGES:
        text = plain(TAG.sub("", page.html.decode()))
        assert all(each in text for each in (*page.answer, *map(plain, page.kind.extra)))
        assert "{" not in text


def test_each_kind_stands_in_each_structure() -> None:
    """All kinds and structures have names of their own, and every pair is a page."""
    names = {(page.kind.kind, page.structure) for page in PAGES}
    assert len(names) == len(PAGES) == len(kinds()) * len(structures())


def test_a_right_page_has_no_fault() -> None:
    """An extraction like the answer scores fully; a missing line and another one are faults."""
    page = PAGES[0]
    line = next(iter(page.answer))
    wrong = page.answer - Counter([line]) + Counter(["更多"])
    assert faults(page, page.answer) == []
    assert faults(page, wrong) == [f"- {line}", "+ 更多"]
    cells = tallies([page, page], [page.answer, wrong])["structure"]["all"].cells()
    assert cells == ("2", "0.500", str(2 * page.answer.total()), "1", "1")
