"""Signs messages by the Standard Webhooks specification (standardwebhooks.com), version 1."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence

from crawler.pushing.errors import TargetError

PREFIX = "whsec_"
"""Beginning of a secret; its bytes follow in base64."""
_SHORTEST = 24  # bytes of a secret, by the specification
_MAKING = "make one: echo whsec_$(openssl rand -base64 32)"


def parse_secrets(text: str) -> tuple[bytes, ...]:
    """Parse secrets that are separated by spaces or line breaks. Raises `TargetError`."""
    return tuple(map(_secret, text.split()))


def _secret(word: str) -> bytes:
    try:
        secret = base64.b64decode(word.removeprefix(PREFIX), validate=True)
    except ValueError:  # no base64, or other letters than ASCII
        secret = b""
    if not word.startswith(PREFIX) or len(secret) < _SHORTEST:
        raise TargetError(
            f"a secret is {PREFIX} with {_SHORTEST} bytes or more in base64 behind it; {_MAKING}"
        )
    return secret


def signed_headers(secrets: Sequence[bytes], message: str, body: bytes, now: float) -> dict[str, str]:
    """Return the headers of a message, with a signature by each secret; `now` is the Unix time."""
    timestamp = str(int(now))
    content = b".".join((message.encode(), timestamp.encode(), body))
    digests = (hmac.digest(secret, content, hashlib.sha256) for secret in secrets)
    signatures = (f"v1,{base64.b64encode(digest).decode()}" for digest in digests)
    return {
        "webhook-id": message,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(signatures),
    }


def require_secrets(secrets: Sequence[bytes]) -> None:
    """Raise `TargetError` without a secret."""
    if not secrets:
        raise TargetError(
            f"a webhook needs a secret, in the variable PUSH_SECRETS or a file (--secrets FILE); {_MAKING}"
        )
