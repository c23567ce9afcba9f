"""Builds the requests for lists of captures, and for captures."""

from __future__ import annotations

from typing import Any

from scrapy import Request

from crawler.state.endings import GONE
from crawler.state.requests import CAPTURED, DELAY, RANGE, WHOLE
from crawler.webarchives.archives import ArchivedMoment, WebArchive
from crawler.webarchives.index import IndexedCapture
from crawler.webarchives.look_up import LookUp, capture_url


def meta_of_list(archive: WebArchive) -> dict[str, Any]:
    """Return the own meta of a request for a list of captures; some errors mean an empty one."""
    return {DELAY: archive.delay, WHOLE: True, "handle_httpstatus_all": True}


def meta_of_capture(capture: IndexedCapture, archive: WebArchive) -> dict[str, Any]:
    """Return the own meta of a request for a capture, by replay or as a part of a WARC file."""
    meta: dict[str, Any] = {DELAY: archive.delay, CAPTURED: True, "handle_httpstatus_list": list(GONE)}
    if archive.has_files:
        meta[RANGE] = f"{capture.offset}-{capture.offset + capture.length - 1}"
    return meta


def list_request(moment: ArchivedMoment, url: str, **meta: Any) -> Request:
    """Return the request for the captures of a file of any type."""
    archive = moment.archive.of_all_types()
    look_up = LookUp(archive=archive, url=url)
    return Request(look_up.request_url(), dont_filter=True, meta={**meta_of_list(archive), **meta})


def capture_request(capture: IndexedCapture, archive: WebArchive, **meta: Any) -> Request:
    """Return the request for a capture."""
    url = capture_url(archive, capture)
    return Request(url, dont_filter=True, meta={**meta_of_capture(capture, archive), **meta})
