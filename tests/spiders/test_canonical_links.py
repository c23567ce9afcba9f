"""Sites whose pages name a wrong canonical link: a template's mistake, which must cost no article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.crawl import crawl
from tests.faults.server import FaultServer, response, says
from tests.spiders.harvest import Harvest, article, harvest, listing, small_site

COUNT = 6
PATHS = [f"/2022-08/{number:02}/content_{number}.htm" for number in range(1, COUNT + 1)]
TEXTS = ("boats", "bridges", "locks", "markets", "schools", "weather")


def told(number: int, link: str) -> str:
    """Return an article with a text of its own, whose page names a canonical link."""
    words = TEXTS[number % len(TEXTS)]
    lines = "".join(
        f"<p>On day {day} the people of Lanqiao spoke of {words}, and the {words} of year {day * 7 + number} "
        f"were what {words} had always been to those who stood at stall {day * number} of the town.</p>"
        for day in range(1, 5)
    )
    head = f"<link rel='canonical' href='{link}'></head>"
    page = article(number).replace("Ferry", words.title()).replace("</head>", head)
    return page[: page.index("<p>")] + lines + page[page.rindex("</div>") :]


def harvested(folder: Path, links: list[str]) -> Harvest:
    """Harvest a site whose pages have these canonical links."""
    pages = {path: told(number, link) for number, (path, link) in enumerate(zip(PATHS, links, strict=True))}
    with small_site(folder / "site", {"/index.htm": listing(*PATHS), **pages}) as server:
        crawled = harvest(folder, f"{server.origin}/")
        records = [{**record, "url": record["url"].removeprefix(server.origin)} for record in crawled.records]
        return Harvest(records, crawled.log, crawled.status)


@pytest.mark.parametrize("link", ["/news/", "/index.html", "undefined", PATHS[2], "/list_800008.htm"])
def test_one_link_on_every_page(link: str, tmp_path: Path) -> None:
    """Every article comes under its own address, and the evidence names the link that is not believed."""
    crawled = harvested(tmp_path, [link] * COUNT)
    assert sorted(record["url"] for record in crawled.records) == PATHS
    assert len({record["id"] for record in crawled.records}) == COUNT
    wrong = [record for record in crawled.records if record["url"] != link]
    assert all("canonical.refused" in record["evidence"] for record in wrong)


def test_believable_link_on_two_pages(tmp_path: Path) -> None:
    """Two pages with a credible link are two articles if headline and text differ."""
    links = [path.replace("/2022-08", "/a") for path in PATHS]
    links[1] = "/a/2_1.htm"
    links[0] = "/a/2_1.htm"
    crawled = harvested(tmp_path, links)
    assert sorted(record["url"] for record in crawled.records) == PATHS
    assert len({record["id"] for record in crawled.records}) == COUNT


def test_next_run_knows_them_again(tmp_path: Path) -> None:
    """Articles whose believable link named another one are unchanged in the next run, each under its URL."""
    links = [path.replace("/2022-08", "/a") for path in PATHS]
    links[0] = links[1] = "/a/2_1.htm"
    pages = {path: told(number, link) for number, (path, link) in enumerate(zip(PATHS, links, strict=True))}
    site = {path: says(response(text.encode())) for path, text in pages.items()}
    with FaultServer({"/": says(response(listing(*PATHS).encode())), **site}) as server:
        starts = ",".join(server.origin + path for path in ("/", *PATHS))
        for _ in range(2):
            ran = crawl(tmp_path / "crawl", starts)
        assert sorted(record["url"].removeprefix(server.origin) for record in ran.records) == PATHS
        assert len({record["id"] for record in ran.records}) == COUNT
        assert {record["revision"] for record in ran.records} == {1}
