"""Tests of one article under several URLs: one record, whichever of them is met first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.samplesite import Reply, Server
from tests.durability.site import Crawl
from tests.spiders.harvest import article, listing, small_site

PATH = "/2022-08/01/content_7.htm"
CANONICAL = f"<link rel='canonical' href='http://www.lanqiao.test{PATH}'>"
VARIANTS = (
    f"http://www.lanqiao.test{PATH}",
    f"http://m.lanqiao.test{PATH}",
    "http://www.lanqiao.test/print/7.htm",
    "http://m.lanqiao.test/touch/7.htm?share=1",
)
MORE = (
    f"http://lanqiao.test{PATH}",
    f"http://www.lanqiao.test{PATH}?utm_source=feed",
    f"http://www.lanqiao.test{PATH};jsessionid=0123456789ABCDEF",
    f"http://www.lanqiao.test{PATH}?sid=0123456789abcdef0123",
    f"http://www.lanqiao.test{PATH}#comments",
)


def hosts(folder: Path, variants: tuple[str, ...]) -> Server:
    """Return a proxy that serves the site's hosts; the home page links to the variants in this order."""
    page = article(7).replace("</head>", f"{CANONICAL}</head>")
    printed = page.replace("</body>", "<p>Printed from the archive of the Lanqiao Daily at noon.</p></body>")
    pages = {
        "/index.htm": listing(*variants, *MORE),
        PATH: page,
        "/print/7.htm": printed,
        "/touch/7.htm": page,
    }
    server = small_site(folder, pages)
    reply = server.site.reply

    def proxied(target: str, origin: str) -> Reply:
        path = "/" + target.split("/", 3)[3] if target.startswith("http") else target
        return reply(path.partition(";")[0], origin)

    server.site.reply = proxied  # type: ignore[method-assign]
    return server


@pytest.mark.parametrize("first", range(len(VARIANTS)))
def test_one_record_whichever_is_met_first(
    first: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Print and mobile versions, canonical links, tracking parameters, session ids: one line, one address."""
    variants = (*VARIANTS[first:], *VARIANTS[:first])
    with hosts(tmp_path / "site", variants) as server:
        monkeypatch.setenv("http_proxy", server.origin)
        monkeypatch.setattr("tests.durability.site.environment", lambda: dict(os.environ))
        crawl = Crawl(server, tmp_path / "crawl", "http://www.lanqiao.test/")
        done = crawl.run()
        crawl.later(hours=1)
        again = crawl.run()
    (record,) = crawl.records()
    assert record["canonical_url"] == VARIANTS[0]
    assert (done.returncode, again.returncode) == (ExitStatus.COMPLETE, ExitStatus.COMPLETE)
