"""The components of a crawl share one state; its ledger may be missing, or may fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.utils.test import get_crawler

from crawler.ledger.journal import LedgerWriteError
from crawler.ledger.ledger import Ledger
from crawler.middlewares.conditional import AskIfChanged
from crawler.middlewares.pauses import HostPauses
from crawler.pipelines import DropDuplicates, NameStories
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles
from tests.ledger.examples import HOST, asked
from tests.records.examples import article


@pytest.fixture
def crawl() -> Crawler:
    """Return a crawl without a directory."""
    return get_crawler(Spider, {"ARTICLE_RECHECKS": []})


@pytest.fixture
def files(crawl: Crawler, tmp_path: Path) -> Iterator[CrawlFiles]:
    """Open the files of the crawl."""
    opened = state_of(crawl).open_files(tmp_path)
    yield opened
    opened.close()


def _fail(ledger: Ledger) -> str:
    assert ledger.run == 1
    raise LedgerWriteError("the disk is full")


def test_components_share_the_state_of_their_crawl(crawl: Crawler) -> None:
    """Each part exists once in a crawl, and another crawl has its own."""
    assert HostPauses.from_crawler(crawl)._visits is AskIfChanged.from_crawler(crawl).visits
    assert NameStories.from_crawler(crawl).marked is DropDuplicates.from_crawler(crawl).marked
    assert state_of(get_crawler(Spider)).marked is not state_of(crawl).marked


def test_without_directory_each_use_has_the_other_result(crawl: Crawler) -> None:
    """A crawl with an output of its own has no ledger and no archive, and still names stories."""
    files = state_of(crawl).files
    files.commit()
    assert files.in_ledger(lambda ledger: ledger.run, otherwise=0) == 0
    assert files.in_archive(str, otherwise="none") == "none"
    assert not files.turns.waiting
    text = tuple(f"段落{number}说船闸今天第{number}次打开，渔船排队等候通过。" * 9 for number in range(5))
    assert NameStories.from_crawler(crawl).process_item(article(body=text)).story


def test_failed_use_has_the_other_result_and_ends_the_ledger(files: CrawlFiles) -> None:
    """The failure is the reason of the crawl's end; the ledger is not used again."""
    files.in_ledger(lambda ledger: ledger.errands.add(asked(1), 0.0), otherwise=False)
    assert files.turns.waiting[HOST] == 1
    assert files.in_ledger(_fail, otherwise="nothing") == "nothing"
    assert (files.ledger, files.refusal) == (None, "disk_full")
    assert files.in_ledger(lambda ledger: ledger.run, otherwise=0) == 0
    assert not files.turns.waiting


def test_other_errors_of_a_use_are_not_hidden(files: CrawlFiles) -> None:
    """Only a directory that cannot be written ends the crawl quietly; a fault in the code is raised."""
    with pytest.raises(ZeroDivisionError):
        files.in_ledger(lambda ledger: ledger.run // 0, otherwise=0)
    assert files.refusal is None
