"""Keeps a draft of an export beside its place, and removes the drafts of exports that were killed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crawler.ledger.durable import synchronise, synchronise_tree

try:
    import fcntl
except ImportError:  # not on Windows: there, drafts of killed exports stay until somebody removes them
    fcntl = None  # type: ignore[assignment]


@contextmanager
def draft_of(out: Path) -> Iterator[Path]:
    """Yield a new folder `.NAME.PID` beside `out`, and rename it to `out` at the end. Raises OSError.

    Before that, it is synchronised, so that a power cut leaves no incomplete export. After an exception, the
    draft is deleted. First, drafts of the same place that no process holds are deleted.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(out)
    draft = out.parent / f".{out.name}.{os.getpid()}"
    draft.mkdir()
    with _held(draft):
        try:
            yield draft
            synchronise_tree(draft)
            draft.rename(out)
            synchronise(out.parent)
        except BaseException:
            with suppress(OSError):
                shutil.rmtree(draft)
            raise


def _remove_abandoned(out: Path) -> None:
    for draft in out.parent.glob(f".{out.name}.*"):
        if not draft.name.rpartition(".")[2].isdecimal() or not draft.is_dir() or fcntl is None:
            continue
        with suppress(OSError), _held(draft):  # another export holds it: BlockingIOError
            shutil.rmtree(draft)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Lock a folder within this context. Raises BlockingIOError if another process holds it."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)
