"""The whole crawl beside those of Fundus and news-please: `make bench-peers`.

All three harvest the sitemap of the same local newspaper, without delays. Fundus is given a publisher that is
declared for it, and one thread, which is its faster way for a single site; news-please fetches sixteen pages
at a time, as ours does, and looks for no pictures. The seconds are those from the first request to the last.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import newsplease

from benchmarks.papers import CLOCK, NAMED, served
from benchmarks.plots import keep
from benchmarks.results import Bars
from benchmarks.tables import table
from benchmarks.throughput import HASTE

OURS, FUNDUS, NEWSPLEASE = "this crawl", "Fundus", "news-please"
FUNDUS_PYTHON = Path(".venv-fundus/bin/python")


def ours(folder: Path) -> tuple[list[str], str]:
    """Return the command of this crawl, and its file with an article a line."""
    settings = [part for setting in (*HASTE, f"CRAWL_DIR={folder}") for part in ("-s", setting)]
    start = f"start={NAMED}/sitemap.xml"
    return [sys.executable, "-m", "scrapy", "crawl", "news", "-a", start, *settings], "articles.jsonl"


def fundus(folder: Path) -> tuple[list[str], str]:
    """Return the command of Fundus, and its file with an article a line."""
    command = [str(FUNDUS_PYTHON), "-m", "benchmarks.fundus_crawl", NAMED, str(folder / "articles.tsv")]
    return command, "articles.tsv"


def news_please(folder: Path) -> tuple[list[str], str]:
    """Write the configuration of news-please; return its command, and the pattern of its files."""
    config = (Path(newsplease.__file__).parent / "config" / "config.cfg").read_text("utf-8")
    for old, new in (
        ("working_path = ~/news-please-repo/", f"working_path = {folder}/"),
        ("CONCURRENT_REQUESTS_PER_DOMAIN=4", "CONCURRENT_REQUESTS_PER_DOMAIN=16"),
        ("'newspaper_extractor',", "'newspaper_extractor_no_images',"),
        ("LOG_LEVEL = INFO", "LOG_LEVEL = ERROR"),
    ):
        if old not in config:
            raise RuntimeError(f"the configuration of news-please has no {old!r} any more")
        config = config.replace(old, new)
    (folder / "config.cfg").write_text(config, "utf-8")
    site = f'{{"base_urls": [{{"url": "{NAMED}/", "crawler": "SitemapCrawler"}}]}}'
    (folder / "sitelist.hjson").write_text(site, "utf-8")
    return [sys.executable, "-m", "newsplease", "-c", f"{folder}/", "-no-confirm"], "data/**/*.html.json"


WAYS = {OURS: ours, FUNDUS: fundus, NEWSPLEASE: news_please}


def seconds(name: str, pages: int) -> float:
    """Return the seconds of requests of one crawler. Raises RuntimeError if an article is missing."""
    with tempfile.TemporaryDirectory() as place, served(pages) as proxy:
        folder = Path(place)
        command, pattern = WAYS[name](folder)
        environment = {**_without_proxies(os.environ), "http_proxy": proxy}
        subprocess.run(  # noqa: S603  the three commands above
            command, env=environment, check=True, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        files = list(folder.glob(pattern))
        count = len(files) if "*" in pattern else files[0].read_bytes().count(b"\n")
        took = _asked(proxy)
    if count != pages:
        raise RuntimeError(f"{name}: {count} of {pages} articles")
    return took


def _without_proxies(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if not name.lower().endswith("_proxy")}


def _asked(proxy: str) -> float:
    """Return the seconds from the first request to the last."""
    address = urlsplit(proxy)
    with closing(HTTPConnection(str(address.hostname), address.port)) as connection:
        connection.request("GET", CLOCK)
        return float(connection.getresponse().read())


def main(pages: int, rounds: int) -> None:
    """Measure; print a table and draw a plot."""
    times = [{name: seconds(name, pages) for name in WAYS} for _ in range(rounds)]
    rates = {name: pages / median(each[name] for each in times) for name in WAYS}
    shares = {name: median(each[OURS] / each[name] for each in times) for name in WAYS}
    rows = [(name, f"{rates[name]:.0f}", f"{1 / shares[name]:.2f}") for name in WAYS]
    print(table((f"{pages:,} pages of 4 kB", "pages/s", "speed of ours, as a multiple of it"), rows))
    title = f"Speed of a crawl of {pages:,} small pages, × this crawl"
    keep("crawlers", Bars(title, {"speed": {name: round(share, 2) for name, share in shares.items()}}))


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    main(*given, *(1000, 3)[len(given) :])
