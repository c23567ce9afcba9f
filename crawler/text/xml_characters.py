"""Replaces characters that no document in XML may have."""

from __future__ import annotations

import re

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def valid_xml(text: str) -> str:
    """Return a text with U+FFFD in place of control characters, lone surrogates and the like."""
    return _NOT_XML.sub("\ufffd", text)
