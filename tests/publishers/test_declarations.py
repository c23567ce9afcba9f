"""Tests that every declaration is well-formed, whatever it says."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import fields
from datetime import date
from urllib.parse import urlsplit

import pytest

from crawler.discovery.day_lists import day_url
from crawler.discovery.shapes import Shape, url_shape
from crawler.publishers import (
    PUBLISHERS,
    SHARED_LAYOUTS,
    DataList,
    DayArchive,
    Layout,
    Publisher,
    faults_of,
    layouts,
    publisher_of,
)
from crawler.text.dates import url_date
from crawler.text.urls import resolve
from tests.publishers.selectors import FORM

LAYOUTS = tuple(
    {
        layout.name: layout for publisher in PUBLISHERS for layout in (*SHARED_LAYOUTS, *publisher.layouts)
    }.values()
)

each_publisher = pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda publisher: publisher.name)
each_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def _selectors(layout: Layout) -> list[str]:
    return [
        selector
        for field in fields(layout)
        if field.name != "name"
        for selector in getattr(layout, field.name)
    ]


ARCHIVES = [(publisher, archive) for publisher in PUBLISHERS for archive in publisher.days]


@pytest.mark.parametrize(
    ("publisher", "archive"), ARCHIVES, ids=[archive.url.partition("//")[2] for _, archive in ARCHIVES]
)
def test_archives_have_a_list_for_each_day(publisher: Publisher, archive: DayArchive) -> None:
    """Each day has a URL of its own, on the publisher's hosts, that is no article."""
    urls = [day_url(archive.url, date(2024, 5, day), archive.first_page) for day in (7, 20)]
    assert len(set(urls)) == 2
    assert {publisher_of(url) for url in urls} == {publisher}
    assert urls == [resolve(url, url) for url in urls]
    assert Shape.ARTICLE not in {url_shape(url, publisher) for url in urls}
    has_query = "?" in archive.url
    assert has_query or [url_date(url) for url in urls] == ["2024-05-07", "2024-05-20"]


LISTS = [(publisher, data_list) for publisher in PUBLISHERS for data_list in publisher.data_lists]


@pytest.mark.parametrize(
    ("publisher", "data_list"), LISTS, ids=[each.url.partition("//")[2] for _, each in LISTS]
)
def test_data_lists_can_be_requested(publisher: Publisher, data_list: DataList) -> None:
    """Each page of a list that no page links has a URL of its own on the hosts, and the JSON of a POST."""
    numbers = [number for read in (0, 1) if (number := data_list.number(read)) is not None]
    urls = [data_list.url_of(number) for number in numbers]
    bodies = [data_list.body_of(number) for number in numbers]
    assert {publisher_of(url) for url in urls} == {publisher}
    assert len(set(urls)) == len(numbers) == (2 if "{page}" in data_list.url else 1)
    assert not data_list.body or len(set(map(json.dumps, map(json.loads, bodies)))) == len(numbers)


DEAD = re.compile(
    r"//www\.chinadaily\.com\.cn/rss/|//www\.people\.com\.cn/rss/|//en\.people\.cn/rss/|//(?:www|english)\.news\.cn/.*rss"
    r"|//www\.xinhuanet\.com/.*rss|//www\.chinanews\.com\.cn/rss/(?:it|estate|mil|jk|auto)\.xml"
)
"""Feeds that are gone, empty or frozen for years."""


@each_publisher
def test_no_start_is_a_dead_feed(publisher: Publisher) -> None:
    """A declaration does not name a feed that is known to be dead."""
    assert not list(filter(DEAD.search, publisher.start))


def test_the_family_is_covered() -> None:
    """At least 120 publishers are declared, the family's agencies, papers and broadcasters among them."""
    names = {publisher.name for publisher in PUBLISHERS}
    assert len(names) >= 120
    assert names >= {
        "china.org.cn",
        "china.com.cn",
        "chinadiplomacy.org.cn",
        "scio.gov.cn",
        "gov.cn",
        "mfa.gov.cn",
        "news.cn",
        "people.com.cn",
        "chinadaily.com.cn",
        "cgtn.com",
        "chinanews.com.cn",
        "ecns.cn",
        "globaltimes.cn",
        "huanqiu.com",
        "cri.cn",
        "cctv.com",
        "gmw.cn",
        "ce.cn",
        "youth.cn",
        "qstheory.cn",
        "81.cn",
        "banyuetan.org",
    }


def test_names_and_hosts_belong_to_one_publisher() -> None:
    """No name and no host is declared twice."""
    names = Counter(publisher.name for publisher in PUBLISHERS)
    hosts = Counter(host for publisher in PUBLISHERS for host in publisher.hosts)
    assert [name for name, count in (names + hosts).items() if count > 2] == []
    assert max(names.values()) == max(hosts.values()) == 1


def test_china_org_cn_has_ten_languages() -> None:
    """China.org.cn is declared in its ten languages."""
    publisher = next(publisher for publisher in PUBLISHERS if publisher.name == "china.org.cn")
    tags = {publisher.language, *(tag for _, tag in publisher.languages)}
    assert tags == {"en", "zh-Hans", "fr", "de", "es", "ru", "ar", "ja", "ko", "eo"}


@each_publisher
def test_values_have_their_formats(publisher: Publisher) -> None:
    """Every value of a declaration has the type and the format of its field, and agrees with the others."""
    assert faults_of(publisher) == ()


@each_publisher
def test_start_pages_have_paths(publisher: Publisher) -> None:
    """A harvest has starts, each with its path."""
    assert publisher.start
    assert all(urlsplit(start).path for start in publisher.start)


@each_publisher
def test_chinese_names_its_script(publisher: Publisher) -> None:
    """No edition is in Chinese without a script."""
    assert "zh" not in {publisher.language, *(tag for _, tag in publisher.languages)}


@each_publisher
def test_language_prefixes_are_unambiguous(publisher: Publisher) -> None:
    """No host or path is declared in two languages."""
    prefixes = [prefix for prefix, _ in publisher.languages]
    assert len(prefixes) == len(set(prefixes))


def test_a_layout_name_means_one_layout() -> None:
    """Evidence that names a layout names one declaration."""
    declared = {layout for publisher in PUBLISHERS for layout in (*SHARED_LAYOUTS, *publisher.layouts)}
    assert len(declared) == len(LAYOUTS)


@each_layout
def test_selectors_are_single_compound_ones(layout: Layout) -> None:
    """Every selector is `tag#id.class` with at most one of each, and none is listed twice in a field."""
    assert [selector for selector in _selectors(layout) if not FORM.fullmatch(selector)] == []
    for field in fields(layout):
        value = getattr(layout, field.name)
        assert field.name == "name" or len(value) == len(set(value))


@each_layout
def test_layouts_can_be_told_from_other_pages(layout: Layout) -> None:
    """A fingerprint asks for an id, a class or an element that HTML does not know, never for a mere tag."""
    assert layout.fingerprint
    assert all(re.search(r"[#.]|^\w+-", selector) for selector in layout.fingerprint)


@pytest.mark.parametrize("layout", SHARED_LAYOUTS, ids=lambda layout: layout.name)
def test_shared_fingerprints_are_telling(layout: Layout) -> None:
    """A fingerprint that is tried on every page does not hang on a name that every page may use."""
    common = {"content", "main", "article", "text", "detail", "body", "title", "news", "post"}
    names = {re.split(r"[#.]", selector)[-1].lower() for selector in layout.fingerprint}
    assert not names & common


def test_each_shared_layout_is_tried() -> None:
    """A declared layout of many sites is in the tuple of those that are tried."""
    declared = [value for value in vars(layouts).values() if isinstance(value, Layout)]
    assert {each.name for each in declared} == {each.name for each in SHARED_LAYOUTS}
