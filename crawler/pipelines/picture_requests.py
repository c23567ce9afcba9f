"""Builds the requests for pictures of the live site."""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy import Request

from crawler.state.requests import PICTURE

_ACCEPT = "image/jpeg,image/png,image/webp,image/gif,image/avif,image/*;q=0.5"


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
