"""Tests of addresses without end."""

from __future__ import annotations

import pytest

from crawler.discovery.traps import UrlBounds, trap_of
from crawler.reasons import Cause, Reason


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/", None),
        ("/news/news/1.htm", None),
        ("/2010/10/10/10/10.htm", None),
        ("/a/a/a", Reason(Cause.PATH_REPEATS)),
        ("/a/b/a/b/a/b/", Reason(Cause.PATH_REPEATS)),
        ("/" + "/".join(map(str, range(20))), None),
        ("/" + "/".join(map(str, range(21))), Reason(Cause.PATH_SEGMENTS)),
    ],
)
def test_paths_without_end(path: str, reason: Reason | None) -> None:
    """A segment that comes a third time, or a twenty-first one, is the beginning of an endless path."""
    assert trap_of(f"http://www.lanqiao.test{path}", UrlBounds()) == reason
    assert trap_of(f"http://www.lanqiao.test{path}", UrlBounds(repeats=9, segments=99)) is None
