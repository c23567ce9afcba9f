"""Tests of the naming of stories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.items import Article
from crawler.ledger.journal import Journal
from crawler.ledger.schema import connect
from crawler.ledger.stories import Stories, Story
from crawler.records.marks import marks_of
from crawler.records.stories import ALGORITHM, bands, sketch, story_id
from crawler.state.stories import story_of
from tests.records.test_stories import LONG, article, text


@pytest.fixture
def stories(tmp_path: Path) -> Iterator[Stories]:
    """Open a ledger that knows no story."""
    journal = Journal(connect(tmp_path / "ledger.sqlite"))
    yield Stories(journal)
    journal.close()


def named(told: Article, stories: Stories) -> str | None:
    """Return the story of an article whose sketch is made on the spot."""
    return story_of(told, marks_of(told).sketch, stories)


def test_copies_are_one_story(stories: Stories) -> None:
    """A copy with its end cut and a line of its own carries the story of the first."""
    first = named(article("It rained.", LONG, text(2, 20)), stories)
    assert first == story_id(article(LONG))
    assert named(article("LANQIAO (Example) - It rained.", LONG[:-60]), stories) == first
    assert named(article(text(3)), stories) not in (first, None)


def test_same_article_again_is_the_same_story(stories: Stories) -> None:
    """After a crash an article comes again, and its earlier data changes nothing."""
    told = article(LONG)
    assert named(told, stories) == named(told, stories)


def test_too_short_to_tell(stories: Stories) -> None:
    """A photo with a line under it has no story."""
    assert named(article("It rained."), stories) is None


def test_different_stories_with_one_longest_paragraph(stories: Stories) -> None:
    """Two articles of different text get different names, though the longest paragraph is the same."""
    boilerplate = text(9, 30)
    one = article(*(text(number, 25) for number in range(10, 20)), boilerplate)
    other = replace(article(*(text(number, 25) for number in range(30, 40)), boilerplate), id="1" * 16)
    assert story_id(one) == story_id(other)
    assert named(one, stories) != named(other, stories)


def test_chains_do_not_become_one_story(stories: Stories) -> None:
    """Articles are compared with the first of a story, not with each later one."""
    pieces = [text(number, 60) for number in range(8)]
    names = [named(article(*pieces[start : start + 3]), stories) for start in range(6)]
    assert names[0] == names[1]  # two of four pieces are common: half
    assert names[0] != names[3]


def test_sketches_of_another_algorithm_are_passed_over(stories: Stories) -> None:
    """Sketches of an older version of the library cannot be compared."""
    mine = sketch(article(LONG))
    assert mine is not None
    stories.add(Story("old", mine), bands(mine), ALGORITHM - 1)
    assert named(article(LONG), stories) != "old"
    stories.add(Story("new", mine), bands(mine), ALGORITHM)
    assert {each.name for each in stories.candidates(bands(mine), ALGORITHM)} == {
        story_id(article(LONG)),
        "new",
    }
