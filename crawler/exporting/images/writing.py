"""Writes the pictures of articles into a folder or into shards, and describes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from crawler.exporting.images.croissant import StatedRights, description
from crawler.exporting.images.files import FileFault, PictureFileError, place_of, read_picture
from crawler.exporting.images.likeness import Likeness
from crawler.exporting.images.pictures import Picture, name_of, picture_of
from crawler.exporting.sources import StoredRevision
from crawler.items import Photo, PictureFile
from crawler.records.lines import json_line, json_text

SKIPPED = "_skipped.jsonl"
"""Name of the list of the pictures that an export leaves out; readers of folders ignore it."""
CROISSANT = "croissant.json"
"""Name of the description."""


class PictureStore(Protocol):
    """Takes pictures and their rows."""

    def add(self, picture: Picture, data: bytes, place: Path) -> None:
        """Write a picture, by its bytes or by the place of its file, and its row."""

    def close(self) -> None:
        """Finish the files."""

    def describe(self) -> dict[str, Any]:
        """Return the parts of the Croissant description about the files."""


class PictureWriter:
    """Writes the pictures of revisions into a store, those without a usable file into a list."""

    def __init__(self, folder: Path, store: PictureStore, crawls: Mapping[str, Path]) -> None:
        self._folder = folder
        self._store = store
        self._crawls = crawls
        self._likeness = Likeness()
        self._keys: set[str] = set()
        self._skipped: list[bytes] = []
        self._rights = StatedRights()
        self.pictures = 0
        self.faults: Counter[FileFault] = Counter()

    def write(self, revision: StoredRevision) -> None:
        """Write the pictures of one revision. Raises `OSError` if the disk refuses them."""
        for place, photo in enumerate(revision.article.photos, start=1):
            if photo.file is not None:
                self._try(revision, place, photo, photo.file)

    def close(self) -> None:
        """Finish the files, and describe them."""
        self._store.close()
        if self._skipped:
            (self._folder / SKIPPED).write_bytes(b"".join(self._skipped))
        text = json_text(description(self._rights, self._store.describe()))
        (self._folder / CROISSANT).write_text(text, encoding="utf-8")

    def _try(self, revision: StoredRevision, place: int, photo: Photo, file: PictureFile) -> None:
        try:
            self._add(revision, place, photo, file)
        except PictureFileError as error:
            self.faults[error.fault] += 1
            names = {"crawl": revision.crawl, "article": revision.article.id, "photo": place}
            self._skipped.append(json_line({"reason": error.fault, **names, "path": file.path}))

    def _add(self, revision: StoredRevision, number: int, photo: Photo, file: PictureFile) -> None:
        name = name_of(revision.article, number, file)
        key = name.partition(".")[0]
        if key in self._keys:
            raise PictureFileError(FileFault.REPEATED)
        place = place_of(self._crawls[revision.crawl], file)
        data = read_picture(place, file)
        original = self._likeness.original_of(name, file.sha256, file.phash)
        self._keys.add(key)
        self._store.add(picture_of(revision, number, photo, file, original), data, place)
        self._rights.add(revision.article.rights, file)
        self.pictures += 1
