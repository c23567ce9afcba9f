"""The set that `python -m benchmarks.stories` makes, and its figures."""

from __future__ import annotations

import random

from benchmarks.stories import COPIES, OTHERS, as_harvested, made, precision_and_recall
from tests.records.test_stories import article, text


def test_set_has_copies_and_what_only_looks_like_one() -> None:
    """Each article, its copies under its own story, and the others under theirs."""
    tellings = list(made([article(text(1), text(2), text(3))], random.Random(1)))
    assert [telling.how for telling in tellings] == ["itself", *COPIES, *OTHERS]
    assert len({telling.story for telling in tellings}) == 1 + len(OTHERS)
    assert len({telling.article.body for telling in tellings}) == len(tellings)


def test_precision_and_recall() -> None:
    """Of three pairs of one story two are found, with one pair of different stories."""
    pairs = [(True, True), (True, True), (True, False), (False, True), (False, False)]
    assert precision_and_recall(pairs) == (2 / 3, 2 / 3)


def test_harvester_is_measured_on_the_set() -> None:
    """Invented articles: the harvester finds nearly every copy and nothing else."""
    bodies = [article(*(text(100 * number + each, 40) for each in range(6))) for number in range(12)]
    precision, recall = as_harvested(list(made(bodies, random.Random(1))), random.Random(2))
    assert precision > 0.98
    assert recall > 0.85
