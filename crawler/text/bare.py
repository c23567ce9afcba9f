"""Tests whether a page shows its reader any content."""

from __future__ import annotations

import re

TEXT = 80
"""Characters: a page with more visible text, or with more than two links, is a page of its own."""
LINKS = 2

_SCRIPT = re.compile(r"<(?:script|style)\b[^<]*+(?:<(?!/script|/style)[^<]*+)*+(?:</\w+\s*>)?", re.IGNORECASE)
_NO_TEXT = re.compile(r"<!--.*?(?:-->|\Z)|<title\b[^<]*+|<[^>]*+>?|&nbsp;|\s+", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"<a\s", re.IGNORECASE)


def shows_nothing(markup: str) -> bool:
    """Return whether a page has neither a text nor a list of links: it redirects, or runs a script."""
    return shows_at_most(markup, TEXT, LINKS)


def shows_at_most(markup: str, text: int, links: int) -> bool:
    """Return whether a page has at most this many visible characters (blanks not counted) and links."""
    without = _SCRIPT.sub(" ", markup)
    return len(_LINK.findall(without)) <= links and len(_NO_TEXT.sub("", without)) <= text


def has_text(markup: str) -> bool:
    """Return whether a page has any visible text, however short."""
    return bool(_NO_TEXT.sub("", _SCRIPT.sub(" ", markup)))
