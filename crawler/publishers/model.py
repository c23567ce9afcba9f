"""Defines the data model for declarations of publishers and content management systems."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.publishers.formats import (
    Day,
    Edition,
    Filled,
    Host,
    ItemUrlText,
    LanguageTag,
    PartialDate,
    PathPattern,
    SelectorText,
    TimeZone,
    UrlOfDays,
    UrlOfGroups,
    UrlPattern,
    WebUrl,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The places of the parts of an article page, for a content management system or one site.

    A selector is a single compound one, `tag#id.class`, each part optional. Several are tried in order; the
    first that matches a non-empty element wins. An `a`, `i`, `img` or `li` is found only if the selector has
    its tag, because pages have many of them.
    """

    name: Filled
    """Name in the evidence of records; different from the names of all other layouts."""
    fingerprint: tuple[SelectorText, ...]
    """Elements that a page must have, all of them: else the layout does not apply."""
    body: tuple[SelectorText, ...] = ()
    """The container of the text. It is rejected if the general scorer finds far more text elsewhere."""
    headline: tuple[SelectorText, ...] = ()
    """The printed headline."""
    kicker: tuple[SelectorText, ...] = ()
    """The line above the headline."""
    deck: tuple[SelectorText, ...] = ()
    """The standfirst below the headline."""
    section: tuple[SelectorText, ...] = ()
    """The channel, or the path of channels."""
    published: tuple[SelectorText, ...] = ()
    """The element with the date of publication; it may hold other text, too."""
    source: tuple[SelectorText, ...] = ()
    """The element that names the source."""
    bylines: tuple[SelectorText, ...] = ()
    """The element that names the authors."""
    editors: tuple[SelectorText, ...] = ()
    """The element that names the editors."""
    drop: tuple[SelectorText, ...] = ()
    """Elements to remove from the body; all that match are removed."""
    captions: tuple[SelectorText, ...] = ()
    """Elements that hold captions, inside the body or outside; all that match count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemUrl:
    """The rule that gives the URL of an article from an item of a JSON list with an id in place of a URL."""

    key: Filled
    """The field of the item that holds the id, or the name of a file: `aid`."""
    within: str = ""
    """The field of the list that holds the items: `xyList`. Empty: any."""
    url: ItemUrlText
    """The URL with fields of the item, or of an object around it, in braces; relative to the list:
    `/article/{aid}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataList:
    """A list in JSON that no page links, with one or several pages. With a `body` it is requested by POST."""

    url: WebUrl
    """The address. A query distinguishes lists with the same address: `https://…/list?channelId=7`. A list
    with several pages has `{page}` in it, too: `https://…/list?pageNum={page}`, `https://…/news_{page}.jsonp`.
    """
    body: str = ""
    """The JSON of a request by POST: `{"channelId": "7"}`; with several pages: `{"pageNum": {page}}`."""
    first_page: int = 1
    """Number of the first page."""
    step: int = 1
    """Difference between the numbers of two pages; an offset counts articles: `…&offset={page}&limit=20`."""
    last_page: int | None = None
    """Number of the last page, if the site has a fixed number of pages."""

    def number(self, read: int) -> int | None:
        """Return the number of the page after `read` pages; None after the last page."""
        number = self.first_page + read * self.step
        is_over = read and ("{page}" not in self.url or number > (self.last_page or number))
        return None if is_over else number

    def url_of(self, number: int) -> str:
        """Return the URL of a page."""
        return self.url.replace("{page}", str(number))

    def body_of(self, number: int) -> str:
        """Return the JSON of the request for a page; empty for a request by GET."""
        return self.body.replace("{page}", str(number))


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedUrls:
    """URLs that are requested by POST, however they were found: lists, lists of days, and articles in JSON.

    The JSON in the body has the parameters of the query: `…/issue?code=A&day=2026-09-26` is requested with
    `{"code": "A", "day": "2026-09-26"}`.
    """

    prefix: WebUrl
    """Beginning of the URLs: `https://paper.example.cn/api/`."""
    headers: tuple[tuple[str, str], ...] = ()
    """Headers that the server asks for: `("X-Requested-With", "XMLHttpRequest")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """A file in JSON that a script of an article's page requests, with the article's pictures or text."""

    article: UrlPattern
    """Regular expression over the URLs of the articles: `/(?P<id>PHO\\w+)\\.shtml$`."""
    url: UrlOfGroups
    """URL of the file, on a host of the publisher, with named groups of `article` in braces behind a prefix
    of its own: `https://api.example.cn/gallery?id={id}`."""
    is_substitute: bool = False
    """Whether only articles without a text on their page need it."""

    @property
    def prefix(self) -> str:
        """Beginning of the URLs of all such files."""
        return self.url.partition("{")[0]

    def url_for(self, article: str) -> str | None:
        """Return the URL of the file of an article; None for a URL of another form."""
        match = re.search(self.article, article)
        return self.url.format(**match.groupdict()) if match else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayArchive:
    """An archive with a list for each day, at a URL with its date."""

    url: UrlOfDays
    """The URL with the date in braces, in the codes of strftime: `https://…/{date:%Y/%m%d}/news.shtml`. An
    archive whose days have several pages has `{page}` in it, too: `https://…?from={date:%Y-%m-%d}&page={page}`,
    `{page:02}` for two digits."""
    since: Day = ""
    """First day of the archive, ISO 8601; empty if it is unknown."""
    until: Day = ""
    """Last day of the archive, ISO 8601; empty if it is still growing."""
    first_page: int = 0
    """Number of a day's first page, for URLs with `{page}`."""
    is_linked: bool = True
    """Whether pages of the site link its lists. If none does, because only scripts request them, a harvest
    from a home page asks for the lists of the last days without `since`, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """One publisher: a site, or a family of sub-sites under one masthead.

    A declaration must carry:

    - `start`, `article_urls`, and a sample of each pattern in `tests/publishers/url_samples.py`;
    - a composed page, with its record, in `tests/publishers/pages`;
    - `seen`, the date of its facts.

    It should carry a layout of its own if no shared one fits, and a composed list with its links. A test
    refuses a new declaration that lacks one of the three; docs/publishers.md lists the older ones.
    """

    name: Host
    """The registrable domain, which also names its file and its test folder: `china.org.cn`."""
    title: Filled
    """The masthead: `China.org.cn`."""
    hosts: tuple[Host, ...]
    """Its hosts, each with its sub-domains."""
    start: tuple[WebUrl, ...]
    """Default starts of a harvest: home pages, channel lists, feeds, sitemaps."""
    language: LanguageTag
    """BCP 47 tag of the main edition."""
    languages: tuple[tuple[Edition, LanguageTag], ...] = ()
    """(host or host/path prefix, BCP 47 tag) of editions in other languages."""
    timezone: TimeZone = "Asia/Shanghai"
    """IANA zone of the times on its pages."""
    local_dates: tuple[Filled, ...] = ()
    """Meta tags whose times are in this zone although they say UTC: `pubdate` with `2024-05-08T09:30:00Z`."""
    article_urls: tuple[PathPattern, ...] = ()
    """Regular expressions over URL paths that only articles have: `/content_\\d+\\.s?html?$`. An article in
    JSON must have one; other answers in JSON are lists.
    """
    hub_urls: tuple[PathPattern, ...] = ()
    """Regular expressions over URL paths that only lists have: `/node_\\d+`."""
    item_urls: tuple[ItemUrl, ...] = ()
    """Rules for the URLs of items of JSON lists that have ids in place of URLs:
    `ItemUrl(key="aid", url="/article/{aid}")`."""
    data_lists: tuple[DataList, ...] = ()
    """Lists in JSON that no page links; a harvest from a home page requests those in its scope, page after
    page: `DataList(url="https://…/news_{page}.jsonp", last_page=7)`,
    `DataList(url="https://…/list?offset={page}&limit=20", first_page=0, step=20)`."""
    posted_urls: tuple[PostedUrls, ...] = ()
    """URLs that are requested by POST:
    `PostedUrls(prefix="https://…/api/", headers=(("X-Requested-With", "XMLHttpRequest"),))`."""
    companions: tuple[Companion, ...] = ()
    """Files in JSON with pictures or texts of articles; each is fetched with its article, like a part, from a
    web archive if the article is from there:
    `Companion(article=r"/(?P<id>PHO\\w+)\\.shtml$", url="https://…/gallery?id={id}")`."""
    days: tuple[DayArchive, ...] = ()
    """Archives by day, which a harvest with `since` walks; those without links in every harvest:
    `DayArchive(url="https://…/{date:%Y/%m%d}/news.shtml", since="2008-08-01")`."""
    layouts: tuple[Layout, ...] = ()
    """The publisher's own layouts, tried before the shared ones."""
    seen: PartialDate = ""
    """Date at which a source last confirmed these facts, as precise as known: `2026-08-14`, `2026-08` or
    `2026`."""
