"""Tests of the scheduler and of its state that pipelines share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from crawler.accounting.drops import CopiedArticle, DuplicateArticle, UnchangedArticle
from crawler.pipelines import DropUnchanged
from crawler.records.revisions import fingerprint
from crawler.scheduling.scheduler import LedgerScheduler
from crawler.scheduling.seen import LedgerSeen
from crawler.state.crawl import state_of
from crawler.state.endings import new_revision
from crawler.state.files import CrawlFiles
from crawler.state.marked import Marked
from tests.ledger.examples import url
from tests.records.examples import article


@pytest.fixture
def crawl(tmp_path: Path) -> Iterator[Crawler]:
    """Return a crawl with a ledger."""
    made = get_crawler(Spider, {"ARTICLE_RECHECKS": [1]})
    made.spider = Spider("test")
    made.stats = MemoryStatsCollector(made)
    files = state_of(made).open_files(tmp_path)
    yield made
    files.close()


def files(crawl: Crawler) -> CrawlFiles:
    """Return its files."""
    kept = state_of(crawl).files
    assert isinstance(kept, CrawlFiles)
    return kept


def test_scheduler_without_ledger_says_what_it_needs() -> None:
    """A user who sets SCHEDULER alone reads why that is not enough."""
    with pytest.raises(RuntimeError, match="LedgerKeeper"):
        LedgerScheduler.from_crawler(get_crawler(Spider))


def test_requests_come_and_go(crawl: Crawler) -> None:
    """A URL is queued once, handed out once, and counted."""
    scheduler = LedgerScheduler.from_crawler(crawl)
    assert not scheduler.has_pending_requests()
    assert scheduler.enqueue_request(Request(url(1)))
    assert not scheduler.enqueue_request(Request(url(1)))
    assert scheduler.has_pending_requests()
    request = scheduler.next_request()
    assert request is not None
    assert request.url == url(1)
    assert scheduler.next_request() is None
    scheduler.close("finished")
    assert crawl.stats.get_value("ledger/difference") == 0
    assert crawl.stats.get_value("ledger/visited") == 0  # it was not finished


def test_busy_host_waits(crawl: Crawler) -> None:
    """No more visits to a host are under way than twice its connections."""
    scheduler = LedgerScheduler.from_crawler(crawl)
    most = 2 * crawl.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
    for number in range(most + 5):
        scheduler.enqueue_request(Request(url(number)))
    assert [scheduler.next_request() is None for _ in range(most + 1)] == [*[False] * most, True]
    scheduler.enqueue_request(Request(url(1, host="other.example")))
    assert scheduler.next_request() is not None


def test_redirect_and_repetition_belong_to_their_errand(crawl: Crawler) -> None:
    """The one is handed out at once, the other goes back into the queue; neither is a new URL."""
    scheduler = LedgerScheduler.from_crawler(crawl)
    scheduler.enqueue_request(Request(url(1)))
    request = scheduler.next_request()
    assert request is not None
    redirected = request.replace(url=url(2), meta={**request.meta, "redirect_times": 1})
    assert scheduler.enqueue_request(redirected)
    assert scheduler.next_request() is redirected
    repeated = redirected.replace(meta={**redirected.meta, "retry_times": 1}, priority=-1)
    assert scheduler.enqueue_request(repeated)
    again = scheduler.next_request()
    assert again is not None
    assert (again.url, again.meta["retry_times"]) == (url(1), 1)


def test_request_that_json_cannot_say_is_kept_in_memory(
    crawl: Crawler, caplog: pytest.LogCaptureFixture
) -> None:
    """It is fetched in this run, and the log says that a crash would lose it."""
    scheduler = LedgerScheduler.from_crawler(crawl)
    request = Request(url(1), method="POST")
    assert scheduler.enqueue_request(request)
    assert scheduler.next_request() is request
    assert "lost if the crawl is killed" in caplog.text


def test_refused_ledger_ends_everything(crawl: Crawler) -> None:
    """Nothing is queued, handed out or known any more."""
    scheduler, seen = LedgerScheduler.from_crawler(crawl), LedgerSeen(files(crawl))
    files(crawl).close()
    assert not scheduler.enqueue_request(Request(url(1)))
    assert scheduler.next_request() is None
    assert not scheduler.has_pending_requests()
    assert not (seen.claim(url(1)))
    assert not (seen.claim_due(url(2)))
    assert not (seen.landed(url(1)))
    scheduler.close("disk_full")


def test_seen_asks_the_ledger(crawl: Crawler, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger knows URLs that memory has forgotten."""
    monkeypatch.setattr("crawler.scheduling.seen.MOST", 1)
    seen = LedgerSeen(files(crawl))
    LedgerScheduler.from_crawler(crawl).enqueue_request(Request(url(1)))
    assert not seen.claim(url(1))
    assert seen.claim(url(2))
    assert not seen.claim(url(1))


class TestDropUnchanged:
    """The ledger as the memory of stored articles."""

    @pytest.fixture
    def step(self, crawl: Crawler) -> DropUnchanged:
        """Return the step of a crawl that has an article."""
        ledger = files(crawl).ledger
        assert ledger is not None
        ledger.store(new_revision(article(), Marked()))
        return DropUnchanged.from_crawler(crawl)

    def test_unchanged_article_is_dropped_with_its_id(self, step: DropUnchanged) -> None:
        """The ledger learns which article the page holds."""
        with pytest.raises(UnchangedArticle) as caught:
            step.process_item(article())
        assert caught.value.article == article().id

    def test_changed_article_is_the_next_revision(self, step: DropUnchanged) -> None:
        """The changed fields are named without the old text."""
        processed = step.process_item(article(headline="Survey goes on"))
        assert (processed.revision, processed.changed) == (2, ("headline",))

    def test_print_version_is_no_revision(self, step: DropUnchanged) -> None:
        """An article changes only where it was read before, or at its canonical address."""
        printed = replace(article(headline="Print: Survey ends"), url="http://news.example.cn/print/1.htm")
        with pytest.raises(DuplicateArticle):
            step.process_item(printed)

    def test_copy_is_dropped(self, step: DropUnchanged) -> None:
        """The same story under another address of the site."""
        with pytest.raises(CopiedArticle):
            step.process_item(article(url="http://news.example.cn/other/1.htm"))

    def test_refused_ledger_knows_nothing(self, step: DropUnchanged, crawl: Crawler) -> None:
        """The crawl is ending anyway."""
        files(crawl).close()
        earlier: Any = step.earlier
        assert earlier.known(fingerprint(article())) is None
        assert earlier.copied(fingerprint(article())) is None
        assert earlier.is_home(replace(article(), url=url(9)))
