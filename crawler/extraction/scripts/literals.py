"""Reads literals of JavaScript and JSON as data: objects, lists, strings, numbers.

Linear time: the reader only goes forward, no deeper than `DEEPEST`, and no further than its budget.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

DEEPEST = 60
"""Levels of objects and lists that are read; state of real pages has up to 30."""
MOST_TOKENS = 150_000
"""Words, strings and marks that are read on a page, at most: about half a second."""

_STRING = r"\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"|'[^'\\]*+(?:\\.[^'\\]*+)*+'|`[^`\\]*+(?:\\.[^`\\]*+)*+`"
_COMMENT = r"//[^\n]*+|/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/"
_TOKEN = re.compile(
    rf"(?:\s++|{_COMMENT})*+(?:(?P<string>{_STRING})"
    r"|(?P<number>[-+]?(?:0[xX][\da-fA-F]{1,16}|\d[\d_]*+(?:\.\d*+)?+(?:[eE][-+]?\d++)?+|\.\d++))"
    r"|(?P<name>(?:new\s++)?+[^\W\d][\w$]*+(?:\.[\w$]++)*+|\$[\w$]*+)"
    r"|(?P<endless>[\"'`]|/\*)|(?P<mark>.))",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|.))", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "", "\n": "", "\r\n": ""}
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None}
_LONGEST_NUMBER = 30  # characters; Python refuses to read a number of thousands of digits
_OPENING, _CLOSING = frozenset("{[("), frozenset("}])")
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in place of a value, such as a parameter of the function that wraps the data."""

    text: str


@dataclass(slots=True)
class Budget:
    """The number of tokens that may still be read on a page."""

    tokens: int = MOST_TOKENS


@dataclass(frozen=True, slots=True)
class Literal:
    """A value and its end; without a value, the position where the reader stopped."""

    value: object
    end: int
    is_read: bool = True


def read_literal(text: str, start: int, budget: Budget) -> Literal:
    """Read the value that begins at `start`. Expressions inside it that are no data become None."""
    if text.startswith(("{", "["), start):
        try:
            return Literal(*_DECODER.raw_decode(text, start))
        except (ValueError, RecursionError):  # not strict JSON: read it leniently
            pass
    reader = _Reader(text, start, budget)
    try:
        return Literal(reader.value(), reader.place)
    except (_NoLiteralError, _GivenUpError):
        return Literal(None, max(start, reader.place), is_read=False)


def read_arguments(text: str, start: int, budget: Budget) -> Literal:
    """Read the values between the parentheses that open at `start`, as a list."""
    reader = _Reader(text, start, budget)
    try:
        return Literal(reader.arguments(), reader.place)
    except (_NoLiteralError, _GivenUpError):
        return Literal([], max(start, reader.place), is_read=False)


def unescaped(text: str) -> str:
    """Return the value of a string literal without its quotes."""
    return sound(_ESCAPE.sub(_character, text)) if "\\" in text else text


def sound(text: str) -> str:
    """Join halves of surrogate pairs; replace a single half by U+FFFD."""
    if text.isascii() or not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        number = int(code, 16)
        return chr(number) if 0 < number <= 0x10FFFF else "\ufffd"
    return _LETTERS.get(escape[4], escape[4])


class _NoLiteralError(Exception):
    """Raised at anything but data; the list or object around it continues behind it."""


class _GivenUpError(Exception):
    """Raised at the end of the text or the budget, or if data is nested too deep."""


class _Reader:
    """Reads a text once, from token to token."""

    def __init__(self, text: str, place: int, budget: Budget) -> None:
        self.text = text
        self.place = place
        self.budget = budget
        self.depth = 0

    def value(self) -> object:
        """Read a value and the strings that `+` joins to it."""
        value = self._single()
        if not isinstance(value, str) or not self._next_is("+"):
            return value
        pieces = [value]
        while self._passes("+"):
            more = self._single()
            if not isinstance(more, str):
                raise _NoLiteralError
            pieces.append(more)
        return "".join(pieces)

    def arguments(self) -> list[object]:
        """Read the values between parentheses."""
        if not self._passes("("):
            raise _NoLiteralError
        return self._nested(")")

    def _single(self) -> object:
        token = self._take()
        if token.lastgroup == "string":
            return unescaped(token["string"][1:-1])
        if token.lastgroup == "number":
            return _number(token["number"])
        if token.lastgroup == "name":
            return self._named(token["name"])
        return self._marked(token["mark"])

    def _marked(self, mark: str) -> object:
        if mark == "{":
            return self._object()
        if mark == "[":
            return self._nested("]")
        if mark == "!" and (number := _TOKEN.match(self.text, self.place)) and number["number"]:
            return not self._single()  # !0 is true
        raise _NoLiteralError

    def _named(self, name: str) -> object:
        if name in _WORDS:
            return _WORDS[name]
        if name in ("function", "async", "class"):
            raise _NoLiteralError
        return self._called(name, self.arguments()) if self._next_is("(") else Name(name)

    def _called(self, name: str, arguments: Sequence[object]) -> object:
        """Return the argument of a call that only unpacks it, or None for any other call."""
        first = arguments[0] if arguments else None
        if name == "JSON.parse" and isinstance(first, str):
            literal = read_literal(first.strip(), 0, self.budget)
            return literal.value if literal.is_read else None
        if name in ("decodeURIComponent", "decodeURI", "unescape") and isinstance(first, str):
            return unquote(first)
        return first if name in ("new Date", "Date", "Object", "Object.freeze", "String") else None

    def _object(self) -> dict[str, object]:
        members: dict[str, object] = {}
        self._deeper()
        while not self._passes("}"):
            key = self._take()
            name = _key(key)
            if name is not None and self._passes(":"):
                members[name] = self._element()
            elif key["mark"] not in (",", "."):
                self._skip()
            self._passes(",")
        self.depth -= 1
        return members

    def _nested(self, end: str) -> list[object]:
        items: list[object] = []
        self._deeper()
        while not self._passes(end):
            if not self._passes(","):
                start = self.place
                items.append(self._element())
                if self.place == start:  # at a mark that closes another list or object
                    self._take()
        self.depth -= 1
        return items

    def _element(self) -> object:
        """Return one element of a list or object, or None for an expression that is no data."""
        start, depth = self.place, self.depth
        try:
            value = self.value()
        except _NoLiteralError:
            self.place, self.depth = start, depth
            value = None
        if not self._is_ended():
            self._skip()
        return value

    def _is_ended(self) -> bool:
        token = _TOKEN.match(self.text, self.place)
        return token is not None and token["mark"] in (",", "}", "]", ")")

    def _skip(self) -> None:
        """Move to the comma or the closing mark that ends an element."""
        open_marks = 0
        while open_marks or not self._is_ended():
            mark = self._take()["mark"]
            open_marks += (mark in _OPENING) - (mark in _CLOSING)

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise _GivenUpError

    def _passes(self, mark: str) -> bool:
        """Consume a mark if it comes next, and return whether it does."""
        if not self._next_is(mark):
            return False
        self._take()
        return True

    def _next_is(self, mark: str) -> bool:
        token = _TOKEN.match(self.text, self.place)
        return token is not None and token["mark"] == mark

    def _take(self) -> re.Match[str]:
        token = _TOKEN.match(self.text, self.place)
        self.budget.tokens -= 1
        if token is None or self.budget.tokens < 0 or token["endless"]:
            self.place = len(self.text)  # from here on, strings could only be guessed
            raise _GivenUpError
        self.place = token.end()
        return token


def _key(token: re.Match[str]) -> str | None:
    if token["string"]:
        return unescaped(token["string"][1:-1])
    return token["name"] or token["number"]


def _number(text: str) -> int | float | None:
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        return int(text, 0)
    except ValueError:
        return float(text.replace("_", ""))
