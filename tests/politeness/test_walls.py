"""Tests of firewalls and of what looks like one."""

from __future__ import annotations

import time

import pytest

from crawler.politeness.walls import WALLS, Answer, wall_of

SCRIPT = b"<html><script>run()</script></html>"
TEXT = b"<p>" + b"The ferry returned to Lanqiao. " * 9 + b"</p>"


@pytest.mark.parametrize(
    ("name", "answer"), [(wall.name, answer) for wall in WALLS for answer in wall.examples]
)
def test_examples(name: str, answer: Answer) -> None:
    """Each example is told as its vendor's."""
    assert wall_of(answer) == name


@pytest.mark.parametrize("answer", [answer for wall in WALLS for answer in wall.refuses])
def test_refusals(answer: Answer) -> None:
    """An article behind a firewall, and an error of the site's own, is none."""
    assert wall_of(answer) is None


@pytest.mark.parametrize("status", [202, 405, 412, 418, 521])
def test_statuses_of_firewalls(status: int) -> None:
    """A status that no site gives to a page is a wall without a vendor's mark."""
    assert wall_of(Answer(status, SCRIPT)) == f"HTTP {status}"
    assert wall_of(Answer(status)) == f"HTTP {status}"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(202, SCRIPT + TEXT),
        Answer(200, SCRIPT),
        Answer(200),
        Answer(403, b"<h1>Forbidden</h1>"),
        Answer(404, WALLS[0].examples[0].body),
        Answer(302, b"", {"cf-mitigated": "challenge"}),
        Answer(500, TEXT),
        Answer(304),
    ],
)
def test_answers_of_sites(answer: Answer) -> None:
    """Pages, redirects and errors of a site itself are no walls."""
    assert wall_of(answer) is None


def test_every_page_is_looked_at_in_no_time() -> None:
    """A page without any mark costs microseconds."""
    page = Answer(200, SCRIPT * 400 + TEXT * 200)
    before = time.process_time()
    for _ in range(200):
        wall_of(page)
    assert (time.process_time() - before) / 200 < 0.002
