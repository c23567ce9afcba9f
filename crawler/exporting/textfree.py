"""Reduces an article to data that may be shared: URLs, days, hashes and counts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from crawler.items import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFree:
    """An article without its text. A reader with the pages can find it, and compare the hashes."""

    schema: str
    id: str
    url: str
    canonical_url: str
    publisher: str | None
    language: str | None
    story: str | None
    published: str | None
    modified: str | None
    source: str | None
    dateline_places: tuple[str, ...]
    dateline_date: str | None
    dateline_agency: str | None
    headline_sha256: str
    """Hash of the headline in UTF-8, in hexadecimal digits."""
    body_sha256: str
    """Hash of the paragraphs in UTF-8, with a line feed after each."""
    paragraphs: int
    characters: int
    """Characters of the body."""
    photos: int
    revision: int
    fetched: str | None
    extractor: str


def without_text(article: Article) -> TextFree:
    """Return an article without its text."""
    dateline = article.dateline
    body = "".join(f"{paragraph}\n" for paragraph in article.body)
    return TextFree(
        schema=article.schema,
        id=article.id,
        url=article.url,
        canonical_url=article.canonical_url,
        publisher=article.publisher,
        language=article.language,
        story=article.story,
        published=article.published,
        modified=article.modified,
        source=article.source,
        dateline_places=dateline.places if dateline else (),
        dateline_date=dateline.date if dateline else None,
        dateline_agency=dateline.agency if dateline else None,
        headline_sha256=_sha256(article.headline),
        body_sha256=_sha256(body),
        paragraphs=len(article.body),
        characters=sum(map(len, article.body)),
        photos=len(article.photos),
        revision=article.revision,
        fetched=article.fetched,
        extractor=article.extractor,
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
