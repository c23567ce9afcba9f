"""Guesses the URL pattern of a site's articles from one URL."""

from __future__ import annotations

import re

from crawler.publishers import url_shapes

SHARED: dict[str, str] = {
    shape: name for name, shape in url_shapes.shapes_of(vars(url_shapes)).items() if name.endswith("_ARTICLE")
}
"""The shapes that publishers share, with the names by which declarations call them."""

_SLUG = re.compile(r"(?:[^/-]+-){3}[^/]*")
_HEX = re.compile(r"(?=.*\d)(?=.*[a-f])[0-9a-f]{16,}")
_ENDING = re.compile(r"\.[a-z]{2,5}$")
_TELLING = (r"\d", r"\w+", "{3}", "[0-9a-f]")  # a pattern must have one of these
_LONGEST = 80  # characters
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])?(?:[0-3]\d)?")


def article_pattern(path: str) -> str | None:
    """Return a regular expression that matches URL paths like `path`, or None without a typical part.

    It begins at the first part with a number, because the parts before name the channel.
    """
    for shared in SHARED:
        if re.search(shared, path):
            return shared
    parts = path.rstrip("/").split("/")[1:]
    numbered = (place for place, part in enumerate(parts) if re.search(r"\d", part))
    start = next(numbered, len(parts) - 1)
    end = "/$" if path.endswith("/") else "$"
    pattern = "".join(f"/{_shape(part)}" for part in parts[start:]) + end
    holds = any(sign in pattern for sign in _TELLING) and len(pattern) <= _LONGEST
    return pattern if holds and re.search(pattern, path) else None


def _shape(part: str) -> str:
    ending = _ENDING.search(part)
    stem = part[: ending.start()] if ending else part
    shape = _SLUG.pattern if _SLUG.fullmatch(stem) else "".join(map(_token, re.split(r"([-_.])", stem)))
    return shape + (re.escape(ending[0]) if ending else "")


def _token(piece: str) -> str:
    """Return the pattern of a hyphen, an underscore, a dot, or the text between two of them."""
    if _HEX.fullmatch(piece):
        return f"[0-9a-f]{{{len(piece)}}}"
    if match := re.fullmatch(r"([A-Za-z_-]*)(\d*)", piece):
        return match[1] + (_digits(match[2]) if match[2] else "")
    if re.fullmatch(r"\w+", piece):
        return r"\w+"
    return r"\." if piece == "." else "[^/]+"


def _digits(digits: str) -> str:
    dated = len(digits) == 2 or (len(digits) % 2 == 0 and _DAY.fullmatch(digits))
    return rf"\d{{{len(digits)}}}" if dated else r"\d+"
