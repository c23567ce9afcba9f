"""Writes a file, and computes its size and SHA-256 meanwhile."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the export."""

    path: str
    """Its path in the export."""
    size: int
    """Number of its bytes."""
    sha256: str


class DigestedFile:
    """A new file. Its size and its digest are those of the bytes so far."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("xb")
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        """Write bytes; return their number. Raises `OSError` if the disk refuses them."""
        self._digest.update(data)
        self.size += len(data)
        return self._file.write(data)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def resource(self, path: str) -> Resource:
        """Return the description of the file so far, by its path in the export."""
        return Resource(path, self.size, self._digest.hexdigest())
