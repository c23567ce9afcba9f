"""Fetches pictures from web archives: the captures that are nearest to those of their articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from crawler.captures.answers import captured_page, nearest_in
from crawler.captures.requests import capture_request, list_request
from crawler.reasons import Cause, Reason
from crawler.state.requests import PICTURE, RANGE, named
from crawler.webarchives.choosing import PICTURES, between

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

    from crawler.parsing.pages import FetchedPage
    from crawler.webarchives.archives import ArchivedMoment
    from crawler.webarchives.index import IndexedCapture


class NoCaptureError(Exception):
    """The web archive gives no capture of a picture. Raised by `WantedPicture`."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.words)


@dataclass(frozen=True, slots=True)
class PictureBounds:
    """The bounds for pictures from web archives."""

    size: int
    """Bytes (PHOTO_SIZE_MAX)."""
    days: int
    """Days between the captures of an article and of its picture (PHOTO_CAPTURE_DAYS_MAX)."""


@dataclass(frozen=True, slots=True)
class WantedPicture:
    """The picture of a captured article."""

    name: str
    """Its name in the ledger."""
    url: str
    """URL of the original picture."""
    moment: ArchivedMoment
    bounds: PictureBounds

    def list_request(self) -> Request:
        """Return the request for the captures of its URL."""
        return list_request(self.moment, self.url, **{PICTURE: self.name})

    def nearest_in(self, response: Response) -> IndexedCapture:
        """Return its nearest capture in the answer of a CDX server. Raises `NoCaptureError`."""
        capture = nearest_in(response, self.moment, PICTURES)
        if isinstance(capture, Reason):
            raise NoCaptureError(capture)
        self.check_time(capture.time)
        return capture

    def request(self, capture: IndexedCapture) -> Request:
        """Return the request for one of its captures."""
        meta = {PICTURE: self.name, "download_maxsize": self.bounds.size, "download_warnsize": 0}
        return capture_request(capture, self.moment.archive, **meta)

    def received(self, response: Response, capture: IndexedCapture) -> FetchedPage:
        """Return the original answer in that of the archive. Raises `NoCaptureError`."""
        original = captured_page(response, self.moment.archive, capture)
        if isinstance(original, Reason):
            raise NoCaptureError(original)
        self.check_time(original.fetched)
        if len(original.body) > self.bounds.size:
            raise NoCaptureError(Reason(Cause.TOO_LARGE))
        return original

    def check_time(self, captured: str | None) -> None:
        """Raise `NoCaptureError` if a capture is too far from that of the article."""
        if captured and between(captured, self.moment.time) > timedelta(self.bounds.days):
            raise NoCaptureError(Reason(Cause.FAR_CAPTURE))


def name_of_capture(request: Request) -> str:
    """Return the name of a requested capture in the ledger: its URL, or a file with the range of bytes."""
    return named(request.url, request.meta.get(RANGE))
