"""Converts articles to ninjs 3.1, the IPTC's format of news in JSON (https://iptc.org/standards/ninjs/)."""

from __future__ import annotations

from typing import Any

from crawler.exporting.addresses import moment_of, uri_of, urn_of
from crawler.exporting.html import html_of
from crawler.exporting.objects import filled
from crawler.items import Article, Photo, Rights

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
"""The name, version and schema that each object states."""
_RESERVED = "Reserved from text and data mining: "


def news_object(article: Article, removed: str | None = None) -> dict[str, Any]:
    """Return an article as a ninjs object, without its empty fields.

    `removed` is the time at which the site was seen to have removed the article.
    """
    uri = uri_of(article.canonical_url) or urn_of(article)
    return filled(
        {
            "standard": STANDARD,
            "uri": uri,
            "type": "text",
            "representationType": "partial" if "pages.missing" in article.evidence else "full",
            "profile": "text-photo" if article.photos else "text-only",
            "version": str(article.revision),
            **_times(article),
            "pubStatus": "canceled" if removed else "usable",
            "language": article.language,
            "genres": [{"name": article.kind}] if article.kind else [],
            **_texts(article),
            **_people_and_places(article),
            **_rights(article.rights or Rights()),
            "renditions": _rendition("web", article.url),
            "associations": [_picture(uri, number, each) for number, each in enumerate(article.photos, 1)],
            "altIds": [_role("id", article.id), *([_role("story", article.story)] if article.story else [])],
        }
    )


def _times(article: Article) -> dict[str, Any]:
    """Return the times of the first version and of this one, without those that are bare days."""
    published = moment_of(article.published)
    return {"firstCreated": published, "versionCreated": moment_of(article.modified) or published}


def _texts(article: Article) -> dict[str, Any]:
    bodies = [("main", "text/plain", "\n\n".join(article.body)), ("html", "text/html", html_of(article))]
    days = {"published": _day(article.published), "modified": _day(article.modified)}
    return {
        "headlines": _roles(main=article.headline, kicker=article.kicker),
        "bodies": [
            {"role": role, "contentType": media_type, "value": text}
            for role, media_type, text in bodies
            if article.body
        ],
        "descriptions": _roles(deck=article.deck, **days),
    }


def _people_and_places(article: Article) -> dict[str, Any]:
    dateline = article.dateline
    authors = article.bylines or (dateline.reporters if dateline else ())
    places = dateline.places if dateline else ()
    sources = {
        "publisher": article.publisher,
        "source": article.source,
        "agency": dateline.agency if dateline else None,
    }
    return {
        "by": ", ".join(authors),
        "located": ", ".join(places),
        "people": [*_related("author", authors), *_related("editor", article.editors)],
        "places": _related("dateline", places),
        "subjects": [*_related("section", article.section), *_related("keyword", article.keywords)],
        "infoSources": [{"name": name, "role": role} for role, name in sources.items() if name],
    }


def _rights(rights: Rights) -> dict[str, Any]:
    """Return the holder and the line of the copyright, the licence, and the reservations in words."""
    link = uri_of(rights.license) if rights.license else None
    name = rights.license if link is None else None
    reserved = f"{_RESERVED}{'; '.join(rights.reservations)}" if rights.reservations else None
    return {
        "copyrightHolder": rights.holder,
        "copyrightNotice": rights.copyright,
        "rightsInfo": {"linkedRights": link} if link else None,
        "usageTerms": ". ".join(filter(None, (name, reserved))),
    }


def _picture(article: str, number: int, photo: Photo) -> dict[str, Any]:
    """Return the associated object of a photo; its URI is that of the article with the photo's number."""
    return filled(
        {
            "name": f"photo-{number}",
            "rel": "lead" if photo.is_lead else None,
            "uri": f"{article}#photo-{number}",
            "type": "picture",
            "descriptions": _roles(
                caption=photo.caption, creditline=photo.credit, alt=photo.alt, created=photo.date
            ),
            "by": ", ".join(photo.photographers),
            "people": _related("photographer", photo.photographers),
            "infoSources": [{"name": photo.agency, "role": "agency"}] if photo.agency else [],
            "renditions": _rendition("main", photo.url, width=photo.width, height=photo.height),
        }
    )


def _related(relation: str, names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"name": name, "rel": relation} for name in names]


def _roles(**texts: str | None) -> list[dict[str, str]]:
    return [_role(role, text) for role, text in texts.items() if text]


def _role(role: str, text: str) -> dict[str, str]:
    return {"role": role, "value": text}


def _rendition(name: str, url: str | None, **size: int | None) -> list[dict[str, Any]]:
    href = uri_of(url) if url else None
    return [filled({"name": name, "href": href, **size})] if href else []


def _day(published: str | None) -> str | None:
    """Return a date that ninjs has no field for, because it is no moment."""
    return published if moment_of(published) is None else None
