"""Tests of what a response is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.sniff import Kind, sniff

XML = b'<?xml version="1.0" encoding="utf-8"?>\n'


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<!DOCTYPE html><html>", Kind.HTML),
        (b"\n\n<html lang=en>", Kind.HTML),
        (b"<p>no root at all", Kind.HTML),
        (b"\xef\xbb\xbf<!-- saved --><HTML>", Kind.HTML),
        (XML + b'<html xmlns="http://www.w3.org/1999/xhtml">', Kind.HTML),
        (b"Warning: division by zero <html>", Kind.HTML),
        (XML + b'<rss version="2.0">', Kind.FEED),
        (b'[{"URL": "/a/content_1.htm", "TITLE": "<b>A</b>"}]', Kind.JSON),
        (b'\xef\xbb\xbf {"datasource": []}', Kind.JSON),
        (b'jQuery_17.back({"list": []})', Kind.JSON),
        (b"var items = [{", Kind.JSON),
        (b"\r\n" + XML + b"<!-- generator: <html> --><rss>", Kind.FEED),
        (XML + b'<?xml-stylesheet href="a.xsl"?><feed xmlns="http://www.w3.org/2005/Atom">', Kind.FEED),
        (XML + b"<rdf:RDF xmlns:rdf='x'>", Kind.FEED),
        (XML + b"<urlset xmlns='x'>", Kind.SITEMAP),
        (XML + b"<ns:urlset>", Kind.SITEMAP),
        (b"<sitemapindex>", Kind.SITEMAP_INDEX),
        (b"http://a.test/1.htm\nhttp://a.test/2.htm\n", Kind.URL_LIST),
        (b"User-agent: *\nDisallow: /\n", Kind.ROBOTS),
        (b"# comment\r\nSitemap: http://a.test/s.xml", Kind.ROBOTS),
        (b"\x89PNG\r\n\x1a\n\0\0", Kind.OTHER),
        (b"%PDF-1.4 \0 <html>", Kind.OTHER),
        (b'{"a": "<p>markup in data</p>"}', Kind.JSON),
        (b"%PDF-1.4 <xml>", Kind.OTHER),
        (b"plain words", Kind.OTHER),
        (b"", Kind.OTHER),
    ],
)
def test_kinds(body: bytes, kind: Kind) -> None:
    """The bytes tell, whatever the server says."""
    assert sniff(body) is kind


def test_robots_by_address() -> None:
    """An odd robots.txt is one for its address."""
    assert sniff(b"nothing forbidden", "http://a.test/robots.txt") is Kind.ROBOTS


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_wide_characters_are_text(encoding: str) -> None:
    """A UTF-16 page is not taken for a picture where it has its mark."""
    body = "<html><p>桥</p>".encode(encoding)
    expected = Kind.HTML if body.startswith(b"\xff\xfe") else Kind.OTHER
    assert sniff(body) is expected


@given(st.binary(max_size=200))
def test_any_bytes_have_a_kind(body: bytes) -> None:
    """No bytes raise."""
    assert sniff(body) in Kind
