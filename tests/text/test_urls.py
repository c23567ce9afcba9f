"""Tests of URLs: made absolute, brought to one form, compared."""

from __future__ import annotations

import json
from pathlib import Path
from timeit import timeit
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.text.parameters import without_piles
from crawler.text.urls import (
    LONGEST,
    canonicalize,
    host_of,
    path_of,
    resolve,
    same_article_key,
    standard,
)

CASES = Path(__file__).parents[3] / "shared" / "data" / "wpt-urltestdata.json"
BASE = "http://www.lanqiao.test/world/node_7114.htm?from=home#top"

TEXTS = st.text(st.sampled_from("abz09/.:?#&=%;@ \t\n\\é中[]-_~"), max_size=40)
PATHS = st.lists(st.sampled_from(["a", "b2", ".", "..", "c_3.htm", "d-e"]), max_size=6).map("/".join)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("content_78361204.htm", "http://www.lanqiao.test/world/content_78361204.htm"),
        ("./202208/t20220808_712.html", "http://www.lanqiao.test/world/202208/t20220808_712.html"),
        ("../2022-08/08/content_1.htm", "http://www.lanqiao.test/2022-08/08/content_1.htm"),
        ("/photo/index.htm", "http://www.lanqiao.test/photo/index.htm"),
        ("/", "http://www.lanqiao.test/"),
        ("//img.lanqiao.test/a.htm", "http://img.lanqiao.test/a.htm"),
        ("?page=2", "http://www.lanqiao.test/world/node_7114.htm?page=2"),
        ("a/./b/../c.htm", "http://www.lanqiao.test/world/a/c.htm"),
        ("https://other.test/x.htm", "https://other.test/x.htm"),
        ("HTTPS://Other.TEST:443/X.htm", "https://other.test/X.htm"),
        ("http:x.htm", "http://www.lanqiao.test/world/x.htm"),
        ("x.htm#comments", "http://www.lanqiao.test/world/x.htm"),
        ("http://user:secret@other.test/x", "http://other.test/x"),
        ("http://新闻.test/桥", "http://xn--efvy88h.test/%E6%A1%A5"),
        ("http://other.test", "http://other.test/"),
        ("%2e%2E/x.htm", "http://www.lanqiao.test/x.htm"),
        ("http://127.1/x", "http://127.0.0.1/x"),
        ("?q='", "http://www.lanqiao.test/world/node_7114.htm?q=%27"),
    ],
)
def test_references_become_absolute(reference: str, expected: str) -> None:
    """A reference is read against its page as a browser reads it, without the fragment."""
    assert resolve(BASE, reference) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (" \n content_1.htm \t", "http://www.lanqiao.test/world/content_1.htm"),
        ("content\n_1.\thtm", "http://www.lanqiao.test/world/content_1.htm"),
        ("two words.htm", "http://www.lanqiao.test/world/two%20words.htm"),
        ("photo\\bridge.htm", "http://www.lanqiao.test/world/photo/bridge.htm"),
        ("\x00\x1fx.htm", "http://www.lanqiao.test/world/x.htm"),
        ("x.htm?q=a b\\c", "http://www.lanqiao.test/world/x.htm?q=a%20b\\c"),
    ],
)
def test_sloppy_references_are_mended_as_browsers_do(reference: str, expected: str) -> None:
    """White space at the ends and line breaks go, backslashes turn, blanks are escaped."""
    assert resolve(BASE, reference) == expected


@pytest.mark.parametrize(
    "reference",
    [
        "",
        " \n ",
        "#",
        "#top",
        "javascript:void(0)",
        "JavaScript:share('wx')",
        "java\nscript:alert(1)",
        "mailto:editor@lanqiao.test",
        "tel:+8610123",
        "data:text/html,<p>",
        "file:///etc/passwd",
        "ftp://lanqiao.test/a",
        "about:blank",
        "weixin://dl",
        "http://",
        "http://[::1",
        "http://lanqiao.test:port/",
        "http://lanqiao.test:99999/",
        "x" * 3000,
        "x" * 5000,
    ],
)
def test_what_is_not_fetched(reference: str) -> None:
    """Other schemes, broken URLs and over-long ones are None."""
    assert resolve(BASE, reference) is None


def test_the_longest_url_still_counts() -> None:
    """2,083 characters are allowed, one more is not."""
    room = LONGEST - len("http://www.lanqiao.test/world/")
    assert len(resolve(BASE, "x" * room) or "") == LONGEST
    assert resolve(BASE, "x" * (room + 1)) is None


@pytest.mark.parametrize("base", ["http://lanqiao.test", "http://lanqiao.test?x", "http://lanqiao.test#x"])
def test_base_without_a_path(base: str) -> None:
    """A bare host stands for its root."""
    assert resolve(base, "a.htm") == "http://lanqiao.test/a.htm"
    assert resolve(base, "/a.htm") == "http://lanqiao.test/a.htm"


@given(st.one_of(PATHS, TEXTS), st.one_of(PATHS, PATHS.map("/".__add__), TEXTS, TEXTS.map("http://".__add__)))
def test_quick_way_agrees_with_the_standard(folder: str, reference: str) -> None:
    """Whatever is not parsed comes out as if it had been."""
    base = f"http://lanqiao.test/{folder}"
    url = resolve(base, reference)
    if url is not None:
        assert url == plain(standard(reference, base) or "")


SERVERS = st.from_regex(r"([a-z0-9]{1,3}\.){0,3}[a-z0-9]{1,4}(:[0-9]{1,5})?", fullmatch=True)


@given(st.sampled_from(["http", "https"]), SERVERS)
def test_addresses_and_ports_agree_with_the_standard(scheme: str, server: str) -> None:
    """An address or a port that is not parsed is one that the standard leaves as it is."""
    url = f"{scheme}://{server}/a.htm"
    assert resolve(BASE, url) == standard(url)


@pytest.mark.parametrize("port", [1, 79, 80, 81, 442, 443, 444, 8080, 59999, 60000, 65535, 65536, 80800])
def test_ports(port: int) -> None:
    """Default ports go, possible ones stay, others are no URL."""
    for url in (f"http://lanqiao.test:{port}/", f"https://127.0.0.1:{port}/"):
        assert resolve(BASE, url) == standard(url)


def plain(url: str) -> str:
    """Return a URL of the standard's form without credentials and fragment."""
    scheme, _, rest = url.partition("#")[0].partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


@pytest.mark.skipif(not CASES.is_file(), reason="../shared is not here")
def test_urls_are_the_standards() -> None:
    """Each web platform test whose result is http(s) comes out as there, failures as None."""
    cases = [case for case in json.loads(CASES.read_text("utf-8")) if isinstance(case, dict)]
    sound = [case for case in cases if case.get("href", "").startswith(("http:", "https:"))]
    failures = [case for case in cases if case.get("failure")]
    assert (len(sound), len(failures)) == (244, 267)
    for case in sound:
        assert standard(case["input"], case["base"]) == case["href"]
        is_other_page = bool(case["input"].strip(" \t\r\n").partition("#")[0])
        expected = plain(case["href"]) if is_other_page else None
        assert resolve(case["base"] or "about:blank", case["input"]) == expected
    for case in failures:
        assert standard(case["input"], case["base"]) is None


@given(TEXTS)
def test_resolved_urls_are_sound(reference: str) -> None:
    """Each result is printable ASCII, http or https, has a host and no fragment, and stays the same."""
    url = resolve(BASE, reference)
    if url is not None:
        assert url.isascii()
        assert url.isprintable()
        assert " " not in url
        assert "#" not in url
        assert urlsplit(url).scheme in ("http", "https")
        assert host_of(url)
        assert resolve(BASE, url) == url


def test_plain_references_cost_microseconds() -> None:
    """A hundred links take about a fifth of a millisecond; the bound leaves room for noise."""
    assert timeit(lambda: resolve(BASE, "/2022-08/08/content_78361204.htm"), number=2000) / 2000 < 50e-6


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://WWW.Lanqiao.TEST:80/A.htm#x", "http://www.lanqiao.test/A.htm"),
        ("https://lanqiao.test:443/", "https://lanqiao.test/"),
        ("http://lanqiao.test:8080", "http://lanqiao.test:8080/"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("http://lanqiao.test./a", "http://lanqiao.test/a"),
        ("http://u:p@lanqiao.test/a", "http://lanqiao.test/a"),
        ("http://lanqiao.test/a/../b/./c", "http://lanqiao.test/b/c"),
        ("http://lanqiao.test/%7ewang/%e6%a1%a5", "http://lanqiao.test/~wang/%E6%A1%A5"),
        ("http://lanqiao.test/a.jsp;jsessionid=1F2E", "http://lanqiao.test/a.jsp"),
        ("http://lanqiao.test/(S(lit3py55t21z5v55vlm25s55))/a/7.aspx", "http://lanqiao.test/a/7.aspx"),
        ("http://lanqiao.test/x/(X(1)S(lit3py55t21z5v55vlm25s55))/a.aspx", "http://lanqiao.test/x/a.aspx"),
        ("http://lanqiao.test/a/(S(7))/b.aspx", "http://lanqiao.test/a/(S(7))/b.aspx"),
        ("http://lanqiao.test/a?PHPSESSID=0a1b2c3d4e5f6071829304a5b6", "http://lanqiao.test/a"),
        (
            "http://lanqiao.test/a?b=1&PHPSESSID=0a1b2c3d4e5f6071829304a5b6&c=2",
            "http://lanqiao.test/a?b=1&c=2",
        ),
        (f"http://lanqiao.test/a?jsessionid={'0F' * 16}.node1&b=1", "http://lanqiao.test/a?b=1"),
        ("http://lanqiao.test/a?ASPSESSIONIDQABCDEFG=" + "K" * 24, "http://lanqiao.test/a"),
        ("http://lanqiao.test/a?PHPSESSID=7", "http://lanqiao.test/a?PHPSESSID=7"),
        ("http://lanqiao.test/a/7114?utm_source=x&utm_medium=y", "http://lanqiao.test/a/7114"),
        (
            "http://lanqiao.test/a?utm_source=x&utm_medium=y",
            "http://lanqiao.test/a?utm_source=x&utm_medium=y",
        ),
        ("http://lanqiao.test/a?id=7&from=singlemessage&isappinstalled=0", "http://lanqiao.test/a?id=7"),
        ("http://lanqiao.test/s.jsp?menuid=3&from=7", "http://lanqiao.test/s.jsp?menuid=3&from=7"),
        ("http://lanqiao.test/s.jsp?cid=3&from=7", "http://lanqiao.test/s.jsp?cid=3&from=7"),
        ("http://lanqiao.test/h5/detail_v100.html?ref=7", "http://lanqiao.test/h5/detail_v100.html?ref=7"),
        ("http://lanqiao.test/v1/2022detail?ref=7", "http://lanqiao.test/v1/2022detail?ref=7"),
        ("http://lanqiao.test/show-1-2345-1.html?ref=7", "http://lanqiao.test/show-1-2345-1.html"),
        ("http://lanqiao.test/a?spm=C94212.P4YnMod9m2uD&b=2&id=1", "http://lanqiao.test/a?b=2&id=1"),
        ("http://lanqiao.test/a?&&id=7&", "http://lanqiao.test/a?id=7"),
        ("http://lanqiao.test/a?&&ref=7&", "http://lanqiao.test/a?ref=7"),
        ("http://lanqiao.test/a?sid=42", "http://lanqiao.test/a?sid=42"),
        ("http://lanqiao.test/a?nid=7&sid=0123456789abcdef0123", "http://lanqiao.test/a?nid=7"),
        ("http://lanqiao.test/20220807/a7?SHARE_TOKEN=x&PHPSESSID=1", "http://lanqiao.test/20220807/a7"),
        ("http://lanqiao.test/a?platform=web&frommage=1", "http://lanqiao.test/a?platform=web&frommage=1"),
        ("http://新闻.test/a", "http://xn--efvy88h.test/a"),
        ("http://[::1", "http://[::1"),
        ("no url", "no url"),
    ],
)
def test_canonical_form(url: str, expected: str) -> None:
    """One page has one URL; one that cannot be parsed stays unchanged."""
    assert canonicalize(url) == expected


@given(st.one_of(TEXTS.map("http://lanqiao.test/".__add__), TEXTS))
def test_canonical_form_is_stable(url: str) -> None:
    """The canonical form of a canonical form is itself."""
    once = canonicalize(url)
    assert canonicalize(once) == once


@pytest.mark.parametrize(
    "other",
    [
        "https://www.lanqiao.test/world/a.htm",
        "http://lanqiao.test/world/a.htm",
        "http://m.lanqiao.test/world/a.htm",
        "http://wap.lanqiao.test:80/world/a.htm",
    ],
)
@pytest.mark.parametrize("way", ["", "?from=timeline", "?utm_source=feed&spm=7"])
def test_one_article_has_one_key(other: str, way: str) -> None:
    """Two schemes, with and without www, the mobile host, ways to the page: all name the same article."""
    other = other.replace("/a.htm", "/a_7114.htm") + way
    assert same_article_key(other) == same_article_key("http://www.lanqiao.test/world/a_7114.htm")


@pytest.mark.parametrize(
    "other",
    [
        "http://www.lanqiao.test/world/b.htm",
        "http://www.lanqiao.test/world/a.htm?id=2",
        "http://news.lanqiao.test/world/a.htm",
        "http://www.lanqiao.test:8080/world/a.htm",
        "http://m.test/world/a.htm",
        "http://[",
    ],
)
def test_other_articles_have_other_keys(other: str) -> None:
    """Path, query, host and port tell articles apart."""
    assert same_article_key(other) != same_article_key("http://www.lanqiao.test/world/a.htm")


def test_host_and_path() -> None:
    """The host is in lower case and without port; the path is never empty."""
    assert host_of("http://WWW.Lanqiao.test:8080/a") == "www.lanqiao.test"
    assert host_of("http://[::1]:80/") == "::1"
    assert host_of("http://[") == host_of("a/b") == ""
    assert path_of("http://lanqiao.test") == path_of("http://[") == "/"
    assert path_of("http://lanqiao.test/a/b?c#d") == "/a/b"


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("p=2&p=3", "p=3"),
        ("p=2?p=3", "p=3"),
        ("p=2;p=3;p=4", "p=4"),
        ("a=1;b=2", "a=1;b=2"),
        ("tag[]=a&tag[]=b", "tag[]=a&tag[]=b"),
        ("next=http://b.test?x=1&y=2", "next=http://b.test?x=1&y=2"),
    ],
)
def test_repeated_parameters(query: str, kept: str) -> None:
    """The last value counts, however a pager appends it."""
    assert without_piles(f"http://lanqiao.test/list?{query}") == f"http://lanqiao.test/list?{kept}"
