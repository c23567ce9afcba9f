"""Distinguishes running text from other strings of a script, and converts it to markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape

from crawler.text.sizes import utf8_size
from crawler.text.spaces import folded

LEAST = 60
"""UTF-8 bytes of a text: 20 Chinese characters, or a sentence in English."""
MOST_CODE = 0.01  # share of braces and semicolons: a text with more is code

_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_BLOCK = re.compile(r"<(?:p|br|div|section|h[1-6])\b", re.IGNORECASE)
_ESCAPED = re.compile(r"&(?:amp;)?lt;/?(?:p|br|div|section|span|img)\b", re.IGNORECASE)
_CODE = re.compile(r"[{}]|;\s*\n|=>|\)\s*;|\bfunction\s*\(")
_DATA = re.compile(
    r"\s*+(?:[\[{]|<(?:script|style|iframe|ins|svg|link|meta)\b|https?://\S*+\s*+$)", re.IGNORECASE
)
_SENTENCE = re.compile(r"[。！？؟।]|[.!?…](?=[\s\"'”’»<)]|$)")


@dataclass(frozen=True, slots=True)
class Prose:
    """A running text, as markup."""

    markup: str
    text: str
    """The text without markup; white space folded."""

    @property
    def weight(self) -> int:
        """UTF-8 bytes of the text."""
        return utf8_size(self.text)


def prose_of(value: str) -> Prose | None:
    """Return the running text in a string, or None for code, data, addresses and words without a sentence."""
    if len(value) < LEAST / 3 or _DATA.match(value):
        return None
    markup = as_markup(value)
    text = text_of(markup)
    if utf8_size(text) < LEAST or not _SENTENCE.search(text) or _is_code(text):
        return None
    return Prose(markup, text)


def as_markup(value: str) -> str:
    """Convert a string to markup: unchanged, with escaped tags as tags, or with each line as a paragraph."""
    if _BLOCK.search(value):
        return value
    if _ESCAPED.search(value):
        once = unescape(value)
        return unescape(once) if _ESCAPED.search(once) else once
    if _TAG.search(value):
        return f"<p>{value}</p>"
    lines = (folded(unescape(line)) for line in value.splitlines())
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def text_of(markup: str) -> str:
    """Return the text of markup, in one line."""
    return folded(unescape(_TAG.sub(" ", markup)))


def _is_code(text: str) -> bool:
    return len(_CODE.findall(text)) > MOST_CODE * len(text)
