"""Finds the registered domain of a host: its owner can invent any number of hosts."""

from __future__ import annotations

from functools import lru_cache

_SECOND = frozenset(
    "ac co com edu gob gouv gov go info int mil ne net nom or org "
    "ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw "
    "xj xz yn zj".split()
)
"""Labels under which a country registers names: `com.cn`, and its provinces, `gd.cn`."""


@lru_cache(maxsize=8192)
def site_of(host: str) -> str:
    """Return the registered domain of a host without port: `people.com.cn`. Addresses stay unchanged.

    Country domains are recognised by their usual second labels, which is enough to group hosts.
    """
    labels = host.rstrip(".").lower().split(".")
    if labels[-1].isdigit() or ":" in host or len(labels) <= 2:
        return host
    is_country = len(labels[-1]) == 2
    return ".".join(labels[-3 if is_country and labels[-2] in _SECOND else -2 :])
