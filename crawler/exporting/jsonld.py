"""Converts articles to schema.org's NewsArticle (https://schema.org/NewsArticle)."""

from __future__ import annotations

from typing import Any

from crawler.exporting.objects import filled
from crawler.items import Article, Block, BlockType, Photo, Recording

_EMBEDS = {"video": "VideoObject", "audio": "AudioObject", "post": "SocialMediaPosting", "map": "Map"}
"""The types of embeds by their kinds."""
_IS_FREE = {"free": True, "metered": False, "paid": False, "restricted": False}
"""The accesses in schema.org's words, which do not tell the latter three apart."""


def news_article(article: Article) -> dict[str, Any]:
    """Return an article in JSON-LD, without its empty fields."""
    dateline = article.dateline
    fields: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": article.canonical_url,
        "identifier": article.id,
        "url": article.url,
        "headline": article.headline,
        "alternativeHeadline": article.kicker,
        "abstract": article.deck,
        "articleSection": list(article.section),
        "genre": article.kind,
        "keywords": list(article.keywords),
        "datePublished": article.published,
        "dateModified": article.modified,
        "inLanguage": article.language,
        "author": [_person(name) for name in article.bylines],
        "editor": [_person(name) for name in article.editors],
        "publisher": _organization(article.publisher),
        "sourceOrganization": _organization(article.source),
        "dateline": dateline.text if dateline else None,
        "locationCreated": [_place(name) for name in dateline.places] if dateline else [],
        "image": [_image(photo) for photo in article.photos],
        "video": [_recording("VideoObject", each) for each in article.videos],
        "audio": [_recording("AudioObject", each) for each in article.audios],
        "isAccessibleForFree": _IS_FREE.get(article.access or ""),
        "license": article.rights.license if article.rights else None,
        "copyrightHolder": {"name": article.rights.holder}
        if article.rights and article.rights.holder
        else None,
        "copyrightNotice": article.rights.copyright if article.rights else None,
        "articleBody": "\n\n".join(article.body),
        "hasPart": [part for part in map(_part, article.blocks) if part],
        "version": article.revision,
    }
    return filled(fields)


def _image(photo: Photo) -> dict[str, Any]:
    file = photo.file
    return filled(
        {
            "@type": "ImageObject",
            "contentUrl": photo.url,
            "caption": photo.caption,
            "description": photo.alt,
            "width": file.width if file else photo.width,
            "height": file.height if file else photo.height,
            "representativeOfPage": photo.is_lead or None,
            "creditText": photo.credit,
            "creator": [_person(name) for name in photo.photographers],
            "dateCreated": photo.date,
            "encodingFormat": file.type if file else None,
            "contentSize": f"{file.size} B" if file else None,
            "sha256": file.sha256 if file else None,
            "copyrightNotice": file.rights if file else None,
        }
    )


def _part(block: Block) -> dict[str, Any] | None:
    """Return a table, a quotation or an embed of the text; None for other blocks, which `articleBody` has."""
    text = "\n".join(block.texts)
    parts: dict[BlockType, dict[str, Any]] = {
        BlockType.TABLE: {"@type": "Table", "name": block.caption, "text": text},
        BlockType.QUOTE: {"@type": "Quotation", "text": text, "creditText": block.attribution},
        BlockType.EMBED: {"@type": _EMBEDS.get(block.kind or "", "CreativeWork"), "url": block.url},
    }
    return filled(parts[block.type]) if block.type in parts else None


def _recording(kind: str, recording: Recording) -> dict[str, Any]:
    return filled(
        {
            "@type": kind,
            "contentUrl": recording.url,
            "thumbnailUrl": recording.poster,
            "duration": recording.duration,
            "caption": recording.caption,
        }
    )


def _place(name: str) -> dict[str, str]:
    return {"@type": "Place", "name": name}


def _person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None
