"""Decodes a document piece by piece, with the result of `charset.decode` for a whole page."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from crawler.text.charset import Decoded, decode
from crawler.text.plausibility import is_utf16

LONGEST = 1024 * 1024
"""Bytes: a longer stretch without a good place to split is split anywhere."""

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16le", codecs.BOM_UTF16_BE: "utf-16be"}
_ENDS = (b">", b"\n", b",")  # never second bytes, in any encoding whose characters begin with high bytes
_DECLARATION = re.compile(rb"\s*(<\?xml[^>]{0,1000}\?>)")


def decoded_pieces(content: Iterable[bytes], content_type: str | None = None) -> Iterator[Decoded]:
    """Decode a document piece by piece. `content_type` is the HTTP header's value.

    A byte order mark holds for the whole document. Otherwise each piece is decoded by its own bytes and by
    the declarations of the header and of the document's beginning: a GBK feed declared as GB2312 loses no
    text to a character that GB2312 lacks, nor to a broken byte. Byte order marks are removed from the text;
    joined files have several.
    """
    pieces = iter(content)
    first = next((piece for piece in pieces if piece), b"")
    unicode = _unicode(first)
    texts = _in_unicode(chain((first,), pieces), unicode) if unicode else _judged(first, pieces, content_type)
    for decoded in texts:
        yield replace(decoded, text=decoded.text.replace("\ufeff", ""))


def _unicode(beginning: bytes) -> str | None:
    """Return the encoding of a byte order mark, or of UTF-16 as shown by its zeros."""
    marked = (name for mark, name in _MARKS.items() if beginning.startswith(mark))
    return next(marked, None) or (is_utf16(beginning) if b"\0" in beginning else None)


def _in_unicode(pieces: Iterable[bytes], name: str) -> Iterator[Decoded]:
    decoder = codecs.getincrementaldecoder(name)("replace")
    for piece in pieces:
        text = decoder.decode(piece)
        yield Decoded(text.replace("\0", "\ufffd"), None, name, name, text.count("\ufffd"))


def _judged(first: bytes, pieces: Iterable[bytes], content_type: str | None) -> Iterator[Decoded]:
    match = _DECLARATION.match(first)
    declaration = match[1] if match else b""
    for number, piece in enumerate(_cut_between_characters(first, pieces)):
        yield _behind(declaration, piece, content_type) if number else decode(piece, content_type)


def _behind(declaration: bytes, piece: bytes, content_type: str | None) -> Decoded:
    """Decode a piece as if it stood right behind the document's declaration."""
    whole = decode(declaration + piece, content_type)
    return replace(whole, text=whole.text[len(declaration) :])


def _cut_between_characters(first: bytes, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes, split at the ends of characters."""
    held, size = [], 0
    for piece in chain((first,), pieces):
        end = max(map(piece.rfind, _ENDS)) + 1
        held.append(piece[:end])
        size += end
        if end or size > LONGEST:
            yield b"".join(held)
            held, size = [], 0
        held.append(piece[end:])
        size += len(piece) - end
    if size:
        yield b"".join(held)
