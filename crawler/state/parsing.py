"""Builds the parsers of a running crawl, which its spider and its pipelines share."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from scrapy import signals

from crawler.items import Detail, FieldSelection, Structure
from crawler.parsing.pages import ReadingBounds
from crawler.parsing.parsers import Parsers

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings


class DetailError(ValueError):
    """The setting DETAILS names an unknown field; the message says which. Raised by `fields_of`."""


ALL = "all"
"""The name in DETAILS that stands for all details."""


def fields_of(settings: BaseSettings) -> FieldSelection:
    """Return the optional fields that the settings ask for. Raises `DetailError`."""
    names = set(_detail_names(settings))
    named = frozenset(map(_detail, names - {ALL}))
    return FieldSelection(_structure_of(settings), frozenset(Detail) if ALL in names else named)


def _detail_names(settings: BaseSettings) -> list[str]:
    """Return the names in DETAILS without blanks: `deck, ` has one. A value that is no list is a name."""
    given = settings.get("DETAILS", ())
    names = settings.getlist("DETAILS") if isinstance(given, Iterable) else [given]
    return [name for each in names if (name := str(each).strip())]


def _detail(name: str) -> Detail:
    try:
        return Detail(name)
    except ValueError:
        known = ", ".join(Detail)
        raise DetailError(f"DETAILS: unknown {name!r}; known are {known}; DETAILS={ALL} reads all") from None


def _structure_of(settings: BaseSettings) -> Structure:
    if settings.getbool("LINKS"):
        return Structure.LINKED
    return Structure.BLOCKS if settings.getbool("BLOCKS") else Structure.NONE


def new_parsers(crawl: Crawler) -> Parsers:
    """Return parsers for a crawl; they start when a page must be parsed, and end with its spider."""
    settings, usual = crawl.settings, ReadingBounds()
    terms = ReadingBounds(
        settings.getint("PAGE_BYTES_MAX", usual.largest),
        settings.getfloat("PARSE_TIMEOUT", usual.seconds),
        fields_of(settings),
    )
    parsers = Parsers(terms, min(settings.getint("PARSE_PROCESSES"), _cores()))
    crawl.signals.connect(parsers.close, signals.spider_closed, weak=False)
    return parsers


def _cores() -> int:
    """Return the number of cores that this process may use. Some systems only tell how many they have."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
