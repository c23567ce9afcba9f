"""Checks the values of a declaration: their types, their formats, and how they agree with each other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from crawler.publishers.formats import Format, braces, compiled, is_on
from crawler.publishers.model import Companion, DataList, Layout, Publisher

_LONGEST = 100  # characters of a value in a message


@dataclass(frozen=True, slots=True)
class WrongValue:
    """A wrong value in a declaration."""

    publisher: str
    field: str
    """The field, with the place of the value in it: `layouts[0].body[1]`."""
    value: object
    expected: str
    """The words for the right value: `an IANA time zone, such as "Asia/Shanghai"`."""

    @property
    def words(self) -> str:
        """The fault in one line."""
        value = ascii(self.value) if not isinstance(self.value, str) else repr(self.value)
        shown = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
        return f"{self.publisher}: {self.field} = {shown}: write {self.expected}"


def faults_of(publisher: Publisher) -> tuple[WrongValue, ...]:
    """Return the wrong values of a declaration; how values agree is checked if each has its format."""
    name = publisher.name if isinstance(publisher.name, str) else repr(publisher.name)
    wrong = tuple(_of_record(publisher, "")) or tuple(_disagreements(publisher))
    return tuple(WrongValue(name, *each) for each in wrong)


_Found = tuple[str, object, str]
"""A field, its value, and the expected value in words."""


def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record, include_extras=True)


def _of_record(record: Any, path: str) -> Iterator[_Found]:
    """Yield the faults of a record's fields; a value that equals its default has none."""
    hints = _hints(type(record))
    for each in fields(record):
        value = getattr(record, each.name)
        if value != each.default or type(value) is not type(each.default):
            yield from _of_value(value, hints[each.name], path + each.name)


def _of_value(value: Any, hint: Any, path: str) -> Iterator[_Found]:
    if get_origin(hint) is Annotated:
        yield from _of_text(value, hint.__metadata__[0], path)
    elif get_origin(hint) is tuple:
        yield from _of_tuple(value, get_args(hint), path)
    elif isinstance(hint, type) and is_dataclass(hint):
        yield from _of_record(value, f"{path}.") if isinstance(value, hint) else [(path, value, _named(hint))]
    elif not _is_of(value, hint):
        yield path, value, _named(hint)


def _of_text(value: Any, wanted: Format, path: str) -> Iterator[_Found]:
    expected = wanted.error_in(value) if isinstance(value, str) else wanted.expected
    if expected is not None:
        yield path, value, expected


def _of_tuple(value: Any, hints: tuple[Any, ...], path: str) -> Iterator[_Found]:
    """Yield the faults of a tuple, either of any length or of one with a hint for each part."""
    is_long = hints[-1] is Ellipsis
    if not isinstance(value, tuple):
        shown = f"({value!r},)" if isinstance(value, str) else "("
        yield path, value, f"a tuple: {shown}" if isinstance(value, str) else "a tuple, in ( )"
    elif not is_long and len(value) != len(hints):
        yield path, value, f"{len(hints)} values in ( )"
    else:
        each_hint = [hints[0]] * len(value) if is_long else hints
        for place, (each, hint) in enumerate(zip(value, each_hint, strict=True)):
            yield from _of_value(each, hint, f"{path}[{place}]")


def _is_of(value: Any, hint: Any) -> bool:
    """Return whether a value is of a plain type; True is no number."""
    types = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return type(value) in types


def _named(hint: Any) -> str:
    names = {str: "a text in quotes", int: "a whole number", bool: "True or False", type(None): "None"}
    types = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return " or ".join(names.get(each) or f"{each.__name__}(…)" for each in types)


def _disagreements(publisher: Publisher) -> Iterator[_Found]:
    for find in _AGREEMENTS:
        yield from find(publisher)


def _urls(publisher: Publisher) -> Iterator[_Found]:
    """Yield the URLs that are not on the publisher's hosts."""
    urls = {f"start[{place}]": url for place, url in enumerate(publisher.start)}
    urls |= {f"languages[{n}][0]": f"http://{prefix}" for n, (prefix, _) in enumerate(publisher.languages)}
    for name in ("data_lists", "companions", "days"):
        urls |= {f"{name}[{place}].url": each.url for place, each in enumerate(getattr(publisher, name))}
    urls |= {f"posted_urls[{place}].prefix": each.prefix for place, each in enumerate(publisher.posted_urls)}
    where = f"a URL on its hosts ({', '.join(publisher.hosts)})"
    return ((path, url, where) for path, url in urls.items() if not is_on(publisher.hosts, url))


def _hosts(publisher: Publisher) -> Iterator[_Found]:
    if not publisher.hosts:
        yield "hosts", (), "at least one host"


def _patterns(publisher: Publisher) -> Iterator[_Found]:
    """Yield patterns that cannot be searched as one: each is right, but two have groups of one name."""
    for name in ("article_urls", "hub_urls"):
        patterns = getattr(publisher, name)
        try:
            compiled("|".join(patterns))
        except ValueError as error:
            yield name, patterns, f"patterns without named groups ({error})"


def _lists(publisher: Publisher) -> Iterator[_Found]:
    for place, each in enumerate(publisher.data_lists):
        path = f"data_lists[{place}]"
        if each.body and not _is_json(each.body_of(each.first_page)):
            yield f"{path}.body", each.body, """JSON, such as '{"page": {page}}'"""
        if error := _page_error(each):
            yield f"{path}.{error[0]}", getattr(each, error[0]), error[1]


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _page_error(each: DataList) -> tuple[str, str] | None:
    if each.step < 1:
        return "step", "a whole number from 1"
    if each.last_page is not None and each.last_page < each.first_page:
        return "last_page", f"a number from first_page, {each.first_page}"
    return None


def _companions(publisher: Publisher) -> Iterator[_Found]:
    for place, each in enumerate(publisher.companions):
        groups = _groups(each)
        if not set(braces(each.url)) <= groups:
            yield f"companions[{place}].url", each.url, f"named groups of `article` ({', '.join(groups)})"


def _groups(companion: Companion) -> set[str]:
    return set(compiled(companion.article).groupindex)


def _days(publisher: Publisher) -> Iterator[_Found]:
    for place, each in enumerate(publisher.days):
        if each.since and each.until and each.until < each.since:
            yield f"days[{place}].until", each.until, f"a day from `since`, {each.since}"


def _layouts(publisher: Publisher) -> Iterator[_Found]:
    names = Counter(layout.name for layout in publisher.layouts)
    for place, layout in enumerate(publisher.layouts):
        path = f"layouts[{place}]"
        if names[layout.name] > 1:
            yield f"{path}.name", layout.name, "a name that no other layout has"
        if not layout.fingerprint:
            yield f"{path}.fingerprint", (), "a selector, else the layout would apply to every page"
        if not any(_places(layout)):
            yield path, layout, "a selector for a part of the page, such as body=(…,)"


def _places(layout: Layout) -> Iterable[tuple[str, ...]]:
    return (getattr(layout, each.name) for each in fields(layout) if each.name not in ("name", "fingerprint"))


_AGREEMENTS: tuple[Callable[[Publisher], Iterable[_Found]], ...] = (
    _hosts,
    _urls,
    _patterns,
    _lists,
    _companions,
    _days,
    _layouts,
)
"""The checks of a whole declaration."""
