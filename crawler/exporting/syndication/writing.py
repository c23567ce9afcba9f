"""Writes a feed of crawls into a file, which it replaces as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from crawler.exporting.addresses import uri_of
from crawler.exporting.export_error import ExportError
from crawler.exporting.selection import ExportSelection, select
from crawler.exporting.sources import ArticleFile, StoredRevisions
from crawler.exporting.syndication.atom import atom_feed
from crawler.exporting.syndication.entries import ArticleFeed, newest
from crawler.exporting.syndication.jsonfeed import json_feed
from crawler.ledger.durable import replace_file
from crawler.ledger.removals import restored_articles

FEEDS = ("atom", "jsonfeed")
"""Formats of feeds."""
LIMIT = 500
"""Maximum number of entries, unless another one is given."""


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """The format of a feed."""

    name: str
    """One of `FEEDS`."""
    limit: int = LIMIT
    """Maximum number of entries."""
    url: str | None = None
    """URL of the feed, if it is known."""


@dataclass(frozen=True, slots=True)
class WrittenFeed:
    """The numbers of a written feed."""

    articles: int
    removals: int
    size: int
    """Bytes."""
    unreadable: tuple[str, ...]
    """The places and the faults of lines of the sources that are no articles."""


def write_feed(
    revisions: StoredRevisions,
    file: Path,
    form: FeedFormat,
    selection: ExportSelection = ExportSelection(),  # noqa: B008  frozen
) -> WrittenFeed:
    """Write the feed of the selected articles, and replace the earlier one at once.

    Raises `ExportError` for wrong options, and `OSError` if the write fails: then the earlier feed stays.
    """
    _check(file, form)
    feed = ArticleFeed(
        _title(revisions.sources),
        uri_of(form.url) if form.url else None,
        newest(select(revisions, selection), form.limit, _restored(revisions.sources)),
    )
    writers: dict[str, Callable[[], bytes]] = {
        "atom": lambda: atom_feed(feed, _id_of(revisions.sources)),
        "jsonfeed": lambda: json_feed(feed),
    }
    content = writers[form.name]()
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, content)
    return WrittenFeed(len(feed.articles), len(feed.removals), len(content), tuple(revisions.unreadable))


def _check(file: Path, form: FeedFormat) -> None:
    if file.is_dir():
        raise ExportError(f"{file} is a folder; a feed is a file: name one in it")
    if form.limit < 1:
        raise ExportError("--limit is a number of entries, from 1")
    if form.url and not uri_of(form.url):
        raise ExportError(f"{form.url} is no URL: write https://www.example.org/{file.name}")


def _restored(sources: Sequence[ArticleFile]) -> dict[tuple[str, str], str]:
    """Return the times at which removed articles were seen again, by crawl and id."""
    return {
        (source.name, id_): noticed
        for source in sources
        for id_, noticed in restored_articles(source.removals).items()
    }


def _title(sources: Sequence[ArticleFile]) -> str:
    names = [source.name for source in sources]
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _id_of(sources: Sequence[ArticleFile]) -> str:
    """Return the id of a feed without a URL: `urn:feed:www.example.com`."""
    return "urn:feed:" + "+".join(quote(source.name, safe="") for source in sources)
