"""Sanitises markup that would stall libxml2, before parsing; libxml2 cannot be interrupted.

Its time grows with the square of the attributes of a tag and with nesting times end tags, and it stops for
good at elements nested deeper than 2,046. Markup is therefore read here first, in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from crawler.extraction.tree.nesting import DEEPEST, Nesting, stand_in

SMALL = 128 * 1024
"""Bytes up to which the worst markup costs libxml2 two or three seconds."""
MANY_TAGS = 50_000
"""Tags: no page of news has more; as many end tags cost half a second at the deepest nesting."""
MOST_TAGS = 100_000
"""Tags of a page that are read; later ones are dropped."""
MOST_ATTRIBUTES = 100
"""Attributes of a tag that are read; markup with fewer than `_ALARMING` in each tag stays unchanged."""
_ALARMING = 400

_NAMED = rb"[a-zA-Z][^\t\n\f\r />]*+"
_SPACE = rb"[\t\n\f\r ]*+"
# Names, values and quotes follow the tokens of the HTML standard
# (https://html.spec.whatwg.org/#tokenization).
_ATTRIBUTE = (
    rb"(?:[\t\n\f\r /]*+[^\t\n\f\r />][^\t\n\f\r />=]*+" + _SPACE + rb"(?:=" + _SPACE +
    rb"(?:\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r >\"'][^\t\n\f\r >]*+|(?=>)))?+)"
)  # fmt: skip
_END = rb"[\t\n\f\r /]*+>"
_RAW = (b"script", b"style", b"textarea", b"title", b"iframe", b"noembed", b"noframes", b"xmp")
"""Elements in which tags are text, up to their own end tag."""
_COMMENT = rb"!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+--!?>)"
_ENDED = rb"(?=[\t\n\f\r />])"


def _raw(name: bytes, attributes: bytes, never: bytes = b"") -> bytes:
    """Return the pattern of a raw element's start tag and content, in which `never` must not occur."""
    end = b"/(?i:%b)%b" % (name, _ENDED)
    held = rb"[^<]*+(?:<(?!%b)[^<]*+)*+(?=<%b|\Z)" % (end + never, end)
    return b"(?i:%b)%b%b(?<!/>)%b" % (name, _ENDED, attributes, held)


_HALF = b"{0,%d}+" % (_ALARMING // 2)
# Most attributes are written in one way, which is recognised faster.
_FEW = rb"(?: [a-zA-Z-]++=\"[^\"]*+\")" + _HALF + b"(?:>|" + _ATTRIBUTE + _HALF + _END + b")"
# A script with a comment in which another script begins has another end, so it is not proved harmless.
_SCRIPT_FEW = _raw(b"script", _FEW, b"|!--") + b"|" + _raw(b"script", _FEW, b"|(?i:script)")
_RAW_FEW = b"|".join((_SCRIPT_FEW, *(_raw(name, _FEW) for name in _RAW[1:])))
# Names of most start tags: their beginning or a later letter differs from all raw elements.
_COMMON = rb"(?:[a-hj-mo-ru-wyz][a-z0-9]*+|i|img|input|small|span|strong|t[rdh]|table|tbody)(?=[ >])"
_PLAIN = b"(?:/|(?!(?i:%b)%b))" % (b"|".join(_RAW), _ENDED) + _NAMED
# One match over all harmless markup. Every branch goes forward only: linear time.
_HARMLESS = re.compile(
    rb"[^<]*+(?:<(?:/[a-z0-9]++>|" + _COMMON + _FEW + rb"|" + _RAW_FEW + rb"|" + _PLAIN + _FEW +
    rb"|" + _COMMENT + rb"|(?:\?|/(?![a-zA-Z])|!(?!--))[^>]*+>|(?![a-zA-Z!?/]))[^<]*+){0,%d}+" % MANY_TAGS
)  # fmt: skip

_ANY = _ATTRIBUTE + rb"*+" + _END
_TOKEN = re.compile(
    rb"<(?:" + _COMMENT + rb"|(?P<raw>" + b"|".join(_raw(name, _ANY) for name in _RAW) +
    rb")|(?P<start>" + _NAMED + rb")" + _ANY + rb"|/(?P<end>" + _NAMED + rb")" + _ANY +
    rb"|(?:/?[a-zA-Z]|!--)(?s:.*+)|[!/?][^>]*+>?+)"
)  # fmt: skip
_OPENING = re.compile(rb"<" + _NAMED + _ATTRIBUTE + b"{0,%d}+" % MOST_ATTRIBUTES)
_CLOSED = re.compile(_END)
_START = re.compile(rb"<" + _NAMED + _ANY)
_NAME = re.compile(_NAMED)


@dataclass(frozen=True, slots=True)
class Tamed:
    """Markup that parses in bounded time."""

    markup: bytes
    cut: tuple[str, ...] = ()
    """Excess markup that was dropped: `attributes`, `nesting`, `tags`."""


def is_harmless(markup: bytes) -> bool:
    """Return whether markup is proved to parse in about a second; too deep nesting is not tested."""
    return len(markup) <= SMALL or has_moderate_tags(markup)


def has_moderate_tags(markup: bytes) -> bool:
    """Return whether there are certainly at most 50,000 tags, with at most 400 attributes each."""
    match = _HARMLESS.match(markup)
    return match is not None and match.end() == len(markup)


def tame(markup: bytes) -> Tamed:
    """Remove excess markup: attributes, nesting, tags, and end tags without a start tag.

    Text and order stay. A line break replaces dropped elements of layout.
    """
    nesting = Nesting(max(0, _depth(markup) - DEEPEST))
    cut: dict[str, None] = {"nesting": None} if nesting.surplus else {}
    return Tamed(b"".join(_tamed(markup, nesting, cut)), tuple(cut))


def _depth(markup: bytes) -> int:
    nesting = Nesting()
    for token in islice(_TOKEN.finditer(markup), MOST_TAGS):
        if token["end"]:
            nesting.ends(_lower(token["end"]))
        elif name := _begun(token):
            nesting.begins(name)
    return nesting.deepest


def _tamed(markup: bytes, nesting: Nesting, cut: dict[str, None]) -> Iterator[bytes]:
    place = 0
    for number, token in enumerate(_TOKEN.finditer(markup)):
        yield _text(markup[place : token.start()])
        place = token.end()
        if number == MOST_TAGS:
            cut["tags"] = None
            return
        yield _token(token, nesting, cut)
    yield _text(markup[place:])


def _token(token: re.Match[bytes], nesting: Nesting, cut: dict[str, None]) -> bytes:
    """Return the sanitised form of a comment, a tag, or a raw element without its end tag."""
    if token["end"]:
        return nesting.ends(_lower(token["end"]))
    name = _begun(token)
    if not name:
        return b""
    return _opening(token[0], cut) if nesting.begins(name) else stand_in(name)


def _begun(token: re.Match[bytes]) -> bytes:
    """Return the name of the element that begins.

    It is empty for a comment, and for `<script/>`, about which parsers differ.
    """
    name = _lower(token["start"] or token["raw"] or b"")
    return b"" if token["start"] and name in _RAW else name


def _opening(element: bytes, cut: dict[str, None]) -> bytes:
    """Return a start tag with its first attributes, and the content of a raw element."""
    few, whole = _OPENING.match(element), _START.match(element)
    if few is None or whole is None:
        raise ValueError("no start tag")
    if _CLOSED.match(element, few.end()) is None:
        cut["attributes"] = None
    # Without the start of a comment, a script ends at its first end tag.
    return few[0] + b" >" + element[whole.end() :].replace(b"<!--", b"")


def _text(text: bytes) -> bytes:
    """Return text that forms no tag with the following text."""
    return text.replace(b"<", b"&lt;")


def _lower(tag: bytes) -> bytes:
    """Return the name at the beginning, in lower case."""
    match = _NAME.match(tag)
    return match[0].lower() if match else b""
