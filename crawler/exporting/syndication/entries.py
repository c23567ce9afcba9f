"""Selects the entries of a feed: the articles that were stored, changed or removed last."""

from __future__ import annotations

import heapq
import mimetypes
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from crawler.exporting.addresses import uri_of
from crawler.exporting.selection import published_at
from crawler.exporting.sources import StoredRevision
from crawler.items import Article, Photo
from crawler.text.printed_dates import day_of

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Time of a record without any."""

_MEDIA_TYPE = re.compile(r"[!-.0-~]+/[!-.0-~]+")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article in a feed, or one that the site has removed."""

    article: Article
    updated: str
    """Time of the stored revision, or at which the removal was noticed: `2026-08-06T01:15:00Z`."""
    is_removed: bool

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors, or else the reporters of the dateline, or else the source or the publisher."""
        article = self.article
        reporters = article.dateline.reporters if article.dateline else ()
        sources = tuple(filter(None, (article.source, article.publisher)))
        return article.bylines or reporters or sources[:1]


@dataclass(frozen=True, slots=True)
class ArticleFeed:
    """A feed and its entries, the newest first."""

    title: str
    url: str | None
    """Its own URL; None if it is not known."""
    entries: Sequence[FeedEntry]

    @property
    def articles(self) -> list[FeedEntry]:
        """The entries of articles that the site has not removed."""
        return [entry for entry in self.entries if not entry.is_removed]

    @property
    def removals(self) -> list[FeedEntry]:
        """The entries of removed articles."""
        return [entry for entry in self.entries if entry.is_removed]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The picture of an article, by its URL."""

    url: str
    type: str | None
    """Media type of the fetched file, or else by the suffix of the URL."""
    size: int | None
    """Bytes of the fetched file."""
    title: str | None
    """Caption with credit."""


def newest(
    revisions: Iterable[StoredRevision],
    limit: int,
    restored: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> list[FeedEntry]:
    """Return the entries of the articles that changed last, up to a limit, the newest first.

    `restored` has the times at which removed articles were seen again, by crawl and id. Two changes of one
    second are ordered by the ids of their articles.
    """
    timed = ((_time(each, restored), each.article.id, each) for each in revisions)
    last = heapq.nlargest(limit, timed, key=lambda each: each[:2])
    return [
        FeedEntry(revision.article, stamp(moment), is_removed=revision.removed is not None)
        for moment, _, revision in last
    ]


def enclosures(article: Article) -> list[Enclosure]:
    """Return the pictures of an article that have a web address."""
    listed = ((photo, uri_of(photo.url)) for photo in article.photos if photo.url)
    return [_enclosure(photo, url) for photo, url in listed if url]


def stamp(moment: datetime) -> str:
    """Return a moment in UTC as `2026-08-06T01:15:00Z`."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _enclosure(photo: Photo, url: str) -> Enclosure:
    file = photo.file
    media_type = file.type if file else mimetypes.guess_type(url.partition("?")[0])[0]
    if not _MEDIA_TYPE.fullmatch(media_type or ""):
        media_type = None
    title = " ".join(filter(None, (photo.caption, photo.credit)))
    return Enclosure(url, media_type, file.size if file else None, title or None)


def _time(revision: StoredRevision, restored: Mapping[tuple[str, str], str]) -> datetime:
    """Return the time of a change: of a removal, or else of the fetch or the return, the later one.

    A reader ignores an entry that is older than its deletion, hence the time of the return.
    """
    removed = published_at(revision.removed)
    returned = published_at(restored.get((revision.crawl, revision.article.id)))
    return removed or max(filter(None, (_fetched(revision.article), returned)))


def _fetched(article: Article) -> datetime:
    """Return the time of the fetch; for a record without it, one that the page states."""
    for text in (article.fetched, article.modified, article.published):
        moment = published_at(text)
        if moment is not None:
            return moment
    day = day_of(article.published)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _NEVER
