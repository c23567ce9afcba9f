"""Tests of the marks that are held for articles on their way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.records.marks import Marks, Sketch, marks_of
from crawler.state import marked
from crawler.state.marked import Marked
from tests.records.test_stories import LONG, article

TOLD = article(LONG)
OTHERS = Marks(replace(marks_of(TOLD).fingerprint, content=b"as it came"), Sketch(b"as it came", ()))


def test_marks_that_came_with_an_article_count() -> None:
    """Nothing is worked out again, whatever pipelines add to the article on its way."""
    marks = Marked()
    marks.hold(TOLD, OTHERS)
    for told in (TOLD, replace(TOLD, revision=2, story="a", archive="b")):
        assert marks.of(told) == OTHERS


@pytest.mark.parametrize("change", [{"body": ("Other.",)}, {"headline": "Other"}, {"id": "other"}])
def test_marks_of_another_text_do_not(change: dict[str, object]) -> None:
    """An article that was changed, or whose marks nobody made, gets its own, once."""
    marks = Marked()
    marks.hold(TOLD, OTHERS)
    told = replace(TOLD, **change)  # type: ignore[arg-type]
    assert marks.of(told) == marks_of(told)
    assert marks.of(told) is marks.of(replace(told, revision=2))


def test_articles_that_go_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of articles that never arrive, a limited number is held; the oldest go."""
    monkeypatch.setattr(marked, "MOST", 2)
    marks, many = Marked(), [replace(TOLD, id=str(number)) for number in range(3)]
    for each in many:
        marks.hold(each, OTHERS)
    assert [marks.of(each) == OTHERS for each in reversed(many)] == [True, True, False]
