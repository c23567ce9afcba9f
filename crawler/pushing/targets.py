"""Parses the URL of a target, and opens its sink."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import SplitResult, parse_qs, urlsplit

from crawler.program import how_to_add
from crawler.pushing.errors import TargetError
from crawler.pushing.signature import parse_secrets, require_secrets
from crawler.pushing.sink import Sink, SinkTerms
from crawler.pushing.webhook import Webhook

SECRETS, PASSWORD = "PUSH_SECRETS", "PUSH_PASSWORD"
"""Environment variables with the secrets of webhooks, and with the password of a server."""
PREFIX = "news"
"""Beginning of the subjects of NATS, if the URL names no other."""
_KNOWN = "https://example.org/hook, postgresql://USER@HOST/DATABASE or nats://HOST:4222"

_PASSWORDS = frozenset(("password", "sslpassword"))
"""Parameters of PostgreSQL with a password."""
_SUBJECT = re.compile(r"[^\s.*>]+(?:\.[^\s.*>]+)*")
"""Tokens of a subject of NATS, without its wildcards."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """The secrets of a target. They come from the environment or a file, never from the command line."""

    secrets: tuple[bytes, ...] = ()
    """Secrets of a webhook; each of them signs, so that a receiver can change from one to another."""
    password: str | None = None
    """Password of a server."""

    @classmethod
    def of(cls, environment: Mapping[str, str], secrets: str | None = None) -> Self:
        """Read the environment; `secrets` replaces its secrets. Raises `TargetError`."""
        text = environment.get(SECRETS, "") if secrets is None else secrets
        return cls(parse_secrets(text), environment.get(PASSWORD))


@dataclass(frozen=True, slots=True)
class Target:
    """A target of events."""

    url: str
    name: str
    """Its URL without its user, and with a digest of its query, which may hold a token."""

    @property
    def number(self) -> int:
        """A number from the name, for a lock."""
        return int.from_bytes(self.name.encode(), "big") % (2**31 - 1)


def parse_target(url: str) -> Target:
    """Parse the URL of a target. Raises `TargetError`."""
    parts = _split(url)
    if parts.scheme not in _OPENERS or not (parts.hostname or _OPENERS[parts.scheme] is _postgresql):
        raise TargetError(f"{_shown(url) or 'nothing'} is no target: name one, such as {_KNOWN}")
    if parts.password is not None or _PASSWORDS & parse_qs(parts.query, keep_blank_values=True).keys():
        raise TargetError(
            "other users of this machine see a password in a URL: leave it out, and set the variable"
            " PUSH_PASSWORD"
        )
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    place = f"{host}:{parts.port}" if parts.port else host
    digest = f"?{hashlib.sha256(parts.query.encode()).hexdigest()[:8]}" if parts.query else ""
    return Target(url, f"{parts.scheme}://{place}{parts.path}{digest}")


def _split(url: str) -> SplitResult:
    """Split a URL. Raises `TargetError`, without a password that the URL may hold."""
    try:
        parts = urlsplit(url)
        host = f"{parts.hostname or ''}:{parts.port or ''}".encode("idna").decode()
    except ValueError:  # its words may repeat a part of the password: `postgresql://USER:PASS/WORD@HOST`
        host = "\0"
    if not (url + host).isprintable():
        raise TargetError(f"{_shown(url)} is no URL: name a target, such as {_KNOWN}")
    return parts


def _shown(url: str) -> str:
    """Return a URL for a message; of one that may hold a password only its scheme: `postgresql://…`."""
    if not any(sign in url for sign in "@="):
        return url
    scheme, separator, _ = url.partition("://")
    return f"{scheme}://…" if separator else "the text"


def open_sink(target: Target, credentials: Credentials, terms: SinkTerms) -> Sink:
    """Return the sink of a target. Raises `TargetError`."""
    parts = urlsplit(target.url)
    if terms.batch is not None and (terms.batch < 1 or parts.scheme not in ("http", "https")):
        raise TargetError("--batch N is the number of events in a request to a webhook, from 1")
    if terms.answer_seconds <= 0:
        raise TargetError("PUSH_ANSWER_SECONDS takes a number above 0")
    return _OPENERS[parts.scheme](parts, credentials, terms)


def _webhook(parts: SplitResult, credentials: Credentials, terms: SinkTerms) -> Sink:
    if parts.username:
        raise TargetError("a webhook takes no user: its requests are signed")
    require_secrets(credentials.secrets)
    return Webhook(parts.geturl(), credentials.secrets, terms)


def _postgresql(parts: SplitResult, credentials: Credentials, terms: SinkTerms) -> Sink:
    try:
        from crawler.pushing.postgresql import PostgreSQL  # noqa: PLC0415  an extra
    except ImportError as error:
        raise _missing("psycopg", "postgresql") from error
    return PostgreSQL(parts.geturl(), credentials.password, terms)


def _nats(parts: SplitResult, credentials: Credentials, terms: SinkTerms) -> Sink:
    try:
        from crawler.pushing.nats import Login, Nats  # noqa: PLC0415  an extra
    except ImportError as error:
        raise _missing("nats-py", "nats") from error
    if parts.username and credentials.password is None:
        raise TargetError(f"set the variable PUSH_PASSWORD to the password of {parts.username}")
    prefix = parts.path.strip("/") or PREFIX
    if not _SUBJECT.fullmatch(prefix):
        raise TargetError(
            f"{prefix!r} begins no subject: write words with dots between them, such as wire.news"
        )
    server = parts._replace(path="", netloc=parts.netloc.rpartition("@")[2]).geturl()
    return Nats(server, prefix, Login(parts.username, credentials.password), terms)


def _missing(package: str, extra: str) -> TargetError:
    return TargetError(f"this target needs {package}: {how_to_add(extra)}")


_OPENERS: dict[str, Callable[[SplitResult, Credentials, SinkTerms], Sink]] = {
    **dict.fromkeys(("http", "https"), _webhook),
    **dict.fromkeys(("postgresql", "postgres"), _postgresql),
    **dict.fromkeys(("nats", "tls"), _nats),
}
