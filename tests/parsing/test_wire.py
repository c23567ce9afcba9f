"""Tests of the protocol between a crawl and its parsing processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from crawler.discovery.contents import Contents
from crawler.discovery.pointers import Reference
from crawler.discovery.shapes import Use
from crawler.extraction import extract_article
from crawler.items import ALL_DETAILS, Detail, Exchange, FieldSelection, Structure
from crawler.parsing.pages import Fault, FetchedPage, PageResult, ReadingBounds
from crawler.parsing.questions import Leads, ParsingResult, Question
from crawler.parsing.wire import READY, FailedQuestion, Unpacker, packed, question
from crawler.records.marks import marks_of

HTML = """
<html><head><title>The lock opens</title></head><body><h1>The lock opens</h1><div id="content">
<p>LINSHUI, Aug. 7 (HNA) -- The lock of Linshui opened to boats on Sunday after a year of works.</p>
<p><img src="/lock.jpg" width="600" height="400"></p><p>Boats wait at the lock. (Photo by Lin Wu/HNA)</p>
<p>Keepers counted two hundred boats before noon, and more were waiting below the bridge.</p>
</div></body></html>
"""
ARTICLE = extract_article(HTML.encode(), "http://www.example.cn/2022-08/07/content_7.htm", fields=ALL_DETAILS)
READ = PageResult(ARTICLE, marks=marks_of(ARTICLE))
LEADS = Leads((Reference("http://www.example.cn/a.htm", "2022-08-07"),), contents=Contents(1, None, 7))
PART = FetchedPage(url="http://www.example.cn/7_2.htm", body=b"<p>two")
PAGE = FetchedPage(url="http://www.example.cn/7.htm", body=b"<p>one", parts=(PART,), reservations=("noai",))
EXCHANGE = Exchange(
    url=PAGE.url,
    date="2022-08-07T08:00:00Z",
    method="GET",
    asked=(),
    status=200,
    protocol="HTTP/1.1",
    headers=(),
    body=PAGE.body,
)
BOUNDS = ReadingBounds(
    largest=4, seconds=1.5, fields=FieldSelection(Structure.LINKED, frozenset({Detail.DECK}))
)


def received(message: list[bytes | memoryview], size: int = 7) -> Iterator[Any]:
    """Yield the values of a message that arrives in pieces of some size."""
    sent, unpacker = b"".join(message), Unpacker()
    for start in range(0, len(sent), size):
        yield from unpacker.feed(sent[start : start + size])


@pytest.mark.parametrize(
    "value",
    [
        READY,
        READ,
        PageResult(fault=Fault.TOO_LONG, message="over 5 s"),
        ParsingResult(Use(may_be_article=True, leads_on=False), reading=READ),
        ParsingResult(Use(may_be_article=False, leads_on=True), LEADS),
        FailedQuestion(is_late=True, message="took too long"),
        PageResult(replace(ARTICLE, headline="The lock \ud83d opens"), marks=READ.marks),
        ParsingResult(Use(may_be_article=False, leads_on=True), Leads(contents=Contents(1, None, 2**70))),
    ],
)
def test_answers_arrive_unchanged(value: Any) -> None:
    """An answer arrives as it was sent, marks included, also with a lone surrogate or a huge number."""
    [answer] = received(packed(value))
    assert repr(answer) == repr(value)


def test_questions_carry_what_a_parser_needs() -> None:
    """A question carries a page and its parts, each up to a byte beyond the bound, without the exchange."""
    fetched = replace(PAGE, exchange=EXCHANGE, reading=READ)
    cut = replace(PAGE, body=b"<p>on", parts=(replace(PART, body=b"<p>tw"),))
    [about_article] = received(question(fetched, BOUNDS))
    [about_links] = received(question(Question(fetched, with_days=True), BOUNDS))
    assert (about_article.asked, about_article.terms) == (cut, BOUNDS)
    assert (about_links.asked, about_links.terms) == (Question(cut, with_days=True), BOUNDS)


def test_messages_in_one_piece() -> None:
    """Several messages that arrive at once are told apart."""
    failed = FailedQuestion(is_late=False, message="ValueError: no page")
    both = [*packed(READY), *question(PAGE, BOUNDS), *packed(failed)]
    ready, asked, last = received(both, size=1 << 16)
    assert (ready, asked.asked.url, last) == (READY, PAGE.url, failed)
