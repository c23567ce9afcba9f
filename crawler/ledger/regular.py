"""Distinguishes regular files from pipes, directories and devices, which a crawl must not open."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path


def first_irregular(paths: Iterable[Path]) -> Path | None:
    """Return the first path that leads to anything but a regular file, or None.

    A path to nothing does not count. Raises OSError if a path cannot be examined.
    """
    return next((path for path in paths if path.exists() and not path.is_file()), None)


def refuse_irregular(path: Path) -> None:
    """Raise OSError if a path leads to anything but a regular file: opening a pipe may never end."""
    if first_irregular([path]) is not None:
        raise OSError(errno.EINVAL, "not a regular file", str(path))
