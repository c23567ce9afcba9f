"""Selects the links of a page, a feed or a sitemap that a harvest still needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crawler.discovery.day_lists import Walk
from crawler.discovery.entries import Entry
from crawler.discovery.growth import Growth
from crawler.discovery.noise import Noise
from crawler.discovery.pointers import Reference
from crawler.discovery.scope import Days, Scope, SeenUrls
from crawler.discovery.shapes import Shape, url_shape
from crawler.discovery.traps import Crowd, UrlBounds, trap_of
from crawler.publishers import Publisher, publisher_of
from crawler.reasons import Cause, Reason
from crawler.text.dates import url_date
from crawler.text.urls import to_request


@dataclass(frozen=True, slots=True)
class Link:
    """A link to follow."""

    url: str
    """The URL to request: without the parameters that make no difference."""
    shape: Shape
    grows: bool = False
    """Whether it is one of the growing links of a page: see `Growth`."""


@dataclass(frozen=True, slots=True)
class Frontier:
    """Decides which URLs belong to a harvest and are new; its parts hold the state."""

    scope: Scope
    days: Days
    seen: SeenUrls
    bounds: UrlBounds = field(default_factory=UrlBounds)
    noise: Noise = field(default_factory=Noise)
    crowd: Crowd = field(default_factory=Crowd)
    growth: Growth = field(default_factory=Growth)
    walk: Walk = field(default_factory=Walk)
    cut: Counter[Reason] = field(default_factory=Counter)
    """Number of URLs that a bound excluded, by bound; cleared after reporting."""

    def claim(self, url: str, on: str | None = None) -> bool:
        """Claim a URL; return whether it is within scope and bounds, and nobody has claimed it before.

        `on` is the page that leads to it.
        """
        return self.scope.covers(url) and self.seen.claim(url, on) and self._claim_place(url)

    def _claim_place(self, url: str) -> bool:
        """Return whether a URL is within the bounds; count it by its bound otherwise."""
        reason = trap_of(url, self.bounds)
        if reason is None and not self.crowd.claim(url, self.bounds):
            reason = Reason(Cause.DOMAIN_HOSTS)
        if reason is not None:
            self.cut[reason] += 1
        return reason is None

    def claim_due(self, url: str) -> bool:
        """Claim a URL for this run; return whether it is within the scope, and unclaimed in this run."""
        return self.scope.covers(url) and self.seen.claim_due(url)

    def links(
        self, references: Iterable[Reference], on: str, apart_from: Iterable[str] = ()
    ) -> Iterator[Link]:
        """Yield the links of a page that are new and may lead to articles of the requested days.

        `on` is the page's URL; `apart_from` are links that are followed in another way. URLs are looked up
        before they are examined: most links of a page are on every other page of its site, too.
        """
        self.crowd.note(on)  # before links to other hosts, which may be many
        publisher = publisher_of(on)
        others = frozenset(apart_from)
        for reference in references:
            url = self.noise.without(reference.url)
            if reference.url in others or self.walk.claims(url) or self._was_read(url, reference.url):
                continue
            if self.claim(url, on):
                link = self._link(url, on, publisher)
                if link and (link.shape is Shape.HUB or self._may_lead(link, reference.day)):
                    yield link

    def _link(self, url: str, on: str, publisher: Publisher | None) -> Link | None:
        """Return the link to a URL; None if too many links of its kind have grown."""
        shape = url_shape(url, publisher)
        kind = self.growth.kind_of(url, on) if shape in (Shape.HUB, Shape.UNKNOWN) else None
        asked = to_request(url)
        if kind is not None and not self.growth.claim(asked, kind, self.bounds.growing):
            self.cut[Reason(Cause.GROWING_LINKS)] += 1
            return None
        return Link(asked, shape, grows=kind is not None)

    def _was_read(self, url: str, written: str) -> bool:
        """Return whether a URL lost parameters that are noise, and its page was read with others."""
        return url != written and self.noise.was_read(url)

    def _may_lead(self, link: Link, day: str | None) -> bool:
        if link.shape is Shape.NEVER:
            return False
        return not self.days.are_bounded or self.days.may_hold(day)

    def entries(self, entries: Iterable[Entry], on: str | None = None) -> Iterator[Link]:
        """Yield the entries of a feed, a sitemap or a list that are new and may be articles of these days."""
        for entry in entries:
            url = self.noise.without(entry.url)
            if self._may_hold(entry) and not self._was_read(url, entry.url) and self.claim(url, on):
                link = Link(to_request(url), url_shape(url, publisher_of(url)))
                if link.shape is not Shape.NEVER:
                    yield link

    def indexes(self, entries: Iterable[Entry], on: str | None = None) -> Iterator[str]:
        """Yield the sitemaps that are new and may name articles of the requested days."""
        return (entry.url for entry in entries if self._may_hold(entry) and self.claim(entry.url, on))

    def _may_hold(self, entry: Entry) -> bool:
        """Return whether a page may hold articles of the requested days, by its dates."""
        if not self.days.are_bounded:
            return True
        day = entry.published or url_date(entry.url)
        return self.days.may_hold(day) and not self.days.are_after(entry.changed)
