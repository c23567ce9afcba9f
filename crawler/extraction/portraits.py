"""Removes the portraits of an article's authors from its photos."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crawler.extraction.body.headline import fold
from crawler.extraction.evidence.found import Found
from crawler.items import Photo


def without_portraits(photos: Iterable[Found[Photo]], authors: Sequence[str]) -> tuple[Found[Photo], ...]:
    """Drop the photos that show an author of the article.

    Alternative text and caption of a portrait are hardly more than the name, or the name and a biography
    that begins with it.
    """
    names = tuple(filter(None, map(fold, authors)))
    return tuple(each for each in photos if each.value is None or not _is_portrait(each.value, names))


def _is_portrait(photo: Photo, names: Sequence[str]) -> bool:
    alt, caption = fold(photo.alt or ""), fold(photo.caption or "")
    is_named = any(_only_names(alt, name) for name in names)
    if not caption:
        return is_named and photo.credit is None
    return any(_only_names(caption, name) or caption.startswith(2 * name) for name in names)


def _only_names(text: str, name: str) -> bool:
    """Return whether a text is a name with hardly anything else: `Photo of Mary Plain`."""
    return name in text and len(text) <= 2 * len(name)
