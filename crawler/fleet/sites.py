"""Reads the sites of a fleet from a file, the command line, or the declared publishers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.program import program
from crawler.publishers import declared_publishers
from crawler.spiders.arguments import Arguments, parse_arguments
from crawler.webarchives.starts import CDX, is_past

_ARCHIVE = " -a archive=https://web.archive.org"
_TERMS = ("since", "until", "limit")
_KEYS = ("start", "scope", *_TERMS, "pages", "settings")


class SitesError(ValueError):
    """The list of sites cannot be used; its message gives the remedy. Raised by this module."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site of the command line or of a file."""

    arguments: Arguments
    settings: tuple[tuple[str, str], ...] = ()
    """The site's own settings, as (name, value)."""
    pages: int | None = None
    """Estimated number of pages, if given."""


def sites_of(names: Iterable[str], terms: Mapping[str, str]) -> Iterator[Site]:
    """Yield the sites that a command line names: files in TOML, files of URLs, URLs, hosts.

    `terms` are the arguments for all of them. Raises `SitesError` and `ArgumentError`.
    """
    for name in names:
        if name.endswith(".toml"):
            yield from _of_toml(Path(name), terms)
        else:
            _refuse_captures(name)
            for url in parse_arguments({"start": name}).start:
                yield Site(parse_arguments({**terms, "start": _single(url)}))


def declared_sites(names: str, terms: Mapping[str, str]) -> Iterator[Site]:
    """Yield the sites of declared publishers, given by names separated by commas, or `all`.

    Raises `SitesError` and `ArgumentError`.
    """
    known = {publisher.name: publisher for publisher in declared_publishers() if publisher.start}
    wanted = list(known) if names == "all" else [name.strip() for name in names.split(",")]
    for name in wanted:
        if name not in known:
            raise SitesError(f"there is no publisher {name!r}; write all, or some of {', '.join(known)}")
        publisher = known[name]
        own = {"start": ",".join(publisher.start), "scope": ",".join(publisher.hosts)}
        yield Site(parse_arguments({**terms, **own}))


def _of_toml(path: Path, terms: Mapping[str, str]) -> Iterator[Site]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SitesError(f"{path}: {error.strerror}") from error
    except ValueError as error:  # invalid TOML or UTF-8
        raise SitesError(f"{path} is not TOML: {error}") from error
    tables = data.pop("site", None)
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise SitesError(f'{path} names no sites: write [[site]], and below it start = "http://…/"')
    _check(path, "above the sites", data, (*_TERMS, "settings"))
    for number, table in enumerate(tables, start=1):
        yield _site(f"site {number} of {path}", path, data, table, terms)


def _site(
    where: str, path: Path, shared: Mapping[str, Any], table: Mapping[str, Any], terms: Mapping[str, str]
) -> Site:
    _check(path, where, table, _KEYS)
    own = {**shared, **table}
    _refuse_captures(_text(own.get("start", ""), where))
    arguments = {name: _text(own[name], where) for name in ("start", "scope", *_TERMS) if name in own}
    pages = table.get("pages")
    if pages is not None and (not isinstance(pages, int) or pages < 0):
        raise SitesError(f"{where}: pages = {pages!r}: write a whole number, such as pages = 20000")
    settings = {**_settings(shared, where), **_settings(table, where)}
    try:
        return Site(parse_arguments({**arguments, **terms}), tuple(settings.items()), pages)
    except ValueError as error:
        raise SitesError(f"{where}: {error}") from error


def _refuse_captures(start: str) -> None:
    """Raise `SitesError` for a start in a web archive: crawls beside each other exceed its pace."""
    for url in map(str.strip, start.split(",")):
        if is_past(url):
            raise SitesError(
                f"a fleet harvests live sites only, and {url} names captures: "
                f"run {program()} crawl news -a start={url}{_ARCHIVE if url.startswith(CDX) else ''}"
            )


def _check(path: Path, where: str, table: Mapping[str, Any], known: Iterable[str]) -> None:
    unknown = next((key for key in table if key not in known), None)
    if unknown is not None:
        raise SitesError(f"{path}, {where}: unknown key {unknown!r}; known are {', '.join(known)}")


def _settings(table: Mapping[str, Any], where: str) -> dict[str, str]:
    settings = table.get("settings", {})
    if not isinstance(settings, dict):
        raise SitesError(f"{where}: write settings = {{ DOWNLOAD_DELAY = 1.0 }}")
    return {name: _text(value, where) for name, value in settings.items()}


def _text(value: object, where: str) -> str:
    """Return a value in the form of the command line; a list is joined by commas."""
    if isinstance(value, list):
        return ",".join(_single(_text(each, where)) for each in value)
    if isinstance(value, dict):
        raise SitesError(f"{where}: {value!r} is a table; write a string, a number or a list")
    return str(int(value)) if isinstance(value, bool) else str(value)


def _single(url: str) -> str:
    """Return a URL for a list joined by commas, with its own commas escaped."""
    return url.replace(",", "%2C")
