"""Detects the character encoding of a page, and decodes it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from crawler.text.declaration import declarations
from crawler.text.encodings import decode_as, decoder_name, encoding_name
from crawler.text.plausibility import accidental_utf8, is_mostly_utf8, is_utf16, most_plausible

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)

_Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, and the way in which it was decoded."""

    text: str
    """The text, without byte order mark."""
    declared: str | None
    """The label that the page or the HTTP header declares, as printed; None without one."""
    detected: str
    """Encoding that the bytes themselves suggest (a name of the Encoding standard, in lower case)."""
    used: str
    """Encoding by which the text was decoded (a name of the Encoding standard, in lower case)."""
    replaced: int
    """Number of malformed sequences (and NULs) that became U+FFFD."""

    @property
    def mislabelled(self) -> bool:
        """Whether the text was read in another encoding than the declared one."""
        name = encoding_name(self.declared or "")
        return name is not None and decoder_name(name) != self.used


@dataclass(frozen=True, slots=True)
class _Reading:
    name: str
    text: str
    sound: bool = False
    """Whether no sequence was malformed."""


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Decode the bytes of a page. `content_type` is the HTTP header's value.

    A byte order mark wins. Well-formed UTF-8, even with a few broken bytes, comes next, whatever is declared.
    Then HTTP header, meta tag and XML declaration are tried, in this order; a declaration is accepted if its
    text is legible. Otherwise the bytes decide. GB2312 and GBK are read as gb18030. Never raises. The text
    has neither NULs nor lone surrogates.
    """
    declared = declarations(body, content_type)
    known = tuple(statement for statement in declared if statement.name)
    label = next((statement.label for statement in (*known, *declared)), None)
    names = tuple(decoder_name(statement.name) for statement in known if statement.name)
    reading = _by_mark(body) or _by_bytes(body, names)
    text = reading.text.replace("\0", "\ufffd") if b"\0" in body else reading.text
    replaced = 0 if reading.sound and text is reading.text else text.count("\ufffd")
    return Decoded(text, label, reading.name, reading.name, replaced)


def _by_mark(body: bytes) -> _Reading | None:
    """Decode bytes that begin with a byte order mark."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _Reading(name, decode_as(body[len(mark) :], name))
    return None


def _by_bytes(body: bytes, names: _Names) -> _Reading:
    """Decode bytes without a byte order mark. `names` are the declared encodings."""
    if b"\0" in body and (utf16 := is_utf16(body)):
        return _Reading(utf16, decode_as(body, utf16))
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _broken_or_legacy(body, names, error)
    if text.isascii():
        return _ascii(body, text, names)
    if name := accidental_utf8(body, text, names):
        return _Reading(name, decode_as(body, name))
    return _Reading("utf-8", text, sound=True)


def _ascii(body: bytes, text: str, names: _Names) -> _Reading:
    """Decode bytes that are all ASCII, which prove little; the Encoding standard calls ASCII windows-1252."""
    name = next((name for name in names if not name.startswith("utf-16")), "windows-1252")
    if name in {"iso-2022-jp", "replacement"}:  # encodings in which ASCII bytes have another meaning
        return _Reading(name, decode_as(body, name))
    return _Reading(name, text, sound=True)


def _broken_or_legacy(body: bytes, names: _Names, error: UnicodeDecodeError) -> _Reading:
    """Decode bytes that are no well-formed UTF-8: UTF-8 with broken bytes, or another encoding."""
    cut = error.reason == "unexpected end of data" and not body[: error.start].isascii()
    name = "utf-8" if cut or is_mostly_utf8(body, error.start) else most_plausible(body, names)
    return _Reading(name, decode_as(body, name))
