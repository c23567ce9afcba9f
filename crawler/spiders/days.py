"""Walks archives by day (part of the `news` spider)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from scrapy import Request

from crawler.discovery.contents import Contents
from crawler.discovery.day_lists import DayList, Walk
from crawler.discovery.shapes import Shape, url_shape
from crawler.discovery.url_shapes import HOME_PATHS
from crawler.publishers import DayArchive, publisher_of
from crawler.spiders.harvesting import ANNOUNCED, OF_DAY, Harvesting
from crawler.state.requests import CONTENTS, WHOLE
from crawler.text.urls import path_of

if TYPE_CHECKING:
    from scrapy.http import Response
    from twisted.python.failure import Failure

DAY = 15
"""Priority of a day's list: below all URLs that the newer day leads to, above all other lists."""
_BEIJING = timezone(timedelta(hours=8))


class WalksDays(Harvesting):
    """Requests the lists of the requested days, or of the last days, one after the other, the newest first.

    Each list leads to that of the day before, so that a stopped crawl continues at the same day. A list that
    was read after the end of its day is skipped.
    """

    async def start(self) -> AsyncIterator[Any]:
        """Request the starts, then the newest list of each archive."""
        self.frontier = replace(self.frontier, walk=Walk(self._archives(), self.frontier.days))
        async for request in super().start():
            yield request
        for archive in self.frontier.walk.archives:
            for request in self._next_list(archive, None):
                yield request

    def _archives(self) -> tuple[DayArchive, ...]:
        """Return the archives that the user named, and those that the start publishers declare."""
        named = [DayArchive(url=url) for url in self.arguments.templates]
        declared = self._declared() if self.arguments.since else self._unlinked()
        by_url = {archive.url: archive for archive in (*named, *declared)}
        return tuple(archive for url, archive in by_url.items() if self.frontier.scope.covers(url))

    def _declared(self) -> Iterator[DayArchive]:
        """Yield the archives of the publishers of the starts; an article as a start asks for none of them."""
        return _archives_of(url for url in self.arguments.pages if not _is_article(url))

    def _unlinked(self) -> Iterator[DayArchive]:
        """Yield the growing archives that no page links, of the publishers whose home page is a start."""
        archives = _archives_of(url for url in self.arguments.pages if path_of(url) in HOME_PATHS)
        return (archive for archive in archives if not (archive.is_linked or archive.until))

    async def parse_day(self, response: Response, **day: Any) -> AsyncIterator[Any]:
        """Read the list of a day, then request its next page or else the day before."""
        day_list = DayList(**day)
        response.meta[OF_DAY] = True
        async for produced in self.parse(response):
            if isinstance(produced, Request):  # the links of a list come before the list of the day before
                produced.priority = max(produced.priority, ANNOUNCED)
            yield produced
        if response.meta.get("kind") == "list" and datetime.now(UTC).timestamp() >= day_list.settled:
            response.meta["kind"] = "further page"  # it is not read again
        response.meta["depth"] -= 1  # every day has the same depth
        for request in self._next_page(day_list, response) or self._day_before(day_list):
            yield request

    def failed_day(self, failure: Failure) -> Iterator[Request]:
        """Log a list that could not be fetched, and continue with the day before."""
        yield from self.failed(failure)
        request: Request = failure.request  # type: ignore[attr-defined]
        yield from self._day_before(DayList(**request.cb_kwargs))

    def _next_page(self, day_list: DayList, response: Response) -> list[Request]:
        """Request the next page of a day, if it has numbered pages and this one named other articles."""
        further = day_list.next_page(response.meta.get(CONTENTS, Contents()))
        if further is None or not self.frontier.claim_due(further.url):
            return []
        if further.page >= self.settings.getint("LIST_PAGES_MAX", 200):
            self.count("cut/pages of a list (LIST_PAGES_MAX)", "harvest")
            return []
        return [self._request_of(further, ANNOUNCED)]

    def _day_before(self, day_list: DayList) -> Iterator[Request]:
        for archive in self.frontier.walk.archives:
            if archive.url == day_list.template:
                yield from self._next_list(archive, day_list.day)

    def _next_list(self, archive: DayArchive, before: str | None) -> Iterator[Request]:
        """Request the newest unread list of an archive."""
        for day_list in self.frontier.walk.lists(archive, datetime.now(_BEIJING).date(), before):
            is_read = self.frontier.seen.was_read(day_list.url, day_list.settled)
            if not is_read and self.frontier.claim_due(day_list.url):
                yield self._request_of(day_list, DAY)
                return

    def _request_of(self, day: DayList, priority: int) -> Request:
        request = self.request(day.url, priority, day.template, **asdict(day))
        request.meta.update({"again": True, WHOLE: True})
        return request.replace(callback=self.parse_day, errback=self.failed_day)


def _archives_of(starts: Iterable[str]) -> Iterator[DayArchive]:
    publishers = {publisher_of(url): None for url in starts}
    return (archive for publisher in publishers if publisher for archive in publisher.days)


def _is_article(url: str) -> bool:
    return url_shape(url, publisher_of(url)) is Shape.ARTICLE
