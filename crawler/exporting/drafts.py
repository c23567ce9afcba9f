"""Keeps a draft of an export beside its place, and removes the drafts of exports that were killed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from tempfile import mkdtemp

from crawler.ledger.durable import synchronise, synchronise_tree

try:
    import fcntl
except ImportError:  # Windows: there, drafts of killed exports stay until somebody deletes them
    fcntl = None  # type: ignore[assignment]

DRAFT = "_draft"
"""Name of the empty file that marks a draft: no other folder is ever deleted."""


@contextmanager
def draft_of(out: Path) -> Iterator[Path]:
    """Yield a new folder in `.NAME.RANDOM` beside `out`, and rename it to `out` at the end. Raises OSError.

    Before that, it is synchronised, so that a power failure leaves no incomplete export. The draft is deleted
    at the end, also after an exception. First, drafts of the same place that no process holds are deleted.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(out)
    draft = Path(mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    with _held(draft):
        try:
            (draft / DRAFT).touch()
            export = draft / "export"
            export.mkdir()
            yield export
            synchronise_tree(export)
            export.rename(out)
            synchronise(out.parent)
        finally:
            with suppress(OSError):
                shutil.rmtree(draft)


def _remove_abandoned(out: Path) -> None:
    for draft in out.parent.glob(f".{escape(out.name)}.*"):
        if fcntl is None or not (draft / DRAFT).is_file():
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
