"""Fetches the pictures of the articles that are written (pipeline); PHOTOS adds it to a crawl.

This module imports Pillow, and no other module imports it.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request
from scrapy.exceptions import NotConfigured
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.accounting.drops import BrokenOff, UnchangedArticle
from crawler.accounting.refusals import Refusal, reason_of_error
from crawler.captures.pictures import NoCaptureError, PictureBounds, WantedPicture, name_of_capture
from crawler.internals.media import Info, OpenMedia
from crawler.items import Article, PictureFile
from crawler.ledger.pictures import keep_file, name_of
from crawler.parsing.pages import FetchedPage
from crawler.pictures.inspection import UnusablePictureError, inspect_picture
from crawler.pipelines.outcomes import PictureOutcomes, with_files
from crawler.pipelines.picture_requests import request_of
from crawler.reasons import Cause, Reason
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles, NoFiles
from crawler.state.requests import EXCHANGE, PICTURE, PLACE

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

_WANTED, _NAMES = "wanted_picture", "picture_names"
"""Keys in the meta of a request for the captures of a picture: the `WantedPicture`, and the names under which
the ledger has its outcome, if that holds for other articles, too."""


class FetchPictures(OpenMedia):
    """Adds their files to the photos of an article, which waits for them, up to PHOTO_SECONDS_MAX.

    Requests pass the same checks and delays as those for pages. Each URL is fetched once, because the ledger
    has its outcome. An article is written even if all of its pictures fail. The pictures of an article that
    was read from a web archive come from there.
    """

    def __init__(self, crawl: Crawler, files: CrawlFiles) -> None:
        super().__init__(crawler=crawl)
        self._files = files
        self._stats = crawl.stats
        self._outcomes = PictureOutcomes(files, crawl.stats)
        self._visits = state_of(crawl).visits
        self._moments = state_of(crawl).moments
        self._size = crawl.settings.getint("PHOTO_SIZE_MAX")
        self._bounds = PictureBounds(self._size, crawl.settings.getint("PHOTO_CAPTURE_DAYS_MAX"))
        self._pixels = crawl.settings.getint("PHOTO_PIXELS_MAX")
        self._patience = crawl.settings.getfloat("PHOTO_SECONDS_MAX")
        self._late: set[asyncio.Future[Any]] = set()
        self._turn = asyncio.Lock()  # two URLs may have one capture, which is requested once
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
        """Return the article with the files of its photos.

        Raises `BrokenOff` if the run ends before, and `UnchangedArticle` if an article was read again for its
        pictures, and none came.
        """
        if not isinstance(item, Article) or not item.photos:
            return item
        return self._unless_in_vain(await self._filled(item))

    async def _filled(self, item: Article) -> Article:
        fetching = asyncio.ensure_future(super().process_item(item))
        await asyncio.wait([fetching], timeout=self._patience)
        if self._visits.is_abandoned:
            raise BrokenOff("the run ended before its pictures came")
        if not fetching.done():  # its pictures come too late for this line, but are known to later ones
            self._late.add(fetching)
            fetching.add_done_callback(self._late.discard)
            return self._with_files(item)
        article: Article = fetching.result()
        return article

    def _unless_in_vain(self, article: Article) -> Article:
        if article.revision == 1 or article.changed:
            return article
        if not self._outcomes.have_come(article.id):
            raise UnchangedArticle(
                f"revision {article.revision - 1} is stored, and no picture came", article.id
            )
        return replace(article, changed=("photos",))

    def get_media_requests(self, item: Article, info: Info) -> list[Request]:  # noqa: ARG002  Scrapy's signature
        """Return the requests for the pictures of an article."""
        urls = dict.fromkeys(photo.url for photo in item.photos if photo.url)
        requests = {url: request_of(item.url, url, self._size) for url in urls}
        for url in (url for url, request in requests.items() if request is None):
            self._outcomes.refuse((self._name(item, url),), Reason(Cause.NOT_HTTP))
        return [self._from_archive(item, request) for request in requests.values() if request is not None]

    def _from_archive(self, article: Article, request: Request) -> Request:
        """Return the request for the captures of a picture of a captured article; any other one unchanged."""
        moment = self._moments.of(article)
        if moment is None:
            return request
        url = request.meta[PICTURE]
        wanted = WantedPicture(self._name(article, url), url, moment, self._bounds)
        listing = wanted.list_request()
        listing.meta[_WANTED] = wanted
        return listing

    def _name(self, article: Article, url: str) -> str:
        """Return the name of a picture of an article in the ledger."""
        return name_of(url, article.evidence["capture"] if self._moments.of(article) else None)

    def key_of(self, request: Request) -> str:
        """Return the name of a picture, all of whose characters count."""
        return str(request.meta[PICTURE])

    def is_settled(self, request: Request) -> bool:
        """Return whether a picture is not requested again: its file is there, or it has none to give."""
        if self._outcomes.settled(request.meta[PICTURE]) is None:
            return False
        self._stats.inc_value("photos/known")
        return True

    async def kept(self, request: Request, response: Response) -> None:
        """Keep a picture.

        Raises HttpError, `NoCaptureError`, and `UnusablePictureError` for other bytes.
        """
        self._count(response)
        if _WANTED not in request.meta:
            await self._keep(request, self._received(response))
            return
        async with self._turn:
            answer = await self._captured(request, response)
            if answer is not None:
                await self._keep(request, answer)

    def _received(self, response: Response) -> FetchedPage:
        """Return the answer of a live site. Raises HttpError."""
        if response.status != 200:
            raise HttpError(response)
        meta = response.request.meta if response.request is not None else {}
        exchange, place = meta.pop(EXCHANGE, None), meta.get(PLACE)
        return FetchedPage(url=response.url, body=response.body, exchange=exchange, archive=place)

    async def _captured(self, request: Request, response: Response) -> FetchedPage | None:
        """Return the nearest capture in a list; None if its outcome is known. Raises `NoCaptureError`."""
        wanted: WantedPicture = request.meta[_WANTED]
        capture = wanted.nearest_in(response)
        asking = wanted.request(capture)
        name = name_of_capture(asking)
        request.meta[_NAMES] = (wanted.name, name)
        known = self._outcomes.settled(name)
        if known is not None:
            wanted.check_time(known.file.captured if known.file else None)
            self._outcomes.repeat(wanted.name, name)
            self._stats.inc_value("photos/known")
            return None
        answer = await self._download(asking)
        self._count(answer)
        return wanted.received(answer, capture)

    def _count(self, response: Response) -> None:
        """Count an answer for a picture, which is no page."""
        self._stats.inc_value(f"photos/response_status_count/{response.status}")

    async def _download(self, request: Request) -> Response:
        if self.crawler.engine is None:
            raise RuntimeError("the engine runs while pictures are fetched")
        return await self.crawler.engine.download_async(request)

    async def _keep(self, request: Request, answer: FetchedPage) -> None:
        loop = asyncio.get_running_loop()
        try:
            file = await loop.run_in_executor(self._thread, self._stored, answer)
        except OSError as error:  # of the disk; a decoder's is an `UnusablePictureError`
            self._outcomes.refuse_writing(error)
            return
        self._outcomes.keep(_names(request), answer, file)

    def _stored(self, answer: FetchedPage) -> PictureFile:
        """Return the description of a picture, after writing its file: the disk has it before the ledger."""
        file = inspect_picture(answer.body, self._pixels)
        keep_file(self._files.folder, file, answer.body)
        return replace(file, capture=answer.capture, captured=answer.fetched if answer.capture else None)

    def missed(self, request: Request, error: BaseException) -> None:
        """Record a refused or failed picture; a download that is cancelled at the end is not recorded."""
        if self._visits.is_abandoned:
            return
        names = _names(request)
        if isinstance(error, UnusablePictureError):
            self._outcomes.refuse(names, error.reason)
            return
        if not isinstance(error, HttpError | NoCaptureError):
            name = f"{type(error).__module__}.{type(error).__qualname__}"
            self._stats.inc_value(f"photos/exception_type_count/{name}")
        reason = error.reason if isinstance(error, NoCaptureError) else reason_of_error(error)
        if reason.cause is Cause.EXCEPTION:
            logger.error("A picture failed by a fault of this program: %s", names[0], exc_info=error)
        if reason.cause is Cause.FAR_CAPTURE:
            names = names[:1]  # it may be near to another article
        self._outcomes.miss(names, reason, is_try=not isinstance(error, Refusal))

    def item_completed(self, results: list[Any], item: Article, info: Info) -> Article:  # noqa: ARG002  Scrapy's signature
        """Return the article with the files of its photos."""
        return self._with_files(item)

    def _with_files(self, article: Article) -> Article:
        urls = (photo.url for photo in article.photos)
        known = [self._outcomes.known(self._name(article, url)) if url else None for url in urls]
        filled = with_files(article, known)
        if missing := sum(bool(photo.url) and photo.file is None for photo in filled.photos):
            self._stats.inc_value("photos/missing", missing)
        return filled


def _names(request: Request) -> tuple[str, ...]:
    """Return the names under which the outcome of a request is recorded."""
    names: tuple[str, ...] = request.meta.get(_NAMES) or (request.meta[PICTURE],)
    return names
