"""Tests of the settings: their effect in Scrapy, and the reason of each unusual one."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.downloadermiddlewares.cookies import CookiesMiddleware
from scrapy.exceptions import NotConfigured
from scrapy.settings import Settings, default_settings
from scrapy.utils.conf import build_component_list
from scrapy.utils.misc import load_object
from scrapy.utils.test import get_crawler

from crawler import settings
from crawler.extraction import extract_article
from crawler.items import UNREAD, USUAL_FIELDS, Detail
from crawler.middlewares import Cookies
from crawler.parsing.pages import ReadingBounds
from crawler.state.parsing import fields_of
from tests.house.site import ROOT

SOURCE = Path(settings.__file__).read_text(encoding="utf-8")
NAMES = [name for name in vars(settings) if name.isupper()]


def project() -> Settings:
    """Return the settings as Scrapy reads them."""
    loaded = Settings()
    loaded.setmodule("crawler.settings")
    return loaded


def test_only_the_web_is_fetched() -> None:
    """file://, ftp://, data: and s3:// have no handler."""
    handlers = {name for name, path in project().getwithbase("DOWNLOAD_HANDLERS").items() if path}
    assert handlers == {"http", "https"}


@pytest.mark.parametrize("name", ["TELNETCONSOLE_ENABLED", "COOKIES_ENABLED"])
def test_doors_are_shut(name: str) -> None:
    """Nobody executes code in a crawl, and no session changes pages."""
    assert not project().getbool(name)


def test_no_crawl_is_controlled_from_outside() -> None:
    """The extensions that execute code which others send are not even imported."""
    assert not any(
        name in path
        for path in build_component_list(project().getwithbase("EXTENSIONS"))
        for name in ("remote_control", "telnet")
    )


def test_base_lists_lack_only_what_is_left_out() -> None:
    """New components of a later Scrapy are included; the excluded ones exist."""
    for base in ("EXTENSIONS_BASE", "DOWNLOADER_MIDDLEWARES_BASE"):
        theirs, ours = getattr(default_settings, base), project().getdict(base)
        left_out = theirs.keys() - ours.keys()
        assert theirs == {**ours, **{path: theirs[path] for path in left_out}}
    assert {
        *default_settings.EXTENSIONS_BASE,
        *default_settings.DOWNLOADER_MIDDLEWARES_BASE,
    } >= settings._not_imported


def test_cookies_can_be_switched_on() -> None:
    """`-s COOKIES_ENABLED=1` brings Scrapy's own middleware."""
    with pytest.raises(NotConfigured):
        Cookies.from_crawler(get_crawler(settings_dict={"COOKIES_ENABLED": False}))
    crawl = get_crawler(settings_dict={"COOKIES_ENABLED": True})
    assert isinstance(Cookies.from_crawler(crawl), CookiesMiddleware)


def test_a_crawl_imports_no_second_http_client() -> None:
    """Its start imports neither a web server nor an SSH library nor another client."""
    code = (
        "import sys; from scrapy.settings import Settings; from scrapy.utils.misc import load_object;"
        "s = Settings(); s.setmodule('crawler.settings');"
        "names = ('EXTENSIONS', 'DOWNLOADER_MIDDLEWARES', 'SPIDER_MIDDLEWARES', 'ITEM_PIPELINES');"
        "[load_object(path) for name in names for path in s.getwithbase(name)];"
        "print(sorted({'aiohttp', 'requests', 'tldextract', 'twisted.conch'} & sys.modules.keys()))"
    )
    done = subprocess.run(  # noqa: S603  the code above
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", ["ROBOTSTXT_OBEY", "AUTOTHROTTLE_ENABLED", "DOWNLOAD_VERIFY_CERTIFICATES"])
def test_manners_and_checks_are_on(name: str) -> None:
    """robots.txt, throttling and certificates count by default."""
    assert project().getbool(name)


def test_components_can_be_loaded() -> None:
    """Each path in the settings leads to something."""
    paths = re.findall(r'"(crawler\.[\w.]+\.[A-Z]\w+)"', SOURCE)
    assert len(paths) >= 12
    for path in paths:
        assert load_object(path)


def test_pipelines_stand_in_the_order_of_the_flow() -> None:
    """Extract, reject, drop known articles, and only then count to the limit."""
    order = sorted(settings.ITEM_PIPELINES, key=lambda path: settings.ITEM_PIPELINES[path])
    assert [path.rpartition(".")[2] for path in order] == [
        "SkipReserved",
        "ArchivePages",
        "ExtractArticle",
        "RejectUnsound",
        "RejectOutOfRange",
        "DropDuplicates",
        "DropUnchanged",
        "NameStories",
        "KeepToLimit",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_each_setting_is_scrapys_or_ours(name: str) -> None:
    """A misspelt setting does nothing in Scrapy; a few are this project's own."""
    own = {
        "ALLOW_PRIVATE_HOSTS",
        "ARTICLE_RECHECKS",
        "CRAWL_DIR",
        "CRAWL_DELAY_MAX",
        "LIST_PAGES_MAX",
        "PAGE_BYTES_MAX",
        "PARSE_PROCESSES",
        "PARSE_TIMEOUT",
        "STOP_GRACE",
    }
    own |= {"HOST_PAUSE_FIRST", "HOST_PAUSE_MAX", "HOST_DEAD_AFTER", "HOST_DEAD_PAUSE", "HOST_PATIENCE"}
    own |= {"PHOTOS", "PHOTO_SIZE_MAX", "PHOTO_PIXELS_MAX", "PHOTO_SECONDS_MAX", "PHOTO_CAPTURE_DAYS_MAX"}
    own |= {"MEDIA_ALLOW_REDIRECTS"}  # Scrapy's, which has it in no list of defaults
    own |= {"HOST_WAITS_PER_URL", "HOST_PAGES_MAX", "HOST_SECONDS_MAX"}
    own |= {"DOMAIN_HOSTS_AT_ONCE", "ADDRESS_HOSTS_AT_ONCE", "DOMAIN_PAGES_MAX", "ADDRESS_PAGES_MAX"}
    own |= {"DOMAIN_HOSTS_MAX", "PARAMETERS_MAX", "GROWING_LINKS_MAX"}
    own |= {"PATH_SEGMENTS_MAX", "PATH_REPEATS_MAX", "SITEMAP_DEPTH_MAX", "SITEMAP_CHILDREN_MAX"}
    own |= {"ENTRIES_MAX", "ENTRIES_BYTES_MAX", "HEADERS_BYTES_MAX", "TLS_UNVERIFIED_HOSTS"}
    own |= {"EXTRA_PIPELINES", "PUBLISHERS_DIR", "LEDGER_DIR", "LEDGER_COPY_SECONDS", "FLEET_SILENCE"}
    own |= {"ARCHIVE", "ARCHIVE_ALL", "ARCHIVE_FILE_MB", "BLOCKS", "LINKS", "DETAILS"}
    own |= {"WEB_ARCHIVE_DELAY"}
    own |= {"TDMREP", "RESERVATIONS"}
    own |= {"STATUS", "STATUS_EVERY", "REPORT", "METRICS_FILE", "METRICS_PORT", "PUSH", "PUSH_WAIT"}
    own |= {"PUSH_ANSWER_SECONDS"}
    robots = {"ROBOTS_CACHE_SECONDS", "ROBOTS_RETRY_SECONDS"}
    assert hasattr(default_settings, name) or name in own | robots


def test_no_detail_is_read_by_default() -> None:
    """A crawl, a settings module without the setting and Python read the same fields: no details."""
    assert fields_of(Settings()) == fields_of(project()) == ReadingBounds().fields == USUAL_FIELDS
    assert not USUAL_FIELDS.details
    assert extract_article(b"", "http://news.sample.test/1.htm").evidence[UNREAD].split() == [*Detail]


def test_comment_names_all_details() -> None:
    """The comment on DETAILS, which the documentation shows, lists the names."""
    comment = SOURCE.partition("\nDETAILS")[0].rpartition("# The optional fields")[2]
    assert not [each for each in Detail if not re.search(rf"\b{each}\b", comment)]


def test_crawl_delays_of_the_family_are_kept() -> None:
    """The longest delay that a publisher of the family asks for is kept as asked."""
    assert settings.CRAWL_DELAY_MAX >= 120


def test_user_agent_says_who_crawls() -> None:
    """Product, version, and a place for the operator's address."""
    assert re.fullmatch(r"china-news-harvester/[\d.]+ \(.+\)", settings.USER_AGENT)
