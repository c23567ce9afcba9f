"""Decides about network addresses: the crawl connects to public ones, and to the operator's exceptions."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Self

from crawler.safety.special_addresses import BLOCKS
from crawler.text.urls import host_of

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052, 2.1: the last 32 bits are an IPv4 address
_ISATAP, _ISATAP_MASK = 0x00005EFE, 0xFCFFFFFF  # RFC 5214, 6.1: bits 64 to 95, two of which may be set
_MULTICAST = ipaddress.ip_network("224.0.0.0/4")  # RFC 5771
_UNICAST = ipaddress.ip_network("2000::/3")  # IANA has assigned no other IPv6 addresses
_LOCAL_NAMES = re.compile(r"(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)\Z")


class AllowedHostError(ValueError):
    """An entry of ALLOW_PRIVATE_HOSTS is not a host, address or network. Raised by `Allowed.parse`."""


@lru_cache(maxsize=4096)
def is_public(address: Address) -> bool:
    """Return whether an address belongs to the public internet, by the registries of IANA.

    Not public are loopback, private, link-local (such as the metadata services of clouds), shared
    (carrier-grade NAT), multicast and reserved ranges, and unassigned addresses. An IPv6 address that leads
    to an IPv4 address is public if that is: 6to4 (RFC 3056), Teredo (RFC 4380), NAT64 (RFC 6052). Of an
    ISATAP address (RFC 5214), both must be public. A mapped address (RFC 4291) is not public, because no
    packet may have it.
    """
    if (tunnelled := _isatap(address)) and not is_public(tunnelled):
        return False
    inner = _embedded(address)
    if inner:
        return all(map(is_public, inner))
    is_given_out = address in _UNICAST if address.version == 6 else address not in _MULTICAST
    return is_given_out and next((block.is_public for block in _special() if address in block.network), True)


@dataclass(frozen=True, slots=True)
class _Block:
    """A row of the registries."""

    network: Network
    is_public: bool


@cache
def _special() -> tuple[_Block, ...]:
    """Return the rows of the registries, the narrower ones first. A block without a verdict is not public."""
    rows = (line.split(" | ") for line in BLOCKS.strip().splitlines())
    blocks = (_Block(ipaddress.ip_network(block), reachable == "yes") for block, reachable, _ in rows)
    return tuple(sorted(blocks, key=lambda block: -block.network.prefixlen))


def _embedded(address: Address) -> tuple[ipaddress.IPv4Address, ...]:
    """Return the IPv4 addresses to which packets to an IPv6 address lead."""
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    if address in _NAT64:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return address.teredo or tuple(filter(None, (address.sixtofour,)))


def _isatap(address: Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address to which a router of ISATAP tunnels packets: `2001:db8::5efe:a00:1`."""
    if address.version == 4 or (int(address) >> 32) & _ISATAP_MASK != _ISATAP:
        return None
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def literal_address(url: str) -> Address | None:
    """Return the address in a URL's host, in any spelling that browsers accept: `0x7f.1`, `[::1]`."""
    try:
        return ipaddress.ip_address(host_of(url).strip("[]"))
    except ValueError:
        return None


def names_local_host(host: str) -> bool:
    """Return whether a name belongs to this machine or a local network: `localhost`, `printer.local`."""
    return bool(_LOCAL_NAMES.search(host)) or ("." not in host and ":" not in host)


@dataclass(frozen=True, slots=True)
class Allowed:
    """The exceptions: allowed hosts and networks that are not public."""

    hosts: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()

    @classmethod
    def parse(cls, entries: Iterable[str]) -> Self:
        """Parse host names, addresses and networks (`127.0.0.0/8`). Raises `AllowedHostError`."""
        hosts, networks = set(), []
        for entry in filter(None, (entry.strip().lower() for entry in entries)):
            try:
                networks.append(ipaddress.ip_network(entry.strip("[]")))
            except ValueError:
                if not (host := host_of(f"http://{entry}/")) or "/" in entry:
                    raise AllowedHostError(
                        f"ALLOW_PRIVATE_HOSTS: {entry!r} is not a host, address or network; write,"
                        " for example, 127.0.0.1,intranet.example.com,10.0.0.0/8"
                    ) from None
                hosts.add(host)
        return cls(frozenset(hosts), tuple(networks))

    def admits(self, host: str, address: Address) -> bool:
        """Return whether a connection to a host at this address is allowed; a mapped one counts as IPv4."""
        within = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
        names = (address, within or address)
        return (
            is_public(address)
            or host.lower() in self.hosts
            or any(name in network for name in names for network in self.networks)
        )

    def admits_by_name(self, url: str) -> bool:
        """Return whether a URL is allowed by the name of its host, for use behind a proxy."""
        host = host_of(url)
        address = literal_address(url)
        if address is not None:
            return self.admits(host, address)
        return host in self.hosts or not names_local_host(host)
