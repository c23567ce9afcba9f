"""Synchronises files, folders and their names with the disk, so that they survive a power failure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def synchronise(path: Path) -> None:
    """Synchronise a file, or the names in a folder, with the disk. Raises OSError.

    Windows opens no folders, and files only for writing: there, nothing is done, and a power failure may undo
    an export.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Add the path to an OSError that names no file, such as that of a full disk."""
    try:
        yield
    except OSError as error:
        if error.errno is not None and error.filename is None:
            error.filename = str(path)
        raise


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside its place, and rename it to that: a reader never sees a part of it.

    Raises OSError; then the earlier file stays.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with naming(path):
            draft.write_bytes(content)
            synchronise(draft)
            draft.replace(path)
            synchronise(path.parent)
    finally:
        draft.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a missing folder, with its parents, and synchronise its name. Raises OSError.

    The name of an existing folder is synchronised, too: its maker may have been killed before that.
    """
    path = path.absolute()
    if not path.parent.is_dir():
        make_folder(path.parent)
    path.mkdir(exist_ok=True)
    with suppress(PermissionError):  # a user who may not read the parent did not make the folder there
        synchronise(path.parent)


def synchronise_tree(folder: Path) -> None:
    """Synchronise a folder and everything in it with the disk. Raises OSError.

    A file with another name is left out: it is a link to the file of a crawl, which synchronised its bytes.
    """
    for path in folder.rglob("*"):
        if path.is_dir() or path.stat().st_nlink == 1:
            synchronise(path)
    synchronise(folder)
