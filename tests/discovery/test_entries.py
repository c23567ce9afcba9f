"""Tests of the entries of feeds, sitemaps and lists."""

from __future__ import annotations

import gzip
import resource

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.entries import LARGEST_TEXT, Entry, content_of, read_entries
from crawler.discovery.sniff import ResponseKind

URL = "http://www.lanqiao.test/feeds/all.xml"
A, B, C = (f"http://www.lanqiao.test/2022-08/0{n}/content_{n}.htm" for n in (1, 2, 3))
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def unpacked(body: bytes, most: int = 1 << 26) -> bytes:
    """Return the content of a body."""
    return b"".join(content_of(body, most))


def urls(body: str, kind: ResponseKind) -> list[str]:
    """Return the URLs of the entries."""
    return [entry.url for entry in read_entries([body.encode()], kind, URL)]


def test_rss() -> None:
    """RSS gives link and date; relative links count, and a permanent guid where the link is missing."""
    body = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <link>http://www.lanqiao.test/</link>
    <item><title>One</title><link> {A} </link><pubDate>Mon, 01 Aug 2022 08:00:00 +0800</pubDate></item>
    <item><link>../2022-08/02/content_2.htm</link><dc:date>2022-08-02T23:30:00+08:00</dc:date></item>
    <item><title>No link</title><guid isPermaLink="true">{C}</guid></item>
    <item><title>Neither</title><guid>tag:7</guid></item></channel></rss>"""
    assert list(read_entries([body.encode()], ResponseKind.FEED, URL)) == [
        Entry(A, "2022-08-01"),
        Entry(B, "2022-08-02"),
        Entry(C),
    ]


def test_atom() -> None:
    """Atom gives the alternate link, not the one to itself, and both dates."""
    body = f"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://www.lanqiao.test/"/>
    <entry><link rel="self" href="http://www.lanqiao.test/api/1"/><link rel="alternate" href="{A}"/>
    <published>2022-08-01T08:00:00Z</published><updated>2022-08-05T08:00:00Z</updated></entry>
    <entry><link href="{B}"/></entry></feed>"""
    assert list(read_entries([body.encode()], ResponseKind.FEED, URL)) == [
        Entry(A, "2022-08-01", "2022-08-05"),
        Entry(B),
    ]


def test_rss_1() -> None:
    """RSS 1.0 is RDF; its items lie beside the channel."""
    body = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/"><channel/><item rdf:about="{A}"><link>{A}</link></item></rdf:RDF>"""
    assert urls(body, ResponseKind.FEED) == [A]


def test_sitemap() -> None:
    """A sitemap gives location and change; pictures in it are no pages."""
    body = f"""<urlset {SITEMAP} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url>
    <image:image><image:loc>http://www.lanqiao.test/a.jpg</image:loc></image:image>
    <loc>\n{A}\n</loc><lastmod>2022-08-02T10:00:00+08:00</lastmod></url>
    <url><loc>{B}</loc><lastmod>2022-08</lastmod></url></urlset>"""
    assert list(read_entries([body.encode()], ResponseKind.SITEMAP, URL)) == [
        Entry(A, None, "2022-08-02"),
        Entry(B),
    ]


@pytest.mark.fault(76)
def test_news_sitemap() -> None:
    """Google's news sitemap gives the day of publication."""
    body = f"""<urlset {SITEMAP} {NEWS}><url><loc>{A}</loc><news:news><news:publication_date>2022-08-01
    </news:publication_date><news:title>One</news:title></news:news></url></urlset>"""
    assert list(read_entries([body.encode()], ResponseKind.SITEMAP, URL)) == [Entry(A, "2022-08-01")]


def test_sitemap_index() -> None:
    """An index gives sitemaps with the day of their last change."""
    body = f"""<sitemapindex {SITEMAP}><sitemap><loc>http://www.lanqiao.test/s1.xml.gz</loc>
    <lastmod>2022-07-01</lastmod></sitemap></sitemapindex>"""
    entries = list(read_entries([body.encode()], ResponseKind.SITEMAP_INDEX, URL))
    assert entries == [Entry("http://www.lanqiao.test/s1.xml.gz", None, "2022-07-01")]


@pytest.mark.fault(75)
@pytest.mark.parametrize(
    "body",
    [
        f"<urlset><url><loc>{A}</loc></url><url><loc>{B}</loc></url></urlset>",  # no namespace
        f"<urlset xmlns='urn:other'><url><loc>{A}</loc></url><url><loc>{B}</loc></url></urlset>",
        # a prefix that nobody declared
        f"<x:urlset><x:url><x:loc>{A}</x:loc></x:url><x:url><x:loc>{B}</x:loc></x:url></x:urlset>",
        f"<URLSET><URL><LOC>{A}</LOC></URL><URL><LOC>{B}</LOC></URL></URLSET>",
        f"\n\n <?xml version='1.0'?><urlset><url><loc>{A}</loc></url><url><loc>{B}</loc></url></urlset>",
        f"<urlset><url><loc>{A}</loc></url><url><loc>{B}</loc></url><url><loc>http://www.lanq",  # cut off
        f"<urlset><url><loc>{A}</loc><title>R & D <b></title></url><url><loc>{B}</loc></url></urlset>",
        f"<urlset><url><loc>data:,x</loc></url><url><loc>{A}</loc></url><url><loc>{B}</loc></url></urlset>",
        f"<urlset><url><loc>file:///x</loc></url><url><loc>{A}</loc></url><url><loc>{B}</loc></url></urlset>",
        f"<urlset><url/><url><loc/></url><url><loc>{A}</loc></url><url><loc>{B}</loc></url></urlset>",
        f"<urlset><url><loc><![CDATA[{A}]]></loc></url><url><loc>{B}</loc></url></urlset>",
    ],
)
def test_half_broken_files_give_their_good_entries(body: str) -> None:
    """Sloppy namespaces, broken markup and bad URLs cost no sound entry."""
    assert urls(body, ResponseKind.SITEMAP) == [A, B]


@pytest.mark.fault(76)
def test_wrong_declaration() -> None:
    """A GBK feed that calls itself UTF-8 still gives its links."""
    body = (
        f"<?xml version='1.0' encoding='utf-8'?><rss><item><title>新桥</title><link>{A}</link></item></rss>"
    )
    assert [entry.url for entry in read_entries([body.encode("gbk")], ResponseKind.FEED, URL)] == [A]


@pytest.mark.fault(73, 74)
def test_entities_are_not_expanded() -> None:
    """Neither a file nor a billion laughs come out of an entity."""
    body = f"""<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
    <urlset><url><loc>http://www.lanqiao.test/&f;&b;</loc></url><url><loc>{A}</loc></url></urlset>"""
    paths = urls(body, ResponseKind.SITEMAP)
    assert A in paths
    assert all("ha" not in url for url in paths)


@pytest.mark.parametrize("body", [b"", b"\0\0", b"no markup", b"<", b"<?xml version='1.0'?>"])
def test_nothing_is_no_error(body: bytes) -> None:
    """Text that is no XML has no entries."""
    assert list(read_entries([body], ResponseKind.SITEMAP, URL)) == []


@pytest.mark.fault(76)
def test_list_of_urls() -> None:
    """A text file names a page a line."""
    assert urls(f"\ufeff{A}\r\n\r\n{B}\nmailto:a@b.test\n", ResponseKind.URL_LIST) == [A, B]


def test_robots() -> None:
    """robots.txt names sitemaps, in any case, absolute or not."""
    body = "User-agent: *\nDisallow: /x\nSITEMAP:  /s1.xml\nSitemap: http://www.lanqiao.test/s2.xml # all\n"
    assert urls(body, ResponseKind.ROBOTS) == [
        "http://www.lanqiao.test/s1.xml",
        "http://www.lanqiao.test/s2.xml",
    ]


def test_large_files_take_little_memory() -> None:
    """Entries that were read are dropped: the tree of 200,000 URLs would take hundreds of megabytes."""
    many = b"".join(b"<url><loc>/%d.htm</loc><lastmod>2022-08-01</lastmod></url>" % n for n in range(200_000))
    body = b"<urlset>" + many + b"</urlset>"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(1 for _ in read_entries(content_of(body), ResponseKind.SITEMAP, URL)) == 200_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60 * 1024


def test_gzip() -> None:
    """A compressed body is unpacked, another one is left alone."""
    assert unpacked(gzip.compress(b"<urlset/>")) == b"<urlset/>"
    assert unpacked(b"<urlset/>") == b"<urlset/>"


def test_damaged_gzip_gives_what_is_sound() -> None:
    """A cut-off or damaged file gives its beginning."""
    body = "".join(f"<url><loc>/{n * 7919 % 100003}.htm</loc></url>" for n in range(40_000)).encode()
    packed = gzip.compress(body)
    assert body.startswith(unpacked(packed[: len(packed) // 2]))
    assert len(unpacked(packed[: len(packed) // 2])) > 1000
    spoilt = packed[:70_000] + b"\xff" * 2000 + packed[72_000:]
    assert unpacked(spoilt)[:1000] == body[:1000]
    assert unpacked(b"\x1f\x8bnonsense") == b""


def test_gzip_bomb() -> None:
    """However much is packed, no more than the limit comes out."""
    assert len(unpacked(gzip.compress(b"\0" * 5_000_000), 100_000)) == 100_000


@given(st.binary(max_size=300), st.sampled_from(list(ResponseKind)))
def test_any_bytes_are_read(body: bytes, kind: ResponseKind) -> None:
    """No bytes raise, and all entries are http or https."""
    assert all(entry.url.startswith("http") for entry in read_entries(content_of(body), kind, URL))


@pytest.mark.parametrize("kind", [ResponseKind.JSON, ResponseKind.URL_LIST])
def test_a_list_beyond_its_bound_says_so(kind: ResponseKind) -> None:
    """The first entries of a huge list are read, and a fault states the bound."""
    faults: list[str] = []
    line = f'{{"title": "The ferry returns", "url": "{A}"}},' if kind is ResponseKind.JSON else f"{A} "
    huge = ("[" * (kind is ResponseKind.JSON) + line * (LARGEST_TEXT // len(line) + 1)).encode()
    assert Entry(A) in read_entries([huge], kind, URL, None, faults)
    assert "only its first 4 MiB are read" in faults
