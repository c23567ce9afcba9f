"""Numbers that would stop a crawl without a word are refused before it."""

from __future__ import annotations

import pytest
from scrapy.settings import Settings

from crawler.commands.crawl_settings import value_complaint
from crawler.commands.setting_bounds import BOUNDED, bound_complaint
from crawler.state.rechecks import rechecks_of
from tests.house.site import scrapy, scrapy_here


def project() -> Settings:
    """Return the settings as Scrapy reads them."""
    loaded = Settings()
    loaded.setmodule("crawler.settings")
    return loaded


@pytest.mark.parametrize("name", BOUNDED)
def test_no_number_may_be_negative(name: str) -> None:
    """The default of each setting that is a number is within its bounds; -1 and NaN are not."""
    settings = project()
    assert value_complaint(settings) is None
    for value in (-1, "-1", "nan", "inf", "many"):
        settings.set(name, value, "cmdline")
        assert (bound_complaint(settings) or "").startswith(f"{name}={value}: write a ")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("CONCURRENT_REQUESTS", "0", "a whole number from 1"),
        ("DOWNLOAD_TIMEOUT", "0", "a number above 0"),
        ("HOST_PAGES_MAX", "2.5", "a whole number from 1"),
        ("PARSE_PROCESSES", "0", None),
        ("RETRY_TIMES", 0, None),
        ("DOWNLOAD_DELAY", "0", None),
        ("DNS_TIMEOUT", "0.5", None),
    ],
)
def test_zero_is_refused_where_nothing_would_happen(name: str, value: object, words: str | None) -> None:
    """Zero is right where it turns something off, and wrong where a crawl would do nothing."""
    settings = project()
    settings.set(name, value, "cmdline")
    assert value_complaint(settings) == (words and f"{name}={value}: write {words}")


@pytest.mark.parametrize("value", ["6,x", "6,,-1", "0", "nan", "6;24"])
def test_wrong_rechecks_are_refused(value: str) -> None:
    """A crawl with ages that are no hours does not start."""
    settings = project()
    settings.set("ARTICLE_RECHECKS", value, "cmdline")
    assert value_complaint(settings) == (
        f"ARTICLE_RECHECKS={value}: write hours above 0, separated by commas, such as 6,24"
    )


def test_rechecks_are_hours() -> None:
    """The setting is in hours, the ledger counts seconds; an empty one means no rechecks."""
    assert rechecks_of(Settings({"ARTICLE_RECHECKS": "6,0.5"})) == [21600, 1800]
    assert rechecks_of(Settings({"ARTICLE_RECHECKS": ""})) == []


def test_crawl_and_fleet_refuse_them() -> None:
    """One line and status 2, before anything is fetched."""
    for command in (scrapy, scrapy_here):
        words = ("crawl", "news", "-a", "start=a.example") if command is scrapy else ("fleet", "a.example")
        done = command(*words, "-s", "CONCURRENT_REQUESTS=-1")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(": CONCURRENT_REQUESTS=-1: write a whole number from 1\n")
