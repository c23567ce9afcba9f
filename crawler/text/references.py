"""Resolves the references of a document to URLs, by its base and in its encoding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from crawler.text.charset import Decoded
from crawler.text.encodings import decoder_name, encoding_name
from crawler.text.urls import resolve

_CODECS = {"big5": "cp950", "euc-kr": "cp949", "shift_jis": "cp932", "windows-874": "cp874"}
"""Python's names of the codecs that write like the Encoding standard's encoders, if they differ."""
_UNWRITTEN = frozenset({"utf-16le", "utf-16be", "replacement", "x-user-defined", "iso-8859-8-i", "utf-8"})
"""Encodings whose documents have UTF-8 in their queries."""
_BEYOND = re.compile(r"[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Base:
    """The base and encoding with which a document's references are resolved."""

    url: str
    """The document's URL, or the one that it names as its base."""
    encoding: str = "utf-8"
    """Encoding of its queries: a name of the Encoding standard, in lower case."""

    @classmethod
    def of(cls, url: str, decoded: Decoded) -> Self:
        """Return the base of a document with this decoding; gb18030 reads GBK, but writes other bytes."""
        name = encoding_name(decoded.declared or "") or decoded.used
        return cls(url, name if decoder_name(name) == decoded.used else decoded.used)

    def resolve(self, reference: str) -> str | None:
        """Make a reference absolute as a browser does (see `urls.resolve`).

        Its path is written in UTF-8, its query in the document's encoding: `?cat=新闻` on a page in GBK
        requests `?cat=%D0%C2%CE%C5`.
        """
        if self.encoding in _UNWRITTEN or reference.isascii():
            return resolve(self.url, reference)
        return resolve(self.url, self._with_bytes(reference))

    def _with_bytes(self, reference: str) -> str:
        before, question, query = reference.partition("#")[0].partition("?")
        return before + question + _BEYOND.sub(lambda match: _escaped(match[0], self.encoding), query)


def _escaped(text: str, encoding: str) -> str:
    """Return characters beyond ASCII as escaped bytes of an encoding, or as browsers do: `&#8364;`."""
    if encoding == "gbk" and "€" in text:  # the standard's one addition to GBK
        return "%80".join(_escaped(piece, encoding) for piece in text.split("€"))
    try:
        written = text.encode(_CODECS.get(encoding, encoding))
        return "".join(f"%{byte:02X}" if byte > 0x7F else chr(byte) for byte in written)
    except UnicodeEncodeError:
        if len(text) == 1:
            return f"%26%23{ord(text)}%3B"
        return "".join(_escaped(character, encoding) for character in text)
