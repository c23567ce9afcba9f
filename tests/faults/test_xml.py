"""Feeds and sitemaps that bite, and those that are broken or odd: rows 73 to 76, all in one crawl."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.faults.crawl import healthy, measured_crawl, story
from tests.faults.server import FaultServer, response, says
from tests.spiders.harvest import article

HIDDEN = "the-secret-of-the-file"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def place(number: int) -> str:
    """Return the path of an article that only one file names."""
    return f"/2022-09/{number:02}/content_{number}.htm"


def url(number: int, origin: str, more: str = "") -> str:
    """Return the entry of a sitemap."""
    return f"<url><loc>{origin}{place(number)}</loc>{more}</url>"


def sitemap(entries: str, document_type: str = "") -> str:
    """Return a sitemap."""
    return f"{document_type}<urlset>{entries}</urlset>"


def hostile(origin: str, secret: Path) -> dict[str, str]:
    """Return files that would blow up, read files or fetch DTDs; each names one article."""
    laughs = f'<!DOCTYPE u [<!ENTITY l0 "ha">{LAUGHS}]>'
    large = f'<!DOCTYPE u [<!ENTITY a "{"x" * 3000}">]>'
    file = f'<!DOCTYPE u [<!ENTITY f SYSTEM "file://{secret}">]>'
    remote = f'<!DOCTYPE u [<!ENTITY % p SYSTEM "{origin}/evil.dtd">%p;]>'
    include = f"<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='file://{secret}' parse='text'/>"
    return {
        "/laughs.xml": sitemap(f"{url(5, origin)}<x>&l11;</x>", laughs),
        "/loud.xml": sitemap(url(6, origin) + '<x a="&l11;"/>', laughs),
        "/square.xml": sitemap(f'{url(7, origin)}<x a="{"&a;" * 20_000}"/>', large),
        "/file.xml": sitemap(f"{url(8, origin)}<url><loc>{origin}/&f;</loc></url>", file),
        "/dtd.xml": sitemap(url(9, origin), f'<!DOCTYPE u SYSTEM "{origin}/evil.dtd">'),
        "/parameter.xml": sitemap(url(10, origin), remote),
        "/include.xml": sitemap(f"{url(11, origin)}<url><loc>{include}</loc></url>"),
    }


def broken(origin: str) -> dict[str, str | bytes]:
    """Return files that are broken or odd; each names one article."""
    item = "<item><title>{}</title><link>{}</link></item>"
    gbk = (
        "<?xml version='1.0' encoding='utf-8'?><rss>" + item.format("新桥", f"{origin}{place(24)}") + "</rss>"
    )
    return {
        "/half.xml": f"<urlset>{url(15, origin)}<url><loc>{origin}/2022-09/12/content_",
        "/ampersand.rss": "<rss><channel>" + item.format("R & D <b>", f"{origin}{place(17)}"),
        "/prefix.xml": f"<x:urlset>{url(18, origin)}</x:urlset>",
        "/list.txt": f"\ufeff{origin}{place(19)}\r\n",
        "/packed.xml.gz": gzip.compress(sitemap(url(20, origin)).encode()),
        "/news.xml": sitemap(url(21, origin, "<n:news xmlns:n='urn:n'><n:title>x</n:title></n:news>")),
        "/atom.xml": f"\n\n<feed><entry><link href='{origin}{place(22)}'/></entry></feed>",
        "/rdf.xml": f"<rdf:RDF><item><link>{origin}{place(23)}</link></item></rdf:RDF>",
        "/gbk.rss": gbk.encode("gbk"),
    }


@pytest.mark.fault(73, 74, 75, 76)
def test_files_that_bite_and_files_that_are_broken(tmp_path: Path) -> None:
    """Nothing is expanded, read or fetched for a file; its valid entries come, and its faults are logged."""
    secret = tmp_path / "secret"
    secret.write_text(HIDDEN)
    numbers = (*range(5, 12), 15, *range(17, 25))
    with FaultServer({}) as server:
        files = {**hostile(server.origin, secret), **broken(server.origin)}
        served = {
            path: says(response(body if isinstance(body, bytes) else body.encode(), "200 OK", "text/xml"))
            for path, body in files.items()
        }
        articles = {place(number): says(response(article(number).encode())) for number in numbers}
        server.behaviours = healthy({**served, **articles})
        server.behaviours = {**server.behaviours, "/": healthy({})["/"]}
        starts = ",".join(f"{server.origin}{path}" for path in ("/", *files))
        ran = measured_crawl(tmp_path / "crawl", starts)
        assert ran.paths(server.origin) == {*map(place, numbers), *map(story, range(1, 5))}
        assert "/evil.dtd" not in server.targets()
        assert not any(HIDDEN in target for target in server.targets())
        told = [line for line in ran.log.splitlines() if "is not read whole (" in line]
    for path in ("/laughs.xml", "/square.xml", "/file.xml", "/half.xml", "/ampersand.rss", "/gbk.rss"):
        assert any(path in line for line in told), path
    assert HIDDEN not in ran.log
    assert ran.peak < 200
    assert ran.seconds < 60
