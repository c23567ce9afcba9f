"""Holds the state of a running crawl, which its components share."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from crawler.state.archived import ArchivedRuns
from crawler.state.files import CrawlFiles, NoFiles
from crawler.state.hosts import Hosts
from crawler.state.marked import Marked
from crawler.state.moments import Moments
from crawler.state.parsing import new_parsers
from crawler.state.visits import Visits

if TYPE_CHECKING:
    from pathlib import Path

    from scrapy.crawler import Crawler

    from crawler.parsing.parsers import Parsers

_ATTRIBUTE = "harvest_state"
"""Name of the attribute of Scrapy's crawler that holds its state."""


class CrawlState:
    """The state of one crawl; each part is made when first used."""

    def __init__(self, crawl: Crawler) -> None:
        self._crawl = crawl
        self.files: CrawlFiles | NoFiles = NoFiles()
        """The files of its directory. The extension LedgerKeeper opens them before they are used."""

    def open_files(self, folder: Path) -> CrawlFiles:
        """Open the files of a directory for this crawl."""
        self.files = files = CrawlFiles(self._crawl, folder)
        return files

    @cached_property
    def marked(self) -> Marked:
        """The fingerprints of the articles in the pipelines."""
        return Marked()

    @cached_property
    def moments(self) -> Moments:
        """The moments of the captured articles in the pipelines."""
        return Moments()

    @cached_property
    def archived_runs(self) -> ArchivedRuns:
        """The runs of the archives that the crawl reads again."""
        return ArchivedRuns()

    @cached_property
    def parsers(self) -> Parsers:
        """The parsers, which end with the crawl."""
        return new_parsers(self._crawl)

    @cached_property
    def visits(self) -> Visits:
        """The active visits."""
        visits = Visits(self.files, self.marked)
        visits.connect(self._crawl)
        return visits

    @cached_property
    def hosts(self) -> Hosts:
        """The hosts, with their pauses and reasons."""
        return Hosts(self._crawl, self.files, self.visits)


def state_of(crawl: Crawler) -> CrawlState:
    """Return the state of a crawl, an attribute of Scrapy's crawler."""
    kept = vars(crawl)
    if _ATTRIBUTE not in kept:
        kept[_ATTRIBUTE] = CrawlState(crawl)
    state: CrawlState = kept[_ATTRIBUTE]
    return state
