"""Finds data in scripts: assigned to variables, passed to a function, or returned by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crawler.extraction.scripts.literals import (
    DEEPEST,
    Budget,
    Literal,
    Name,
    read_arguments,
    read_literal,
)

MOST_STARTS = 1000
"""Values of one script that are read, at most."""

_START = re.compile(
    r"(?<![\w$.])(?P<name>[^\W\d][\w$.]*+|\$[\w$.]*+)(?:\[[\"'](?P<key>[\w$.-]{1,80})[\"']\])?+\s*+"
    r"(?:=(?!=)\s*+(?:(?P<function>[(!]++function\b)|(?=[\"'`{\[]|\d{10}|(?:JSON\.parse|decodeURI\w*|unescape)\())"
    r"|\(\s*+(?=[{\[]))"
)
_WRAPPED = re.compile(r"\s*+[\w$]*+\s*+\((?P<parameters>[\w$,\s]*+)\)\s*+\{")
_RETURN = re.compile(r"\breturn\s*+(?=[{\[])")
_UNWRAPPED = re.compile(r"[\s;]*+\}\)?+\s*+(?=\()")


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A value, and its name in the script."""

    name: str
    """The name without its object: `__INITIAL_STATE__`, also of `window.__INITIAL_STATE__`."""
    value: object


def named_values(script: str, budget: Budget) -> Iterator[NamedValue]:
    """Yield the data of a script in its order: `window.__STATE__ = {…}`, `var a = '…'`, `render({…})`."""
    place = 0
    for _ in range(MOST_STARTS):
        start = _START.search(script, place)
        if start is None:
            return
        literal = _value(script, start, budget)
        place = max(literal.end, start.end())
        if literal.is_read:
            yield NamedValue(_name(start), literal.value)


def _name(start: re.Match[str]) -> str:
    return (start["key"] or start["name"]).strip(".").rpartition(".")[2]


def _value(script: str, start: re.Match[str], budget: Budget) -> Literal:
    if start["function"]:
        return _wrapped(script, start.end(), budget)
    return read_literal(script, start.end(), budget)


def _wrapped(script: str, place: int, budget: Budget) -> Literal:
    """Return the result of a function called in place: `(function(a, b){return {…}}("…", 1))`."""
    head = _WRAPPED.match(script, place)
    returns = _RETURN.search(script, head.end()) if head else None
    if head is None or returns is None:
        return Literal(None, len(script) if head else place, is_read=False)
    returned = read_literal(script, returns.end(), budget)
    call = _UNWRAPPED.match(script, returned.end) if returned.is_read else None
    if call is None:
        return returned
    passed = read_arguments(script, call.end(), budget)
    names = [name.strip() for name in head["parameters"].split(",")]
    arguments = passed.value if isinstance(passed.value, list) else []
    return Literal(_with(returned.value, dict(zip(names, arguments, strict=False))), passed.end)


def _with(value: object, arguments: Mapping[str, object], depth: int = 0) -> object:
    """Return the value with the arguments in place of the parameters' names."""
    if isinstance(value, Name):
        return arguments.get(value.text)
    if depth > DEEPEST:
        return None
    if isinstance(value, dict):
        return {key: _with(each, arguments, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [_with(each, arguments, depth + 1) for each in value]
    return value


_ROW = re.compile(r"(?P<id>[\da-f]{1,8}):(?:T(?P<length>[\da-f]{1,8}),|(?=[\[{\"]))")
MOST_ROWS = 5000


def flight_rows(pushed: Sequence[str], budget: Budget) -> dict[str, object]:
    """Return the rows of a React server's stream, `1a:{…}` or `1b:T3f,text`, which scripts push in pieces.

    A value `$1b` that refers to a text is replaced by it.
    """
    stream = "".join(pushed)
    rows: dict[str, object] = {}
    place = 0
    for _ in range(MOST_ROWS):
        row = _ROW.match(stream, place)
        if row is None:
            line_end = stream.find("\n", place)
            if line_end < 0:
                break
            place = line_end + 1
            continue
        literal = _row(stream, row, budget)
        rows[row["id"]] = literal.value
        place = literal.end + 1 if stream.startswith("\n", literal.end) else literal.end
    texts = {f"${name}": text for name, text in rows.items() if isinstance(text, str)}
    return {name: _referring(value, texts) for name, value in rows.items()}


def _row(stream: str, row: re.Match[str], budget: Budget) -> Literal:
    if row["length"] is None:
        return read_literal(stream, row.end(), budget)
    length = int(row["length"], 16)  # bytes
    text = (
        stream[row.end() : row.end() + length].encode("utf-8", "replace")[:length].decode("utf-8", "ignore")
    )
    return Literal(text, row.end() + len(text))


def _referring(value: object, texts: Mapping[str, str], depth: int = 0) -> object:
    if isinstance(value, str):
        return texts.get(value, value)
    if depth > DEEPEST or not texts:
        return value
    if isinstance(value, dict):
        return {key: _referring(each, texts, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [_referring(each, texts, depth + 1) for each in value]
    return value


def revived(data: Sequence[object]) -> object:
    """Return the value of a flat list whose objects hold indexes into it (Nuxt's `__NUXT_DATA__`)."""
    shells: list[object] = [_shell(original) for original in data]

    def at(place: object) -> object:
        is_place = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(shells)
        return shells[place] if is_place and isinstance(place, int) else None

    for shell, original in zip(shells, data, strict=True):
        if isinstance(shell, dict) and isinstance(original, dict):
            shell.update({key: at(place) for key, place in original.items()})
        elif isinstance(shell, list) and isinstance(original, list):
            shell.extend(at(place) for place in original)
    return shells[0] if shells else None


def _shell(original: object) -> object:
    return {} if isinstance(original, dict) else [] if isinstance(original, list) else original
