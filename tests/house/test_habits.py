"""Tests that the ways to check a change agree, and that docs/api.md names existing parts."""

from __future__ import annotations

import ast
import importlib
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.house.site import ROOT
from tests.internals.uses import FENCE, borrowed_in, uses_in

if TYPE_CHECKING:
    from collections.abc import Iterator

API_ROWS = [
    line for line in (ROOT / "docs" / "api.md").read_text("utf-8").splitlines() if line.startswith("|")
]
MODULES = [(module, row) for row in API_ROWS for module in re.findall(r"`(crawler(?:\.[a-z_]+)+)", row)]

MISNOMERS = {
    "crawler": "`crawler` is this package: call Scrapy's object `crawl` (Scrapy gives it by position)",
    "found": "call it what it holds: `match` of a regular expression, `row` of a query, `links`, `dates` …",
    "it": "call it what it holds: `article`, `line`, `host` …",
    "told": "call it what it holds: `message`, `facts`, `record` …",
    "what": "call it what it holds: `kind`, `field`, `words` …",
}
"""Names that no variable has, each with the advice for the author."""


def test_precommit_runs_the_commands_of_make_lint() -> None:
    """A commit that pre-commit lets through passes `make lint`."""
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\nlint:")[2].partition("\n\n")[0]
    commands = [line.partition(" ||")[0].removesuffix(" .") for line in re.findall(r"\$\(BIN\)/(.+)", recipe)]
    hooks = re.findall(r"entry: \.venv/bin/(.+)", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    assert hooks == commands
    assert len(hooks) == 4


def test_workflow_runs_the_whole_of_ci() -> None:
    """A pull request must pass the checks of `.ci/run`."""
    assert "- run: .ci/run\n" in (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")


@pytest.mark.parametrize(("module", "row"), MODULES)
def test_public_module_has_the_names_that_the_docs_list(module: str, row: str) -> None:
    """Each module in docs/api.md can be imported, and has the names in its row."""
    path, _, last = module.rpartition(".")
    public = importlib.import_module(module if last.islower() else path)
    names = re.findall(r"`(\w+)`", row.split("|")[1].partition(":")[2])
    assert [name for name in names if not hasattr(public, name)] == []


def test_some_modules_are_public() -> None:
    """The pattern above finds the rows."""
    assert "crawler.records" in dict(MODULES)


def test_one_object_holds_the_state_of_a_crawl() -> None:
    """No module keeps a registry of crawls: components get their shared state from `state_of`."""
    registry = re.compile(r"weakref|\bdict\[Crawler\b", re.IGNORECASE)
    sources = (ROOT / "crawler").rglob("*.py")
    assert [path.name for path in sources if registry.search(path.read_text("utf-8"))] == []


def test_one_package_uses_what_is_not_public_in_scrapy_and_twisted() -> None:
    """Other packages use documented names alone, and from crawler/internals its own definitions."""
    outside = [use for use in uses_in(ROOT / "crawler") if not use.file.startswith(FENCE)]
    assert outside == [], "add a function to crawler/internals, with a contract in tests/internals"
    assert list(borrowed_in(ROOT / "crawler")) == [], "crawler/internals passes on no names of libraries"


def test_each_public_class_has_a_name_of_its_own() -> None:
    """A name means one thing in the whole tree; Scrapy finds its commands by one name."""
    names = Counter(
        node.name
        for file in (ROOT / "crawler").rglob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in names.items() if count > 1] == ["Command"]


def test_each_package_has_its_folder_of_tests() -> None:
    """The tests of a package lie under its name, and are some."""
    packages = [path.parent.name for path in (ROOT / "crawler").glob("*/__init__.py")]
    assert [name for name in packages if not list((ROOT / "tests" / name).rglob("test_*.py"))] == []
    assert len(packages) > 20


def _bound_in(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield the name and the line of every variable, parameter and field in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            yield node.name, node.lineno


def test_variables_are_called_what_they_are() -> None:
    """No variable, parameter or field has a name that hides what it holds."""
    uses = [
        f"{file.relative_to(ROOT)}:{line}: {MISNOMERS[bound]}"
        for file in (ROOT / "crawler").rglob("*.py")
        for bound, line in _bound_in(ast.parse(file.read_text(encoding="utf-8")))
        if bound in MISNOMERS
    ]
    assert uses == []
