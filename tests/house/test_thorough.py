"""`make test` leaves only tests of packaging and of whole documents to `.ci/run`."""

from __future__ import annotations

import re

from tests.house.site import ROOT

THOROUGH = {
    "tests/commands/test_newpublisher.py",
    "tests/house/test_readme.py",
    "tests/house/test_wheel.py",
}
"""The files with thorough tests. A test of a crawl's behaviour is never thorough."""
MARK = re.compile(r"^(?:@|pytestmark = )pytest\.mark\.thorough$", re.MULTILINE)


def test_thorough_tests_are_few() -> None:
    """The marker stands in the named files alone."""
    files = (ROOT / "tests").rglob("test_*.py")
    marked = {path.relative_to(ROOT).as_posix() for path in files if MARK.search(path.read_text("utf-8"))}
    assert marked == THOROUGH


def test_ci_runs_them() -> None:
    """`.ci/run` measures the coverage, and a run that measures it is thorough."""
    assert re.search(r"^make test COVERAGE=\d+", (ROOT / ".ci/run").read_text("utf-8"), re.MULTILINE)
    assert "$(if $(COVERAGE),TESTS=thorough " in (ROOT / "Makefile").read_text("utf-8")
