"""Tests of the type of a response."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.sniff import ResponseKind, sniff

XML = b'<?xml version="1.0" encoding="utf-8"?>\n'


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<!DOCTYPE html><html>", ResponseKind.HTML),
        (b"\n\n<html lang=en>", ResponseKind.HTML),
        (b"<p>no root at all", ResponseKind.HTML),
        (b"\xef\xbb\xbf<!-- saved --><HTML>", ResponseKind.HTML),
        (XML + b'<html xmlns="http://www.w3.org/1999/xhtml">', ResponseKind.HTML),
        (b"Warning: division by zero <html>", ResponseKind.HTML),
        (XML + b'<rss version="2.0">', ResponseKind.FEED),
        (b'[{"URL": "/a/content_1.htm", "TITLE": "<b>A</b>"}]', ResponseKind.JSON),
        (b'\xef\xbb\xbf {"datasource": []}', ResponseKind.JSON),
        (b'jQuery_17.back({"list": []})', ResponseKind.JSON),
        (b"var items = [{", ResponseKind.JSON),
        (b"\r\n" + XML + b"<!-- generator: <html> --><rss>", ResponseKind.FEED),
        (
            XML + b'<?xml-stylesheet href="a.xsl"?><feed xmlns="http://www.w3.org/2005/Atom">',
            ResponseKind.FEED,
        ),
        (XML + b"<rdf:RDF xmlns:rdf='x'>", ResponseKind.FEED),
        (XML + b"<urlset xmlns='x'>", ResponseKind.SITEMAP),
        (XML + b"<ns:urlset>", ResponseKind.SITEMAP),
        (b"<sitemapindex>", ResponseKind.SITEMAP_INDEX),
        (b"http://a.test/1.htm\nhttp://a.test/2.htm\n", ResponseKind.URL_LIST),
        (b"User-agent: *\nDisallow: /\n", ResponseKind.ROBOTS),
        (b"# comment\r\nSitemap: http://a.test/s.xml", ResponseKind.ROBOTS),
        (b"\x89PNG\r\n\x1a\n\0\0", ResponseKind.OTHER),
        (b"%PDF-1.4 \0 <html>", ResponseKind.OTHER),
        (b'{"a": "<p>markup in data</p>"}', ResponseKind.JSON),
        (b"%PDF-1.4 <xml>", ResponseKind.OTHER),
        (b"plain words", ResponseKind.OTHER),
        (b"", ResponseKind.OTHER),
    ],
)
def test_kinds(body: bytes, kind: ResponseKind) -> None:
    """The bytes tell, whatever the server says."""
    assert sniff(body) is kind


def test_robots_by_address() -> None:
    """An odd robots.txt is one for its address."""
    assert sniff(b"nothing forbidden", "http://a.test/robots.txt") is ResponseKind.ROBOTS


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_wide_characters_are_text(encoding: str) -> None:
    """A UTF-16 page is not taken for a picture, with its mark or without."""
    assert sniff("<html><p>桥</p>".encode(encoding)) is ResponseKind.HTML


@given(st.binary(max_size=200))
def test_any_bytes_have_a_kind(body: bytes) -> None:
    """No bytes raise."""
    assert sniff(body) in ResponseKind


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<?xml version='1.0'?><rss><channel><title>渡轮</title></channel></rss>", ResponseKind.FEED),
        ("<urlset><url><loc>http://www.lanqiao.test/1.htm</loc></url></urlset>", ResponseKind.SITEMAP),
        ('[{"title": "渡轮", "url": "/1.htm"}]', ResponseKind.JSON),
    ],
)
def test_utf16_without_a_mark(text: str, kind: ResponseKind, encoding: str) -> None:
    """The zeros of UTF-16 are no sign of a binary file."""
    assert sniff(text.encode(encoding)) is kind
