"""Copies exports into object stores and other storage that fsspec knows: `s3://bucket/exports/1`.

Needs fsspec (the extra `export`) and its module for the store, such as s3fs for `s3://`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)  # one letter is a drive of Windows


class StoreError(ValueError):
    """A place cannot be used; the message says why. Raised by the functions of this module."""


def is_remote(place: str) -> bool:
    """Return whether a place is a URL such as `s3://bucket/folder`, and no path of this machine."""
    return "://" in place


def is_half_a_url(place: str) -> bool:
    """Return whether a place begins like a URL but is invalid: `s3:/bucket/folder`, `file:folder`."""
    return not is_remote(place) and _SCHEME.match(place) is not None


def is_taken(place: str) -> bool:
    """Return whether a place is a file, or a folder that is not empty. Raises `StoreError` and OSError."""
    storage, path = _opened(place)
    with _words_of(place):
        return bool(storage.exists(path)) and bool(storage.ls(path))


def copy_folder(folder: Path, place: str, last: str) -> None:
    """Copy the files of a folder to a place, the file with the name `last` at the end.

    A store cannot rename a folder as a file system can: readers wait for the last file instead. Raises
    `StoreError`, and OSError, after which none of the copied files is left there.
    """
    storage, root = _opened(place)
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    files.sort(key=lambda file: file.name == last)
    copied: list[str] = []
    try:
        with _words_of(place):
            for file in files:
                target = f"{root.rstrip('/')}/{file.relative_to(folder).as_posix()}"
                storage.makedirs(target.rpartition("/")[0], exist_ok=True)
                copied.append(target)
                storage.put_file(str(file), target)
    except BaseException:
        for target in copied:
            with suppress(OSError, StoreError), _words_of(place):
                storage.rm_file(target)
        raise


def read_text(place: str) -> str:
    """Return the text of a file in UTF-8. Raises `StoreError`, OSError and UnicodeDecodeError."""
    storage, path = _opened(place)
    with _words_of(place):
        return bytes(storage.cat_file(path)).decode("utf-8")


def _opened(place: str) -> tuple[Any, str]:
    try:
        import fsspec  # noqa: PLC0415  an extra

        with _words_of(place):
            storage, path = fsspec.core.url_to_fs(place)
    except (ImportError, ValueError) as error:
        raise StoreError(f"{place} cannot be reached: {error}") from None
    return storage, str(path)


@contextmanager
def _words_of(place: str) -> Iterator[None]:
    """Raise an OSError for each error of a store's library; `StoreError` if the store takes no files."""
    try:
        yield
    except (ImportError, OSError, ValueError):
        raise
    except NotImplementedError:
        raise StoreError(f"{place} takes no files: use a folder, or a store such as s3://") from None
    except Exception as error:  # each library has its own: botocore's have no class but this one in common
        raise OSError(f"{place}: {type(error).__name__}: {' '.join(str(error).split())}") from error
