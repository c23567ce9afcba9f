"""Parses the selectors of declarations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_FORM = re.compile(r"(?P<tag>[a-z][a-z0-9-]*)?(?:#(?P<id>[\w-]+))?(?P<classes>(?:\.[\w-]+)*)")


@dataclass(frozen=True, slots=True)
class Selector:
    """A compound selector, `tag#id.class`, in its parts."""

    tag: str | None
    id: str | None
    classes: tuple[str, ...]
    word: str | None
    """The id or the first class, the key in an index."""


@cache
def parse_selector(text: str) -> Selector:
    """Parse `tag#id.class`. Raises ValueError for any other kind of selector."""
    match = _FORM.fullmatch(text)
    if not text or match is None:
        raise ValueError(f"{text!r} is no selector of the form tag#id.class")
    classes = tuple(match["classes"].split(".")[1:])
    return Selector(match["tag"], match["id"], classes, match["id"] or next(iter(classes), None))
