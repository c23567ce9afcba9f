"""Extracts the articles of pages that were saved as files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit

from crawler.discovery.sniff import HEAD, ResponseKind, sniff
from crawler.extraction import Page, parse_page, parse_saved, read_article
from crawler.items import FieldSelection
from crawler.reasons import Reason
from crawler.records.lines import article_line
from crawler.text.captures import capture_of
from crawler.validation import unsoundness

NO_URL = "no URL: it has no canonical link, no og:url and no note of the program that saved it"
CHUNK = 16  # pages in a chunk for a process
_SAVED_FROM = re.compile(
    rb"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)"  # Chrome, Edge, Internet Explorer
    rb"|<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s>]+)"
)
_MARKUP = re.compile(rb"<\0?[a-zA-Z!?/]")
_PAGES = (".html", ".htm", ".shtml", ".xhtml")
_RESOURCES = "_files"
"""The end of the name of a folder in which a browser keeps the parts of a saved page."""
_OTHER_FORMATS = (
    (b"\x89PNG", "a picture (PNG), not a page"),
    (b"\xff\xd8\xff", "a picture (JPEG), not a page"),
    (b"GIF8", "a picture (GIF), not a page"),
    (b"RIFF", "a picture or a recording (RIFF), not a page"),
    (b"%PDF", "a PDF document, not a page"),
    (b"PK\x03\x04", "a ZIP archive or an Office document, not a page"),
    (b"\x1f\x8b", "compressed by gzip: unpack it first"),
    (b"WARC/", "a WARC file: name it with the ending .warc, and no pages beside it"),
    (b"From: <Saved by", "an MHTML archive: save the page as HTML"),
)
"""The beginnings of files that are no page, each with the words for a message."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page in a file."""

    path: Path
    url: str | None = None
    """Its URL, if it is known; else the page's own counts."""


@dataclass(frozen=True, slots=True)
class SavedOutcome:
    """The result of a saved page."""

    path: Path
    line: bytes | None = None
    """The article's line of JSON."""
    rejected: str | None = None
    """The reason for which a crawl rejects the page."""
    failed: str | None = None
    """The reason for which it could not be read."""


def pages_below(folder: Path) -> tuple[list[Path], int]:
    """Return the pages in a folder and below it, and the number of other files. Raises OSError."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not _is_resource(path, folder))
    pages = [path for path in files if _is_page(path)]
    return pages, len(files) - len(pages)


def _is_resource(path: Path, folder: Path) -> bool:
    """Return whether a file belongs to a saved page: `story_files/frame.html` beside `story.html`."""
    above = (each for each in path.parents if each.is_relative_to(folder) and each.name.endswith(_RESOURCES))
    stems = (each.with_name(each.name.removesuffix(_RESOURCES)) for each in above)
    return any(stem.with_name(stem.name + ending).is_file() for stem in stems for ending in _PAGES)


def _is_page(path: Path) -> bool:
    if path.suffix.lower() in _PAGES:
        return True
    with path.open("rb") as file:
        head = file.read(HEAD)
    return unusable(head) is None and sniff(head) is ResponseKind.HTML


def unusable(body: bytes) -> str | None:
    """Word the reason for which bytes cannot be a page: `is empty`; None for pages and for JSON."""
    if not body.strip():
        return "is empty"
    known = next((words for mark, words in _OTHER_FORMATS if body.startswith(mark)), None)
    if known is not None:
        return f"is {known}"
    if sniff(body) is ResponseKind.JSON or _MARKUP.search(body):
        return None
    return "is a binary file, not a page" if b"\0" in body else "is plain text without any tag, not a page"


def own_url(page: Page) -> str | None:
    """Return the absolute URL that a page states as its own: its canonical link, or Open Graph's og:url."""
    canonical = [
        link.get("href") for link in page.root.iter("link") if _lower(link.get("rel")) == "canonical"
    ]
    shared = [
        meta.get("content") for meta in page.root.iter("meta") if _lower(meta.get("property")) == "og:url"
    ]
    urls = (str(url).strip() for url in (*canonical, *shared) if url)
    return next((url for url in urls if urlsplit(url).scheme in {"http", "https"}), None)


def saved_url(body: bytes, content_type: str | None = None) -> str | None:
    """Return the URL of a saved page: its own, else the one that the browser wrote into the file."""
    if own := own_url(parse_page(body, "", content_type)):
        return own
    note = _SAVED_FROM.search(body[:HEAD])
    return (note[1] or note[2]).decode("utf-8", "replace") if note else None


def address_of(url: str | None, own: str | None) -> str | None:
    """Return the given URL, or else the page's own; for a web archive's capture, that of the original."""
    is_capture = own is not None and capture_of(own) is not None
    return own if is_capture and (url is None or capture_of(url) is None) else url or own


def _lower(value: str | None) -> str:
    return (value or "").strip().lower()


def extract_saved(
    pages: Iterable[SavedPage], fields: FieldSelection, content_type: str | None = None, jobs: int = 1
) -> Iterator[SavedOutcome]:
    """Extract the articles of saved pages, in order. Never raises because of a page."""
    work = partial(_extract, fields=fields, content_type=content_type)
    if jobs == 1:
        yield from map(work, pages)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, pages, chunksize=CHUNK)


def _extract(page: SavedPage, fields: FieldSelection, content_type: str | None) -> SavedOutcome:
    try:
        body = page.path.read_bytes()
        if fault := unusable(body):
            return SavedOutcome(page.path, failed=fault)
        url = page.url or saved_url(body, content_type)
        if url is None:
            return SavedOutcome(page.path, failed=NO_URL)
        article = read_article(parse_saved(body, url, content_type), fields=fields)
    except Exception as error:  # noqa: BLE001  a fault on one page must not stop the others
        return SavedOutcome(page.path, failed=str(error) or type(error).__name__)
    cause = unsoundness(article)
    if cause is not None:
        return SavedOutcome(page.path, rejected=Reason(cause).sentence)
    return SavedOutcome(page.path, article_line(article))
