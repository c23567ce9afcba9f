"""Tests of the accounts, the exit status and the words at the end."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from crawler.accounting import drops
from crawler.accounting.accounts import accounts, failures
from crawler.accounting.outcome import MEANINGS, ExitStatus, outcome, pages_fetched
from crawler.accounting.summary import WEB_ARCHIVE, summary
from crawler.accounting.tally import FILLABLE, Tally, fill_rates, fill_table
from crawler.extensions.summary import Summary
from crawler.items import Photo
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from tests.records.examples import article, full_article

DROPS = "item_dropped_reasons_count/"
STATS: dict[str, Any] = {
    "harvest/pages": 12,
    "item_scraped_count": 4,
    f"{DROPS}UnchangedArticle": 2,
    f"{DROPS}CopiedArticle": 1,
    f"{DROPS}HubPage": 2,
    f"{DROPS}NoBody": 1,
    f"{DROPS}OutOfRange": 1,
    "harvest/errors": 1,
    "harvest/output_lost": 1,
    "downloader/response_status_count/200": 14,
    "downloader/response_status_count/404": 3,
    "robotstxt/response_status_count/200": 1,
    "news/hub": 1,
    "downloader/response_bytes": 2_345_678,
    "elapsed_time_seconds": 83.2,
    "finish_reason": "finished",
}

PATHS = st.sampled_from([kind.__name__ for kind in drops.REJECTIONS.values()] + ["OutOfRange", "Foreign"])


def test_every_page_ends_in_one_column() -> None:
    """Pages are written, known, rejected, left out, or lost to a fault; nothing is left over."""
    books = accounts({**STATS, "harvest/pages": 13})
    assert (books.written, books.lost, books.errors) == (3, 1, 1)
    assert books.unchanged == {Reason(Cause.UNCHANGED): 2, Reason(Cause.COPIED): 1}
    assert books.rejected == {Reason(Cause.HUB_PAGE): 2, Reason(Cause.NO_BODY): 1}
    assert books.passed_over == {Reason(Cause.OUT_OF_RANGE): 1}
    assert books.difference == 13 - 12


@given(st.dictionaries(PATHS, st.integers(1, 99)), st.integers(0, 99), st.integers(0, 99))
def test_books_balance_for_any_mix(counts: dict[str, int], written: int, errors: int) -> None:
    """A drop that nobody foresaw is still a drop: the books balance."""
    pages = sum(counts.values()) + written + errors
    stats = {f"{DROPS}{name}": count for name, count in counts.items()}
    books = accounts(
        {**stats, "harvest/pages": pages, "item_scraped_count": written, "harvest/errors": errors}
    )
    assert books.difference == 0


def test_failures_are_named_in_words() -> None:
    """Statuses, network failures that no repetition cured, robots.txt, and the spider's own reasons."""
    counts = failures(
        {
            "harvest/status/404": 2,
            "harvest/failed/http:404": 1,
            "harvest/failed/timed_out": 1,
            "downloader/exception_type_count/scrapy.exceptions.DownloadTimeoutError": 6,
            "retry/reason_count/scrapy.exceptions.DownloadTimeoutError": 4,
            "robotstxt/exception_count/<class 'scrapy.exceptions.DownloadTimeoutError'>": 1,
            "downloader/exception_type_count/some.Strange": 1,
            "downloader/exception_type_count/scrapy.exceptions.IgnoreRequest": 5,
            "robotstxt/forbidden": 5,
            "spider_exceptions/count": 1,
            "harvest/failed/too deep": 3,
        }
    )
    assert counts == {
        http(404): 2,
        Reason(Cause.TIMED_OUT): 1,
        Reason(Cause.EXCEPTION, "Strange"): 1,
        Reason(Cause.ROBOTS_FORBIDDEN): 5,
        Reason(Cause.SPIDER_FAULT): 1,
        Reason(Cause.OTHER, "too deep"): 3,
    }


def test_cured_failures_are_none() -> None:
    """A download that a repetition cured did not fail."""
    name = "scrapy.exceptions.DownloadTimeoutError"
    assert not failures({f"downloader/exception_type_count/{name}": 2, f"retry/reason_count/{name}": 2})


@pytest.mark.parametrize(
    ("changes", "ended"),
    [
        ({"harvest/pages": 11, "harvest/errors": 0, "harvest/output_lost": 0}, ExitStatus.COMPLETE),
        ({}, ExitStatus.PARTIAL),
        ({"harvest/pages": 13}, ExitStatus.FAULT),
        ({"ledger/difference": 1}, ExitStatus.FAULT),
        ({"downloader/response_status_count/200": 1}, ExitStatus.NOTHING_FETCHED),
        ({"finish_reason": "output_failed"}, ExitStatus.OUTPUT_FAILED),
        ({"finish_reason": "shutdown"}, ExitStatus.INTERRUPTED),
        ({"finish_reason": "closespider_itemcount"}, ExitStatus.LIMIT_REACHED),
        ({"finish_reason": "memusage_exceeded"}, ExitStatus.LIMIT_REACHED),
        ({"finish_reason": "disk_full"}, ExitStatus.DISK_FULL),
        ({"finish_reason": "directory_in_use"}, ExitStatus.DIRECTORY_IN_USE),
        ({"finish_reason": "ledger_refused"}, ExitStatus.BAD_ARGUMENTS),
    ],
)
def test_exit_status_tells_how_it_ended(changes: dict[str, Any], ended: ExitStatus) -> None:
    """A robots.txt alone is nothing fetched; a page lost to a fault of ours makes it partial."""
    assert outcome({**STATS, **changes}) is ended


def test_errors_that_lose_all_articles_are_a_fault() -> None:
    """A pipeline that fails on every article is no redesign of the site."""
    stats = {"downloader/response_status_count/200": 4, "harvest/pages": 3, "harvest/errors": 3}
    assert outcome(stats) is ExitStatus.FAULT


def test_a_run_may_go_on_with_no_more_than_a_missing_robots_txt() -> None:
    """All else had come before it was broken off; where something failed beside it, nothing was fetched."""
    stats = {"downloader/response_status_count/404": 1, "ledger/outcome/listed": 1, "ledger/articles": 3}
    assert outcome(stats) is ExitStatus.COMPLETE
    failed = {**stats, "downloader/exception_type_count/twisted.internet.error.TimeoutError": 1}
    assert outcome(failed) is ExitStatus.NOTHING_FETCHED
    assert outcome({"downloader/response_status_count/404": 1}) is ExitStatus.NOTHING_FETCHED


def test_a_run_may_go_on_with_nothing() -> None:
    """All had come before it was killed: that is complete, unless pages wait or no article is known."""
    stats = {"ledger/visited": 0, "ledger/waiting": 0, "ledger/articles": 3}
    assert outcome(stats) is ExitStatus.COMPLETE
    assert outcome({**stats, "ledger/failed/http:500": 1}) is ExitStatus.PARTIAL
    assert outcome({**stats, "ledger/waiting": 1}) is ExitStatus.NOTHING_FETCHED
    assert outcome({**stats, "ledger/articles": 0}) is ExitStatus.NOTHING_FETCHED
    assert outcome({**stats, "harvest/left_alone/timed_out": 1}) is ExitStatus.NOTHING_FETCHED


def test_a_run_may_go_on_with_what_is_gone() -> None:
    """URLs that `retry` queued may still be missing or forbidden: that is no fault."""
    stats = {
        "downloader/response_status_count/404": 1,
        "harvest/failed/http:404": 1,
        "harvest/failed/robots_forbidden": 1,
        "ledger/resumes": True,
        "ledger/articles": 3,
    }
    assert outcome(stats) is ExitStatus.COMPLETE
    assert outcome({**stats, "ledger/resumes": False}) is ExitStatus.NOTHING_FETCHED
    assert outcome({**stats, "ledger/articles": 0}) is ExitStatus.NOTHING_FETCHED
    assert outcome({**stats, "harvest/failed/http:500": 1}) is ExitStatus.NOTHING_FETCHED
    assert outcome({**stats, "ledger/waiting": 2}) is ExitStatus.NOTHING_FETCHED


def test_nothing_but_rejected_pages_is_no_articles() -> None:
    """The site changed, or the start is wrong; with articles in the ledger, there are merely no new ones."""
    stats = {"harvest/pages": 1, f"{DROPS}NoBody": 1, "downloader/response_status_count/200": 2}
    assert outcome(stats) is ExitStatus.NO_ARTICLES
    assert outcome({**stats, "ledger/articles": 3}) is ExitStatus.COMPLETE
    assert outcome({"downloader/response_status_count/304": 1, "ledger/articles": 3}) is ExitStatus.COMPLETE
    redesigned = {**stats, "ledger/articles": 3, "harvest/pages": 5, f"{DROPS}NoBody": 5}
    assert outcome(redesigned) is ExitStatus.NO_ARTICLES
    assert outcome({**redesigned, "ledger/outcome/unchanged": 1}) is ExitStatus.COMPLETE


def test_answers_of_firewalls_are_no_pages() -> None:
    """A site behind a firewall is no redesigned one, whatever the status of the firewall's answers."""
    stats = {"downloader/response_status_count/202": 3, "harvest/failed/bot_wall:AWS WAF": 1}
    assert outcome({**stats, "walls/response_status_count/202": 3}) is ExitStatus.NOTHING_FETCHED
    assert outcome({**stats, "walls/response_status_count/202": 2}) is ExitStatus.NO_ARTICLES


def test_pictures_are_no_pages() -> None:
    """Neither their answers nor their failures count as those of pages, and a failed one harms no crawl."""
    timeout = "scrapy.exceptions.DownloadTimeoutError"
    answers, timeouts = "downloader/response_status_count/200", f"downloader/exception_type_count/{timeout}"
    pictures = {
        "photos/fetched": 3,
        "photos/bytes": 2_000_000,
        "photos/response_status_count/200": 4,
        "photos/refused/picture_svg": 1,
        f"photos/exception_type_count/{timeout}": 1,
        "photos/failed/timed_out": 1,
        answers: STATS[answers] + 4,
        timeouts: STATS.get(timeouts, 0) + 1,
    }
    assert pages_fetched({**STATS, **pictures}) == pages_fetched(STATS)
    assert failures({**STATS, **pictures}) == failures(STATS)
    words = summary({**STATS, **pictures}, Tally(), None)
    assert (
        "photos    3 pictures fetched (2.0 MB); 1 refused: 1 SVG, which may hold scripts; 1 failed" in words
    )
    assert "photos  " not in summary(STATS, Tally(), None)


def test_every_exit_status_has_words() -> None:
    """The help lists them all."""
    assert set(MEANINGS) == set(ExitStatus)


def test_robots_txt_is_no_page() -> None:
    """Neither are failed responses."""
    assert pages_fetched(STATS) == 13
    assert pages_fetched({}) == 0


def tallied(*articles: Any) -> Tally:
    """Return the tally of these articles."""
    tally = Tally()
    for each in articles:
        tally.add(each)
    return tally


def test_received_pages_add_up() -> None:
    """Pages that are neither candidates nor lists are named, too."""
    words = summary({**STATS, "downloader/response_status_count/200": 17}, Tally(), None)
    assert "received  16 pages" in words
    assert "12 looked like articles, 1 × hub, 3 others (parts of articles, files)" in words


def test_unmodified_answers_are_named() -> None:
    """A run in which nothing is new says so: the lists were not modified."""
    stats = {"downloader/response_status_count/304": 3, "downloader/response_count": 3}
    assert "received  3 pages in 0 s; 0 looked like articles, 3 × not modified\n" in summary(
        stats, Tally(), None
    )


def test_summary_names_everything() -> None:
    """Articles, their place, rejections with reasons, fill rates, next step."""
    tally = tallied(article(), full_article(), article(language="zh-Hans"))
    words = summary(STATS, tally, "data/x/articles.jsonl")
    for part in (
        "3 articles written (1 of them changed since the last run) to data/x/articles.jsonl",
        "received  13 pages (2.3 MB) in 1 min 23 s; 12 looked like articles, 1 × hub",
        "unchanged 3: 2 UnchangedArticle, 1 CopiedArticle",
        "rejected  4: 2 HubPage, 1 NoBody, 1 OutOfRange",
        "faults    1 page lost to errors in a pipeline",
        "lost      1 article that could not be written",
        "languages 2 en, 1 zh-Hans",
        "dateline 33 %",
        "next      the same command starts over",
    ):
        assert part in words


LEDGER: dict[str, Any] = {
    "ledger/visited": 13,
    "ledger/waiting": 4,
    "ledger/outcome/stored": 3,
    "ledger/outcome/listed": 7,
    "ledger/reason/unchanged/http:304": 2,
    "ledger/reason/failed/timed_out": 1,
}


def test_ledger_is_summed_up() -> None:
    """The sum and the lines above it have one account, though Scrapy counts pages otherwise."""
    words = summary({**STATS, **LEDGER}, Tally(), None)
    assert "fetched   6 URLs = 3 stored + 2 unchanged + 0 rejected + 1 failed; and 7 lists" in words
    assert "unchanged 2: 2 HTTP 304" in words
    assert "failed    1: 1 timed out" in words
    assert "rejected  " not in words
    assert "waiting   4 URLs for the next run" in words


@pytest.mark.parametrize(
    ("stats", "hint"),
    [
        ({}, "check the start URL"),
        ({WEB_ARCHIVE: "http://a.example/cdx"}, "open http://a.example/cdx in a browser, check archive="),
        (
            {WEB_ARCHIVE: "http://a.example/cdx", "downloader/response_status_count/200": 2},
            "gave no capture of a page: check start=, since= and until=, and http://a.example/cdx",
        ),
        ({"downloader/response_status_count/200": 2}, "give a channel list"),
        (
            {"downloader/response_status_count/200": 2, "harvest/pages": 1, f"{DROPS}NoBody": 1},
            "scrapy extract",
        ),
        ({**STATS, "finish_reason": "output_failed"}, "free space or choose"),
        ({**STATS, "ledger/resumes": False, "finish_reason": "shutdown"}, "no article is written twice"),
        ({**STATS, "ledger/resumes": False, "finish_reason": "disk_full"}, "free some space"),
        ({**STATS, "finish_reason": "shutdown"}, "starts over; a crawl without -o and -O"),
    ],
)
def test_hint_fits_the_end(stats: dict[str, Any], hint: str) -> None:
    """A user reads the next step, after any end."""
    assert hint in summary(stats, Tally(), None)


@pytest.mark.parametrize(("seconds", "words"), [(4, " 4 s;"), (61, " 1 min 1 s;"), (7261, " 2 h 1 min;")])
def test_durations_are_readable(seconds: int, words: str) -> None:
    """Seconds, minutes, hours."""
    assert words in summary({"elapsed_time_seconds": seconds}, Tally(), None)


def test_fill_rates_count_articles() -> None:
    """A field is filled or not; captions and credits count where any photo has one."""
    bare = article(photos=(Photo(url="u"),))
    rates = fill_rates(tallied(full_article(), bare))
    assert "photos 100 %" in rates
    assert "captions 50 %" in rates
    assert "credits 50 %" in rates
    assert fill_rates(Tally()) == ""


def test_every_fillable_field_can_be_filled() -> None:
    """The full article has them all."""
    assert tallied(full_article()).filled.keys() == set(FILLABLE)


def test_table_is_aligned() -> None:
    """Rows have one width; a field that no article has has no row."""
    rows = fill_table({"en": tallied(article()), "unknown": tallied(article(language=None))}).splitlines()
    assert len({len(row) for row in rows}) == 1
    assert [row.split()[0] for row in rows[1:4]] == ["articles", "language", "headline"]
    assert not any(row.startswith("kicker") for row in rows)


class TestSummaryExtension:
    """The shell round the summary."""

    def extension(self, **stats: Any) -> Summary:
        """Return the extension of a crawl with these stats."""
        made = get_crawler(Spider, {"FEEDS": {"out.jsonl": {}}})
        made.stats = MemoryStatsCollector(made)
        made.stats.set_stats({name.replace("__", "/"): value for name, value in stats.items()})
        return Summary.from_crawler(made)

    def test_articles_and_errors_are_counted(self, caplog: pytest.LogCaptureFixture) -> None:
        """Written articles are tallied, other items are not, errors are counted."""
        extension = self.extension(harvest__pages=2, item_scraped_count=1)
        extension.item_scraped(article())
        extension.item_scraped(SimpleNamespace())
        extension.item_error()
        with caplog.at_level("INFO"):
            extension.spider_closed()
        assert "1 article written to out.jsonl" in caplog.text
        assert "do not add up" not in caplog.text

    def test_answers_that_are_no_success_are_counted(self) -> None:
        """Whatever component takes the answer, it is a failure; a missing robots.txt and a 304 are not."""
        extension = self.extension()
        for status, path in ((200, "a"), (404, "b"), (404, "robots.txt"), (503, "c"), (304, "d")):
            request = Request(f"http://a.example/{path}")
            extension.response_received(Response(request.url, status=status, request=request))
        counts = failures(extension.crawl.stats.get_stats())
        assert counts == {http(404): 1, http(503): 1}

    def test_lost_page_is_an_error(self, caplog: pytest.LogCaptureFixture) -> None:
        """Nothing is lost in silence."""
        self.extension(harvest__pages=2, item_scraped_count=1).spider_closed()
        assert "1 of 2 pages are unaccounted for" in caplog.text

    def test_parse_command_is_explained(self, caplog: pytest.LogCaptureFixture) -> None:
        """`scrapy parse` sends no signals for items, so that all pages seem lost."""
        self.extension(harvest__pages=2).spider_closed()
        assert "`scrapy parse` keeps no counts" in caplog.text

    def test_commands_without_pages_get_no_summary(self, caplog: pytest.LogCaptureFixture) -> None:
        """`scrapy fetch` and `scrapy shell` harvest nothing."""
        made = get_crawler(Spider)
        made.stats = MemoryStatsCollector(made)
        with caplog.at_level("INFO"):
            Summary(made).spider_closed()
        assert not caplog.records


def test_changes_and_commands_are_named() -> None:
    """Which fields changed, and where to look further; without a directory there is no such command."""
    tally = Tally()
    tally.add(replace(full_article(), revision=2, changed=("headline", "body")))
    stats = {**STATS, "ledger/visited": 12, "ledger/reason/rejected/hub_page": 2}
    said = summary(stats, tally, "data/a/articles.jsonl")
    assert "\n  changed   1: 1 body, 1 headline\n" in said
    assert said.endswith("\n  inspect   scrapy outcomes data/a --rejected --last-run; scrapy report data/a")
    assert "look " not in summary(STATS, Tally(), "out.jsonl")
