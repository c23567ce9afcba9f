"""Groups sites into shards: sites that share a host form one, so that one process crawls one host."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path

from crawler.feeds.outputs import directory_name
from crawler.fleet.sites import Site, SitesError
from crawler.ledger.crawls import SHARDS
from crawler.spiders.arguments import Arguments
from crawler.text.urls import host_of


@dataclass(frozen=True, slots=True)
class Shard:
    """One durable crawl of the fleet."""

    name: str
    """Host of its first start URL, as a plain name; also the name of its folder."""
    folder: Path
    arguments: Arguments
    settings: tuple[tuple[str, str], ...] = ()
    pages: int | None = None
    """Estimated number of pages from sites.toml, if given."""

    def command(self, settings: Iterable[str] = ()) -> list[str]:
        """Return the arguments of `scrapy` for its crawl; `settings` are the fleet's, as NAME=VALUE."""
        arguments = self.arguments
        values = {
            "start": ",".join(arguments.start),
            "scope": ",".join(arguments.scope),
            "since": arguments.since,
            "until": arguments.until,
            "limit": arguments.limit,
        }
        words = ["crawl", "news"]
        for name, value in values.items():
            words += ["-a", f"{name}={value}"] if value is not None else []
        own = (f"{name}={value}" for name, value in self.settings)
        for setting in (*own, *settings, f"CRAWL_DIR={self.folder}"):
            words += ["-s", setting]
        return words


def shards_of(sites: Iterable[Site], directory: Path) -> list[Shard]:
    """Group sites in their order. Raises `SitesError` if two share a host but differ in terms."""
    groups: list[Site] = []
    for site in sites:
        met = [group for group in groups if _meet(group, site)]
        groups = [group for group in groups if group not in met]
        groups.append(reduce(_joined, (*met, site)))
    return [_shard(group, directory) for group in groups]


def _shard(site: Site, directory: Path) -> Shard:
    name = directory_name(host_of(site.arguments.start[0]))
    folder = (directory / SHARDS / name).absolute()
    return Shard(name, folder, site.arguments, site.settings, site.pages)


def _hosts(site: Site) -> set[str]:
    starts = (host_of(url) for url in site.arguments.start)
    return {*starts, *(host.partition(":")[0] for host in site.arguments.scope)}


def _meet(one: Site, other: Site) -> bool:
    """Return whether two scopes share a host; each host of a scope includes its sub-domains."""
    return any(_within(a, b) or _within(b, a) for a in _hosts(one) for b in _hosts(other))


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _joined(one: Site, other: Site) -> Site:
    if _terms(one) != _terms(other):
        raise SitesError(
            f"{one.arguments.start[0]} and {other.arguments.start[0]} share a host, but differ in days, "
            "limit or settings: one process crawls one host; give both the same values, or each its own scope"
        )
    start = tuple(dict.fromkeys((*one.arguments.start, *other.arguments.start)))
    scope = tuple(dict.fromkeys((*one.arguments.scope, *other.arguments.scope)))
    pages = [site.pages for site in (one, other) if site.pages is not None]
    arguments = replace(one.arguments, start=start, scope=scope)
    return replace(one, arguments=arguments, pages=sum(pages) if pages else None)


def _terms(site: Site) -> tuple[object, ...]:
    return (site.arguments.since, site.arguments.until, site.arguments.limit, sorted(site.settings))
