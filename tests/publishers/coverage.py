"""Writes the table of the declared publishers into docs/publishers.md: `make publishers`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from crawler.publishers import PUBLISHERS, Publisher, publisher_of
from tests.publishers.url_samples import ARTICLES, HUBS

HERE = Path(__file__).parent
DOCUMENT = HERE.parents[1] / "docs" / "publishers.md"
BEGIN, END = "<!-- the table begins -->", "<!-- the table ends -->"
FURTHER = re.compile(
    r"(?:[_/-]|page=?|index|news)(?!20\d\d)0*\d{1,3}(?:\.\w+|/)?$"
)  # /index_2.htm, /page/3/, /news3.html, /c0015001_000000003.shtml, ?page=2
HEAD = (
    "| Publisher | Language | Starts | JSON | Pager | Days "
    "| Article URLs | Layouts | Pages | Lists | Facts of |"
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The content of one declaration, and its tests."""

    publisher: Publisher
    samples: int
    """URLs of articles in url_samples.py."""
    pager: bool
    """Whether a sample of a list is one of its further pages."""
    pages: int
    """Composed article pages with a record."""
    lists: int
    """Composed lists with their links."""

    @property
    def languages(self) -> list[str]:
        """The language of the main edition, then the others."""
        own = self.publisher.language
        return [own, *sorted({tag for _, tag in self.publisher.languages} - {own})]


PAGE, LIST = "a composed page with its record", "a composed list with its links"
LACKS: dict[str, Callable[[Coverage], bool]] = {
    "starts": lambda one: not one.publisher.start,
    "patterns of article URLs": lambda one: not one.publisher.article_urls,
    "samples of article URLs": lambda one: not one.samples,
    "the date of the facts": lambda one: not one.publisher.seen,
    "patterns of list URLs": lambda one: not one.publisher.hub_urls,
    "a sample of a list's further page": lambda one: not one.pager,
    "an archive by day": lambda one: not one.publisher.days,
    "a layout of its own": lambda one: not one.publisher.layouts,
    PAGE: lambda one: not one.pages,
    LIST: lambda one: not one.lists,
}
"""The gaps that a declaration may have, each with its condition."""
MUST = ("starts", "patterns of article URLs", "samples of article URLs", "the date of the facts", PAGE, LIST)
"""The requirements of a declaration (see `Publisher`)."""


def coverages() -> list[Coverage]:
    """Return the coverage of each declaration, in the order of the names."""
    articles = Counter(map(publisher_of, ARTICLES))
    paged = {publisher_of(url) for url in HUBS if FURTHER.search(urlsplit(url).query or urlsplit(url).path)}
    return [_coverage(publisher, articles[publisher], publisher in paged) for publisher in PUBLISHERS]


def _coverage(publisher: Publisher, samples: int, pager: bool) -> Coverage:
    return Coverage(
        publisher=publisher,
        samples=samples,
        pager=pager,
        pages=_records("pages", publisher),
        lists=_records("lists", publisher),
    )


def _records(kind: str, publisher: Publisher) -> int:
    return len(list((HERE / kind / publisher.name).glob("*.json")))


def table() -> str:
    """Return the section's text: a row for each declaration, then the counts of gaps."""
    declarations = coverages()
    rows = [HEAD, "|---" * HEAD.count(" | ") + "|---|", *map(_row, declarations)]
    counts = {what: sum(map(lacks, declarations)) for what, lacks in LACKS.items()}
    missing = (_without(count, what) for what, count in counts.items() if count)
    summary = f"{len(declarations)} publishers are declared. {'; '.join(missing)}."
    return "\n".join([*rows, "", *_wrapped(summary)])


def missing_in(one: Coverage) -> list[str]:
    """Return the requirements that a declaration lacks."""
    return [what for what in MUST if LACKS[what](one)]


def _bare(noun: str) -> str:
    return noun.removeprefix("a ").removeprefix("an ")


def _row(one: Coverage) -> str:
    publisher = one.publisher
    cells = (
        f"{publisher.name} ({publisher.title})",
        ", ".join(one.languages),
        _count(len(publisher.start)),
        _count(len(publisher.data_lists)),
        _mark(one.pager),
        _count(len(publisher.days)),
        _count(len(publisher.article_urls)),
        _count(len(publisher.layouts)),
        _count(one.pages),
        _count(one.lists),
        publisher.seen or "–",
    )
    return f"| {' | '.join(cells)} |"


def _count(number: int) -> str:
    return str(number or "–")


def _mark(is_there: bool) -> str:
    return "yes" if is_there else "–"


def _without(count: int, what: str) -> str:
    """Word a count: `1 has no layout of its own`, `70 have no layout of their own`."""
    if count == 1:
        return f"{count} has no {_bare(what)}"
    return f"{count} have no {_bare(what).replace('of its own', 'of their own')}"


def _wrapped(text: str, width: int = 125) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def with_table(document: str) -> str:
    """Return the document with the table of today."""
    before, _, rest = document.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    DOCUMENT.write_text(with_table(DOCUMENT.read_text("utf-8")), "utf-8")
