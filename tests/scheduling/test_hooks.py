"""Tests of what the ledger takes hold of inside Scrapy, for want of a public way: what a new one moved."""

from __future__ import annotations

import inspect

import scrapy
from scrapy.core.engine import ExecutionEngine, _Slot
from scrapy.core.scraper import Scraper

MOVED = f"Scrapy {scrapy.__version__} differs from 2.19 here: adapt %s"


def test_end_of_a_page_can_be_watched() -> None:
    """The engine hands each answer to `scraper.enqueue_scrape`, whose result fires when the page is done."""
    what = MOVED % "_watch in crawler/scheduling/scheduler.py"
    assert list(inspect.signature(Scraper.enqueue_scrape).parameters) == ["self", "result", "request"], what
    handing = inspect.getsource(ExecutionEngine._handle_downloader_output)
    assert "yield self.scraper.enqueue_scrape(result, request)" in handing, what


def test_closing_can_be_seen() -> None:
    """The engine's slot says when it is being closed; the engine waits for what is under way."""
    what = MOVED % "_is_closing in crawler/extensions/ledger_keeper.py"
    assert "self._slot: _Slot | None = None" in inspect.getsource(ExecutionEngine.__init__), what
    assert "self.closing: Deferred[None] | None = None" in inspect.getsource(_Slot.__init__), what
    assert "await self._slot.close()" in inspect.getsource(ExecutionEngine.close_spider_async), what
