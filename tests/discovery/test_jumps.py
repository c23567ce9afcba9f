"""Tests of pages that only redirect."""

from __future__ import annotations

import time

import pytest

from crawler.discovery.jumps import header_target, script_target

URL = "http://www.lanqiao.test/"
NEW = f"{URL}cn/index.html"


def target(script: str, url: str = URL, more: str = "") -> str | None:
    """Return the target of a page with this script, and more."""
    return script_target(
        f"<html><head><script>{script}</script></head><body>{more}</body></html>".encode(), url
    )


@pytest.mark.parametrize(
    "script",
    [
        "location.href='/cn/index.html'",
        'window.location = "cn/index.html";',
        "self.location.href = '/cn/index.html'",
        "top.location.replace('/cn/index.html')",
        "document.location.assign( 'http://www.lanqiao.test/cn/index.html' )",
        "window.navigate('/cn/index.html')",
        "setTimeout(\"window.location.href='/cn/index.html'\", 0)",
        "setTimeout(function(){ location.replace('/cn/index.html') }, 3000);",
        "if (isMobile) { location.href = '//m.lanqiao.test/' } else { location.href = '/cn/index.html' }",
        "location.href = '/cn/index.html' + location.search",
        "location.href = '/cn' + '/index.html'",
        'window.location.replace("/cn/" + \'index\' + ".html")',
        "var url = '/cn/index.html'; window.location.href = url;",
        "let home = `/cn/index.html`\nlocation.assign(home)",
        "var folder = '/cn/'; var url = folder + 'index.html'; setTimeout(() => {top.location = url}, 9)",
        "var site = {home: 1}; site.url = '/cn/index.html'; location.replace(site.url)",
        "var url = '/cn/index.html'; if (isMobile) { url = '//m.lanqiao.test/' } location.href = url",
        "if (isMobile) { url = '//m.lanqiao.test/' } else { url = '/cn/index.html' } location.href = url",
        "var v = '7'; location.href = '/cn/index.html?v=' + v",
        "document.write('<p>'); location.replace(\\'/cn/index.html\\')",
        "window['location'] = '/cn/index.html'",
        'window["location"]["href"]="/cn/index.html"',
        "top [ 'location' ][ 'replace' ]('/cn/index.html')",
        "setTimeout('self[\\'location\\'].assign(\\'/cn/index.html\\')', 9)",
        "globalThis.location.assign('/cn/index.html')",
        "window.frames.top.location = '/cn/index.html'",
        "location.href = window.location.origin + '/cn/index.html'",
        "location = location.protocol + '//' + location.host + '/cn/index.html'",
        "var url = '//' + document.location.hostname + '/cn/index.html'; location.replace(url)",
    ],
)
def test_script_redirects(script: str) -> None:
    """The literal target of a script counts, in every way in which scripts redirect."""
    assert (target(script) or "").partition("?")[0] == NEW


@pytest.mark.parametrize(
    "script",
    [
        "var a = {location: '/cn/index.html'}",
        "mylocation.href = '/cn/index.html'",
        "if (location.href == '/cn/index.html') show()",
        "location.href = '/list.asp?id=' + id",
        "var id = read(); location.href = '/list.asp?id=' + id",
        "var url = '/cn/index.html'; show(url)",
        "var url = '/cn/index.html'; other.url = location.href",
        "location.href = 'javascript:void(0)'",
        "document.cookie = 'a=1'; location.href = '/'",
        "document.cookie = 'a=1'; location.reload()",
        "var a = ['location', '/cn/index.html']",
        "if (window['location']['href'] == '/cn/index.html') show()",
        "location.href = 'http://' + location.host + '/' + id",
        "location.href = location.origin + location.pathname",
    ],
)
def test_script_without_a_target(script: str) -> None:
    """Comparisons, computed targets and reloads redirect nowhere."""
    assert target(script) is None


@pytest.mark.parametrize("more", ["<p>The ferry returns to Lanqiao.</p>" * 9, "<a href='/1'>One</a>" * 4])
def test_page_of_its_own(more: str) -> None:
    """A page with a text or with links is left for none of its scripts."""
    assert target("location.href='/cn/index.html'", more=more) is None
    assert (
        target("location.href='/cn/index.html'", more="<p>Wait, or <a href='/cn/index.html'>go on</a>.")
        == NEW
    )


def test_not_found_page() -> None:
    """A page below that sends its reader home is a not-found page; the home page itself may have moved."""
    assert target("setTimeout(\"location.href='/'\", 5000)", f"{URL}2022/content_1.htm") is None
    assert target("location.href='/index.html'") == f"{URL}index.html"


def test_https() -> None:
    """The same page under https is another page; the same page as such is not."""
    secure = "https://www.lanqiao.test/"
    assert target("location.protocol = 'https:'") == secure
    assert target("location.href = location.href.replace('http:', 'https:')") == secure
    assert target("location.href = location.href.replace('http:', 'https:')", secure) is None


def test_refresh_in_noscript() -> None:
    """A meta refresh for readers without scripts counts on a page that shows nothing."""
    page = "<noscript><meta http-equiv='refresh' content='0; url=/cn/index.html'></noscript>"
    assert script_target(page.encode(), URL) == NEW
    assert script_target((page + "<p>The ferry returns to Lanqiao.</p>" * 9).encode(), URL) is None


@pytest.mark.parametrize(
    "content", ["0;/cn/index.html", "1; 'x'", "3, /cn/index.html", "0; URL = /cn/index.html", "5", "0;"]
)
def test_refresh_without_a_name(content: str) -> None:
    """Browsers need no `url=` before the target of a meta refresh."""
    page = f'<meta http-equiv="Refresh" content="{content}">'
    assert script_target(page.encode(), URL) == (NEW if "cn" in content else None)


def test_encoding_of_the_page() -> None:
    """The query is encoded as a browser encodes it."""
    page = "<meta charset=gb2312><script>location.href='/list.asp?cat=新闻的'</script>".encode("gbk")
    assert script_target(page, URL) == f"{URL}list.asp?cat=%D0%C2%CE%C5%B5%C4"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0; url=/cn/index.html", NEW),
        ("2;URL='http://www.lanqiao.test/cn/index.html'", NEW),
        ("0, /cn/index.html", NEW),
        ("300; url=/cn/index.html", None),
        ("300", None),
        ("0; url=/", None),
        ("", None),
    ],
)
def test_header(value: str, expected: str | None) -> None:
    """A Refresh header counts like a meta refresh: soon, and to another page."""
    assert header_target(value, URL, 10) == expected


@pytest.mark.parametrize(
    "piece",
    [
        "<script",
        "<!--",
        "location.href='",
        "<title",
        "<a ",
        "&nbsp",
        "<meta http-equiv",
        "'a'+",
        "'\\a",
        "a='b';",
        "a=b+",
        "=`/",
    ],
)
def test_linear_time(piece: str) -> None:
    """No page makes the reading slow."""
    before = time.process_time()
    script_target((piece * 16384)[:16000].encode() + b"location refresh", URL)
    assert time.process_time() - before < 1


def test_redirect_of_phones() -> None:
    """A short page that sends phones elsewhere is a page of its own; an empty one redirects everybody."""
    script = "if (isPhone) location.href = 'http://m.lanqiao.test/a.htm'"
    assert target(script, more="<h1>快讯：新桥通车</h1>") is None
    assert target(script) == "http://m.lanqiao.test/a.htm"


def test_page_in_utf_16() -> None:
    """Its zeros hide nothing."""
    page = "<html><script>location.href='/cn/index.html'</script></html>"
    assert script_target(page.encode("utf-16"), URL) == NEW
