"""Finds objects in the data of a page that may be its article: a text with title, date and author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from crawler.extraction.scripts.carriers import GLOBALS
from crawler.extraction.scripts.literals import Budget, read_literal, sound
from crawler.extraction.scripts.prose import Prose, prose_of, text_of
from crawler.extraction.scripts.richtext import CHILDREN, MarkupWriter, is_blocks
from crawler.extraction.tree.markup import name_words, names_furniture, names_other_story

MOST_NODES = 100_000
"""Objects, lists and values of a page that are visited, at most."""
SHORTEST = 20  # characters of a text
LONGEST_TITLE = 300
MOST_MILLISECONDS = 10**13  # since 1970: until the year 2286
ABOVE = 3  # objects around a text whose title, date and author may belong to it

TEXT_WORDS = frozenset("content contents body text html story paragraphs blocks rendered fulltext".split())
"""Words of keys that hold an article's text; so do words that begin with `content`."""
OTHER_WORDS = frozenset(
    "summary abstract description desc meta seo title headline caption alt bio intro css style script"
    " template translations i18n locale messages config settings terms notice policy legal user profile menu"
    " navigation email push sms url link search editor".split()
)
"""Words of keys that hold other texts than an article's."""
ASIDE_WORDS = frozenset("i18n translation translations messages locale locales config settings".split())
"""Words of keys of objects with the site's own texts."""
TITLES = tuple(
    "title headline articletitle newstitle contenttitle contitle doctitle name maintitle posttitle".split()
)
DATES = tuple(
    "publishdate publishtime pubtime periodtime jdate pubdate datepublished publishedat publishedtime"
    " publisheddate publicationdate firstpublished firstpublishdate newstime ptime releasetime issuetime"
    " ctime articletime articledate articlefocusdate showtime inputtime createtime createdat createdate"
    " created time date".split()
)
AUTHORS = tuple(
    "author authors articleauthor authorname authornames byline bylines writer reporter reporters".split()
)
SOURCES = tuple(
    "source sourcename articlesource articlesourcename srcname copyfrom mediasource origin articleorigin"
    " media medianame".split()
)
_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Record:
    """A text in the data of a page, with the fields beside it."""

    name: str
    """The name of the variable or element that holds it."""
    key: str
    prose: Prose
    title: str | None
    dates: tuple[str, ...]
    """Possible times of publication as written, in order of trust."""
    authors: tuple[str, ...]
    source: str | None
    lists: tuple[list[Any], ...]
    """The lists of the same object, such as its pictures."""
    group: int | None
    """The key of the list that holds the record; None outside of lists."""
    is_piece: bool = False
    """Whether it shares its title with other records of its list: a part of one text."""

    @property
    def facts(self) -> int:
        """Number of known fields among title, date and author."""
        return (self.title is not None) + bool(self.dates) + bool(self.authors)


@dataclass(frozen=True, slots=True)
class _Place:
    """The place of a value in the data."""

    name: str
    keys: tuple[str, ...] = ()
    around: tuple[Mapping[str, Any], ...] = ()
    """The objects around it, the nearest first."""
    group: int | None = None


class Finder:
    """Traverses the data of a page, within one budget."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.writer = MarkupWriter()
        self.nodes = MOST_NODES
        self.seen: set[int] = set()

    def records(self, name: str, value: object) -> Iterator[Record]:
        """Yield the records in a value that a script or an element calls `name`."""
        waiting: list[tuple[object, _Place]] = [(value, _Place(name))]
        while waiting and self.nodes > 0:
            self.nodes -= 1
            current, place = waiting.pop()
            current = self._decoded(current)
            if not isinstance(current, (dict, list)) or id(current) in self.seen:
                continue
            self.seen.add(id(current))
            if isinstance(current, list):
                prose = self._prose(current) if is_blocks(current) else None
                if prose is not None and place.around:
                    yield _record(place, place.keys[-1], prose)
                    continue
                group = id(current) if len(current) > 1 else place.group
                inside = _Place(place.name, place.keys, place.around, group)
                waiting += [(item, inside) for item in reversed(current)]
            else:
                yield from self._of_object(current, place, waiting)

    def _of_object(
        self, json_object: dict[str, Any], place: _Place, waiting: list[tuple[object, _Place]]
    ) -> Iterator[Record]:
        around = (json_object, *place.around)[: ABOVE + 1]
        further: list[tuple[object, _Place]] = []
        for key, value in json_object.items():
            if not _may_hold(value) or _is_other_story(key):
                continue
            name = key if place.name == GLOBALS else place.name
            prose = self._prose(value) if holds_text(key) else None
            if prose is not None:
                yield _record(_Place(name, place.keys, around, place.group), key, prose)
            else:
                further.append((value, _Place(name, (*place.keys[-3:], key), around, place.group)))
        waiting += reversed(further)

    def _prose(self, value: object) -> Prose | None:
        if isinstance(value, str):
            return prose_of(value)
        if isinstance(value, dict) and any(isinstance(value.get(key), list) for key in CHILDREN):
            value = [value]
        if not isinstance(value, list) or not value:
            return None
        markup = self.writer.markup(value)
        return prose_of(markup) if markup else None

    def _decoded(self, value: object) -> object:
        """Return the data in a string that is itself JSON."""
        if not isinstance(value, str) or not value.lstrip().startswith(('{"', '[{"')):
            return value
        literal = read_literal(value.strip(), 0, self.budget)
        return literal.value if literal.is_read else None


def _may_hold(value: object) -> bool:
    """Return whether a value may be a text, or hold one."""
    return isinstance(value, (dict, list)) or (isinstance(value, str) and len(value) >= SHORTEST)


@lru_cache(maxsize=4096)
def holds_text(key: str) -> bool:
    """Return whether a key names an article's text: `content`, `articleBody`, `post_text`."""
    words = name_words(key)
    if words & OTHER_WORDS or names_furniture(key):
        return False
    return bool(words & TEXT_WORDS) or any(word.startswith("content") for word in words)


@lru_cache(maxsize=4096)
def _is_other_story(key: str) -> bool:
    return len(key) < 80 and (names_other_story(key) or bool(name_words(key) & ASIDE_WORDS))


def _record(place: _Place, key: str, prose: Prose) -> Record:
    facts = [_folded_keys(each) for each in place.around]
    return Record(
        name=place.name,
        key=key,
        prose=prose,
        title=next((title for each in facts if (title := _title(each))), None),
        dates=tuple(date for each in facts[:ABOVE] for date in _dates(each)),
        authors=next((names for each in facts[:ABOVE] if (names := _authors(each))), ()),
        source=next((source for each in facts[:ABOVE] if (source := _named(each, SOURCES))), None),
        lists=tuple(value for value in place.around[0].values() if isinstance(value, list)),
        group=place.group,
        is_piece=place.group is not None and _title(facts[0]) is None,
    )


def joined(records: Iterable[Record]) -> list[Record]:
    """Return the records, with the pieces of one list joined into one record, in the place of the first."""
    pieces: dict[tuple[int, str | None], list[Record]] = {}
    merged: list[Record | list[Record]] = []
    for record in records:
        if not record.is_piece or record.group is None:
            merged.append(record)
            continue
        known = pieces.setdefault((record.group, record.title), [])
        if not known:
            merged.append(known)
        known.append(record)
    return [_whole(each) if isinstance(each, list) else each for each in merged]


def _whole(pieces: list[Record]) -> Record:
    markup = "\n".join(piece.prose.markup for piece in pieces)
    text = " ".join(piece.prose.text for piece in pieces)
    return replace(pieces[0], prose=Prose(markup, text)) if pieces[1:] else pieces[0]


def _folded_keys(members: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values by key without case and punctuation, so that `pub_time` equals `pubTime`."""
    folded: dict[str, Any] = {}
    for key, value in members.items():
        if len(key) < 40 and not isinstance(value, bool):
            folded.setdefault(_LETTERS.sub("", key.lower()), value)
    return folded


def _title(members: Mapping[str, Any]) -> str | None:
    for key in TITLES:
        value = members.get(key)
        if isinstance(value, dict):  # WordPress: {"rendered": …}
            value = value.get("rendered")
        if isinstance(value, str) and 0 < len(text := text_of(sound(value))) <= LONGEST_TITLE:
            return text
    return None


def _dates(members: Mapping[str, Any]) -> Iterator[str]:
    for key in DATES:
        value = members.get(key)
        if isinstance(value, (int, float)) and 0 < value < MOST_MILLISECONDS:
            value = str(int(value))
        if isinstance(value, str) and 8 <= len(value) <= 60 and any(map(str.isdigit, value)):
            yield value


def _authors(members: Mapping[str, Any]) -> tuple[str, ...]:
    for key in AUTHORS:
        value = members.get(key)
        people = value if isinstance(value, list) else [value]
        names = (_name(author) for author in people)
        if authors := tuple(name for name in names if name):
            return authors
    return ()


def _named(members: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((name for key in keys if (name := _name(members.get(key)))), None)


def _name(value: object) -> str | None:
    """Return a name, or the name of the person or source that an object describes."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if not isinstance(value, str):
        return None
    name = text_of(sound(value))
    return name if 0 < len(name) <= 60 and "//" not in name else None
