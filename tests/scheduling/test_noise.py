"""Tests of the stored decisions about parameters that make no difference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy import Spider
from scrapy.utils.test import get_crawler

from crawler.discovery.noise import PageContent
from crawler.ledger.errands import Asked
from crawler.scheduling import noise as module
from crawler.scheduling.noise import LedgerNoise
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles

HOST = "www.lanqiao.test"
STORY = "http://www.lanqiao.test/show.jsp?no={}&utm_campaign=h{}"
BARE = "http://www.lanqiao.test/show.jsp?no={}"


@pytest.fixture
def files(tmp_path: Path) -> Iterator[CrawlFiles]:
    """Return the files of a crawl with a ledger."""
    made = get_crawler(Spider)
    made.spider = Spider("test")
    opened = state_of(made).open_files(tmp_path)
    yield opened
    opened.close()


def test_article_of_an_earlier_run_under_another_url(files: CrawlFiles) -> None:
    """The same text decides, and the next run knows it; a changed text or the same URL decides nothing."""
    LedgerNoise(files).note(STORY.format(7, 1), PageContent.of_article("ferry"))
    again = LedgerNoise(files)
    assert again.was_read(BARE.format(7))
    assert not again.note(STORY.format(7, 1), PageContent.of_article("ferry"))
    changed = LedgerNoise(files)
    assert not changed.note(STORY.format(7, 2), PageContent.of_article("ferry, changed"))
    assert changed.without(STORY.format(8, 3)) == STORY.format(8, 3)
    assert LedgerNoise(files).note(STORY.format(7, 3), PageContent.of_article("ferry, changed"))
    assert LedgerNoise(files).without(STORY.format(8, 3)) == BARE.format(8)


def test_article_with_a_counter(files: CrawlFiles) -> None:
    """A counter that moved between two runs makes no other article."""
    text = "Ferry\nThe ferry returned to Lanqiao, and most of the town came to look.\nRead {} times"
    for run in range(3):
        is_known = LedgerNoise(files).note(STORY.format(7, run), PageContent.of_article(text.format(run)))
        assert is_known == bool(run)


def test_decision_does_not_hold_for_ever(files: CrawlFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a week the site is asked again."""
    noise = LedgerNoise(files)
    for hour in (1, 2):
        noise.note(STORY.format(7, hour), PageContent.of_article("ferry"))
    assert LedgerNoise(files).without(STORY.format(8, 3)) == BARE.format(8)
    monkeypatch.setattr(module, "LASTS", -1)
    assert LedgerNoise(files).without(STORY.format(8, 3)) == STORY.format(8, 3)


def test_queued_variants_are_dropped(files: CrawlFiles) -> None:
    """One URL stays for each page that was not read, and none for a page that was."""
    urls = [STORY.format(number, hour) for number in (7, 8, 9) for hour in (3, 4)]
    other = "http://www.lanqiao.test/list.jsp?utm_campaign=h3"
    assert files.ledger is not None
    for url in (*urls, other):
        files.ledger.errands.add(Asked(url, HOST, 30, 1, "{}"), 1.0)
    noise = LedgerNoise(files)
    for hour in (1, 2):
        noise.note(STORY.format(7, hour), PageContent.of_article("ferry"))
    queued = [url for (url,) in files.ledger.journal.rows("SELECT url FROM urls WHERE state = 0")]
    assert queued == [STORY.format(8, 3), STORY.format(9, 3), other]
    assert files.turns.waiting[HOST] == len(queued)
