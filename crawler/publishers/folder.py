"""Reads the declarations in a folder of the user: Python files, which are run."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.publishers.checking import faults_of
from crawler.publishers.model import Publisher

_IMPORT = "crawler.publishers"
"""Files without this text declare no publisher, and are not run."""


@dataclass(frozen=True, slots=True)
class DeclarationFile:
    """A file of declarations."""

    path: Path
    publishers: tuple[Publisher, ...] = ()
    errors: tuple[str, ...] = ()
    """Each in one line, with the file, the publisher and the field."""


def files_of(folder: Path) -> Iterator[DeclarationFile]:
    """Yield the files of a folder that may declare publishers, by name; a missing folder has none."""
    for path in sorted(folder.glob("*.py")):
        try:
            if _IMPORT in path.read_text("utf-8"):
                yield _checked(path)
        except (OSError, UnicodeDecodeError) as error:
            yield DeclarationFile(path, errors=(_unusable(path, error),))


def _checked(path: Path) -> DeclarationFile:
    """Run a file, and check its declarations."""
    try:
        values = runpy.run_path(str(path)).values()
    except Exception as error:  # noqa: BLE001  any error of the user's own code
        return DeclarationFile(path, errors=(_unusable(path, error),))
    publishers = tuple(each for each in values if isinstance(each, Publisher))
    errors = (f"{path}: {fault.words}" for publisher in publishers for fault in faults_of(publisher))
    return DeclarationFile(path, publishers, tuple(errors))


def _unusable(path: Path, error: Exception) -> str:
    return f"{path} cannot be used: {type(error).__name__}: {error}"
