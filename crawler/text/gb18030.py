"""Decodes GB18030, GBK and GB2312 as the Encoding standard does, in all versions of Python."""

from __future__ import annotations

import codecs
import re

_HANDLER = "crawler.text.gb18030"
"""Name of the error handler that treats malformed bytes as the standard does."""

_STANDARD = {
    **dict(zip(range(0xA6D9, 0xA6E0), "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16", strict=True)),
    **dict(zip((0xA6EC, 0xA6ED, 0xA6F3), "\ufe17\ufe18\ufe19", strict=True)),
    **dict(zip((0xFE59, 0xFE61, 0xFE66, 0xFE67), "\u9fb4\u9fb5\u9fb6\u9fb7", strict=True)),
    **dict(zip((0xFE6D, 0xFE7E, 0xFE90, 0xFEA0), "\u9fb8\u9fb9\u9fba\u9fbb", strict=True)),
    0xA3A0: "\u3000",
    0xA8BC: "\u1e3f",
    0x8135F437: "\ue7c7",
}
"""Codes whose character in Python's codec (GB18030-2000 in part) may differ from the standard
(GB18030-2022).
"""


def _differences() -> dict[str, str]:
    """Return the differences of this Python's codec: its character, and the standard's."""
    pairs = (
        (code.to_bytes(2 if code < 0x10000 else 4, "big").decode("gb18030"), character)
        for code, character in _STANDARD.items()
    )
    return {theirs: ours for theirs, ours in pairs if theirs != ours}


_CORRECTIONS = _differences()
_MISREAD = re.compile("|".join(_CORRECTIONS) or "(?!)")


def decode_gb18030(body: bytes) -> str:
    """Decode as the Encoding standard's gb18030 decoder; malformed sequences become U+FFFD.

    A malformed sequence never swallows an ASCII byte, hence no markup; 0x80 is the euro sign.
    """
    text = body.decode("gb18030", _HANDLER)
    if any(map(text.__contains__, _CORRECTIONS)):
        text = _MISREAD.sub(lambda match: _CORRECTIONS[match[0]], text)
    return text


def _replace_malformed(error: UnicodeError) -> tuple[str, int]:
    """Return the replacement of a malformed sequence, and the position at which decoding continues."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    start, body = error.start, error.object
    if body[start] == 0x80:
        return "\u20ac", start + 1
    return "\ufffd", start + _malformed_length(body[start : start + 4])


def _malformed_length(code: bytes) -> int:
    """Return the length of the malformed sequence at the beginning of the bytes."""
    if code[0] == 0xFF:
        return 1
    if len(code) == 1 or not _is_digit(code[1]):
        return 2 if len(code) > 1 and code[1] > 0x7F else 1
    if len(code) == 2 or (len(code) == 3 and _is_lead(code[2])):
        return len(code)  # the text ends inside a sequence of four bytes
    return 4 if _is_lead(code[2]) and _is_digit(code[3]) else 1


def _is_digit(byte: int) -> bool:
    return 0x30 <= byte <= 0x39


def _is_lead(byte: int) -> bool:
    return 0x81 <= byte <= 0xFE


codecs.register_error(_HANDLER, _replace_malformed)
