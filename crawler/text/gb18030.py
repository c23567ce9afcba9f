"""Decodes GB2312, GBK and GB18030 as the Encoding standard does, where Python's codec differs."""

from __future__ import annotations

import codecs
import re

ERRORS = "whatwg-gb18030"
"""Name of the registered error handler."""

# Python keeps the private-use characters of GB18030-2000 where the standard's index has what later editions
# of GB18030 put there.
_REVISED = {
    0xE5E5: 0x3000,
    **dict(zip(range(0xE78D, 0xE797), (0xFE10, 0xFE12, 0xFE11, *range(0xFE13, 0xFE1A)), strict=True)),
    0xE7C7: 0x1E3F,
    0xE81E: 0x9FB4,
    0xE826: 0x9FB5,
    0xE82B: 0x9FB6,
    0xE82C: 0x9FB7,
    0xE832: 0x9FB8,
    0xE843: 0x9FB9,
    0xE854: 0x9FBA,
    0xE864: 0x9FBB,
}
_PRIVATE = re.compile(f"[{''.join(map(chr, _REVISED))}]")


def decode_gb18030(body: bytes) -> str:
    """Decode bytes; each malformed sequence becomes U+FFFD and never swallows an ASCII character."""
    text = body.decode("gb18030", ERRORS)
    return _PRIVATE.sub(lambda found: chr(_REVISED[ord(found[0])]), text) if _PRIVATE.search(text) else text


def _replace(error: UnicodeError) -> tuple[str, int]:
    """The standard's way with a malformed sequence: what follows a broken lead byte is read again."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    lead = error.object[error.start]
    if lead == 0x80:
        return "€", error.start + 1
    trail = error.object[error.start + 1 : error.start + 2]
    if 0x81 <= lead <= 0xFE and trail and trail[0] >= 0x80 and trail[0] != 0xFF:
        return "\ufffd", error.start + 2
    return "\ufffd", error.start + 1


codecs.register_error(ERRORS, _replace)
