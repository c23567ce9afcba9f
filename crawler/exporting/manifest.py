"""Writes the manifest of an export, and reads the positions at which the next one continues."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawler.exporting.export_error import ExportError
from crawler.exporting.sources import ArticleFile
from crawler.exporting.stores import is_remote, read_text

MANIFEST = "_manifest.json"
"""Readers of partitioned folders ignore names that begin with an underscore."""


def described_file(file: Path, folder: Path) -> dict[str, Any]:
    """Return the name, the size and the digest of a file in the folder of an export. Raises OSError."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(1 << 20):
            digest.update(piece)
    name = file.relative_to(folder).as_posix()
    return {"file": name, "bytes": file.stat().st_size, "sha256": digest.hexdigest()}


def write_manifest(
    folder: Path,
    contents: Mapping[str, Any],
    files: list[dict[str, Any]],
    positions: tuple[Mapping[str, int], Mapping[str, int]],
) -> None:
    """Write the manifest of an export, with its files, and the positions in revisions and removals."""
    revisions, removals = positions
    manifest = {
        **contents,
        "created": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S+00:00}",
        "positions": dict(revisions),
        "removals": dict(removals),
        "files": files,
    }
    (folder / MANIFEST).write_text(
        json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )


def positions_of(since: str, sources: Sequence[ArticleFile]) -> dict[str, int]:
    """Return the number of earlier revisions by source, from a number or an earlier export's manifest.

    Raises `ExportError`.
    """
    if since.isdecimal():
        if len(sources) != 1:
            raise ExportError("each crawl has its own position: name an earlier export's _manifest.json")
        return {sources[0].name: int(since)}
    try:
        return _counts(json.loads(_manifest_text(since))["positions"])
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        raise ExportError(f"{since} is neither a number of revisions nor an export with a manifest") from None


def removals_of(since: str) -> dict[str, int]:
    """Return the number of earlier removals by source.

    A number of revisions, and a manifest of an earlier version, do not state it: then all lines are exported
    again, which harms no reader.
    """
    return {} if since.isdecimal() else _counts(json.loads(_manifest_text(since)).get("removals", {}))


def _counts(stored: Mapping[str, Any]) -> dict[str, int]:
    return {str(name): int(number) for name, number in stored.items()}


def _manifest_text(place: str) -> str:
    if is_remote(place):
        return read_text(place if place.endswith(".json") else f"{place.rstrip('/')}/{MANIFEST}")
    path = Path(place)
    return (path / MANIFEST if path.is_dir() else path).read_text("utf-8")
