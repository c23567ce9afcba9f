"""Makes digests of lists, which stand in the place of the ETag that their server does not send."""

from __future__ import annotations

import hashlib

_PREFIX = "blake2b:"
"""Beginning of a digest; an ETag begins with a quotation mark or `W/` (RFC 9110, section 8.8.3)."""


def digest_of(body: bytes) -> str:
    """Return the digest of a body: `blake2b:9f86…`."""
    return _PREFIX + hashlib.blake2b(body, digest_size=16).hexdigest()


def is_digest(etag: str) -> bool:
    """Return whether a stored ETag is such a digest, and was not sent by a server."""
    return etag.startswith(_PREFIX)
