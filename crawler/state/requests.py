"""Converts requests to the form of the ledger, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from scrapy import Request, Spider

from crawler.ledger.errands import Asked, Errand
from crawler.publishers import posting_of

ERRAND = "errand"
"""Key in a request's meta: the id of the errand that it serves, through redirects and repetitions."""
PUT_BACK = "put_back"
"""Key in the meta of a request that is queued again unchanged."""
EXCHANGE, PLACE = "exchange", "archive"
"""Keys there: the raw exchange, and its place in the archive."""
WHOLE = "whole"
"""Key in the meta of a request that is answered in full even if the page has not changed."""
CONTENTS, FORM = "contents", "form"
"""Keys in the meta of a response from a source: its announced contents, and their form."""
AWAITED, START, FILE = "awaited", "start", "file"
"""Key in the meta of a request for a source, and its values: a start, or a feed, sitemap or JSON list."""

DATA_LIST = "data_list"
"""Key in the meta of a request for a declared list in JSON: the fields of its `DataList`."""

DELAY = "archive_delay"
"""Key in the meta of a request to a web archive: seconds between two of them. It gets one connection, and its
pages are visited one after the other, so that captures of one page come in their order."""
CAPTURED = "captured"
"""Key in the meta of a request for a captured page: its redirects and firewalls are those of its own site."""
PICTURE = "picture"
"""Key in the meta of a request for the picture of an article, which is no page: its URL in the record."""
RANGE = "range"
"""Key in the meta of a request for a part of a file: `first-last`, in bytes."""

SIGNALS, TDM_FILE = "content_signals", "tdm_file"
"""Keys in a request's meta: the reservations that robots.txt and tdmrep.json of its site state for it."""
SITE_FILE = "site_file"
"""Key in the meta of a request for tdmrep.json, whose failures do not count as failures of the crawl."""
FOUND_ON, FOUND_AS, FOUND_AT = "found_on", "found_as", "found_at"
"""Keys in a request's meta: the page that named its URL, the way (see `FoundAs`), and the Unix time."""

_JSON = {"Content-Type": "application/json"}

# Keys of other components for one download, or with their own column.
_PASSING = {
    *(ERRAND, "visits", "depth", FOUND_ON, FOUND_AT, "again", SIGNALS, TDM_FILE),
    *("download_slot", "download_latency", "download_timeout", EXCHANGE, PLACE, CONTENTS, FORM),
}


def asked_for(request: Request, spider: Spider) -> Asked | None:
    """Return the ledger's form of a request, or None if JSON's types cannot describe it.

    It describes plain GETs, and POSTs of JSON.
    """
    described = _described(request, spider)
    if described is None:
        return None
    meta = request.meta
    again = bool(meta.get("again") or meta.get("is_start_request"))
    depth = meta.get("depth", 0)
    url = named(request.url, meta.get(RANGE))
    return Asked(url, server_of(request.url), request.priority, depth, described, meta.get(FOUND_ON), again)


def restored(errand: Errand, spider: Spider) -> Request:
    """Return the request of an errand. Raises `AttributeError` if the spider lacks its callback."""
    kept = json.loads(errand.request)
    # A rebuilt ledger keeps the way to an article in its request.
    first = {FOUND_ON: errand.found_on, FOUND_AT: errand.found_at, **kept.get("meta", {})}
    meta = {**first, ERRAND: errand.id, "depth": errand.depth, "visits": errand.visits}
    if errand.tries:
        meta["retry_times"] = errand.tries
    return Request(
        errand.url.removesuffix(_suffix(meta.get(RANGE))),
        callback=_method(spider, kept.get("callback")),
        errback=_method(spider, kept.get("errback")),
        method="POST" if "body" in kept else "GET",
        body=kept.get("body", ""),
        headers=_headers(errand.url) if "body" in kept else None,
        cb_kwargs=kept.get("cb_kwargs", {}),
        meta=meta,
        priority=errand.priority,
        dont_filter=True,
    )


def posted_body(url: str) -> str | None:
    """Return the JSON for a URL that its publisher answers only to POST; None for all other URLs."""
    if posting_of(url) is None:
        return None
    return json.dumps(dict(parse_qsl(urlsplit(url).query, keep_blank_values=True)), ensure_ascii=False)


def posted(request: Request, body: str) -> Request:
    """Return a request as a POST of JSON, with the headers that its server asks for."""
    return request.replace(method="POST", body=body, headers=_headers(request.url))


def _headers(url: str) -> dict[str, str]:
    declared = posting_of(url)
    return {**_JSON, **dict(declared.headers if declared else ())}


def named(url: str, part: str | None) -> str:
    """Return the name of a requested URL in the ledger; each part of a file has its own."""
    return url + _suffix(part)


def _suffix(part: str | None) -> str:
    return f"?bytes={part}" if part else ""


def server_of(url: str) -> str:
    """Return host and port of a URL, the unit of queues, delays and bounds."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def _described(request: Request, spider: Spider) -> str | None:
    is_posted = request.method == "POST" and request.headers.get("Content-Type") == b"application/json"
    if request.cookies or not (is_posted or (request.method == "GET" and not request.body)):
        return None
    try:
        kept = {
            "callback": _name(request.callback, spider),
            "errback": _name(request.errback, spider),
            "cb_kwargs": dict(request.cb_kwargs),
            "meta": {name: value for name, value in request.meta.items() if name not in _PASSING},
            "body": request.body.decode("utf-8") if is_posted else None,
        }
        return json.dumps(_without_empty(kept))
    except (TypeError, ValueError):
        return None


def _without_empty(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in kept.items() if value}


def _name(function: Callable[..., Any] | None, spider: Spider) -> str | None:
    """Return the name of a spider's method. Raises `ValueError` for any other function."""
    if function is None:
        return None
    if getattr(function, "__self__", None) is not spider:
        raise ValueError("not a method of the spider")
    return function.__name__


def _method(spider: Spider, name: str | None) -> Callable[..., Any] | None:
    method: Callable[..., Any] | None = getattr(spider, name) if name else None
    return method
