"""Converts the answers of web archives to lists of captures, and to the original answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from scrapy.http import Response

from crawler.items import ALTERED, Exchange
from crawler.parsing.pages import FetchedPage
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.state.headers import decoded, pairs
from crawler.state.requests import EXCHANGE, RANGE, named
from crawler.text.reservations import reservations_in_headers
from crawler.webarchives.archives import ArchivedMoment, WebArchive
from crawler.webarchives.choosing import Types, nearest
from crawler.webarchives.index import IndexAnswer, IndexedCapture, IndexFormatError, read_index
from crawler.webarchives.look_up import named_by
from crawler.webarchives.originals import Original, OriginalError, original_of_record, original_of_replay

_EMPTY = 404
"""Status with which some CDX servers say that there are no captures."""


def answer_of(response: Response) -> IndexAnswer | Reason:
    """Return the list of captures in the answer of a CDX server, or why there is none."""
    if response.status // 100 != 2 and response.status != _EMPTY:
        return http(response.status)
    try:
        return read_index(response.body)
    except IndexFormatError as error:
        return http(_EMPTY) if response.status == _EMPTY else Reason(Cause.NOT_AN_INDEX, str(error))


def nearest_in(
    response: Response, moment: ArchivedMoment, wanted: Sequence[Types]
) -> IndexedCapture | Reason:
    """Return the nearest capture of the wanted types in the answer of a CDX server, or why there is none."""
    answer = answer_of(response)
    if isinstance(answer, Reason):
        return answer
    return nearest(answer.captures, moment, wanted) or Reason(Cause.NOT_CAPTURED)


def captured_page(response: Response, archive: WebArchive, wanted: IndexedCapture) -> FetchedPage | Reason:
    """Return a captured page or file under its own URL, with the time of the capture, or else the reason."""
    if response.status // 100 != 2:
        return Reason(Cause.NOT_THE_CAPTURE, http(response.status).words)
    capture: IndexedCapture | None = wanted
    if response.meta.get("redirect_urls"):
        capture = named_by(archive, response.url, wanted)
    if capture is None:
        return Reason(Cause.NOT_THE_CAPTURE, "a redirect to another page")
    try:
        original = _original(response, archive, capture)
    except OriginalError as error:
        return Reason(Cause.NOT_THE_CAPTURE, str(error))
    exchange = _exchange(response, capture, original)
    return FetchedPage(
        url=capture.url,
        body=original.body,
        content_type=original.content_type,
        fetched=capture.time,
        exchange=exchange,
        capture=exchange.capture,
        reservations=reservations_in_headers(decoded(exchange.headers)),
        is_altered=not original.is_as_indexed,
    )


def _original(response: Response, archive: WebArchive, capture: IndexedCapture) -> Original:
    if archive.has_files:
        return original_of_record(response.body, capture)
    headers = pairs(response.headers)
    exchange: Exchange | None = response.meta.get(EXCHANGE)
    sent = exchange.body if exchange else response.body
    return original_of_replay(response.body, sent, headers, capture)


def _exchange(response: Response, capture: IndexedCapture, original: Original) -> Exchange:
    """Return the answer of the page's own server, for the archive of the crawl."""
    return Exchange(
        url=capture.url,
        date=f"{capture.time[:19]}Z",
        method="GET",
        asked=(),
        status=200,
        protocol="HTTP/1.1",
        headers=original.headers,
        body=original.body,
        remarks=() if original.is_as_indexed else (ALTERED,),
        capture=named(response.url, response.meta.get(RANGE)),
        harvested=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
    )
