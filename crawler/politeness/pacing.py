"""Computes the pauses of hosts: after 429 and 503, without answers, and beyond their bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from email.utils import parsedate_to_datetime

from crawler.reasons import Cause, Reason

LONGEST = 3600.0  # seconds; a longer Retry-After is an error of the server, or a trap


@dataclass(frozen=True, slots=True)
class PauseTerms:
    """The parameters of pauses. Times are in seconds."""

    first: float = 10.0
    """First pause after an answer without Retry-After; doubled after each further refusal in a row."""
    longest: float = LONGEST
    dead_after: int = 5
    """Consecutive pages without an answer after which the host counts as dead."""
    dead_pause: float = 60.0
    """First pause of a dead host; doubled each time."""
    pages: int = 20_000
    """Maximum number of answers of one host in one run; 0 for no bound."""
    seconds: float = 4 * 3600.0
    """Maximum seconds of waiting for one host's answers in one run; 0 for no bound."""


@dataclass(frozen=True, slots=True)
class Host:
    """The state of a host. Times are seconds of the caller's clock."""

    until: float = 0.0
    """End of its pause."""
    strikes: int = 0
    """Consecutive pauses without an answer between them."""
    failures: int = 0
    """Consecutive pages without an answer."""
    reason: Reason | None = None
    """Reason of its last pause."""
    pages: int = 0
    seconds: float = 0.0
    """Seconds that it has taken in this run."""

    def rests(self, now: float) -> float:
        """Return the remaining seconds of its pause."""
        return max(0.0, self.until - now)


def answered(host: Host, seconds: float, pages: int = 1) -> Host:
    """Return the state after an answer that took this long; `pages` is 0 for a picture."""
    spent = host.seconds + seconds
    return replace(host, strikes=0, failures=0, pages=host.pages + pages, seconds=spent)


def cost(host: Host, seconds: float) -> Host:
    """Return the state after a page whose parsing took this long."""
    return replace(host, seconds=host.seconds + seconds)


def refused(host: Host, reason: Reason, wait: float | None, now: float, terms: PauseTerms) -> Host:
    """Return the state after an answer that asks for a pause, of `wait` seconds or without a length.

    Answers to requests in flight at the start of the pause may extend it, but do not count as further
    refusals. A firewall that is recognised by its page is the reason, not the status of that page.
    """
    if host.rests(now):
        until = max(host.until, now + min(wait or 0.0, terms.longest))
        return replace(host, until=until, reason=reason if reason.is_wall else host.reason)
    own = terms.first * 2.0 ** min(host.strikes, 30)
    pause = min(max(own, wait or 0.0), terms.longest)
    return replace(host, until=now + pause, strikes=host.strikes + 1, reason=reason)


def unanswered(host: Host, reason: Reason, seconds: float, now: float, terms: PauseTerms) -> Host:
    """Return the state after a page without an answer for this long; a dead host is paused."""
    host = replace(host, failures=host.failures + 1, seconds=host.seconds + seconds)
    if host.failures < terms.dead_after or host.rests(now):
        return host
    return refused(
        host, Reason(Cause.NO_ANSWER, reason.code), None, now, replace(terms, first=terms.dead_pause)
    )


def spent(host: Host, terms: PauseTerms) -> Reason | None:
    """Return the bound that a host has reached; None below all bounds."""
    if terms.pages and host.pages >= terms.pages:
        return Reason(Cause.HOST_PAGES)
    if terms.seconds and host.seconds >= terms.seconds:
        return Reason(Cause.HOST_SECONDS)
    return None


def wait_asked(retry_after: str | None, now: float) -> float | None:
    """Return the seconds of a Retry-After header (RFC 9110, 10.2.3), from 0 to an hour.

    `now` is the Unix time to compare a date with. None without a valid header.
    """
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), LONGEST)
    try:
        moment = parsedate_to_datetime(text)
        at = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
    return min(max(at - now, 0.0), LONGEST)
