"""The names of the rules stand in one place, and nothing is steered by their words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import crawler
from crawler.extraction import parse_page, read_article
from crawler.extraction.evidence.rules import Rule
from crawler.samplesite import SampleSite
from tests.samplesite.ground_truth import pages

ROOT = Path(crawler.__file__).parent
MODULES = [
    path
    for folder in ("extraction", "commands", "declaring")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.name != "rules.py"
]
NAMES = [str(path.relative_to(ROOT)) for path in MODULES]
WORDS = re.compile("|".join(re.escape(rule).replace(r"\{\}", ".+") for rule in Rule))
"""All that a rule can print."""
DECIDED = ("headline", "body", "published", "source", "bylines", "editors", "dateline", "published.ahead")
TOLD = frozenset(rule.value for rule in Rule if " " in rule and "{}" not in rule)
"""Names of rules that are no ordinary words."""


def literals(path: Path) -> Iterator[str]:
    """Yield the strings in a module, without docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    prose = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in prose:
            yield each.value


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_rules_are_named_once(path: Path) -> None:
    """No other module spells the name of a rule."""
    assert not TOLD.intersection(literals(path))


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_words_steer_nothing(path: Path) -> None:
    """No code compares a rule with a string, or asks how its words begin."""
    text = path.read_text("utf-8")
    assert not re.search(r"\brule(?:\.kind)? (?:==|!=|in|not in) \(?[\"']", text)
    assert not re.search(r"\brule\.(?:startswith|endswith|split|find)", text)


@pytest.mark.parametrize("path", list(pages()))
def test_evidence_comes_from_rules(path: str) -> None:
    """A decision in a record is the text of a rule with its details."""
    reply = SampleSite().reply(path, "http://news.sample.test")
    url = f"http://news.sample.test{path}"
    evidence = read_article(parse_page(reply.body, url, reply.headers.get("Content-Type"))).evidence
    assert all(WORDS.fullmatch(evidence[field]) for field in DECIDED if field in evidence)
    assert all(type(value) is str for value in evidence.values())


def test_details() -> None:
    """A rule with details prints them; its kind is the rule."""
    why = Rule.BESIDE.of(Rule.META.of("og:title"), Rule.ON_THE_PAGE.of("h1"))
    assert str(why) == "meta og:title, beside h1 on the page"
    assert why.kind is Rule.BESIDE
    assert Rule.URL.kind is Rule.URL
    assert Rule.META.of("author") == Rule.META.of("author")
    assert str(Rule.HAS.of("#{0}")) == "has #{0}"


def test_texts_differ() -> None:
    """No two rules print alike."""
    assert len(Rule.__members__) == len(list(Rule))
