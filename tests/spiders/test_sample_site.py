"""Tests of the `news` spider on the bundled sample site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.samplesite import Server, serve
from tests.samplesite.ground_truth import EXPECTED, PATHS, REJECTED
from tests.spiders.harvest import Harvest, harvest

MOBILE, DESKTOP = "/m/2023-02/24/content_85126340.htm", "/2023-02/24/content_85126340.htm"


def canonical(crawled: Harvest, origin: str) -> list[str]:
    """Return the canonical paths of the records, sorted."""
    return sorted(record["canonical_url"].removeprefix(origin) for record in crawled.records)


@pytest.fixture
def server() -> Iterator[Server]:
    """Serve the sample site."""
    with serve() as running:
        yield running


def test_home_page_leads_to_every_article(server: Server, tmp_path: Path) -> None:
    """From the home page each article comes once, with all its parts, and nothing else."""
    crawled = harvest(tmp_path, f"{server.origin}/")
    assert crawled.status == 0
    assert canonical(crawled, server.origin) == sorted(PATHS)
    for row in EXPECTED:
        if row["pages"]:
            url = server.origin + row["path"]
            record = next(each for each in crawled.records if each["url"] == url)
            assert [page.removeprefix(server.origin) for page in record["pages"]] == row["pages"]
    assert not any("/internal/" in hit for hit in server.hits)
    assert not {row["path"] for row in REJECTED} & set(crawled.paths(server.origin))
    assert max(server.hits.count(path) for path in PATHS) == 1
    for words in ("1 HTTP 404", "1 forbidden by robots.txt", "not fetched (HTTP 404)"):
        assert words in crawled.log
    assert "Traceback" not in crawled.log


def test_days(server: Server, tmp_path: Path) -> None:
    """The range keeps other articles out, and most of them from being fetched at all."""
    crawled = harvest(
        tmp_path, f"{server.origin}/world/index.htm", "-a", "since=2023-01", "-a", "until=2023-06-30"
    )
    wanted = [row["path"] for row in EXPECTED if "2023-01" <= row["published"][:10] <= "2023-06-30"]
    assert canonical(crawled, server.origin) == sorted(wanted)
    assert len(set(PATHS) & set(server.hits)) <= len(wanted) + 4


@pytest.mark.parametrize(
    ("start", "most"),
    [("/rss.xml", 12), ("/sitemap-2023.xml.gz", None)],
)
def test_feeds_and_sitemaps_are_starts(server: Server, tmp_path: Path, start: str, most: int | None) -> None:
    """A feed or a sitemap yields the articles that it names and no others."""
    crawled = harvest(tmp_path, server.origin + start)
    assert crawled.records
    assert set(canonical(crawled, server.origin)) <= set(PATHS)
    assert most is None or len(crawled.records) == most
    assert len(server.hits) <= len(crawled.records) + 12  # itself, robots.txt, further parts, a copy


def test_article_is_a_start(server: Server, tmp_path: Path) -> None:
    """An article yields itself alone, also where a later page of it is given."""
    row = next(row for row in EXPECTED if len(row["pages"]) > 2)
    file = tmp_path / "urls.txt"
    others = [path for path in PATHS if path not in (row["path"], DESKTOP)][:2]
    file.write_text(
        f"# two and a later part\n{server.origin}{others[0]}\n\n{server.origin}{others[1]}\n"
        f"{server.origin}{row['pages'][1]}\n",
        encoding="utf-8",
    )
    crawled = harvest(tmp_path, str(file))
    assert crawled.paths(server.origin) == sorted([row["path"], *others])
    record = next(each for each in crawled.records if each["url"].endswith(row["path"]))
    assert [page.removeprefix(server.origin) for page in record["pages"]] == row["pages"]


def test_limit_and_list(server: Server, tmp_path: Path) -> None:
    """A limit is exact and ends the crawl early."""
    few = ("-s", "CONCURRENT_REQUESTS=4")  # the number of requests in flight does not depend on the machine
    crawled = harvest(tmp_path, f"{server.origin}/node_7114.htm", "-a", "limit=3", *few)
    assert len(crawled.records) == 3
    assert len(server.hits) < 60


def test_wrong_argument_fetches_nothing(server: Server, tmp_path: Path) -> None:
    """One line gives the remedy, the status is 2, and the server gets no request."""
    crawled = harvest(tmp_path, server.origin, "-a", "sicne=2022")
    assert crawled.status == 2
    assert re.fullmatch(r"scrapy crawl: unknown argument 'sicne': did you mean since\?\n", crawled.log)
    assert server.hits == []
