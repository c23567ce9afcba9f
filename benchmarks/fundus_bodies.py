"""Reads saved pages by Fundus' parsers: `python -m benchmarks.fundus_bodies <PAGES >BODIES`.

Each line of PAGES is an object with `url`, `html` and `date`. The same line of BODIES is a list
of types and texts, `[["heading", "…"], …]`, or null if Fundus has no parser for the publisher. It runs
in an environment of its own, `.venv-fundus`: Fundus needs an older lxml.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from fundus import PublisherCollection


def publishers() -> dict[str, Any]:
    """Return Fundus' publishers by their hosts."""
    return {_host(each.domain): each for each in PublisherCollection}


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def units(publisher: Any, page: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield type and text of the parts of a page's body: its summary counts as paragraphs."""
    day = dt.date.fromisoformat(page["date"]) if page["date"] else None
    body = publisher.parser(day).parse(page["html"], "suppress").get("body")
    if body is None:
        return
    yield from (("paragraph", text) for text in body.summary)
    for section in body.sections:
        yield from (("heading", text) for text in section.headline)
        yield from (("paragraph", text) for text in section.paragraphs)


def main() -> None:
    """Read the pages of standard input."""
    known = publishers()
    for line in sys.stdin:
        page = json.loads(line)
        publisher = known.get(_host(page["url"]))
        print(json.dumps(None if publisher is None else list(units(publisher, page))))


if __name__ == "__main__":
    main()
