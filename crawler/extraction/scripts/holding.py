"""Chooses the article in a page's scripts, if its markup has no text or only a preview."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from crawler.extraction.evidence.rules import Rule, Why
from crawler.extraction.scripts.carriers import TEXT_AREAS, carried, carriers
from crawler.extraction.scripts.literals import Budget, sound
from crawler.extraction.scripts.prose import Prose, prose_of
from crawler.extraction.scripts.records import Finder, Record, joined
from crawler.text.sizes import utf8_size

TEASER = 2500
"""UTF-8 bytes: a longer body in the markup is no preview."""
SHORT = 1500
"""UTF-8 bytes: beside a longer body, no script is read except JSON-LD."""
HARDLY_ANY = 240
"""UTF-8 bytes: a shorter body may be anything, such as a line of the footer."""
MORE = 2.0  # factor by which a script's text must exceed the markup's text to replace it
CONTINUED = 1.6  # as MORE, if it continues the markup's text
OPENING = 24  # letters at the beginning of two texts that show that they are the same
SAME_TITLE = 0.5  # share of a stated title that a record's title has, at least
SHORTEST_TITLE = 5  # letters
MOST_TITLES = 4
_NO_LETTERS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w{1,40}")
JSON_LD = "JSON-LD articleBody"


@dataclass(frozen=True, slots=True)
class ShownContent:
    """The content of a page's markup."""

    titles: Sequence[str]
    """Its printed or declared headlines."""
    body: Sequence[str]
    is_headed: bool
    """Whether the page prints a headline."""
    is_empty: bool
    """Whether the layout's element for the text is empty."""


@dataclass(frozen=True, slots=True)
class Held:
    """The parts of a page's article in a script."""

    rule: Why
    """The rule, such as `script: __NEXT_DATA__`."""
    markup: str
    headline: str | None = None
    dates: tuple[str, ...] = ()
    """Possible times of publication as written, in order of trust.

    `2024-05-20 09:30`, `20240520093000`, or seconds or milliseconds since 1970.
    """
    authors: tuple[str, ...] = ()
    source: str | None = None
    lists: tuple[list[Any], ...] = ()
    """Lists beside the text, such as its pictures."""
    is_whole_of_preview: bool = False
    """Whether it continues the text in the markup."""


def held_by_scripts(root: etree._Element, stated: Mapping[str, Any], shown: ShownContent) -> Held | None:
    """Return the article's text, if a script has more of it than the markup; None on most pages.

    `stated` is the page's JSON-LD object of the article.
    """
    if (
        sum(map(len, shown.body)) >= TEASER and not shown.is_empty
    ):  # a text has at least as many bytes as characters
        return None
    size = sum(map(utf8_size, shown.body))
    described = list(_described(stated.get("articleBody"), least=CONTINUED * size))
    if any(map(_is_in_paragraphs, described)) and (held := _Choice(shown, size, described).best(described)):
        return held  # as good as any other
    scripts = _carriers(root, shown, size)
    if not scripts and not described:
        return None
    records = [*described, *joined(_records(scripts))]
    return _Choice(shown, size, records).best(records)


def _is_in_paragraphs(record: Record) -> bool:
    return record.prose.markup.count("</p>") > 1 or "<br" in record.prose.markup


def _carriers(root: etree._Element, shown: ShownContent, size: int) -> list[etree._Element]:
    if shown.is_empty or size <= HARDLY_ANY:  # anything may be the text
        return carriers(root)
    return carriers(root, proofs(shown)) if size < SHORT else []


def proofs(shown: ShownContent) -> list[str]:
    """Return the longest words of titles and opening; a longer copy of the article has one of them."""
    lines = (*shown.titles[:MOST_TITLES], *shown.body[:1])
    return list(dict.fromkeys(max(words, key=len) for line in lines if (words := _WORD.findall(line))))


def _described(text: object, least: float) -> Iterator[Record]:
    """Yield the text in the page's JSON-LD, if it can weigh `least`."""
    if not isinstance(text, str) or utf8_size(text) < least:
        return
    prose = prose_of(sound(text))
    if prose is not None:
        yield Record(JSON_LD, "articleBody", prose, None, (), (), None, (), None)


def _records(elements: Sequence[etree._Element]) -> Iterator[Record]:
    budget = Budget()
    finder = Finder(budget)
    for named in carried(elements, budget):
        yield from finder.records(named.name, named.value)


class _Choice:
    """The choice of the record that is the page's article."""

    def __init__(self, shown: ShownContent, size: int, records: Sequence[Record]) -> None:
        self.shown = shown
        self.size = size
        self.titles = [bare for title in shown.titles if (bare := _bare(title))]
        lines = (bare for line in shown.body if len(bare := _bare(line)) >= OPENING)
        self.opening = next(lines, "")[:OPENING]
        self.crowded = _crowded(records)

    def best(self, records: Sequence[Record]) -> Held | None:
        """Return the record of the page's article, if there is one."""
        record = max(filter(self.accepts, records), key=self.worth, default=None)
        return _held(record, is_whole_of_preview=self.goes_on(record)) if record is not None else None

    def accepts(self, record: Record) -> bool:
        """Return whether a record is the page's article, and has more of it than the markup shows."""
        if self.goes_on(record):
            return record.prose.weight >= CONTINUED * self.size
        if record.prose.weight < (HARDLY_ANY if self.shown.is_empty else MORE * self.size):
            return False
        return self.is_titled(record) or self._stands_alone(record)

    def worth(self, record: Record) -> float:
        """Return the score of a record."""
        proofs = 1 + self.goes_on(record) + self.is_titled(record)
        return record.prose.weight * proofs * (2 if _is_in_paragraphs(record) else 1)

    def goes_on(self, record: Record) -> bool:
        """Return whether a record begins as the text in the markup does."""
        return bool(self.opening) and self.opening in _bare(record.prose.text)

    def is_titled(self, record: Record) -> bool:
        """Return whether a record has the page's title; JSON-LD describes the page itself."""
        if record.name == JSON_LD:
            return True
        title = _bare(record.title or "")
        if len(title) < SHORTEST_TITLE:
            return False
        return any(title == stated or _is_part(title, stated) for stated in self.titles)

    def _stands_alone(self, record: Record) -> bool:
        """Return whether a record must be the article for lack of any other.

        It has an article's keys, or scripts fill the layout's empty element with such paragraphs.
        """
        if self.size > HARDLY_ANY and not self.shown.is_empty:
            return False
        differs = record.title is not None and self.shown.is_headed
        is_one_of_many = record.group is not None and record.group in self.crowded
        is_awaited = self.shown.is_empty and _is_in_paragraphs(record)
        return (bool(record.facts) or is_awaited) and not differs and not is_one_of_many


def _crowded(records: Iterable[Record]) -> set[int]:
    """Return the lists that hold several records: of other stories, unless they are comments."""
    once: set[int] = set()
    twice: set[int] = set()
    for record in records:
        if record.group is not None:
            (twice if record.group in once else once).add(record.group)
    return twice


def _is_part(title: str, stated: str) -> bool:
    return title in stated and len(title) >= SAME_TITLE * len(stated)


def _bare(text: str) -> str:
    """Return only the letters and digits of a text, for comparison."""
    return _NO_LETTERS.sub("", text).casefold()


def _held(record: Record, *, is_whole_of_preview: bool) -> Held:
    name = record.key if record.name == TEXT_AREAS else record.name
    prose: Prose = record.prose
    return Held(
        rule=Rule.HELD_BY_SCRIPT.of(name[:60]),
        markup=sound(prose.markup),
        headline=record.title,
        dates=record.dates,
        authors=record.authors,
        source=record.source,
        lists=record.lists,
        is_whole_of_preview=is_whole_of_preview,
    )
