"""Compares the content of records: for revisions and for duplicates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.items import FIRST_SCHEMA, UNREAD, Article, Photo
from crawler.records.lines import json_line
from crawler.text.urls import plain_host

CONTENT_FIELDS = (
    "headline",
    "kicker",
    "published",
    "source",
    "bylines",
    "editors",
    "dateline",
    "photos",
    "body",
    "deck",
)
"""Fields whose change makes a new revision. Changes of other fields (breadcrumb, time of the last change,
fetched URL, program version, kind, keywords) do not. A field of a later version stands at the end, so that
the stored digests of earlier versions stay valid."""
OF_FIRST_SCHEMA = 9
"""Number of content fields in `article/1`."""

_WIDTH = 8  # bytes of a field's digest
_NOT_READ = bytes(_WIDTH)
"""Stands for the digest of an unread field."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The fingerprint of an article."""

    id: str
    """The article's id."""
    content: bytes
    """Concatenated digests of the content fields: a different value means a new revision."""
    story: bytes | None
    """Digest of site, headline, text and captions: the same value under another id means a copy.
    None without a text to compare."""


def fingerprint(article: Article) -> Fingerprint:
    """Return the fingerprint of an article."""
    return Fingerprint(article.id, _content(article), _story(article))


def changed_fields(before: Article, after: Article) -> tuple[str, ...]:
    """Name the content fields that differ, in the record's order."""
    return changed_between(fingerprint(before).content, fingerprint(after).content)


def changed_between(before: bytes, after: bytes) -> tuple[str, ...]:
    """Name the content fields that differ, given the `content` of two fingerprints.

    Fields that the version of one of them lacks, or that were not requested, are not compared.
    """
    pairs = zip(CONTENT_FIELDS, _pieces(before), _pieces(after), strict=False)
    return tuple(name for name, one, other in pairs if one != other and _NOT_READ not in (one, other))


def _pieces(content: bytes) -> Iterator[bytes]:
    return (content[start : start + _WIDTH] for start in range(0, len(content), _WIDTH))


def are_of_other_articles(one: bytes, other: bytes) -> bool:
    """Return whether two `content`s differ in headline, text and time, unlike a print version."""
    return {"headline", "body", "published"} <= set(changed_between(one, other))


def _content(article: Article) -> bytes:
    count = OF_FIRST_SCHEMA if article.schema == FIRST_SCHEMA else None
    content: dict[str, object] = {name: getattr(article, name) for name in CONTENT_FIELDS[:count]}
    content["photos"] = [_photo_content(photo) for photo in article.photos]
    unread = article.evidence.get(UNREAD, "").split()
    return b"".join(_NOT_READ if name in unread else _digest(content[name])[:_WIDTH] for name in content)


def _photo_content(photo: Photo) -> list[object]:
    # Image hosts and query strings rotate from visit to visit (mirrors, signatures, sizes).
    return [urlsplit(photo.url or "").path, photo.caption, photo.credit]


def _story(article: Article) -> bytes | None:
    captions = tuple(photo.caption for photo in article.photos if photo.caption)
    if not (article.body or captions):
        return None
    # An undeclared publisher is named after the host, which may be a mobile host.
    site = plain_host(f"http://{article.publisher}/" if article.publisher else article.url)
    return _digest((site, article.headline, article.body, captions))


def _digest(value: object) -> bytes:
    return hashlib.sha256(json_line(value)).digest()[:16]
