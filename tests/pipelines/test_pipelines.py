"""Tests of the item pipelines, one step at a time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from crawler.accounting import drops
from crawler.extraction.tree.page import Page
from crawler.items import Article
from crawler.parsing import sight
from crawler.parsing.pages import Fault, FetchedPage, PageResult
from crawler.pipelines import (
    DropDuplicates,
    DropUnchanged,
    ExtractArticle,
    KeepToLimit,
    RejectOutOfRange,
    RejectUnsound,
)
from crawler.reasons import Cause, Reason
from crawler.records.lines import article_line
from crawler.state.marked import Marked
from crawler.validation import UNSOUND
from tests.house.site import page
from tests.records.examples import PARAGRAPH, article


def crawl(feeds: dict[str, Any] | None = None, **arguments: Any) -> Crawler:
    """Return a crawl with these feeds, whose spider was given these arguments."""
    made = get_crawler(Spider, {"FEEDS": feeds or {}})
    made.spider = Spider("test", arguments=SimpleNamespace(**arguments))
    made.stats = MemoryStatsCollector(made)
    return made


def fetched(body: bytes = page("Survey ends", PARAGRAPH)) -> FetchedPage:
    """Return a page as the spider yields it."""
    return FetchedPage(
        url="http://a.example/1.htm",
        body=body,
        content_type="text/html; charset=utf-8",
        fetched="2024-05-20T00:00:00Z",
        archive="pages.warc.gz#7",
    )


def extracted(item: FetchedPage | Article, made: Crawler | None = None) -> Article:
    """Return the pipeline's result for an item."""
    return asyncio.run(ExtractArticle.from_crawler(made or crawl()).process_item(item))


class TestExtractArticle:
    """A page becomes an article."""

    def test_article_carries_what_the_page_knows(self) -> None:
        """Time and archive place of the page are the article's."""
        record = extracted(fetched())
        assert record.headline == "Survey ends"
        assert record.fetched == "2024-05-20T00:00:00Z"
        assert record.archive == "pages.warc.gz#7"

    def test_articles_pass_and_are_counted(self) -> None:
        """A spider may yield records that are extracted already; they are in the accounts too."""
        made = crawl()
        assert extracted(article(), made) == article()
        assert made.stats.get_value("harvest/pages") == 1

    def test_failing_extractor_costs_one_page(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Any exception of the extractor becomes a named drop with its words."""

        def failing(_: Page, **__: object) -> Article:
            raise RecursionError("too deep")

        monkeypatch.setattr(sight, "read_article", failing)
        with pytest.raises(drops.ExtractionFailed, match="RecursionError: too deep") as caught:
            extracted(fetched())
        assert caught.value.log_level == "ERROR"

    @pytest.mark.parametrize(
        ("fault", "drop"), [(Fault.TOO_LONG, drops.TookTooLong), (Fault.DIED, drops.ParserDied)]
    )
    def test_faults_have_names(self, fault: Fault, drop: type[DropItem]) -> None:
        """The fault that kept a page from being read is the drop's name and words."""
        with pytest.raises(drop, match="so it was"):
            extracted(replace(fetched(), reading=PageResult(fault=fault, message="so it was")))


class TestRejectUnsound:
    """A page that is no article is dropped under its reason's name."""

    def test_articles_pass(self) -> None:
        """An article is returned as it is."""
        assert RejectUnsound().process_item(article()) == article()

    @pytest.mark.parametrize("cause", UNSOUND)
    def test_each_reason_has_its_drop(self, cause: Cause, monkeypatch: pytest.MonkeyPatch) -> None:
        """The class of the exception is the name that Scrapy counts."""
        monkeypatch.setattr("crawler.pipelines.reject.unsoundness", lambda _: cause)
        with pytest.raises(drops.REJECTIONS[cause], match=Reason(cause).sentence):
            RejectUnsound().process_item(article())


class TestRejectOutOfRange:
    """Only articles published in the range pass."""

    @pytest.mark.parametrize(
        "published", ["2024-05-10", "2024-05-20T23:59:59+08:00", "2024-05-15", None, "2024-05", "2024"]
    )
    def test_days_in_the_range_pass(self, published: str | None) -> None:
        """Both ends belong to the range; articles of unknown dates pass."""
        step = RejectOutOfRange("2024-05-10", "2024-05-20")
        record = article(published=published)
        assert step.process_item(record) == record

    @pytest.mark.parametrize("published", ["2024-05-09T23:59:00+08:00", "2024-05-21", "2023", "2024-06"])
    def test_days_outside_are_dropped(self, published: str) -> None:
        """A day before or after the range is named in the reason."""
        with pytest.raises(drops.OutOfRange, match=published[:10]):
            RejectOutOfRange("2024-05-10", "2024-05-20").process_item(article(published=published))

    def test_range_comes_from_the_arguments(self) -> None:
        """The spider's arguments may hold dates or text; no arguments mean no range."""
        step = RejectOutOfRange.from_crawler(crawl(since=date(2024, 5, 10), until="2024-05-20"))
        assert (step.since, step.until) == ("2024-05-10", "2024-05-20")
        assert RejectOutOfRange.from_crawler(crawl()).process_item(article()) == article()


class TestDropDuplicates:
    """Within a run each article comes once."""

    def test_second_of_the_same_id_is_dropped(self) -> None:
        """An id is an article."""
        step = DropDuplicates(Marked())
        step.process_item(article())
        with pytest.raises(drops.DuplicateArticle, match=f"came from {article().url}"):
            step.process_item(article(headline="Other", body=("Other",)))

    def test_copy_under_another_url_is_dropped(self) -> None:
        """The same headline and text on the same site are a copy, and the log names the original."""
        step = DropDuplicates(Marked())
        step.process_item(article())
        with pytest.raises(drops.CopiedArticle, match="content_1"):
            step.process_item(article(url="http://m.example.cn/1.htm"))

    def test_other_sites_and_other_texts_pass(self) -> None:
        """A wire story on another site keeps its own record; bare headlines are not compared."""
        step = DropDuplicates(Marked())
        records = [
            article(),
            article(url="http://other.example/1.htm", publisher="other.example"),
            article(url="http://news.example.cn/2.htm", body=("Another text.",)),
            article(url="http://news.example.cn/3.htm", body=()),
            article(url="http://news.example.cn/4.htm", body=()),
        ]
        assert [step.process_item(record) for record in records] == records


class TestDropUnchanged:
    """Across runs only new and changed articles come."""

    @pytest.fixture
    def step(self, tmp_path: Path) -> DropUnchanged:
        """Return the step of a second run."""
        path = tmp_path / "articles.jsonl"
        path.write_bytes(article_line(article()))
        return DropUnchanged.from_crawler(crawl({str(path): {"format": "jsonlines"}}))

    def test_unchanged_article_is_dropped(self, step: DropUnchanged) -> None:
        """A stored article with the same content does not come again."""
        with pytest.raises(drops.UnchangedArticle):
            step.process_item(article(fetched="2024-06-01T00:00:00Z", section=("News",)))

    def test_changed_article_is_the_next_revision(self, step: DropUnchanged) -> None:
        """The revision counts on, and the changed fields are named."""
        processed = step.process_item(article(headline="Survey of old bridge goes on"))
        assert processed.revision == 2
        assert processed.changed == ("headline",)

    def test_new_article_passes(self, step: DropUnchanged) -> None:
        """An article that is not stored is returned unchanged."""
        record = article(url="http://news.example.cn/2.htm", body=("Another text.",))
        assert step.process_item(record) == record

    def test_copy_of_an_article_on_file_is_dropped(self, step: DropUnchanged) -> None:
        """A copy that comes before its original in this run is still a copy."""
        with pytest.raises(drops.CopiedArticle):
            step.process_item(article(url="http://m.example.cn/1.htm"))

    def test_overwritten_output_has_no_past(self, tmp_path: Path) -> None:
        """With -O nothing is known from before."""
        path = tmp_path / "articles.jsonl"
        path.write_bytes(article_line(article()))
        step = DropUnchanged.from_crawler(crawl({str(path): {"format": "jsonlines", "overwrite": True}}))
        assert step.process_item(article()) == article()

    def test_foreign_lines_are_reported(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        """A file that holds something else is used, with a warning."""
        path = tmp_path / "other.jsonl"
        path.write_bytes(b'{"a": 1}\n')
        step = DropUnchanged.from_crawler(crawl({str(path): {"format": "jsonl"}}))
        assert step.process_item(article()) == article()
        assert "skipped: 1 of" in caplog.text


class TestKeepToLimit:
    """Exactly the requested number of articles."""

    def test_limit_is_exact(self) -> None:
        """The third of two is dropped."""
        step = KeepToLimit.from_crawler(crawl(limit=2))
        step.process_item(article())
        step.process_item(article())
        with pytest.raises(drops.BeyondLimit, match="limit of 2 articles is reached"):
            step.process_item(article())

    def test_without_limit_everything_passes(self) -> None:
        """No arguments, or none of them a limit, mean no limit."""
        for step in (KeepToLimit(None), KeepToLimit.from_crawler(crawl())):
            assert [step.process_item(article()) for _ in range(9)] == [article()] * 9


def test_every_drop_is_an_own_class() -> None:
    """Scrapy counts drops by the class's name, so no name may stand for two."""
    waiting, names = [drops.Dropped], []
    while waiting:
        kind = waiting.pop()
        names.append(kind.__name__)
        waiting += kind.__subclasses__()
    assert len(names) == len(set(names))
    assert issubclass(drops.Dropped, DropItem)
