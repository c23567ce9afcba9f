"""Converts the headers of Scrapy's requests and responses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crawler.items import Headers

if TYPE_CHECKING:
    from scrapy.http import Headers as ScrapyHeaders


def pairs(headers: ScrapyHeaders) -> Headers:
    """Return the name and the value of each header."""
    return tuple((name, value) for name, values in headers.items() for value in values)


def decoded(headers: Headers) -> Iterator[tuple[str, str]]:
    """Yield headers as text."""
    return ((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers)
