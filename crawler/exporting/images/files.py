"""Reads the stored files of pictures, and names those that are missing or changed."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path

from crawler.items import PictureFile


class FileFault(StrEnum):
    """The reason why a stored file is left out of an export."""

    MISSING = "missing"
    """It does not exist, or cannot be read."""
    CHANGED = "changed"
    """It has other bytes than its record states."""
    OUTSIDE = "outside"
    """Its path leads out of the crawl's directory."""
    REPEATED = "repeated"
    """The export already has the same photo of the same revision."""


class PictureFileError(ValueError):
    """A stored file cannot be exported. Raised by `read_picture`."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def place_of(crawl: Path, file: PictureFile) -> Path:
    """Return the place of a file of a crawl. Raises `PictureFileError` for a place outside the crawl."""
    try:
        place = (crawl / file.path).resolve()
    except (OSError, ValueError):  # a loop of links, or a null character
        raise PictureFileError(FileFault.OUTSIDE) from None
    if not place.is_relative_to(crawl.resolve()):
        raise PictureFileError(FileFault.OUTSIDE)
    return place


def read_picture(place: Path, file: PictureFile) -> bytes:
    """Return the bytes of a file. Raises `PictureFileError` if it is missing, or is not as recorded."""
    try:
        with place.open("rb") as opened:
            data = opened.read(file.size + 1)
    except OSError as error:
        raise PictureFileError(FileFault.MISSING) from error
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise PictureFileError(FileFault.CHANGED)
    return data
