"""Brings files, folders and their names to the disk, so that a power cut does not take them back."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def synchronise(path: Path) -> None:
    """Bring a file to the disk, or the names in a folder. Raises OSError.

    Windows opens no folders, and files only for writing: there, nothing is done, and a power cut may take an
    export back.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def make_folder(path: Path) -> None:
    """Make a folder, with its parents, where it is missing; its name is on the disk then. Raises OSError.

    The name of a folder that exists is brought to the disk, too: its maker may have been killed before that.
    """
    path = path.absolute()
    if not path.parent.is_dir():
        make_folder(path.parent)
    path.mkdir(exist_ok=True)
    with suppress(PermissionError):  # who may not read the parent did not make the folder there
        synchronise(path.parent)


def synchronise_tree(folder: Path) -> None:
    """Bring a folder to the disk, with all that is in it. Raises OSError."""
    for path in folder.rglob("*"):
        synchronise(path)
    synchronise(folder)
