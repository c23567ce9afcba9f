"""Writes the CDXJ index of the WARC files of crawls, which pywb reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from crawler.exporting.archives import ArchiveFile, ArchiveIndex
from crawler.exporting.sorting import sorted_lines

INDEX = "index.cdxj"
"""Name of the file in an export."""


def write_cdxj(
    folder: Path, files: Sequence[ArchiveFile], report: Callable[[int], None] = lambda _: None
) -> ArchiveIndex:
    """Write the sorted index of files into a folder. Raises OSError.

    A file is named by its path in the crawl's directory; if there are several crawls, by the crawl's name
    before that.
    """
    are_several = len({file.crawl for file in files}) > 1
    named = [(f"{file.crawl}/{file.place}" if are_several else file.place, file.path) for file in files]
    index = ArchiveIndex(named, report=report)
    with (folder / INDEX).open("wb") as out:
        out.writelines(sorted_lines(index.lines(), folder))
    return index
