"""The sample site hangs together: every link leads somewhere, and every article can be found."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree

from crawler.extraction.tree.page import parse_html
from crawler.samplesite import Reply, SampleSite
from tests.samplesite.ground_truth import EXPECTED, PATHS, REJECTED, parts

ORIGIN = "http://127.0.0.1:1"
DEAD = {"/2022-08/09/content_78369999.shtml"}
PAGER = re.compile(r'createPageHTML\((\d+), (\d+), "(\w+)", "(\w+)"\)')
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def site() -> SampleSite:
    """Return the site without a server."""
    return SampleSite()


def text_of(reply: Reply) -> str:
    """Decode a reply the lenient way: only URLs matter here."""
    return reply.body.decode("gb18030", "replace")


def links(path: str, reply: Reply) -> Iterator[str]:
    """Yield the paths on this site that a page links to, the pagers of scripts included."""
    text = text_of(reply)
    for element in parse_html(text.encode()).iter("a", "link"):
        if element.tag == "a" or element.get("rel") in {"alternate", "canonical"}:
            yield urljoin(ORIGIN + path, element.get("href", ""))
    for count, _, name, extension in PAGER.findall(text):
        for number in range(int(count)):
            yield urljoin(ORIGIN + path, f"{name}_{number}.{extension}" if number else f"{name}.{extension}")


def walk(site: SampleSite) -> dict[str, Reply]:
    """Follow every link from the home page on; return the replies by path."""
    seen: dict[str, Reply] = {}
    queue = ["/"]
    while queue:
        target = queue.pop()
        if target in seen:
            continue
        reply = seen[target] = site.reply(target, ORIGIN)
        targets = [urljoin(ORIGIN + target, reply.headers["Location"])] if "Location" in reply.headers else []
        if reply.headers.get("Content-Type", "").startswith("text/html"):
            targets += links(target, reply)
        here = [url for url in targets if url.startswith(ORIGIN)]
        queue += [urlsplit(url)._replace(scheme="", netloc="", fragment="").geturl() for url in here]
    return seen


@pytest.fixture(scope="module")
def walked(site: SampleSite) -> dict[str, Reply]:
    """Return all that can be reached from the home page."""
    return walk(site)


def test_only_the_intended_link_is_dead(walked: dict[str, Reply]) -> None:
    """One link is dead; all others lead to a page or to a redirect."""
    assert {path for path, reply in walked.items() if reply.status == 404} == DEAD
    assert {reply.status for reply in walked.values()} == {200, 301, 404}


def test_every_article_can_be_reached(walked: dict[str, Reply]) -> None:
    """All parts of all articles, and all rejected pages, are linked."""
    assert {part for row in EXPECTED for part in parts(row)} <= set(walked)
    assert {row["path"] for row in REJECTED} - {"/index.htm", "/photo/index.htm"} <= set(walked)


def test_every_article_is_on_a_list(site: SampleSite) -> None:
    """Lists alone lead to every article: nothing depends on the related links."""
    hubs = [row["path"] for row in REJECTED if row["kind"] == "hub"]
    listed = {url.removeprefix(ORIGIN) for hub in hubs for url in links(hub, site.reply(hub, ORIGIN))}
    assert set(PATHS) <= listed


def test_all_pages_of_the_script_pager_exist(site: SampleSite) -> None:
    """The pager that a script writes has five pages, and all of them are there."""
    first = site.reply("/gn/index.shtml", ORIGIN)
    (call,) = PAGER.findall(text_of(first))
    assert call == ("5", "0", "index", "shtml")
    assert [site.reply(f"/gn/index_{n}.shtml", ORIGIN).status for n in range(1, 6)] == [200] * 4 + [404]


def locations(body: bytes) -> list[str]:
    """Return the URLs of a sitemap or sitemap index."""
    return [loc.text or "" for loc in etree.fromstring(body).iter(SITEMAP + "loc")]


def test_sitemaps_list_every_article(site: SampleSite) -> None:
    """robots.txt leads to an index, this to three sitemaps, one gzipped, and these to all articles."""
    robots = text_of(site.reply("/robots.txt", ORIGIN))
    index = re.search(r"^Sitemap: (\S+)$", robots, re.MULTILINE)
    assert index is not None
    maps = locations(site.reply(index[1].removeprefix(ORIGIN), ORIGIN).body)
    assert [urlsplit(url).path for url in maps] == [
        "/sitemap-2022.xml",
        "/sitemap-2023.xml.gz",
        "/sitemap-news.xml",
    ]
    urls = []
    for url in maps:
        body = site.reply(url.removeprefix(ORIGIN), ORIGIN).body
        urls += locations(gzip.decompress(body) if url.endswith(".gz") else body)
    assert sorted(url.removeprefix(ORIGIN) for url in urls) == sorted(PATHS)


def test_news_sitemap(site: SampleSite) -> None:
    """The news sitemap gives publication, date and title in Google's vocabulary."""
    root = etree.fromstring(site.reply("/sitemap-news.xml", ORIGIN).body)
    name = "{http://www.google.com/schemas/sitemap-news/0.9}"
    titles = {element.text or "" for element in root.iter(name + "title")}
    assert titles == {row["headline"] for row in EXPECTED if row["published"] >= "2024"}
    assert all((element.text or "").startswith("2024-") for element in root.iter(name + "publication_date"))


@pytest.mark.parametrize(
    ("path", "tag", "entries"),
    [("/rss.xml", "link", 12), ("/zh/atom.xml", "{http://www.w3.org/2005/Atom}link", 12)],
)
def test_feeds(site: SampleSite, path: str, tag: str, entries: int) -> None:
    """RSS and Atom feed list twelve articles by absolute URLs of the server's own origin."""
    root = etree.fromstring(site.reply(path, ORIGIN).body)
    urls = [element.text or element.get("href") or "" for element in root.iter(tag)]
    articles = [urlsplit(url).path for url in urls if urlsplit(url).path in PATHS]
    assert len(set(articles)) == entries
    assert all(url.startswith(ORIGIN) for url in urls)


def test_robots_closes_a_folder(walked: dict[str, Reply], site: SampleSite) -> None:
    """A page that is linked and there is closed by robots.txt: a polite crawler never asks for it."""
    assert walked["/internal/preview_78360500.htm"].status == 200
    assert "Disallow: /internal/" in text_of(site.reply("/robots.txt", ORIGIN))
