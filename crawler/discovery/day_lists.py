"""Walks archives that have a list for each day, the newest day first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from crawler.discovery.contents import Contents
from crawler.discovery.scope import SLACK, Days
from crawler.publishers import DayArchive
from crawler.text.dates import url_date
from crawler.text.urls import same_article_key

LATEST = 2
"""Days of a walk without a first day, today included: enough for a crawl that runs every day."""


@dataclass(frozen=True, slots=True)
class DayList:
    """A page of the list of one day."""

    template: str
    """URL of the archive with its date, and for some the number of a page, in braces: see `DayArchive`."""
    day: str
    """ISO 8601."""
    page: int
    """Number of the page, for an archive with numbers; the first number otherwise."""
    before: int = 0
    """Digest of the entries of the previous page."""

    @property
    def url(self) -> str:
        """The URL of the page."""
        return day_url(self.template, date.fromisoformat(self.day), self.page)

    @property
    def settled(self) -> float:
        """Unix time from which the list of the day no longer grows."""
        end = date.fromisoformat(self.day) + timedelta(days=SLACK + 1)
        return datetime.combine(end, time(), UTC).timestamp()

    def next_page(self, contents: Contents) -> DayList | None:
        """Return the next page of the same day, given the contents of this page.

        None if a day has one page, if this page is empty, or if it repeats the previous one: a server that
        ignores the number would have pages without end.
        """
        is_last = not contents.entries or contents.digest == self.before
        if "{page" not in self.template or is_last:
            return None
        return replace(self, page=self.page + 1, before=contents.digest)


def day_url(template: str, day: date, page: int = 0) -> str:
    """Return the URL of a day. Raises LookupError, AttributeError or ValueError for a wrong template."""
    return template.format(date=day, page=page)


@dataclass(frozen=True, slots=True)
class Walk:
    """The archives of a harvest, and the requested days; without a first day, the last days."""

    archives: tuple[DayArchive, ...] = ()
    days: Days = Days()  # noqa: RUF009  it is frozen

    def lists(self, archive: DayArchive, today: date, before: str | None = None) -> Iterator[DayList]:
        """Yield the lists of an archive, the newest first; with a day, only the lists before it."""
        newest = min(filter(None, (self.days.until, archive.until, f"{today}")))
        oldest = max(self.days.since or f"{today - timedelta(days=LATEST - 1)}", archive.since)
        day = date.fromisoformat(before) - timedelta(days=1) if before else date.fromisoformat(newest)
        while f"{day}" >= oldest:
            yield DayList(archive.url, f"{day}", archive.first_page)
            day -= timedelta(days=1)

    def claims(self, url: str) -> bool:
        """Return whether a link leads to a list of the walk, or to a day outside the request."""
        day = _whole_day(url) if self.archives and self.days.since else None
        if day is None:
            return False
        is_far = not self.days.may_hold(f"{day}")
        return is_far or any(self._claims(archive, url, day) for archive in self.archives)

    def _claims(self, archive: DayArchive, url: str, day: date) -> bool:
        key = same_article_key(url)
        if key == same_article_key(day_url(archive.url, day, archive.first_page)):
            return True
        folder = day_url(_folder(archive.url), day)
        is_asked = (self.days.since or "") <= f"{day}" <= (self.days.until or "9")
        return not is_asked and key.startswith(same_article_key(folder))


def _folder(template: str) -> str:
    """Return a template up to the end of its last date: `http://…/{date:%Y/%m%d}` without `/news.shtml`."""
    return template[: template.index("}", template.rindex("{date")) + 1]


def _whole_day(url: str) -> date | None:
    """Return the day in the path of a URL, or None for a month."""
    day = url_date(url)
    return date.fromisoformat(day) if day and len(day) == len("2024-05-20") else None
