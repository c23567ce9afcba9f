"""Names the outputs of a crawl, and finds the local file among Scrapy's feeds that is appended to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from w3lib.url import file_uri_to_path

from crawler.text.names import plain_name

LINE_FORMATS = ("jsonlines", "jsonl", "jl")
"""Scrapy's names of the JSON Lines format."""

ARTICLES = "articles.jsonl"
"""Name of the product inside a crawl's directory."""


class _Library(NamedTuple):
    module: str
    package: str
    """The name by which it is installed."""


_LIBRARIES = {"gs": _Library("google.cloud.storage", "google-cloud-storage")}
"""Libraries of stores, by scheme, which Scrapy imports only at the end of the crawl."""


def missing_library(uris: Iterable[str | Path]) -> str | None:
    """Return a message for the first output whose store lacks its library; None if there is none."""
    for uri in uris:
        library = _LIBRARIES.get(urlsplit(str(uri)).scheme)
        if library is not None and not _is_installed(library.module):
            return f"{shown(uri)} needs {library.package}: pip install {library.package}"
    return None


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # not even the package that contains it
        return False


def local_path(uri: str | Path) -> Path | None:
    """Return the local file of a feed URI, or None for standard output and remote storage."""
    if isinstance(uri, Path):
        return uri
    if uri.startswith("file:"):
        return Path(file_uri_to_path(uri))
    # A scheme of one letter is a drive of Windows.
    return Path(uri) if len(urlsplit(uri).scheme) <= 1 else None


def output_of(feeds: Mapping[str | Path, Mapping[str, Any]]) -> str | None:
    """Name the place of the articles, for people; None without an output."""
    return ", ".join(map(shown, feeds)) or None


def shown(uri: str | Path) -> str:
    """Return an output's name for people, without a password: `ftp://host/a.jsonl`, `standard output`."""
    path = local_path(uri)
    if path is not None:
        return str(path)
    parts = urlsplit(str(uri))
    host = parts.netloc.rpartition("@")[2]
    return "standard output" if parts.scheme == "stdout" else parts._replace(netloc=host).geturl()


def appended_file(feeds: Mapping[str | Path, Mapping[str, Any]]) -> Path | None:
    """Return the JSON Lines file that this run appends to; its articles need not be written again."""
    for uri, options in feeds.items():
        path = local_path(uri)
        name = options.get("format") or Path(str(uri)).suffix.removeprefix(".")
        if path and name in LINE_FORMATS and not (options.get("overwrite") or options.get("postprocessing")):
            return path
    return None


def directory_name(host: str) -> str:
    """Return a name for a host's directory that is one plain name on every file system."""
    return plain_name(host) or "crawl"
