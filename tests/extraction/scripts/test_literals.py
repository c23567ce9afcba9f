"""Literals of JavaScript, read as data."""

from __future__ import annotations

import time

import pytest

from crawler.extraction.scripts.assignments import flight_rows, named_values, revived
from crawler.extraction.scripts.literals import Budget, read_literal, unescaped

LITERALS: list[tuple[str, object]] = [
    ('{"a": [1, 2.5, true, null]}', {"a": [1, 2.5, True, None]}),
    ("{a: 'b', $c: \"d\", 'e-f': `g`,}", {"a": "b", "$c": "d", "e-f": "g"}),
    ("{a: !0, b: !1, c: undefined, d: -1, e: 0x1f}", {"a": True, "b": False, "c": None, "d": -1, "e": 31}),
    ("[1, 2, 3,]", [1, 2, 3]),
    ("{/* why */ a: 1, // how\n b: 2}", {"a": 1, "b": 2}),
    ("'one ' + \"two \" + `three`", "one two three"),
    (r"'\x3Cp\x3E\u4e2d\u{6587}\n\'q\'<\/p>'", "<p>中文\n'q'</p>"),
    (r"'\ud83d\ude00 \ud83d'", "😀 \ufffd"),
    ('JSON.parse(\'{"a": "\\\\u003cp\\\\u003e"}\')', {"a": "<p>"}),
    ("JSON.parse(decodeURIComponent('%7B%22a%22%3A1%7D'))", {"a": 1}),
    ("{at: new Date(1716168600000), by: f(1, 2), a: 1}", {"at": 1716168600000, "by": None, "a": 1}),
    ("{f: function (x) { return {y: '}'}; }, g: (x) => x * 2, a: 1}", {"f": None, "g": None, "a": 1}),
    ("{n: 1 + 2, a: 1 ? 'x' : 'y', z: [1]}", {"n": 1, "a": 1, "z": [1]}),
    ("{f() { return 1 }, a: 1}", {"a": 1}),
]


@pytest.mark.parametrize(("text", "value"), LITERALS)
def test_literals(text: str, value: object) -> None:
    """Data is read unchanged; values that a script would have to compute are not."""
    literal = read_literal(text, 0, Budget())
    assert literal.is_read
    assert literal.value == value


@pytest.mark.parametrize(
    "text", ["", "function () {}", "'never ends", "{a: 'never ends", "[" * 100, "}", "[}"]
)
def test_no_literals(text: str) -> None:
    """Text that is no data, or never ends, is given up."""
    assert not read_literal(text, 0, Budget()).is_read


def test_escapes_of_no_character() -> None:
    """An escape that stands for no character becomes U+FFFD."""
    assert unescaped(r"a\u{110000}\u0000b") == "a\ufffd\ufffdb"


NAMED: list[tuple[str, list[tuple[str, object]]]] = [
    ("window.__INITIAL_STATE__ = {a: 1};", [("__INITIAL_STATE__", {"a": 1})]),
    ("window['__DATA__']={a: 1}", [("__DATA__", {"a": 1})]),
    ("var a='x', b = \"y\"; let c=[1];", [("a", "x"), ("b", "y"), ("c", [1])]),
    ("if (a == 'x') { b = 'y' }", [("b", "y")]),
    ("render({a: 1}); show('no data')", [("render", {"a": 1})]),
    (
        'window.__NUXT__=(function(a,b){return {data:[{title:a,n:b,x:c}]}}("A lock opens",7));',
        [("__NUXT__", {"data": [{"title": "A lock opens", "n": 7, "x": None}]})],
    ),
    (
        'window.__NUXT__=(function(a){k.id=1;return {t:a}}("A lock"))',
        [("__NUXT__", {"t": "A lock"})],
    ),
    ("x = function () { return {a: 1} }; y = 'z'", [("y", "z")]),
]


@pytest.mark.parametrize(("script", "named"), NAMED)
def test_named_values(script: str, named: list[tuple[str, object]]) -> None:
    """Assignments, arguments and wrapped data come with their names."""
    assert [(each.name, each.value) for each in named_values(script, Budget())] == named


def test_flight_rows() -> None:
    """A text of the stream stands for the values that refer to it, however it was cut into pieces."""
    rows = flight_rows(['1:I["x"]\n2:{"content":"$3","n":', '1}\n3:T9,<p>é</p>4:["a"]\n'], Budget())
    assert rows["2"] == {"content": "<p>é</p>", "n": 1}
    assert rows["4"] == ["a"]


def test_revived() -> None:
    """A flat list whose objects hold places stands for nested data, cycles included."""
    value = revived([{"a": 1, "self": 0}, ["Reactive", 2], "text"])
    assert isinstance(value, dict)
    assert value["a"] == [None, "text"]
    assert value["self"] is value


HOSTILE = {
    "lists": "x=" + "[" * 2_000_000,
    "objects": "x=" + '{"a":' * 400_000,
    "keys": "x=" + "{a:" * 600_000,
    "assigned lists": "x=[" * 600_000,
    "quotes": "x=\"'" * 500_000,
    "backslashes": "x='" + "\\" * 2_000_000,
    "escaped quotes": 'x=[\\"' * 400_000,
    "strings without an end": 'x={a:"\\"' * 250_000,
    "open comments": "x={/*" * 400_000,
    "calls": "x={a:f(" * 250_000,
    "negations": "x={a:" + "!" * 2_000_000,
    "sums": "x=''" + "+''" * 600_000,
    "names": "x" * 2_000_000,
    "dots": "x." * 1_000_000 + "={}",
    "spaces": "x" + " " * 2_000_000,
    "functions": "x=(function(a){" * 130_000,
    "numbers": "x=[" + "9" * 2_000_000 + "]",
    "pushes": 'self.__next_f.push(["\\"' * 90_000,
    "assignments": "x='';" * 400_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_scripts_take_no_time(name: str) -> None:
    """Two megabytes of anything are read in linear time."""
    start = time.process_time()
    list(named_values(HOSTILE[name], Budget()))
    assert time.process_time() - start < 3
