"""`scrapy recheck` requests everything again; `scrapy startover` begins anew, and deletes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.commands.startover import FILES
from crawler.ledger.lock import Lock
from crawler.records import read_articles
from crawler.samplesite import Server
from tests.house.site import scrapy, scrapy_here
from tests.spiders.harvest import HASTE, article, listing, small_site

PATHS = ("/2022-08/01/content_1.htm", "/2022-08/02/content_2.htm", "/2022-08/03/content_3.htm")


class Crawled:
    """A site with two pages of a list, and the crawl that harvested it."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server = server
        self.folder = folder
        assert self.crawl("-a", f"start={server.origin}/list/") == 0

    def crawl(self, *arguments: str) -> int:
        """Crawl again; return the exit status."""
        self.server.hits.clear()
        return scrapy("crawl", "news", *arguments, "-s", f"CRAWL_DIR={self.folder}", *HASTE).returncode

    def publish(self, path: str, page: str) -> None:
        """Put a page on the site, or replace it."""
        (self.folder.parent / "site" / "www" / path.lstrip("/")).write_text(page, encoding="utf-8")

    def hits(self) -> Counter[str]:
        """Return the paths that the latest run requested."""
        return Counter(path for path in self.server.hits if path != "/robots.txt")

    def articles(self) -> int:
        """Return the number of stored revisions."""
        return len(list(read_articles(self.folder / "articles.jsonl")))


@pytest.fixture
def crawled(tmp_path: Path) -> Iterator[Crawled]:
    """Crawl a small site."""
    pages = {path: article(number) for number, path in enumerate(PATHS, start=1)}
    pages["/list/index.htm"] = listing(*PATHS)
    with small_site(tmp_path / "site", pages) as server:
        yield Crawled(server, tmp_path / "crawl")


def test_recheck_requests_everything_once_more(crawled: Crawled) -> None:
    """The next run asks for each article and list, once; the run after that for none of the articles."""
    assert crawled.crawl() == 0
    assert not crawled.hits() & Counter(PATHS)
    done = scrapy_here("recheck", str(crawled.folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "3 articles and 1 list queued: run the same crawl to request them\n"
    assert crawled.crawl() == 0
    assert crawled.hits() == Counter((*PATHS, "/list/"))
    assert crawled.crawl() == 0
    assert not crawled.hits() & Counter(PATHS)
    assert crawled.articles() == 3
    assert "the ledger is sound" in scrapy_here("ledger", "check", str(crawled.folder)).stdout


@pytest.mark.usefixtures("crawled")
def test_recheck_takes_several_crawls(tmp_path: Path) -> None:
    """A directory of crawls stands for all of them, and the last line sums up."""
    done = scrapy_here("recheck", str(tmp_path))
    assert done.stdout.splitlines()[-1] == "1 crawl: 4 URLs queued"


def test_startover_says_what_it_would_do(crawled: Crawled) -> None:
    """Without --yes, it names the files and the command, and moves nothing."""
    before = sorted(path.name for path in crawled.folder.iterdir())
    done = scrapy_here("startover", str(crawled.folder))
    assert (done.returncode, done.stderr) == (0, "")
    assert "would move to" in done.stdout
    assert f"crawl news -a start={crawled.server.origin}/list/" in done.stdout
    assert "add --yes" in done.stdout
    assert sorted(path.name for path in crawled.folder.iterdir()) == before


def test_startover_moves_aside_and_the_next_run_fetches_all(crawled: Crawled) -> None:
    """Everything is in earlier/TIME/, and the crawl begins as on the first day."""
    start = f"start={crawled.server.origin}/list/"
    assert scrapy_here("startover", str(crawled.folder), "--yes").returncode == 0
    (aside,) = (crawled.folder / "earlier").iterdir()
    assert {path.name for path in aside.iterdir()} <= set(FILES)
    assert len(list(read_articles(aside / "articles.jsonl"))) == 3
    assert not [name for name in FILES if (crawled.folder / name).exists()]
    assert crawled.crawl("-a", start) == 0
    assert crawled.hits() == Counter((*PATHS, "/list/"))
    assert crawled.articles() == 3
    assert "2 crawls" not in scrapy_here("recheck", str(crawled.folder)).stdout


def test_startover_leaves_an_active_crawl_alone(crawled: Crawled) -> None:
    """Status 8, and everything is in its place."""
    lock = Lock(crawled.folder)
    done = scrapy_here("startover", str(crawled.folder), "--yes")
    lock.release()
    assert done.returncode == 8
    assert (crawled.folder / "articles.jsonl").exists()


@pytest.mark.parametrize("arguments", [(), ("nowhere",), (".", ".")])
def test_startover_needs_one_crawl(arguments: tuple[str, ...]) -> None:
    """One line gives the remedy."""
    done = scrapy_here("startover", *arguments)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_rejected_pages_come_back_after_a_repair(crawled: Crawled) -> None:
    """`retry --rejected` queues the pages that were rejected; without it, they are never requested again."""
    path = "/2022-08/03/content_4.htm"
    crawled.publish(path, "<!doctype html><html><body><div id=app></div></body></html>")
    crawled.publish("/list/index.htm", listing(*PATHS, path))
    crawled.crawl()
    assert path in crawled.hits()
    crawled.publish(path, article(4))
    assert scrapy_here("retry", str(crawled.folder)).stdout == "0 URLs queued again\n"
    queued = scrapy_here("retry", str(crawled.folder), "--rejected").stdout
    assert queued == "1 URL queued again: run the same crawl to fetch it\n"
    assert crawled.crawl() == 0
    assert crawled.articles() == len(PATHS) + 1
