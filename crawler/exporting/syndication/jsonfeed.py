"""Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from crawler.exporting.addresses import moment_of, uri_of, urn_of
from crawler.exporting.html import html_of
from crawler.exporting.objects import filled
from crawler.exporting.syndication.entries import ArticleFeed, Enclosure, FeedEntry, enclosures
from crawler.items import Rights
from crawler.records.lines import json_text

VERSION = "https://jsonfeed.org/version/1.1"
_UNKNOWN = "application/octet-stream"
"""Media type of a picture that is not known; the format requires one."""


def json_feed(feed: ArticleFeed) -> bytes:
    """Return a feed, the same for equal entries.

    The format has no deleted entries, so the removed articles stand in an extension, `_removed`.
    """
    fields = filled({"version": VERSION, "title": feed.title, "feed_url": feed.url})
    fields["items"] = [_item(entry) for entry in feed.articles]
    if feed.removals:
        fields["_removed"] = {"items": [_removed(entry) for entry in feed.removals]}
    return json_text(fields).encode()


def _item(entry: FeedEntry) -> dict[str, Any]:
    article = entry.article
    pictures = enclosures(article)
    lead = next((photo.url for photo in article.photos if photo.is_lead and photo.url), None)
    fields = {
        "id": urn_of(article),
        "url": uri_of(article.url),
        "title": article.headline,
        "summary": article.deck,
        "image": uri_of(lead) if lead else None,
        "date_published": moment_of(article.published),
        "date_modified": entry.updated,
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(dict.fromkeys((*article.section, *article.keywords))),
        "language": article.language,
        "attachments": [_attachment(picture) for picture in pictures],
    }
    rights = _rights(article.rights or Rights())
    return {**filled(fields), **({"_rights": rights} if rights else {}), "content_html": html_of(article)}


def _rights(rights: Rights) -> dict[str, Any]:
    return filled({**asdict(rights), "reservations": list(rights.reservations)})


def _attachment(picture: Enclosure) -> dict[str, Any]:
    return filled(
        {
            "url": picture.url,
            "mime_type": picture.type or _UNKNOWN,
            "title": picture.title,
            "size_in_bytes": picture.size,
        }
    )


def _removed(entry: FeedEntry) -> dict[str, Any]:
    article = entry.article
    return filled({"id": urn_of(article), "url": uri_of(article.url), "date_removed": entry.updated})
