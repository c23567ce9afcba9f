"""Normalises URLs to the keys of the ledger."""

from __future__ import annotations

import hashlib

from crawler.text.urls import same_article_key


def url_key(url: str) -> bytes:
    """Return the key of a URL: the same for http and https, `www.` and mobile hosts, tracking parameters."""
    return hashlib.blake2b(same_article_key(url).encode("utf-8", "replace"), digest_size=16).digest()
