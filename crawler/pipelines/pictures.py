"""Fetches the pictures of the articles that are written (pipeline); PHOTOS adds it to a crawl.

This module imports Pillow, and no other module imports it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import NotConfigured
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.accounting.drops import BrokenOff
from crawler.accounting.refusals import Refusal, reason_of_error
from crawler.internals.media import Info, OpenMedia
from crawler.items import Article, Photo, PictureFile
from crawler.ledger.ledger import Ledger
from crawler.ledger.pictures import KnownPicture, PictureOutcome, keep_file
from crawler.pictures.comparison import differing_texts
from crawler.pictures.inspection import UnusablePictureError, inspect_picture
from crawler.reasons import Cause, Reason
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles, NoFiles
from crawler.state.requests import EXCHANGE, PICTURE, PLACE

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

TRIES = 5
"""Failures in a row after which a picture is not requested again, as of pages."""
_ACCEPT = "image/jpeg,image/png,image/webp,image/gif,image/avif,image/*;q=0.5"
_REFUSED = frozenset(
    {Cause.TOO_LARGE, Cause.TOO_LARGE_UNPACKED, Cause.ROBOTS_FORBIDDEN, Cause.PRIVATE_ADDRESS}
    | {Cause.NOT_HTTP, Cause.REDIRECT_TO_NOTHING, Cause.ADDRESS_TOO_LONG}
)
"""Causes of a failed download for which another try would be of no use."""
_CHECKED_AGAIN = frozenset({Cause.ROBOTS_FORBIDDEN, Cause.PRIVATE_ADDRESS})
"""Causes that are checked before each request, and may not hold any more."""


class FetchPictures(OpenMedia):
    """Adds their files to the photos of an article, which waits for them, up to PHOTO_SECONDS_MAX.

    Requests pass the same checks and delays as those for pages. Each URL is fetched once, because the ledger
    has its outcome. An article is written even if all of its pictures fail.
    """

    def __init__(self, crawl: Crawler, files: CrawlFiles) -> None:
        super().__init__(crawler=crawl)
        self._files = files
        self._stats = crawl.stats
        self._visits = state_of(crawl).visits
        self._size = crawl.settings.getint("PHOTO_SIZE_MAX")
        self._pixels = crawl.settings.getint("PHOTO_PIXELS_MAX")
        self._patience = crawl.settings.getfloat("PHOTO_SECONDS_MAX")
        self._late: set[asyncio.Future[Any]] = set()
        self._thread = ThreadPoolExecutor(1, "pictures")  # one picture in memory, decoded, at a time

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the pipeline for a crawl. Raises `NotConfigured` if the crawl has no directory."""
        files = state_of(crawl).files
        if isinstance(files, NoFiles):
            raise NotConfigured
        return cls(crawl, files)

    def open_spider(self, spider: Spider | None = None) -> None:  # noqa: ARG002  Scrapy's signature
        """Delete the files of a killed run that no URL has."""
        super().open_spider()
        swept = self._files.in_ledger(lambda ledger: ledger.pictures.sweep(self._files.folder), otherwise=0)
        if swept:
            logger.info("Deleted files of pictures that a killed run had not recorded: %d", swept)

    async def close_spider(self) -> None:
        """Wait for late pictures, whose downloads have ended, and stop the thread that inspects them."""
        if self._late:
            await asyncio.wait(self._late)
        self._thread.shutdown()

    async def process_item(self, item: Any, spider: Spider | None = None) -> Any:  # noqa: ARG002  Scrapy's signature
        """Return the article with the files of its photos. Raises `BrokenOff` if the run ends before."""
        if not isinstance(item, Article) or not item.photos:
            return item
        fetching = asyncio.ensure_future(super().process_item(item))
        await asyncio.wait([fetching], timeout=self._patience)
        if self._visits.is_abandoned:
            raise BrokenOff("the run ended before its pictures came")
        if not fetching.done():  # its pictures come too late for this line, but are known to later ones
            self._late.add(fetching)
            fetching.add_done_callback(self._late.discard)
            return self._with_files(item)
        return fetching.result()

    def get_media_requests(self, item: Article, info: Info) -> list[Request]:  # noqa: ARG002  Scrapy's signature
        """Return the requests for the pictures of an article."""
        urls = dict.fromkeys(photo.url for photo in item.photos if photo.url)
        requests = {url: request_of(item.url, url, self._size) for url in urls}
        for url in (url for url, request in requests.items() if request is None):
            self._refuse(url, Reason(Cause.NOT_HTTP))
        return [request for request in requests.values() if request is not None]

    def key_of(self, request: Request) -> str:
        """Return the URL of a photo, all of whose characters count."""
        return str(request.meta[PICTURE])

    def is_settled(self, request: Request) -> bool:
        """Return whether a picture is not requested again: its file is there, or it has none to give."""
        known = self._known(request.meta[PICTURE])
        if known is None or not self._needs_no_request(known):
            return False
        self._stats.inc_value("photos/known")
        return True

    async def kept(self, request: Request, response: Response) -> None:
        """Keep a picture. Raises HttpError, and `UnusablePictureError` for other bytes."""
        self._stats.inc_value(f"photos/response_status_count/{response.status}")
        if response.status != 200:
            raise HttpError(response)
        loop = asyncio.get_running_loop()
        try:
            file = await loop.run_in_executor(self._thread, self._stored, response.body)
        except OSError as error:  # of the disk; a decoder's is an `UnusablePictureError`
            self._files.in_ledger(partial(_raise, error), otherwise=None)
            return
        self._files.in_ledger(lambda ledger: _record(ledger, request, response, file), otherwise=None)
        self._stats.inc_value("photos/fetched")
        self._stats.inc_value("photos/bytes", file.size)

    def _stored(self, body: bytes) -> PictureFile:
        """Return the description of a picture, after writing its file: the disk has it before the ledger."""
        file = inspect_picture(body, self._pixels)
        keep_file(self._files.folder, file, body)
        return file

    def missed(self, request: Request, error: BaseException) -> None:
        """Record a refused or failed picture; a download that is cancelled at the end is not recorded."""
        if self._visits.is_abandoned:
            return
        url = request.meta[PICTURE]
        if isinstance(error, UnusablePictureError):
            self._refuse(url, error.reason)
            return
        if not isinstance(error, HttpError):
            name = f"{type(error).__module__}.{type(error).__qualname__}"
            self._stats.inc_value(f"photos/exception_type_count/{name}")
        reason = reason_of_error(error)
        if reason.cause is Cause.EXCEPTION:
            logger.error("A picture failed by a fault of this program: %s", url, exc_info=error)
        if reason.cause in _REFUSED:
            self._refuse(url, reason)
        else:
            self._fail(url, reason, is_try=not isinstance(error, Refusal))

    def _refuse(self, url: str, reason: Reason) -> None:
        self._stats.inc_value(f"photos/refused/{reason.code}")
        self._files.in_ledger(lambda ledger: ledger.pictures.refused(url, reason), otherwise=None)

    def _fail(self, url: str, reason: Reason, *, is_try: bool) -> None:
        self._stats.inc_value(f"photos/failed/{reason.code}")
        self._files.in_ledger(
            lambda ledger: ledger.pictures.failed(url, reason, is_try=is_try), otherwise=None
        )

    def item_completed(self, results: list[Any], item: Article, info: Info) -> Article:  # noqa: ARG002  Scrapy's signature
        """Return the article with the files of its photos."""
        return self._with_files(item)

    def _with_files(self, article: Article) -> Article:
        known = tuple(self._known(photo.url) if photo.url else None for photo in article.photos)
        photos = tuple(map(_with_file, article.photos, known))
        evidence = {**article.evidence, **_evidence(photos, known)}
        return replace(article, photos=photos, evidence=evidence)

    def _known(self, url: str) -> KnownPicture | None:
        nothing: KnownPicture | None = None
        return self._files.in_ledger(lambda ledger: ledger.pictures.known(url), otherwise=nothing)

    def _needs_no_request(self, known: KnownPicture) -> bool:
        if known.file is not None:
            return (self._files.folder / known.file.path).is_file()
        if known.outcome is PictureOutcome.REFUSED:
            return known.reason is None or known.reason.cause not in _CHECKED_AGAIN
        return known.tries >= TRIES


def _record(ledger: Ledger, request: Request, response: Response, file: PictureFile) -> None:
    """Record a picture and archive its response, in one transaction."""
    meta = response.request.meta if response.request is not None else {}
    exchange, place = meta.pop(EXCHANGE, None), meta.get(PLACE)
    if exchange is not None and ledger.archive is not None:
        place = ledger.archive.keep(exchange)
    ledger.pictures.fetched(request.meta[PICTURE], file, place)


def _raise(error: OSError, _: Ledger) -> None:
    """Raise an error of the disk where it ends the crawl."""
    raise error


def request_of(page: str, picture: str, most: int) -> Request | None:
    """Return the request for a picture of at most `most` bytes on a page; None for an invalid URL."""
    meta = {PICTURE: picture, "download_maxsize": most, "download_warnsize": 0}
    try:
        headers = {"Accept": _ACCEPT, **_referrer(page, picture)}
        return Request(picture, headers=headers, meta=meta, dont_filter=True)
    except ValueError:
        return None


def _referrer(page: str, picture: str) -> dict[str, str]:
    """Return the referrer that browsers send by default: the origin, and none from https to http."""
    parts, target = urlsplit(page), urlsplit(picture)
    if parts.scheme == "https" and target.scheme != "https":
        return {}
    is_own = (parts.scheme, parts.netloc) == (target.scheme, target.netloc)
    return {"Referer": page.partition("#")[0] if is_own else f"{parts.scheme}://{parts.netloc}/"}


def _with_file(photo: Photo, known: KnownPicture | None) -> Photo:
    return replace(photo, file=known.file) if known is not None and known.file is not None else photo


def _evidence(photos: Sequence[Photo], known: Sequence[KnownPicture | None]) -> dict[str, str]:
    """Return why photos have no file, and whose embedded texts differ from the printed ones."""
    refused = (
        f"{place}={_code(each)}"
        for place, (photo, each) in enumerate(zip(photos, known, strict=True))
        if photo.url and photo.file is None
    )
    differing = (
        f"{place}={','.join(names)}"
        for place, photo in enumerate(photos)
        if (names := list(differing_texts(photo)))
    )
    evidence = {"photos.refused": "; ".join(refused), "photos.embedded": "; ".join(differing)}
    return {name: text for name, text in evidence.items() if text}


def _code(known: KnownPicture | None) -> str:
    reason = known.reason if known is not None else None
    return (reason or Reason(Cause.PICTURE_WAIT)).code
