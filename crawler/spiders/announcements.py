"""Reads feeds, sitemaps and lists of URLs (part of the `news` spider)."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from crawler.discovery.announced import BoundedEntries
from crawler.discovery.entries import read_entries
from crawler.discovery.paging import Paging
from crawler.discovery.sniff import ResponseKind
from crawler.items import FoundAs
from crawler.publishers import DataList, posting_of, publisher_of
from crawler.reasons import Cause, Reason
from crawler.spiders.harvesting import ANNOUNCED, FURTHER, OF_DAY, Harvesting, rise_of
from crawler.spiders.responses import content_type_of
from crawler.state.requests import CONTENTS, DATA_LIST, posted
from crawler.text.urls import path_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

LISTS = (".json", ".jsonp", ".js")
"""Endings of the names of data files."""
_FOUND_AS = {ResponseKind.FEED: FoundAs.FEED, ResponseKind.SITEMAP: FoundAs.SITEMAP}
"""The way in which a file names URLs; all other files are lists."""
_INDEX_BOUND = ("SITEMAP_CHILDREN_MAX", Cause.INDEX_ENTRIES)
_LIST_BOUND = ("ENTRIES_MAX", Cause.ENTRIES)
"""Setting with the maximum number of entries read, and the cause for further ones."""

logger = logging.getLogger(__name__)


class ReadsAnnouncements(Harvesting):
    """Follows files that name articles, or further such files."""

    def robots(self, url: str) -> Iterator[Request]:
        """Request a site's robots.txt for its sitemaps; a missing one is no failure."""
        target = urljoin(url, "/robots.txt")
        if self.frontier.claim(target, url):
            request = self.request(target, ANNOUNCED, url).replace(callback=self.parse_robots)
            request.meta["handle_httpstatus_all"] = True
            yield request

    def data_lists(self, url: str) -> Iterator[Request]:
        """Request the lists in JSON that a site's declaration names."""
        publisher = publisher_of(url)
        for data_list in publisher.data_lists if publisher else ():
            yield from self._data_list(data_list, Paging(), ANNOUNCED, url)

    def next_of_data_list(self, response: Response, paging: Paging) -> Iterator[Request]:
        """Request the next page of a declared list, unless enough of it has been read.

        `paging` is the state before this page.
        """
        if DATA_LIST not in response.meta:
            return
        data_list, rise = DataList(**response.meta[DATA_LIST]), rise_of(response)
        if paging.read:  # the pages of a list have one depth, and only the first one is read again by itself
            response.meta["depth"] -= 1
            response.meta["kind"] = "further page"
        number = data_list.number(paging.read + 1) if response.meta[CONTENTS].entries else None
        further = [] if number is None else [data_list.url_of(number)]
        after = paging.read_on(further, fresh=response.meta.get("fresh", 0), was_read=bool(rise))
        most = self.settings.getint("LIST_PAGES_MAX")
        if not after.is_over(most):
            priority = rise + FURTHER - after.read
            yield from self._data_list(data_list, after.without_first(), priority, response.url)
        elif after.ahead and after.read >= most:
            self.cut(Reason(Cause.LIST_PAGES))

    def _data_list(self, data_list: DataList, paging: Paging, priority: int, url: str) -> Iterator[Request]:
        """Request the first or a further page of a declared list, in each run."""
        number = data_list.number(paging.read)
        if number is None or not self.frontier.claim_due(data_list.url_of(number)):
            return
        request = self.request_of_file(data_list.url_of(number), priority, url, paging=asdict(paging))
        request.meta.update({"again": True, DATA_LIST: asdict(data_list)})
        body = data_list.body_of(number)
        yield posted(request, body) if body else request

    def parse_robots(self, response: Response) -> Iterator[Request]:
        """Follow the sitemaps that a robots.txt names."""
        if response.status == 200:
            response.meta["kind"] = "list"
            yield from filter(None, self.from_entries(response, [response.body], ResponseKind.ROBOTS))

    def from_entries(
        self, response: Response, content: Iterable[bytes], kind: ResponseKind, nested: int = 0
    ) -> Iterator[Request | None]:
        """Follow a feed, a sitemap, a robots.txt, or a list of URLs or JSON; yield None for an idle step.

        JSON without URLs is no list, unless its name or its declaration says so: then it is an empty one.
        """
        url = response.url
        response.meta["kind"] = "list"
        is_index = kind in (ResponseKind.SITEMAP_INDEX, ResponseKind.ROBOTS)
        bound, cause = _INDEX_BOUND if is_index else _LIST_BOUND
        faults: list[str] = []
        announced = read_entries(content, kind, url, content_type_of(response), faults)
        entries = BoundedEntries(announced, self.frontier.scope, self.settings.getint(bound))
        if is_index:
            yield from self._from_index(response, entries, nested)
        else:
            yield from self._from_list(response, entries, _FOUND_AS.get(kind, FoundAs.LIST))
        self.note_contents(response, entries.contents, kind)
        if kind is ResponseKind.JSON and not entries.count and not _is_called_list(response):
            del response.meta["kind"]
            self.reject(response, Reason(Cause.NOT_A_PAGE))
            return
        self.count(kind.value)
        if entries.foreign:
            hosts = ",".join(sorted(entries.foreign))
            logger.warning("no entry of %s is in scope; to follow its entries, write -a scope=%s", url, hosts)
        if entries.is_cut:
            self.cut(Reason(cause, kind.value))
        if faults:
            self.count(f"broken {kind.value}")
            logger.warning("%s is not read whole (%s); its valid entries are", url, "; ".join(faults))

    def _from_index(
        self, response: Response, entries: BoundedEntries, nested: int
    ) -> Iterator[Request | None]:
        """Follow the sitemaps that a sitemap or a robots.txt names, up to a depth."""
        for entry in entries:
            for target in self.frontier.indexes([entry], response.url):
                if nested >= self.settings.getint("SITEMAP_DEPTH_MAX"):
                    self.cut(Reason(Cause.SITEMAP_DEPTH))
                    return
                rise = rise_of(response) + ANNOUNCED
                yield self.request_of_file(target, rise, response.url, nested=nested + 1)
            yield None

    def _from_list(
        self, response: Response, entries: BoundedEntries, found_as: FoundAs
    ) -> Iterator[Request | None]:
        """Follow the articles and lists that a file names. Each entry is a step, whether followed or not."""
        for entry in entries:
            for link in self.frontier.entries([entry], response.url):
                response.meta["fresh"] = response.meta.get("fresh", 0) + 1
                yield self.request_of_link(link, response, found_as)
            yield None


def _is_called_list(response: Response) -> bool:
    """Return whether an answer is a list by its name, or by a declaration."""
    is_declared = OF_DAY in response.meta or DATA_LIST in response.meta or posting_of(response.url)
    return bool(is_declared) or path_of(response.url).endswith(LISTS)
