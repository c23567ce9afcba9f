"""Compares the texts in a picture's file with the printed ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.items import Photo

_SIGNS = re.compile(r"[\W_]+")
_BETWEEN_NAMES = re.compile(r"[/,;|、，；]|\s(?:and|via|for)\s")


def differing_texts(photo: Photo) -> Iterator[str]:
    """Name the texts in a photo's file that differ from the printed ones: `caption`, `credit`.

    A missing text does not differ. Captions agree if one holds the other, credits if they share a name.
    """
    if photo.file is None:
        return
    if photo.caption and photo.file.caption and not _is_within(photo.caption, photo.file.caption):
        yield "caption"
    if photo.credit and photo.file.credit and not _share_name(photo.credit, photo.file.credit):
        yield "credit"


def _share_name(printed: str, embedded: str) -> bool:
    names = (_plain(name) for name in _BETWEEN_NAMES.split(embedded))
    return _is_within(printed, embedded) or any(name and name in _plain(printed) for name in names)


def _is_within(one: str, other: str) -> bool:
    shorter, longer = sorted((_plain(one), _plain(other)), key=len)
    return shorter in longer


def _plain(text: str) -> str:
    """Return a text without signs, spaces and capitals."""
    return _SIGNS.sub("", text).casefold()
