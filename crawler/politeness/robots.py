"""Parses robots.txt by RFC 9309, and like Google's parser where the RFC is open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

LARGEST = 500 * 1024  # bytes read, the minimum of RFC 9309, 2.5; the rest is ignored
LONGEST_LINE = 2083 * 8 - 1  # maximum length of a line in bytes, as in Google's parser

# Beginnings of keys, with common misspellings, which Google accepts, too.
_KEYS = {
    **dict.fromkeys(("user-agent", "useragent", "user agent"), "agent"),
    **dict.fromkeys(("allow",), "allow"),
    **dict.fromkeys(("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"), "disallow"),
    **dict.fromkeys(("sitemap", "site-map"), "sitemap"),
    **dict.fromkeys(("crawl-delay",), "delay"),
    **dict.fromkeys(("content-signal",), "signal"),
}
# Matches lines that may be valid: checking half a million invalid lines one by one would take seconds.
_LINES = re.compile(
    rb"(?<![^\r\n])[^\S\r\n]*+(?:" + "|".join(_KEYS).encode("ascii") + rb")[^\r\n]*+", re.IGNORECASE
)
_BESIDE = ("delay", "signal")
"""Lines that may stand between the user-agent lines of one group."""
_USE = re.compile(r"[A-Za-z][A-Za-z-]*")
_PRODUCT = re.compile(r"[A-Za-z_-]*")
_ESCAPE = re.compile(rb"%[0-9a-fA-F]{2}|[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class RobotsRule:
    """One allow or disallow line of the matching group."""

    pattern: str
    allows: bool


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of a robots.txt for one crawler."""

    rules: tuple[RobotsRule, ...] = ()
    """Rules, the longest first, allowing before disallowing ones: the first match decides."""
    delay: float | None = None
    """Seconds between two requests (`Crawl-delay`, which is not in the RFC)."""
    sitemaps: tuple[str, ...] = ()
    """Sitemaps as written, for all crawlers."""
    refused: tuple[str, ...] = ()
    """Uses of its pages that the site refuses (`Content-Signal`, https://contentsignals.org): `ai-train`."""

    @property
    def reservations(self) -> tuple[str, ...]:
        """The refused uses in the words of a record: `content-signal: ai-train=no`."""
        return tuple(f"content-signal: {use}=no" for use in self.refused)

    def allows(self, url: str) -> bool:
        """Return whether a URL may be fetched."""
        path = path_with_query(url)
        return next((rule.allows for rule in self.rules if matches(path, rule.pattern)), True)


@dataclass(slots=True, eq=False)
class _Group:
    """The merged lines of all groups for one agent; compared by identity."""

    rules: list[RobotsRule] = field(default_factory=list)
    delay: float | None = None
    signals: dict[str, str] = field(default_factory=dict)
    named: bool = False


def parse_robots(body: bytes, agent: str) -> Robots:
    """Read a robots.txt for a crawler that calls itself `agent` (its product token: `example-bot`).

    Groups that name the agent count; without one, the groups for `*`. Never raises: invalid lines are
    skipped.
    """
    own, everyone = _Group(), _Group()
    sitemaps = []
    current: list[_Group] = []
    is_open = False  # whether further user-agent lines belong to the same group
    for key, value in _statements(body):
        if key == "sitemap":
            sitemaps.append(value)
        elif key == "agent":
            named = _named(value, agent, own, everyone)
            current = current if is_open else []
            if named is not None and named not in current:  # each rule once, even if repeated
                current.append(named)
            is_open = True
        else:
            is_open = is_open and key in _BESIDE
            for group in current:
                _add(group, key, value)
    chosen = own if own.named else everyone
    rules = sorted(chosen.rules, key=lambda rule: (-len(rule.pattern), not rule.allows))
    refused = tuple(use for use, answer in chosen.signals.items() if answer == "no")
    return Robots(tuple(rules), chosen.delay, tuple(sitemaps), refused)


def matches(path: str, pattern: str) -> bool:
    """Return whether a pattern matches the beginning of a path; `*` matches any text, `$` the end: `/*.pdf$`.

    The time is linear in the length of the path for every `*`.
    """
    first, *further = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not further:
        return not pattern.endswith("$") or path == first
    at = len(first)
    *middle, last = further
    for piece in middle:
        start = path.find(piece, at)
        if start < 0:
            return False
        at = start + len(piece)
    return path.endswith(last, at) if pattern.endswith("$") else path.find(last, at) >= 0


def _statements(body: bytes) -> Iterator[tuple[str, str]]:
    """Yield (key, value) of the valid lines."""
    for line in _LINES.finditer(body.removeprefix(b"\xef\xbb\xbf")[:LARGEST]):
        key, value = _parted(line[0][:LONGEST_LINE].partition(b"#")[0].strip())
        kind = _KEYS.get(key) or next((kind for name, kind in _KEYS.items() if key.startswith(name)), None)
        if kind in ("allow", "disallow"):
            yield kind, _escaped(value)
        elif kind:
            yield kind, value.decode("utf-8", "replace")


def _parted(line: bytes) -> tuple[str, bytes]:
    """Return key and value; the colon may be missing between two words: `disallow /a`."""
    key, colon, value = line.partition(b":")
    if not colon:
        words = line.split()
        key, value = words if len(words) == 2 else (b"", b"")
    return key.strip().lower().decode("latin-1"), value.strip()


def _escaped(value: bytes) -> str:
    """Return a pattern in the form of URLs: bytes beyond ASCII as %XX, in capitals."""
    return _ESCAPE.sub(_percent, value).decode("ascii")


def _percent(match: re.Match[bytes]) -> bytes:
    code = match[0]
    return code.upper() if len(code) == 3 else b"%%%02X" % code[0]


def _named(value: str, agent: str, own: _Group, everyone: _Group) -> _Group | None:
    """Return the group of a user-agent line; None if it names other crawlers."""
    if value == "*" or (value[:1] == "*" and value[1:2].isspace()):
        return everyone
    match = _PRODUCT.match(value)
    if match and match[0] and match[0].lower() == agent.lower():
        own.named = True
        return own
    return None


def _add(group: _Group, key: str, value: str) -> None:
    if key == "delay":
        group.delay = _seconds(value) if group.delay is None else group.delay
    elif key == "signal":
        group.signals.update(_signals(value))
    elif value:
        group.rules.append(RobotsRule(value, key == "allow"))
        folder, slash, name = value.rpartition("/")
        if key == "allow" and slash and name.startswith("index.htm"):
            group.rules.append(
                RobotsRule(f"{folder}/$", allows=True)
            )  # allowing index.html allows its folder


def _signals(text: str) -> Iterator[tuple[str, str]]:
    """Yield the uses of a `Content-Signal` line with their answers: `search=yes, ai-train=no`."""
    for signal in text.split(","):
        use, _, answer = signal.partition("=")
        if _USE.fullmatch(use.strip()):
            yield use.strip().lower(), answer.strip().lower()


def _seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None


def path_with_query(url: str) -> str:
    """Return path, parameters and query of a URL, the text that rules are compared with."""
    try:
        parts = urlsplit(url)
    except ValueError:  # a broken IPv6 literal; such a URL is never fetched
        return "/"
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path


def product_token(agent: str) -> str:
    """Return the product token of a User-Agent: `news-bot` of `news-bot/1.0 (+https://…)`."""
    match = _PRODUCT.match(agent.strip())
    return match[0] if match else ""
