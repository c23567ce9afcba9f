"""Builds the row of a picture: its caption and credit, its article, its file, and the rights in both."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from crawler.exporting.selection import published_at
from crawler.exporting.sources import StoredRevision
from crawler.items import Article, Photo, PictureFile, Rights
from crawler.pictures.names import ENDINGS
from crawler.text.printed_dates import day_of

UNKNOWN = "img"
"""Suffix for other types."""
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with its caption and credit. The field order is the order of the columns.

    An absent text is empty, because readers of JSON Lines infer the type of a column from its first rows. A
    list is a text with its entries separated by `; `.
    """

    file_name: str
    """Name of the file: the article's id, the revision and the number of the photo, as in
    `0123456789abcdef-1-01.jpg`.
    """
    caption: str
    """The printed caption without its credit."""
    credit: str
    """The printed credit."""
    photographers: str
    """Names of the photographers."""
    agency: str
    """The credit without people."""
    picture_date: str
    """Date of the picture, if the caption states it."""
    alt: str
    """Its alternative text, as the page states it."""
    headline: str
    """Headline of the article."""
    article: str
    """Id of the article."""
    revision: int
    """Revision of the article."""
    place: int
    """Number of the photo in the article, from 1."""
    is_lead: bool
    """Whether it is the article's main picture."""
    url: str
    """URL of the article."""
    picture_url: str
    """URL of the picture."""
    picture_capture: str
    """URL in the web archive that it was taken from; empty for a picture of the live site."""
    picture_captured: str
    """Time of that capture: ISO 8601, UTC."""
    publisher: str
    """Domain-style name of the publisher."""
    language: str
    """Language of the article: BCP 47 tag."""
    published: str | None
    """Day or moment of publication in ISO 8601; null without one. `datasets` reads it as a time in UTC."""
    is_removed: bool
    """Whether the site has removed the article."""
    crawl: str
    """Name of the crawl's directory."""
    type: str
    """Media type of the file."""
    width: int
    """Width in pixels."""
    height: int
    """Height in pixels."""
    size: int
    """Number of bytes."""
    sha256: str
    """SHA-256 of the file: 64 hexadecimal digits."""
    phash: str
    """Perceptual hash: 16 hexadecimal digits."""
    near_duplicate_of: str
    """`file_name` of the first picture that it repeats; empty for a picture that repeats none."""
    rights_license: str
    """Licence that the article's page states."""
    rights_copyright: str
    """Copyright line of the page."""
    rights_reservations: str
    """Reservations of the page from text and data mining."""
    file_caption: str
    """Caption in the file (IPTC, XMP or Exif)."""
    file_credit: str
    """Credit in the file."""
    file_rights: str
    """Copyright notice or licence in the file."""

    @property
    def key(self) -> str:
        """Name of the file without its suffix."""
        return self.file_name.partition(".")[0]


def name_of(article: Article, place: int, file: PictureFile) -> str:
    """Return the name of a picture's file; an unknown type has a suffix, too.

    Other programs may have written an id that is no name of a file: then its hash takes its place.
    """
    id_ = article.id
    if not _ID.fullmatch(id_):
        id_ = hashlib.sha256(id_.encode("utf-8", "replace")).hexdigest()[:16]
    return f"{id_}-{article.revision}-{place:02}.{ENDINGS.get(file.type, UNKNOWN)}"


def picture_of(
    revision: StoredRevision, place: int, photo: Photo, file: PictureFile, original: str | None
) -> Picture:
    """Return the row of a photo, by its number in the article, its file and the picture that it repeats."""
    article = revision.article
    rights = article.rights or Rights()
    return Picture(
        file_name=name_of(article, place, file),
        caption=photo.caption or "",
        credit=photo.credit or "",
        photographers="; ".join(photo.photographers),
        agency=photo.agency or "",
        picture_date=photo.date or "",
        alt=photo.alt or "",
        headline=article.headline,
        article=article.id,
        revision=article.revision,
        place=place,
        is_lead=photo.is_lead,
        url=article.url,
        picture_url=photo.url or "",
        picture_capture=file.capture or "",
        picture_captured=file.captured or "",
        publisher=article.publisher or "",
        language=article.language or "",
        published=_published(article.published),
        is_removed=revision.removed is not None,
        crawl=revision.crawl,
        type=file.type,
        width=file.width,
        height=file.height,
        size=file.size,
        sha256=file.sha256,
        phash=file.phash,
        near_duplicate_of=original or "",
        rights_license=rights.license or "",
        rights_copyright=rights.copyright or "",
        rights_reservations="; ".join(rights.reservations),
        file_caption=file.caption or "",
        file_credit=file.credit or "",
        file_rights=file.rights or "",
    )


def _published(published: str | None) -> str | None:
    """Return a moment as stored, or a day: all of them are times for a reader that infers types."""
    if published_at(published):
        return published
    day = day_of(published)
    return day.isoformat() if day else None
