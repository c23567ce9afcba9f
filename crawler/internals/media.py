"""Opens Scrapy's media pipeline: it holds no results in memory, and logs no traceback of a failure."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from scrapy.pipelines.media import FileInfo, MediaPipeline
from twisted.internet.defer import succeed

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response
    from twisted.internet.defer import Deferred
    from twisted.python.failure import Failure

Info = MediaPipeline.SpiderInfo
"""The pipeline's own state; it joins requests for a URL that is being fetched."""


class OpenMedia(MediaPipeline):
    """Scrapy's pipeline for the media of items; a subclass knows which are fetched, and keeps their bytes.

    Scrapy's subclasses keep no original bytes: one re-encodes pictures, both hold all results in memory.
    """

    LOG_FAILED_RESULTS = False

    def open_spider(self, spider: Spider | None = None) -> None:  # noqa: ARG002  Scrapy's signature
        """Begin, and hold no results in memory; the ledger has them."""
        super().open_spider()
        self.spiderinfo.downloaded = _Forgetful()
        self._fingerprinter = _ByKey(self)

    @abstractmethod
    def key_of(self, request: Request) -> str:
        """Return the key of a result: a request waits for another one under way with the same key.

        Scrapy's own key ignores the order of a URL's parameters, so the second URL would have no result.
        """

    @abstractmethod
    def is_settled(self, request: Request) -> bool:
        """Return whether a request is not made, because its result is known."""

    @abstractmethod
    async def kept(self, request: Request, response: Response) -> None:
        """Keep the answer to a request, if it is of use. May raise any error, which goes to `missed`."""

    @abstractmethod
    def missed(self, request: Request, error: BaseException) -> None:
        """Record that a request failed, by the error of its download or of `kept`."""

    def media_to_download(
        self,
        request: Request,
        info: Info,  # noqa: ARG002  Scrapy's signature
        *,
        item: Any = None,  # noqa: ARG002  as above
    ) -> Deferred[FileInfo | None] | None:
        """Return a result in place of a download, or None."""
        return succeed(_result(request)) if self.is_settled(request) else None

    async def media_downloaded(
        self,
        response: Response,
        request: Request,
        info: Info,  # noqa: ARG002  Scrapy's signature
        *,
        item: Any = None,  # noqa: ARG002  as above
    ) -> FileInfo:
        """Keep an answer."""
        await self.kept(request, response)
        return _result(request)

    def media_failed(self, failure: Failure, request: Request, info: Info) -> None:  # type: ignore[override]  # noqa: ARG002
        """Record a failure. Scrapy would log a traceback if this raised an error, as it is meant to."""
        if failure.value is not None:
            self.missed(request, failure.value)

    def file_path(
        self,
        request: Request,
        response: Response | None = None,  # noqa: ARG002  Scrapy's signature
        info: Info | None = None,  # noqa: ARG002  as above
        *,
        item: Any = None,  # noqa: ARG002  as above
    ) -> str:
        """Return the URL: the path of a file follows from its bytes, not from its request."""
        return request.url


class _ByKey:
    """Identifies requests by the keys of their results."""

    def __init__(self, media: OpenMedia) -> None:
        self._media = media

    def fingerprint(self, request: Request) -> bytes:
        """Return the key of a request."""
        return self._media.key_of(request).encode("utf-8", "replace")


class _Forgetful(dict[bytes, Any]):
    """Scrapy's store of results, which it looks into before each request; it stays empty."""

    def __setitem__(self, key: bytes, value: Any) -> None:
        """Forget a result."""


def _result(request: Request) -> FileInfo:
    """Return Scrapy's form of a result, which is not used: the ledger has the result."""
    return FileInfo(url=request.url, path="", checksum=None, status="uptodate")
