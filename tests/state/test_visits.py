"""Tests of visits under way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from crawler.accounting.drops import BeyondLimit
from crawler.ledger.accounts import UrlAccount, url_accounts
from crawler.state.files import CrawlFiles
from crawler.state.marked import Marked
from crawler.state.requests import ERRAND
from crawler.state.visits import Visits
from tests.ledger.examples import HOST, asked, taken, url
from tests.records.examples import article


@pytest.fixture
def files(tmp_path: Path) -> Iterator[CrawlFiles]:
    """Return the files of a crawl with one URL in its ledger."""
    made = CrawlFiles(get_crawler(Spider, {"ARTICLE_RECHECKS": [1]}), tmp_path)
    assert made.ledger is not None
    made.ledger.errands.add(asked(1), 0.0)
    yield made
    made.close()


def begun(files: CrawlFiles) -> tuple[Visits, Response]:
    """Take the URL; return the visits, and the answer of the server."""
    visits = Visits(files, Marked())
    assert files.ledger is not None
    errand = taken(files.ledger)
    visits.begin(errand)
    return visits, Response(url(1), request=Request(url(1), meta={ERRAND: errand.id}))


def finished(visits: Visits, response: Response) -> None:
    """Finish the page."""
    visits.finished(response, cast("Request", response.request))


def account(files: CrawlFiles) -> UrlAccount | None:
    """Return the ledger's account of the URL."""
    assert files.ledger is not None
    return next(url_accounts(files.ledger.journal), None)


def test_record_and_outcome_come_together(files: CrawlFiles) -> None:
    """Nothing is in the ledger before the page is finished; then all of it is."""
    visits, response = begun(files)
    visits.item_scraped(article(url=url(1)), response)
    assert files.ledger is not None
    assert files.ledger.revisions.latest(article(url=url(1)).id) is None
    finished(visits, response)
    assert files.ledger.revisions.latest(article(url=url(1)).id) is not None
    accounted = account(files)
    assert accounted is not None
    assert accounted.outcome == "stored"
    assert (visits.unfinished, visits.by_host[HOST]) == (0, 0)


def test_record_that_json_cannot_say_is_a_failure(files: CrawlFiles) -> None:
    """Scrapy counts it as scraped; the ledger does not."""
    circle: dict[str, Any] = {}
    circle["self"] = circle
    visits, response = begun(files)
    visits.item_scraped(circle, response)
    finished(visits, response)
    accounted = account(files)
    assert accounted is not None
    assert str(accounted.reason).startswith("cannot be written as JSON")
    assert visits.lost == 1


@pytest.mark.parametrize(("event", "reason"), [("item_error", "pipeline"), ("spider_error", "spider")])
def test_faults_of_ours_are_failures(files: CrawlFiles, event: str, reason: str) -> None:
    """A page that was lost to a fault is tried again another day."""
    visits, response = begun(files)
    getattr(visits, event)(response)
    finished(visits, response)
    accounted = account(files)
    assert accounted is not None
    assert accounted.reason == f"fault in {'a' if reason == 'pipeline' else 'the'} {reason}"


def test_page_beyond_the_limit_goes_back(files: CrawlFiles) -> None:
    """It is the next run's."""
    visits, response = begun(files)
    visits.item_dropped(SimpleNamespace(url=url(1)), response, BeyondLimit())
    finished(visits, response)
    assert account(files) is None
    assert files.ledger is not None
    assert files.ledger.errands.turns.waiting[HOST] == 1
    assert visits.unfinished == 1


def test_what_a_middleware_dropped_is_finished_at_the_end(files: CrawlFiles) -> None:
    """A redirect that nobody follows runs neither callback nor errback."""
    visits, _ = begun(files)
    visits.spider_idle()
    accounted = account(files)
    assert accounted is not None
    assert (accounted.outcome, accounted.reason) == ("failed", "dropped on the way")


def test_abandoned_page_stays_in_flight(files: CrawlFiles) -> None:
    """A cancelled page is neither done nor failed."""
    visits, response = begun(files)
    visits.is_abandoned = True
    finished(visits, response)
    assert account(files) is None
    assert visits.unfinished == 1


def test_record_of_no_page_is_stored_at_once(files: CrawlFiles) -> None:
    """A spider may begin with records."""
    visits, _ = begun(files)
    visits.item_scraped(article(url=url(2)), None)
    assert files.ledger is not None
    assert files.ledger.revisions.latest(article(url=url(2)).id) is not None


def test_unusable_directory_is_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file where the directory should be; the crawl has no ledger then, and a reason to end."""
    (tmp_path / "crawl").write_text("", encoding="utf-8")
    files = CrawlFiles(get_crawler(Spider, {"ARTICLE_RECHECKS": []}), tmp_path / "crawl")
    assert (files.ledger, files.refusal) == (None, "output_failed")
    assert caplog.text.count("The crawl stops") == 1
    files.close()
