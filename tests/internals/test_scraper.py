"""Tests of the queue of answers that wait for the spider."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from scrapy import Request
from scrapy.http import Response

from crawler.internals.scraper import SHARE, SharedSlot, share_slot

URL = "http://www.lanqiao.test/list.json"
MOST = 10_000


def test_one_answer_never_fills_the_queue() -> None:
    """Requests go on beside a huge answer, and stop when several of them wait."""
    slot = SharedSlot(MOST)
    huge = Response(URL, body=bytes(3 * MOST))
    for _ in range(SHARE):
        slot.add_response_request(huge, Request(URL))
        assert not slot.needs_backout()
    slot.add_response_request(huge, Request(URL))
    assert slot.needs_backout()


def test_processed_answers_weigh_nothing() -> None:
    """Answers of all sizes, and failures, leave the queue as they entered it."""
    slot = SharedSlot(MOST)
    answers: list[Any] = [Response(URL, body=bytes(size)) for size in (0, MOST // SHARE, 3 * MOST)] + [None]
    for answer in answers:
        slot.add_response_request(answer, Request(URL))
    while slot.queue:
        answer, request, _ = slot.next_response_request_deferred()
        slot.finish_response(answer, request)
    assert slot.active_size == 0


def test_crawl_gets_such_a_queue() -> None:
    """Its bound is the setting's."""
    scraper = SimpleNamespace(slot=None)
    settings = SimpleNamespace(getint={"SCRAPER_SLOT_MAX_ACTIVE_SIZE": MOST}.__getitem__)
    crawl: Any = SimpleNamespace(engine=SimpleNamespace(scraper=scraper), settings=settings)
    share_slot(crawl)
    assert isinstance(scraper.slot, SharedSlot)
    assert scraper.slot.max_active_size == MOST
