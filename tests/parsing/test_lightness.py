"""The imports and processes of a crawl: none for pages that it need not parse."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.site import ROOT, environment
from tests.spiders.harvest import HASTE, article, listing, small_site

LOADED = """
import sys
from scrapy.utils.misc import walk_modules
import crawler.pipelines, crawler.extensions, crawler.middlewares, crawler.scheduling.scheduler
for package in ("crawler.commands", "crawler.spiders"):
    walk_modules(package)
print(*(name for name in sys.modules if name.startswith("crawler.extraction")))
"""

RUN = """
import atexit, json, resource, sys
from crawler.__main__ import main

@atexit.register
def tell():
    with open("/proc/self/status") as status:  # ru_maxrss has the memory of the process that started this one
        own = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    print(json.dumps([list(sys.modules), own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))

main()
"""

PAGE = "/2022-08/07/content_7.htm"
UNNEEDED = (
    "crawler.commands.export crawler.commands.health crawler.exporting crawler.extraction "
    "crawler.fleet.processes crawler.health crawler.rebuilding crawler.reporting prometheus_client pyarrow "
    "pygal requests rich tldextract"
).split()
"""Modules and packages without a use in a crawl that writes no report and shows no live rows."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of `harvest crawl`."""

    modules: frozenset[str]
    memory: int
    """KiB at the most, of the crawl's own process."""
    others: int
    """KiB at the most, of a process that it started; 0 if it started none."""


def crawled(start: str, folder: Path) -> Run:
    """Crawl a site into a folder."""
    untraced = {name: value for name, value in environment().items() if not name.startswith("COVERAGE")}
    arguments = ("crawl", "news", "-a", f"start={start}", *HASTE, "-s", f"CRAWL_DIR={folder}")
    done = subprocess.run(  # noqa: S603  this project's own command
        [sys.executable, "-c", RUN, *arguments],
        cwd=ROOT,
        env=untraced,  # a tracer takes memory, too
        capture_output=True,
        text=True,
        check=True,
    )
    modules, memory, others = json.loads(done.stdout)
    return Run(frozenset(modules), memory, others)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Run]:
    """Return the first run of a small site, and a second one that finds it unchanged."""
    folder = tmp_path_factory.mktemp("idle")
    with small_site(folder, {"/index.htm": listing(PAGE), PAGE: article(7)}) as server:
        first, second = (crawled(f"{server.origin}/", folder / "crawl") for _ in range(2))
    assert len((folder / "crawl" / "articles.jsonl").read_bytes().splitlines()) == 1
    return first, second


def test_a_crawl_starts_without_the_extractor() -> None:
    """Scrapy imports all commands and spiders at each start; none of them brings the extractor along."""
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.split() == []


def test_parsing_process_starts_for_a_page(runs: tuple[Run, Run]) -> None:
    """A run that must parse a page starts a process for it; a run that finds nothing new starts none."""
    assert runs[0].others
    assert not runs[1].others


def test_idle_run_is_small(runs: tuple[Run, Run]) -> None:
    """A run that finds nothing new takes less than 100 MiB."""
    assert runs[1].memory < 100 * 1024


def test_crawl_loads_what_it_uses(runs: tuple[Run, Run]) -> None:
    """`harvest crawl` loads no other command, and no library for other tasks."""
    loaded = {each for each in UNNEEDED for name in runs[1].modules if f"{name}.".startswith(f"{each}.")}
    assert loaded == set()
