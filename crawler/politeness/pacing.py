"""When a host is asked again that asked to be left alone, that answers nothing, or that had its share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC
from email.utils import parsedate_to_datetime

LONGEST = 3600.0  # seconds: a longer Retry-After is an error of the server's, or a trap


@dataclass(frozen=True, slots=True)
class Terms:
    """How patient the crawl is. Times are in seconds."""

    first: float = 10.0
    """The first pause where the host names none; twice as long after each further refusal in a row."""
    longest: float = LONGEST
    dead_after: int = 5
    """So many pages in a row without an answer, and the host counts as dead."""
    dead_pause: float = 60.0
    """Its first pause then; twice as long each time it is still dead."""
    pages: int = 20_000
    """Answers of one host in one run; 0 for no bound."""
    seconds: float = 4 * 3600.0
    """Time spent waiting for one host's answers in one run; 0 for no bound."""


@dataclass(frozen=True, slots=True)
class Host:
    """What is known of a host. Times are seconds of the clock that the caller uses."""

    until: float = 0.0
    """Until when it is left alone."""
    strikes: int = 0
    """Pauses in a row without an answer between them."""
    failures: int = 0
    """Pages in a row that brought no answer."""
    reason: str | None = None
    """Why it was left alone the last time."""
    pages: int = 0
    seconds: float = 0.0
    """What it has cost in this run."""

    def rests(self, now: float) -> float:
        """For how long, in seconds, it is still left alone."""
        return max(0.0, self.until - now)


def answered(host: Host, seconds: float) -> Host:
    """The state after an answer that took so long."""
    pages, spent = host.pages + 1, host.seconds + seconds
    return replace(host, strikes=0, failures=0, pages=pages, seconds=spent)


def cost(host: Host, seconds: float) -> Host:
    """The state after a page that took us so long, beside the time of its answer."""
    return replace(host, seconds=host.seconds + seconds)


def refused(host: Host, reason: str, wait: float | None, now: float, terms: Terms) -> Host:
    """The state after an answer that asks for a pause, of `wait` seconds or of no certain length.

    Answers to requests that were on their way when the pause began make it longer where they say so, but
    do not count as further refusals.
    """
    if host.rests(now):
        return replace(host, until=max(host.until, now + min(wait or 0.0, terms.longest)))
    own = terms.first * 2.0 ** min(host.strikes, 30)
    pause = min(max(own, wait or 0.0), terms.longest)
    return replace(host, until=now + pause, strikes=host.strikes + 1, reason=reason)


def unanswered(host: Host, reason: str, seconds: float, now: float, terms: Terms) -> Host:
    """The state after a page that brought no answer for so long; a host that is dead by that is paused."""
    host = replace(host, failures=host.failures + 1, seconds=host.seconds + seconds)
    if host.failures < terms.dead_after or host.rests(now):
        return host
    return refused(host, f"no answer: {reason}", None, now, replace(terms, first=terms.dead_pause))


def spent(host: Host, terms: Terms) -> str | None:
    """Which of its budgets a host has used up, in words; None where there is room."""
    if terms.pages and host.pages >= terms.pages:
        return "pages of one host (HOST_PAGES_MAX)"
    if terms.seconds and host.seconds >= terms.seconds:
        return "time for one host (HOST_SECONDS_MAX)"
    return None


def wait_asked(retry_after: str | None, now: float) -> float | None:
    """How many seconds a Retry-After header asks to wait (RFC 9110, 10.2.3), from 0 to an hour.

    `now` is Unix time, which a date is compared with. None where there is no header or it says nothing.
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
