"""Docstrings, comments and pages keep the rules of words in CONTRIBUTING.md that a test can check."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.house.site import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = sorted((ROOT / "crawler").rglob("*.py"))
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

VERBS = frozenset(
    """
    Add Answer Append Apply Archive Ask Assign Audit Begin Build Call Cancel Change Check Choose Claim
    Classify Clear Close Collect Commit Compare Complete Compute Connect Consume Convert Copy Correct
    Count Crawl Decide Declare Decode Decompress Delete Deliver Detect Discard Do Download Draft Draw
    Drop Empty End Escape Estimate Execute Explain Export Extend Extract Fail Fetch Find Finish Follow
    Forget Give Group Handle Harvest Hide Hold Ignore Import Index Infer Insert Install Interrupt Join
    Judge Keep Kill Lay Leave Let Limit Listen Lock Log Look Make Mark Match Measure Merge Move Name
    Notify Open Order Pair Parse Pause Plan Print Process Publish Push Put Queue Raise Read Recall
    Reconcile Record Release Remove Rename Replace Report Request Resolve Return Run Search Select Send
    Separate Serve Set Show Shut Skip Sort Split Start Stop Store Strip Sum Summarise Survey Synchronise
    Take Tell Test Truncate Try Update Use Wait Weigh Word Write Yield
    """.split()
)
"""First words of the docstrings of functions. For another verb, add one word, in the imperative."""

INDIRECT = {
    r"\bso many\b": "give the number: `this many`, `a number of`, `at most`",
    r"(?<!there )\b(?:is|are) none\b": "name the thing: `is no article`",
    r"\b(?:go|goes|going|went|gone) on\b": "the term is `continue` or `resume`",
    r"\b(?:take|takes|taken) apart\b": "the term is `parse`",
    r"\blooked (?:at|for|into)\b": "the term is `read` or `searched`",
    r"\b(?:is|are|was|were) asked for\b": "the term is `requested`",
}
"""Phrases that a reader must read twice, as patterns, each with the advice for the author."""

CLAUSES = {
    r"\b[Ww]hat\b": "name the thing in place of the clause with `what`",
    r"\b[Ww]hoever\b": "name the person in place of the clause with `whoever`",
}
"""More of them for comments and docstrings; pages may ask their readers questions."""


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions in a module, without properties, which are described like fields."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            names = [ast.unparse(decorator) for decorator in node.decorator_list]
            if not any(name.endswith("property") for name in names):
                yield node


def _prose(source: str) -> Iterator[tuple[int, str]]:
    """Yield the docstrings and comments of a module, each with its line, without code in backticks."""
    docstrings = [
        (node.lineno, node.value.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]
    comments = [
        (token.start[0], token.string)
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    ]
    for line, text in (*docstrings, *comments):
        yield line, re.sub(r"`[^`]*`", "", str(text))


@cache
def _lines_of_code() -> tuple[tuple[str, str], ...]:
    """Return (place, text) for each comment and docstring of the package."""
    return tuple(
        (f"{file.relative_to(ROOT)}:{line}", " ".join(text.split()))
        for file in SOURCES
        for line, text in _prose(file.read_text(encoding="utf-8"))
    )


@cache
def _lines_of_pages() -> tuple[tuple[str, str], ...]:
    """Return (place, text) for each line of the documentation."""
    return tuple(
        (f"{page.relative_to(ROOT)}:{line}", text)
        for page in PAGES
        for line, text in enumerate(page.read_text(encoding="utf-8").splitlines(), 1)
    )


def test_docstring_of_a_function_begins_with_a_verb() -> None:
    """Docstrings read like "Return the caption without its credit", not "The caption without it"."""
    openings = [
        f"{file.relative_to(ROOT)}:{node.lineno} {node.name}: {docstring.split()[0]}"
        for file in SOURCES
        for node in _functions(ast.parse(file.read_text(encoding="utf-8")))
        if (docstring := ast.get_docstring(node)) and docstring.split()[0].rstrip(".,;:") not in VERBS
    ]
    assert openings == [], "begin with a verb in the imperative; if it is one, add it to VERBS"


@pytest.mark.parametrize(("pattern", "advice"), (INDIRECT | CLAUSES).items())
def test_comments_and_docstrings_name_the_thing(pattern: str, advice: str) -> None:
    """No comment and no docstring has a phrase that stands for a thing without its name."""
    assert [(place, text) for place, text in _lines_of_code() if re.search(pattern, text)] == [], advice


@pytest.mark.parametrize(("pattern", "advice"), INDIRECT.items())
def test_pages_name_the_thing(pattern: str, advice: str) -> None:
    """No page of the documentation has such a phrase either."""
    assert [(place, text) for place, text in _lines_of_pages() if re.search(pattern, text)] == [], advice
