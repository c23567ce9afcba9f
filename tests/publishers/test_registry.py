"""Tests of finding the publisher, the language and the layouts of a URL."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.publishers import PUBLISHERS, SHARED_LAYOUTS, language_of, layouts_of, publisher_of


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://www.china.org.cn/world/2022-08/07/content_78359000.htm", "china.org.cn"),
        ("http://CHINA.ORG.CN/", "china.org.cn"),
        ("http://french.china.org.cn:80/china/txt/2022-08/07/content_78359001.htm", "china.org.cn"),
        ("http://www.china.org.cn./", "china.org.cn"),
        ("http://news.china.com.cn/2024-11/18/content_117554000.shtml", "china.com.cn"),
        ("http://en.chinadiplomacy.org.cn/2022-08/08/content_78360929.shtml", "chinadiplomacy.org.cn"),
        ("https://english.news.cn/20230115/0123456789abcdef0123456789abcdef/c.html", "news.cn"),
        ("http://he.xinhuanet.com/", "news.cn"),
        ("http://en.people.cn/", "people.com.cn"),
        ("http://english.scio.gov.cn/", "scio.gov.cn"),
        ("https://english.www.gov.cn/news/", "gov.cn"),
        ("https://www.fmprc.gov.cn/eng/", "mfa.gov.cn"),
    ],
)
def test_the_longest_declared_host_names_the_publisher(url: str, name: str) -> None:
    """Sub-domains, ports, capitals and a final dot do not hide a publisher."""
    publisher = publisher_of(url)
    assert publisher is not None
    assert publisher.name == name


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/china.org.cn/",
        "https://notchina.org.cn.example/",
        "https://notchina.org.cn/",
        "http://www.shanxi.gov.cn/",
        "/news/",
        "",
        "mailto:desk@china.org.cn",
        "http://[",
    ],
)
def test_others_have_no_publisher(url: str) -> None:
    """A host that merely contains a declared one, a path, and an invalid URL belong to nobody."""
    assert publisher_of(url) is None


@given(st.text())
def test_any_text_has_a_publisher_or_none(text: str) -> None:
    """Looking for a publisher never raises."""
    assert publisher_of(text) in (None, *PUBLISHERS)
    assert publisher_of(f"http://{text}") in (None, *PUBLISHERS)


@pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda publisher: publisher.name)
def test_every_publisher_is_found_by_its_hosts_and_start_pages(publisher: object) -> None:
    """The hosts and starts of a declaration lead back to it."""
    declared = next(candidate for candidate in PUBLISHERS if candidate is publisher)
    urls = (*declared.start, *(f"https://www.{host}/a.html" for host in declared.hosts))
    assert {publisher_of(url) for url in urls} == {declared}


def test_publishers_stand_in_the_order_of_their_names() -> None:
    """The order does not depend on the file system."""
    assert [publisher.name for publisher in PUBLISHERS] == sorted(publisher.name for publisher in PUBLISHERS)


@pytest.mark.parametrize(
    ("url", "tag"),
    [
        ("http://www.china.org.cn/world/node_7075229.htm", "en"),
        ("http://www.china.org.cn/chinese/", "zh-Hans"),
        ("http://www.china.org.cn/chinese", "zh-Hans"),
        ("http://www.china.org.cn/chinese-cooking/", "en"),
        ("http://french.china.org.cn/", "fr"),
        ("http://m.german.china.org.cn/", "de"),
        ("http://spanish.china.org.cn/txt/2026-08/05/content_118634000.htm", "es"),
        ("http://russian.china.org.cn/", "ru"),
        ("http://arabic.china.org.cn/", "ar"),
        ("http://japanese.china.org.cn/node_7037000.htm", "ja"),
        ("http://korean.china.org.cn/", "ko"),
        ("http://esperanto.china.org.cn/2022-08/07/content_78359002.htm", "eo"),
        ("http://www.china.com.cn/", "zh-Hans"),
        ("http://www.xinhuanet.com/english/2020-02/03/c_138750000.htm", "en"),
        ("http://www.xinhuanet.com/politics/2020-02/03/c_1125520000.htm", "zh-Hans"),
        ("http://french.xinhuanet.com/", "fr"),
        ("http://j.people.com.cn/n3/2021/0823/c94475-9887000.html", "ja"),
        ("http://tj.people.com.cn/n2/2018/0823/c375366-31968000.html", "zh-Hans"),
        ("https://www.fmprc.gov.cn/mfa_eng/wjdt_665385/", "en"),
        ("https://www.mfa.gov.cn/web/", "zh-Hans"),
        ("https://us.china-embassy.gov.cn/eng/", "en"),
        ("https://cn.chinadaily.com.cn/", "zh-Hans"),
        ("https://www.chinadaily.com.cn/", "en"),
        ("http://www.takungpao.com.hk/", "zh-Hant"),
        ("https://turkish.cri.cn/news/", "tr"),
        ("http://myanmar.cri.cn/news/domestic/list.html", "my"),
        ("https://sc.cri.cn/", "zh-Hans"),
    ],
)
def test_host_and_path_tell_the_language(url: str, tag: str) -> None:
    """The longest declared prefix decides, by whole labels and whole path segments."""
    publisher = publisher_of(url)
    assert publisher is not None
    assert language_of(publisher, url) == tag


def test_a_url_that_cannot_be_split_is_in_the_main_language() -> None:
    """Without host and path the main edition is meant."""
    publisher = publisher_of("http://www.china.org.cn/")
    assert publisher is not None
    assert language_of(publisher, "http://[") == "en"


def test_own_layouts_come_before_the_shared_ones() -> None:
    """A publisher's own layouts are tried first; unknown publishers get the shared layouts."""
    publisher = publisher_of("https://news.gmw.cn/")
    assert publisher is not None
    assert layouts_of(publisher)[: len(publisher.layouts)] == publisher.layouts
    assert layouts_of(publisher)[len(publisher.layouts) :] == SHARED_LAYOUTS
    assert layouts_of(None) == SHARED_LAYOUTS
