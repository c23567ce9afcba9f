"""Measures the length of a text, comparable over languages."""

from __future__ import annotations


def utf8_size(text: str) -> int:
    """Return the length in UTF-8, which evens out Chinese and English; a lone surrogate counts as one."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
