"""Writes pictures as the shards of a WebDataset, with a table of their rows.

A shard is a TAR file, in which a picture and its row have one key.
"""

from __future__ import annotations

import tarfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crawler.exporting.images.croissant import described_shards
from crawler.exporting.images.digests import DigestedFile, Resource
from crawler.exporting.images.folder import METADATA
from crawler.exporting.images.pictures import Picture
from crawler.records.lines import json_line

SIZE = 1_000_000_000
"""Maximum size of a shard in bytes; a larger picture has a shard of its own."""
_END = bytes(2 * tarfile.BLOCKSIZE)
"""The end of a TAR file."""


@dataclass(slots=True)
class Shards:
    """Writes `metadata.jsonl`, and `shard-000000.tar` and so on.

    Equal pictures give equal bytes: no member has a time or an owner.
    """

    folder: Path
    most: int
    """Maximum number of pictures in a shard."""
    _rows: DigestedFile = field(init=False)
    _resources: list[Resource] = field(default_factory=list)
    _shard: DigestedFile | None = None
    _left: int = 0

    def __post_init__(self) -> None:
        """Open the table. Raises `OSError`."""
        self._rows = DigestedFile(self.folder / METADATA)

    def add(self, picture: Picture, data: bytes, place: Path) -> None:  # noqa: ARG002  a folder links the place
        """Write a picture and its row. Raises `OSError` if the disk refuses them."""
        row = json_line(picture)
        members = _member(picture.file_name, data) + _member(f"{picture.key}.json", row)
        self._shard_for(len(members)).write(members)
        self._rows.write(row)
        self._left -= 1

    def close(self) -> None:
        """Finish the last shard and the table; without any picture, write an empty shard."""
        if not self._resources and self._shard is None:
            self._begin()
        self._finish()
        self._rows.close()

    def describe(self) -> dict[str, Any]:
        """Return the parts of the Croissant description about the files."""
        return described_shards(self._rows.resource(METADATA), self._resources)

    def _shard_for(self, more: int) -> DigestedFile:
        """Return the shard that takes this number of bytes, a new one if the current one is full."""
        if self._shard and self._left and self._shard.size + more + len(_END) <= SIZE:
            return self._shard
        return self._begin()

    def _begin(self) -> DigestedFile:
        self._finish()
        self._left = self.most
        self._shard = DigestedFile(self.folder / self._name)
        return self._shard

    def _finish(self) -> None:
        if self._shard is not None:
            self._shard.write(_END)
            self._shard.close()
            self._resources.append(self._shard.resource(self._name))
            self._shard = None

    @property
    def _name(self) -> str:
        return f"shard-{len(self._resources):06}.tar"


def _member(name: str, content: bytes) -> bytes:
    """Return a file as a member of a TAR file: its header, its bytes, and the padding to a whole block."""
    header = tarfile.TarInfo(name)
    header.size = len(content)
    padding = bytes(-len(content) % tarfile.BLOCKSIZE)
    return header.tobuf(tarfile.USTAR_FORMAT) + content + padding
