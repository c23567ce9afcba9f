"""Unpacks WACZ files, the ZIP files of browsertrix and ArchiveWeb.page with WARC files in them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from crawler.archive.selection import SUFFIXES

WACZ = ".wacz"
"""Ending of the name of a WACZ file."""
_FOLDER = "archive"
"""Folder of the WARC files in a WACZ file (https://specs.webrecorder.net/wacz/1.1.1/)."""


class WaczError(ValueError):
    """A WACZ file is damaged, or holds no WARC file. Raised by `unpacked`."""


@contextmanager
def unpacked(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Yield WARC files: those of WACZ files unpacked into a temporary folder, the others as they are.

    Raises `WaczError`, and OSError.
    """
    if not any(path.name.endswith(WACZ) for path in paths):
        yield list(paths)
        return
    with TemporaryDirectory() as folder:
        yield [
            file
            for number, path in enumerate(paths)
            for file in (_unpack(path, Path(folder) / str(number)) if path.name.endswith(WACZ) else [path])
        ]


def _unpack(path: Path, to: Path) -> list[Path]:
    to.mkdir()
    try:
        with zipfile.ZipFile(path) as wacz:
            members = [each for each in wacz.infolist() if _is_warc(each.filename)]
            files = [_copy(wacz, each, to / str(number)) for number, each in enumerate(members)]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:  # of zipfile
        raise WaczError(f"{path} is not a sound WACZ file: {error}") from error
    if not files:
        raise WaczError(f"{path} holds no WARC file in {_FOLDER}/")
    return files


def _is_warc(name: str) -> bool:
    return PurePosixPath(name).parts[:1] == (_FOLDER,) and name.endswith(SUFFIXES)


def _copy(wacz: zipfile.ZipFile, member: zipfile.ZipInfo, to: Path) -> Path:
    """Copy a member; only the last part of its name counts, so that no file lands elsewhere."""
    to.mkdir()
    path = to / PurePosixPath(member.filename).name
    with wacz.open(member) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    return path
