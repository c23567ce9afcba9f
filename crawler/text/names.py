"""Makes safe names of files and folders from a site's text."""

from __future__ import annotations

import hashlib
import re

LONGEST = 100
"""Bytes; file systems allow 255, and suffixes follow."""

_OTHERS = re.compile(r"[^\w.-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


def plain_name(text: str) -> str:
    """Return one plain name, in lower case, that stays in its folder on every file system.

    Two long texts have two names: a digest replaces the truncated part. Devices of Windows (`con`) get
    another name. Empty if no character of the text is allowed in a name.
    """
    name = _OTHERS.sub("_", text.strip().lower()).strip("._-")
    if _RESERVED.match(name):
        name = f"_{name}"
    whole = name.encode("utf-8", "replace")
    if len(whole) <= LONGEST:
        return whole.decode()
    digest = hashlib.sha256(whole).hexdigest()[:16]
    return f"{whole[: LONGEST - 17].decode('utf-8', 'ignore')}-{digest}"
