"""Recognises series of pages by their URLs: `index.htm`, `index_2.htm`, and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARAMETER = re.compile(
    r"(?:page|p|pg|page_?no|page_?num|pn|paged|cur(?:rent)?_?page|start_?page)=(\d{1,4})", re.IGNORECASE
)
# Behind these words, a page's name follows, however short: content_1.htm is no first page of "content". But
# c_2.html in a folder named by a hash is the second part of c.html.
_NAMES = (
    r"(?<!/content)(?<!/node)(?<!/article)(?<!/detail)(?<!/art)(?<!/col)(?<!/doc)"
    r"(?<!(?<![0-9a-f]{24})/c)(?<!/t\d{8})"
)
_PATHS = (
    re.compile(r"/page[/_-](\d{1,4})(?:\.\w+)?/?$", re.IGNORECASE),
    re.compile(_NAMES + r"[_-](\d{1,3})(?=\.\w{2,5}$)"),
    # People's Daily: index2.html; China News Service: news2.html
    re.compile(r"(?<=[a-z])(?<!/[a-z])(\d{1,3})(?=\.\w{2,5}$)"),
)
_TAIL = re.compile(r"(?:/(?:index|default)?)?(?:\.(?:[sx]?html?|php|aspx?|jsp))?/?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """The place of a URL in a series of pages."""

    stem: str
    """The common part of all URLs in the series."""
    number: int
    """The number in the URL; 0 without one. Some sites count the second page as 1, others as 2."""


def place(url: str) -> SeriesPlace:
    """Return the series that a URL belongs to, and its number in it; 0 without a number."""
    path, _, query = url.partition("?")
    parameters = query.split("&")
    numbers = [match for match in map(_PARAMETER.fullmatch, parameters) if match]
    if numbers:
        return SeriesPlace(
            _stem(path, [each for each in parameters if each != numbers[0][0]]), int(numbers[0][1])
        )
    for pattern in _PATHS:
        if match := pattern.search(path):
            without = path[: match.start()] + path[match.end() :]
            return SeriesPlace(_stem(without, parameters), int(match[1]))
    return SeriesPlace(_stem(path, parameters), 0)


def is_row(one: str, other: str) -> bool:
    """Return whether two URLs differ only in their page number."""
    return one != other and place(one).stem == place(other).stem


def _stem(path: str, parameters: list[str]) -> str:
    return "&".join(filter(None, [_TAIL.sub("", path), *parameters]))
