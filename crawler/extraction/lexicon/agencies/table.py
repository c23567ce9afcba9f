"""Reads the rows of agencies: one line a name, `NAME | LANGUAGES | ROLES`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from crawler.extraction.lexicon.agencies import (
    arabic,
    cyrillic,
    further_scripts,
    han_simplified,
    han_traditional,
    japanese,
    korean,
    latin,
    latin_world,
)


class AgencyRole(StrEnum):
    """A place in which newsrooms print the name of an agency."""

    DATELINE = "dateline"
    """In datelines of its languages: `新华社北京8月6日电`, `BEIJING, Aug. 6 (Xinhua) --`."""
    BRACKET = "bracket"
    """Its bracket alone ends a dateline, without a mark behind it: `Hong Kong (CNN Business) The view …`."""
    BYLINE = "byline"
    """Before the role of its people, who are named alone on a line: `新华社记者`."""
    PHOTOS = "photos"
    """In photo credits: `Jane Doe/Reuters`."""
    LABEL = "label"
    """Before the word that marks a photo: `AP Photo`."""
    BARE = "bare"
    """Behind a caption, without label or bracket: `The ferry at its quay Getty Images`, `…渡口。新华社发`."""
    CAPITALS = "capitals"
    """As BARE, but only in capitals: `The ferry at its quay REUTERS`."""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency, a paper or a network."""

    name: str
    """The name as printed."""
    languages: frozenset[str]
    """BCP 47 primary subtags of the languages that print the name so; `mul` for many."""
    roles: frozenset[AgencyRole]


TABLES: Final = (
    latin_world.ROWS,
    latin.ROWS,
    cyrillic.ROWS,
    arabic.ROWS,
    further_scripts.ROWS,
    han_simplified.ROWS,
    han_traditional.ROWS,
    japanese.ROWS,
    korean.ROWS,
)


@cache
def rows() -> tuple[Agency, ...]:
    """Return all rows, in the order of the tables."""
    return tuple(_read(line) for table in TABLES for line in table.splitlines())


def _read(line: str) -> Agency:
    name, languages, roles = line.split(" | ")
    return Agency(name, _languages(languages), _roles(roles))


@cache  # hundreds of rows have the same few languages and roles
def _languages(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _roles(words: str) -> frozenset[AgencyRole]:
    return frozenset(map(AgencyRole, words.split()))


def agencies(role: AgencyRole, *languages: str) -> tuple[str, ...]:
    """Return the names that have a role, of some languages or of all, the longest first.

    In this order they form the alternatives of a regular expression: `新华网` stands before `新华`.
    """
    wanted = frozenset(languages)
    return tuple(sorted(_having(role, wanted), key=len, reverse=True))


def _having(role: AgencyRole, languages: frozenset[str]) -> Iterator[str]:
    for agency in rows():
        if role in agency.roles and (not languages or not languages.isdisjoint(agency.languages)):
            yield agency.name
