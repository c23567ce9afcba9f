"""Tells pictures that advertise another publisher from those of an article."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml import etree

from crawler.text.domains import site_of
from crawler.text.urls import resolve


def advertises(image: etree._Element, base: str) -> bool:
    """Return whether an image without a description leads to the home page of another publisher.

    `base` is the URL of the page.
    """
    link = next(image.iterancestors("a"), None)
    if link is None or image.get("alt"):
        return False
    target = urlsplit(resolve(base, link.get("href") or "") or "")
    return target.path in ("", "/") and _is_other_publisher(target.hostname, urlsplit(base).hostname)


def _is_other_publisher(host: str | None, own: str | None) -> bool:
    """Return whether two hosts have different names: `linshui.cn` and `news.linshui.com.cn` share theirs."""
    return bool(host and own) and _name_of(host or "") != _name_of(own or "")


def _name_of(host: str) -> str:
    return site_of(host).partition(".")[0]
