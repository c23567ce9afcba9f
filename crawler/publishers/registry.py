"""Finds the publisher of a URL, among those that this package and a folder of the user declare."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from urllib.parse import SplitResult, urlsplit

from crawler.program import program
from crawler.publishers.folder import files_of
from crawler.publishers.layouts import SHARED_LAYOUTS
from crawler.publishers.model import Companion, Layout, PostedUrls, Publisher

_THIS = __name__.rpartition(".")
_FOLDER = "NEWS_HARVESTER_PUBLISHERS"
"""Environment variable with the folder of the user; child processes of a command inherit it."""


class DeclarationError(ValueError):
    """A file of the user's folder cannot be run, or has a wrong value. Raised by `use_declarations`."""


def _modules() -> Iterator[ModuleType]:
    """Yield every module of this package except this one: a new declaration needs no entry in a list."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name != _THIS[2]:
            yield importlib.import_module(f"{_THIS[0]}.{module.name}")


def _declared() -> tuple[Publisher, ...]:
    """Collect the publishers that the modules declare, by name."""
    return _by_name(value for module in _modules() for value in vars(module).values())


def _by_name(values: Iterable[object]) -> tuple[Publisher, ...]:
    """Select the publishers, the last one of each name, and sort them."""
    by_name = {value.name: value for value in values if isinstance(value, Publisher)}
    return tuple(by_name[name] for name in sorted(by_name))


PUBLISHERS: tuple[Publisher, ...] = _declared()
"""Every publisher that this package declares, in the order of their names."""


def use_declarations(folder: Path) -> None:
    """Add the publishers that the files of a folder declare, here and in child processes.

    They replace publishers of the same name or host. A missing folder adds none. Raises `DeclarationError`.
    """
    os.environ[_FOLDER] = str(folder.absolute())
    _forget_declarations()
    declared_publishers()


def _forget_declarations() -> None:
    for each in (_own, declared_publishers, _index, _publisher_of_host):
        each.cache_clear()


@cache
def declared_publishers() -> tuple[Publisher, ...]:
    """Return every publisher, in the order of their names. Raises `DeclarationError`."""
    return _by_name((*PUBLISHERS, *_own()))


@cache
def _own() -> tuple[Publisher, ...]:
    """Return the publishers that the user's folder declares. Raises `DeclarationError`."""
    folder = os.environ.get(_FOLDER)
    files = tuple(files_of(Path(folder))) if folder else ()
    errors = [error for each in files for error in each.errors]
    if errors:
        more = f" ({len(errors)} errors; {program()} checkpublisher lists them)" if errors[1:] else ""
        raise DeclarationError(f"{errors[0]}{more}")
    return _by_name(publisher for each in files for publisher in each.publishers)


@cache
def _index() -> dict[str, Publisher]:
    return {host: publisher for publisher in (*PUBLISHERS, *_own()) for host in publisher.hosts}


def publisher_of(url: str) -> Publisher | None:
    """Return the publisher of an absolute URL's host, by the longest declared host.

    None for an unknown host, or a URL without one.
    """
    return _publisher_of_host(_host(_split(url)))


@lru_cache(maxsize=1024)
def _publisher_of_host(host: str) -> Publisher | None:
    labels = host.split(".")
    index = _index()
    suffixes = (".".join(labels[start:]) for start in range(len(labels)))
    return next((index[suffix] for suffix in suffixes if suffix in index), None)


def posting_of(url: str) -> PostedUrls | None:
    """Return the declaration by which a URL is requested by POST; None for a request by GET."""
    publisher = publisher_of(url)
    posted = publisher.posted_urls if publisher else ()
    return next((each for each in posted if url.startswith(each.prefix)), None)


def companions_of(url: str) -> tuple[Companion, ...]:
    """Return the declared companions of the publisher of a URL."""
    publisher = publisher_of(url)
    return publisher.companions if publisher else ()


def is_companion(url: str) -> bool:
    """Return whether a URL is that of a companion, by the declaration of its publisher."""
    return any(url.startswith(each.prefix) for each in companions_of(url))


def has_article_path(url: str) -> bool:
    """Return whether the path of a URL is an article's by the patterns of its publisher."""
    publisher = publisher_of(url)
    return publisher is not None and any_pattern(publisher.article_urls).search(_split(url).path) is not None


@cache
def any_pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern that finds any of some patterns; without patterns, it finds nothing."""
    return re.compile("|".join(patterns) or r"(?!)")


def language_of(publisher: Publisher, url: str) -> str:
    """Return the BCP 47 tag of a URL's edition: the longest declared prefix, else the main edition's."""
    parts = _split(url)
    host, path = _host(parts), f"{parts.path.rstrip('/')}/"
    editions = {prefix: tag for prefix, tag in publisher.languages if _is_under(prefix, host, path)}
    return editions[max(editions, key=len)] if editions else publisher.language


def layouts_of(publisher: Publisher | None) -> tuple[Layout, ...]:
    """Return the layouts to try on a publisher's pages, in order: its own, then the shared ones."""
    return (publisher.layouts if publisher else ()) + SHARED_LAYOUTS


def _split(url: str) -> SplitResult:
    """Split a URL; the parts of an invalid one, such as `http://[`, are empty."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").rstrip(".")


def _is_under(prefix: str, host: str, path: str) -> bool:
    """Return whether host and path lie under `host/path`: sub-domains and whole path segments."""
    wanted_host, _, wanted_path = prefix.partition("/")
    if host != wanted_host and not host.endswith("." + wanted_host):
        return False
    return not wanted_path or path.startswith(f"/{wanted_path}/")
