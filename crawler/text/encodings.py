"""Names and decodes character encodings by the Encoding standard, with Python's codecs."""

from __future__ import annotations

import codecs

import webencodings

from crawler.text.gb18030 import decode_gb18030

_HANDLER = "crawler.text.c1"
"""Name of the error handler that decodes unassigned bytes as C1 controls."""

_PYTHON = {
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "iso-8859-8-i": "iso-8859-8",
    "shift_jis": "cp932",
    "utf-16be": "utf-16-be",
    "utf-16le": "utf-16-le",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
}
"""Python's names of the codecs that differ from the Encoding standard's."""

_BIG5_SIGNS = tuple(zip("•､‾∼♁☉¥¢£￭", "‧﹑¯～⊕⊙￥￠￡▓", strict=True))
"""Signs that Python's big5hkscs decodes differently from the standard, which follows Windows there."""

_USER_DEFINED = {byte: 0xF700 + byte for byte in range(0x80, 0x100)}
"""The encoding x-user-defined: its upper half lies in the private use area."""


def encoding_name(label: str) -> str | None:
    """Return the Encoding standard's name for a label, in lower case; None for an unknown label.

    White space round the label and its case do not matter. `gb2312` is `gbk`, `latin1` is `windows-1252`.
    """
    encoding = webencodings.lookup(label)
    return encoding.name if encoding else None


def decoder_name(name: str) -> str:
    """Return the encoding whose decoder reads a standard encoding: GBK is read as gb18030."""
    return "gb18030" if name == "gbk" else name


def decode_as(body: bytes, name: str) -> str:
    """Decode bytes in the encoding of this (lower case) standard name; malformed bytes become U+FFFD.

    `replacement` is the name for encodings that browsers refuse: its text is a single U+FFFD.
    """
    if decoder_name(name) == "gb18030":
        return decode_gb18030(body)
    if name == "replacement":
        return "\ufffd" if body else ""
    if name == "x-user-defined":
        return body.decode("latin-1").translate(_USER_DEFINED)
    handler = _HANDLER if name.startswith("windows-") else "replace"
    text = body.decode(_PYTHON.get(name, name), handler)
    return _with_windows_signs(text) if name == "big5" else text


def _with_windows_signs(text: str) -> str:
    for misread, standard in _BIG5_SIGNS:
        text = text.replace(misread, standard)
    return text


def _pass_controls(error: UnicodeError) -> tuple[str, int]:
    """Return the character of the standard's tables for an unassigned byte of a Windows code page."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start]
    return (chr(byte) if byte < 0xA0 else "\ufffd"), error.start + 1


codecs.register_error(_HANDLER, _pass_controls)
