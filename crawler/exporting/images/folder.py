"""Writes pictures as files beside a table of their rows, a folder that `imagefolder` of `datasets` opens."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from crawler.exporting.images.croissant import described_folder
from crawler.exporting.images.digests import DigestedFile
from crawler.exporting.images.pictures import Picture
from crawler.records.lines import json_line

TRAIN = "train"
"""Folder of the pictures, by which `datasets` names the only split."""
METADATA = "metadata.jsonl"
"""Name of the table, as `datasets` has it."""


class ImageFolder:
    """Writes `train/metadata.jsonl` and the pictures beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / TRAIN
        self._folder.mkdir()
        self._rows = DigestedFile(self._folder / METADATA)

    def add(self, picture: Picture, data: bytes, place: Path) -> None:
        """Add a row and its picture: a link to the file at a place, or its bytes where no link is possible.

        A link takes no space. Raises `OSError` if the disk refuses the bytes.
        """
        name = self._folder / picture.file_name
        try:
            os.link(place, name)
        except OSError:  # another disk, or one without links
            name.write_bytes(data)
        self._rows.write(json_line(picture))

    def close(self) -> None:
        """Finish the table."""
        self._rows.close()

    def describe(self) -> dict[str, Any]:
        """Return the parts of the Croissant description about the files."""
        return described_folder(self._rows.resource(f"{TRAIN}/{METADATA}"))
