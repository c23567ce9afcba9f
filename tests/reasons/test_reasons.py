"""Tests of reasons: they are values, and nothing depends on their words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.exceptions import IgnoreRequest

import crawler
from crawler.accounting.drops import Dropped, reason_of_drop
from crawler.accounting.outcome import ExitStatus, outcome
from crawler.accounting.refusals import reason_of_class, reason_of_error
from crawler.accounting.summary import summary
from crawler.accounting.tally import Tally
from crawler.downloading.handler import HeadersTooLarge
from crawler.ledger.ledger import Ledger
from crawler.reasons import FACTS, Cause, Reason, facts, worded
from crawler.reasons.earlier import reason_of_words
from crawler.reasons.reason import http
from tests.reasons.table import DOCUMENT, with_table

SOURCES = Path(crawler.__file__).parent
OUTCOMES = (
    "accounting discovery downloading extensions health ledger middlewares pipelines politeness scheduling"
    " spiders state"
).split()
"""Packages in which outcomes get their reasons."""
FETCHED = {"downloader/response_status_count/200": 3, "item_scraped_count": 2, "harvest/pages": 2}


@pytest.fixture(params=["as written", "reworded"])
def wording(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the wording of all reasons: today's, or another one."""
    if request.param == "reworded":
        other = {cause: replace(known, words=f"<{cause}> {{}}") for cause, known in FACTS.items()}
        monkeypatch.setattr(facts, "FACTS", other)
    return str(request.param)


def test_every_cause_has_facts() -> None:
    """A cause without words would fail in the middle of a crawl."""
    assert set(FACTS) == set(Cause)


@given(st.sampled_from(Cause), st.text(max_size=20))
def test_code_is_read_as_it_was_written(cause: Cause, detail: str) -> None:
    """Ledgers and histories give back the same reason."""
    reason = Reason(cause, detail)
    assert Reason.parse(reason.code) == reason


def test_unknown_code_keeps_its_text() -> None:
    """A foreign spider may count reasons of its own."""
    assert Reason.parse("too deep: 4") == Reason(Cause.OTHER, "too deep: 4")
    assert Reason.parse("too deep: 4").words == "too deep: 4"
    assert Reason.parse("other:too deep").words == "too deep"


def test_detail_may_be_a_reason() -> None:
    """Its words stand within the others."""
    assert Reason(Cause.ROBOTS_UNREACHABLE, http(500).code).words == "robots.txt: HTTP 500"
    assert Reason(Cause.NO_ANSWER, "timed_out").words == "no answer: timed out"


def test_same_words_are_added_up() -> None:
    """A reader sees one line, whatever the values are."""
    assert worded({Reason(Cause.EXCEPTION, "Odd"): 1, Reason(Cause.DROPPED, "Odd"): 2}) == {"Odd": 3}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("HTTP 404", "http:404"),
        ("bot wall: Ruishu", "bot_wall:Ruishu"),
        ("bot wall: HTTP 412", "bot_wall:HTTP 412"),
        ("robots.txt: HTTP 503", "robots_unreachable:http:503"),
        ("no answer: host name not found", "no_answer:host_not_found"),
        ("HubPage", "hub_page"),
        ("redirected out of scope", "out_of_scope"),
        ("TookTooLong", "parsed_too_long"),
        ("Too deep for us", "other:Too deep for us"),
    ],
)
def test_earlier_words_become_values(words: str, code: str) -> None:
    """Ledgers of earlier versions stored words; unknown ones stay."""
    assert reason_of_words(words).code == code


def test_every_drop_has_its_cause() -> None:
    """A foreign pipeline's exception is known by its class."""
    for kind in (drop for group in Dropped.__subclasses__() for drop in [group, *group.__subclasses__()]):
        if hasattr(kind, "cause"):
            assert reason_of_drop(kind.__name__) == Reason(kind.cause)
    assert reason_of_drop("Foreign") == Reason(Cause.DROPPED, "Foreign")


def test_every_refusal_is_known_by_its_class() -> None:
    """Scrapy counts exceptions by class; a group of refusals has no cause of its own."""
    assert reason_of_class("HeadersTooLarge") == reason_of_error(HeadersTooLarge())
    assert reason_of_class("PrivateAddress") == Reason(Cause.PRIVATE_ADDRESS)
    assert reason_of_class("Malformed") == Reason(Cause.EXCEPTION, "Malformed")
    assert reason_of_class("DownloadTimeoutError") == Reason(Cause.TIMED_OUT)
    assert reason_of_error(IgnoreRequest()) == Reason(Cause.REFUSED, "IgnoreRequest")


@pytest.mark.parametrize(
    ("counted", "ended"),
    [
        ("harvest/failed/http:404", ExitStatus.COMPLETE),
        ("harvest/failed/http:500", ExitStatus.PARTIAL),
        ("harvest/failed/not_a_page", ExitStatus.COMPLETE),
        ("ledger/failed/robots_forbidden", ExitStatus.COMPLETE),
        ("ledger/failed/timed_out", ExitStatus.PARTIAL),
        ("harvest/left_alone/http:429", ExitStatus.PARTIAL),
        ("harvest/left_alone/host_pages", ExitStatus.LIMIT_REACHED),
        ("harvest/cut/entries:sitemap", ExitStatus.LIMIT_REACHED),
        ("harvest/cut/address_too_long", ExitStatus.COMPLETE),
    ],
)
@pytest.mark.usefixtures("wording")
def test_exit_status_does_not_depend_on_words(counted: str, ended: ExitStatus) -> None:
    """Faults and bounds are facts of a reason."""
    assert outcome({**FETCHED, counted: 1}) is ended


def test_words_reach_the_summary(wording: str) -> None:
    """The fixture above rewords them."""
    told = summary({**FETCHED, "harvest/failed/timed_out": 1}, Tally(), None)
    assert ("1 timed out" in told) == (wording == "as written")
    assert ("1 <timed_out>" in told) == (wording == "reworded")


@pytest.mark.usefixtures("wording")
def test_other_terms_queue_again_whatever_the_words(tmp_path: Path) -> None:
    """Articles out of range may be in the new range; pages that are no articles stay away."""
    ledger = Ledger(tmp_path, terms="2024")
    for number, code in enumerate(("out_of_range", "out_of_scope", "hub_page", "http:404")):
        ledger.journal.write(
            "INSERT INTO urls (key, url, host, state, priority, depth, found, request, reason)"
            " VALUES (?, ?, 'a.example:80', 2, 0, 0, 0, '{}', ?)",
            bytes([number]), code, code,
        )  # fmt: skip
    ledger.end("finished", 0, 0)
    ledger.close()
    again = Ledger(tmp_path, terms="2023")
    waiting = [url for (url,) in again.journal.rows("SELECT url FROM urls WHERE state = 0 ORDER BY id")]
    again.close()
    assert waiting == ["out_of_range", "out_of_scope"]


def test_nobody_else_writes_or_compares_the_words() -> None:
    """Only the table of facts, and that of earlier words, hold them: rewording changes nothing else."""
    strays = {
        (path.name, text)
        for package in OUTCOMES
        for path in (SOURCES / package).rglob("*.py")
        for text in texts_of(ast.parse(path.read_text("utf-8")))
        if PHRASES.fullmatch(text) or is_end_of_words(text)
    }
    assert strays == set()


PHRASES = re.compile(
    "|".join(
        re.escape(known.words).replace(r"\{\}", ".*")
        for known in FACTS.values()
        if " " in known.words.removesuffix(" {}")
    )
)
"""The words of reasons that are more than a word. One word alone may be a class or a label."""


def texts_of(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module; a replacement field is `{}`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def is_end_of_words(text: str) -> bool:
    """Whether a text of two words or more, or such as `bot wall:`, begins or ends the words of a reason."""
    return re.search(r"\w[:)=]+$|\w \w", text) is not None and any(
        known.words.startswith(text) or known.words.endswith(text) for known in FACTS.values()
    )


def test_table_of_reasons_is_of_today() -> None:
    """docs/reasons.md lists every reason with its code and words."""
    document = DOCUMENT.read_text("utf-8")
    assert document == with_table(document), "run: make reasons"
    assert all(f"| `{cause}" in document for cause in Cause)
