"""Declares web archives: the addresses of their indexes and captures, and their limits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from crawler.text.urls import host_of, resolve

TIMESTAMP, URL, FILE = "{timestamp}", "{url}", "{filename}"
"""Placeholders in the address of captures. `{filename}` stands for a WARC file that holds the capture."""
_PLACEHOLDER = re.compile(r"\{[^}]*\}?")
_OF_TYPE = re.compile(r"[!=~]*mime(?:type)?:")
"""Beginning of a filter by content type, in the syntaxes of all CDX servers."""


class ArchiveError(ValueError):
    """The address of a web archive cannot be used. Raised by `archive_of`; the message gives the remedy."""


@dataclass(frozen=True, slots=True)
class WebArchive:
    """A web archive with a CDX server."""

    index: str
    """URL of its CDX server."""
    captures: str
    """URL of a capture, with `{timestamp}` and `{url}`, or of a WARC file, with `{filename}`."""
    delay: float = 1.0
    """Seconds between two requests, at least; it gets one connection."""
    filters: tuple[str, ...] = ()
    """Filters in the syntax of its CDX server. They only shorten answers, which are checked in any case."""
    has_pages: bool = True
    """Whether a long answer is read by its pages; otherwise by resumption keys."""

    @property
    def has_files(self) -> bool:
        """Whether captures are read from WARC files, by ranges of bytes."""
        return FILE in self.captures

    def of_all_types(self) -> WebArchive:
        """Return the archive without its filters by content type, which only admit pages."""
        return replace(self, filters=tuple(each for each in self.filters if not _OF_TYPE.match(each)))


@dataclass(frozen=True, slots=True)
class ArchivedMoment:
    """The moment of an article's capture, near which the other files of the article are wanted."""

    archive: WebArchive
    time: str
    """ISO 8601, UTC."""


@dataclass(frozen=True, slots=True)
class KnownArchive:
    """An archive that users name by its address. Groups of `address` are placeholders in `archive.index`."""

    name: str
    hosts: frozenset[str]
    address: str
    """Regular expression of its address, without scheme."""
    archive: WebArchive
    advice: str
    """The remedy if another address of its hosts is given."""
    examples: Mapping[str, str]
    """Addresses, each with the URL of the index."""
    refuses: tuple[str, ...]


KNOWN = (
    KnownArchive(
        name="Wayback Machine",
        hosts=frozenset({"web.archive.org", "archive.org"}),
        address=r"(?:web\.|www\.)?archive\.org(?:/web)?/?",
        archive=WebArchive(
            "https://web.archive.org/cdx/search/cdx",
            "https://web.archive.org/web/{timestamp}id_/{url}",
            # The CDX server answers 24 requests a minute from one network, and blocks those that exceed it.
            delay=3.0,
            filters=(
                "statuscode:200|-",
                r"mimetype:text/html|application/xhtml\+xml|text/plain|unk|warc/revisit",
            ),
            has_pages=False,  # its pages omit the latest captures
        ),
        advice="write archive=https://web.archive.org",
        examples={
            "https://web.archive.org": "https://web.archive.org/cdx/search/cdx",
            "http://web.archive.org/web/": "https://web.archive.org/cdx/search/cdx",
            "archive.org": "https://web.archive.org/cdx/search/cdx",
        },
        refuses=("https://web.archive.org/web/2022/http://www.example.cn/", "https://web.archive.org/save"),
    ),
    KnownArchive(
        name="Common Crawl",
        hosts=frozenset({"index.commoncrawl.org", "data.commoncrawl.org", "commoncrawl.org"}),
        address=r"index\.commoncrawl\.org/(?P<crawl>[A-Z0-9][A-Z0-9-]*?)(?:-index)?/?",
        archive=WebArchive(
            "https://index.commoncrawl.org/{crawl}-index",
            "https://data.commoncrawl.org/{filename}",
            delay=1.0,  # the operators ask for one request a second at most
            filters=("=status:200",),
        ),
        advice="write archive=https://index.commoncrawl.org/CC-MAIN-2024-10; "
        "https://index.commoncrawl.org/ lists the crawls",
        examples={
            "https://index.commoncrawl.org/CC-MAIN-2024-10": "https://index.commoncrawl.org/CC-MAIN-2024-10-index",
            "index.commoncrawl.org/CC-MAIN-2022-33-index": "https://index.commoncrawl.org/CC-MAIN-2022-33-index",
        },
        refuses=("https://index.commoncrawl.org/", "https://data.commoncrawl.org/crawl-data/"),
    ),
    KnownArchive(
        name="Arquivo.pt",
        hosts=frozenset({"arquivo.pt"}),
        address=r"arquivo\.pt(?:/wayback)?/?",
        archive=WebArchive(
            "https://arquivo.pt/wayback/cdx",
            "https://arquivo.pt/noFrame/replay/{timestamp}id_/{url}",
            delay=0.5,  # it answers 250 requests a minute, and blocks clients that exceed this
        ),
        advice="write archive=https://arquivo.pt",
        examples={"https://arquivo.pt": "https://arquivo.pt/wayback/cdx"},
        refuses=("https://arquivo.pt/noFrame/replay/2012/http://www.example.pt/",),
    ),
)
"""Archives of which more is known than the address."""


def archive_of(address: str, index: str | None = None) -> WebArchive:
    """Return the archive at an address. Raises `ArchiveError`.

    `https://web.archive.org` is a known archive. `http://localhost:8080/news` is a collection of pywb, with
    its index at `/news/cdx`. `https://data.example.org/{filename}` names WARC files, and needs an `index`.
    """
    if "{" in address:
        return _described(address, index)
    url = _url(address)
    known = next((each for each in KNOWN if host_of(url) in each.hosts), None)
    if known is not None:
        archive = _known(known, url)
        return replace(archive, index=_url(index)) if index else archive
    base = url.rstrip("/")
    return WebArchive(_url(index) if index else f"{base}/cdx", f"{base}/{TIMESTAMP}id_/{URL}")


def _known(known: KnownArchive, url: str) -> WebArchive:
    match = re.fullmatch(known.address, url.partition("://")[2])
    if match is None:
        raise ArchiveError(f"{url} is no address of {known.name}: {known.advice}")
    archive = known.archive
    index = archive.index
    for name, value in match.groupdict().items():
        index = index.replace("{" + name + "}", value)
    return replace(archive, index=index)


def _described(address: str, index: str | None) -> WebArchive:
    """Return an archive whose captures are described by placeholders."""
    placeholders = set(_PLACEHOLDER.findall(address))
    if placeholders not in ({TIMESTAMP, URL}, {FILE}):
        raise ArchiveError(
            f"{address}: write the place of captures with {TIMESTAMP} and {URL}, "
            f"such as https://archive.example.org/web/{TIMESTAMP}id_/{URL}, or that of WARC files with {FILE}"
        )
    if index is None:
        raise ArchiveError(f"{address}: name its CDX server, too: -a index=https://archive.example.org/cdx")
    _url(_PLACEHOLDER.sub("x", address))
    return WebArchive(_url(index), address)


def _url(address: str) -> str:
    absolute = address if "://" in address else f"https://{address}"
    url = resolve(absolute, absolute)
    if url is None:
        raise ArchiveError(f"{address!r} is no http(s) URL: write archive=https://web.archive.org")
    return url
