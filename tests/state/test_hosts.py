"""Tests of the pauses of hosts."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.settings import Settings

from crawler.reasons.reason import http
from crawler.state.files import NoFiles
from crawler.state.hosts import Hosts


def test_pause_is_logged_once(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers to other requests in flight repeat the pause, not its line; a longer pause has its own."""
    timer = SimpleNamespace(cancel=lambda: None)
    monkeypatch.setattr("crawler.state.hosts.call_later", lambda *_: timer)
    crawl: Any = SimpleNamespace(settings=Settings())
    visits: Any = SimpleNamespace(by_host={})
    hosts = Hosts(crawl, NoFiles(), visits)
    caplog.set_level("INFO")
    for wait in (600, 600, 600, 1200):
        hosts.refused("a.example", http(503), wait)
    assert [record.getMessage() for record in caplog.records] == [
        "a.example is paused for 600 s: HTTP 503",
        "a.example is paused for 1200 s: HTTP 503",
    ]
