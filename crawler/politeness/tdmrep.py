"""Parses tdmrep.json, by which a site reserves its pages from text and data mining (W3C's TDMRep).

https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crawler.politeness.robots import matches, path_with_query

PATH = "/.well-known/tdmrep.json"
LARGEST = 500 * 1024  # bytes of a file; a larger one is not read
_PLACE = "tdmrep.json"


@dataclass(frozen=True, slots=True)
class TdmRule:
    """A rule: the reservation of the URLs that a pattern matches."""

    location: str
    """Pattern of paths, as in robots.txt: `/news/*.htm$`."""
    is_reserved: bool
    policy: str | None = None
    """URL of the terms of a licence."""

    @property
    def reservations(self) -> tuple[str, ...]:
        """The words of the rule for a record; none if it reserves nothing."""
        if not self.is_reserved:
            return ()
        policy = (f"{_PLACE}: tdm-policy={self.policy}",) if self.policy else ()
        return (f"{_PLACE}: tdm-reservation=1", *policy)


@dataclass(frozen=True, slots=True)
class TdmFile:
    """The rules of a tdmrep.json, in order."""

    rules: tuple[TdmRule, ...] = ()

    def reservations(self, url: str) -> tuple[str, ...]:
        """Return the reservations of a URL: those of the first rule that matches it."""
        path = path_with_query(url)
        rule = next((rule for rule in self.rules if matches(path, rule.location)), None)
        return rule.reservations if rule else ()


def parse_tdm_file(body: bytes) -> TdmFile:
    """Read a tdmrep.json. Never raises: invalid rules are skipped, and a file without an array has none."""
    if len(body) > LARGEST:
        return TdmFile()
    try:
        stated = json.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return TdmFile()
    return TdmFile(tuple(_rules(stated if isinstance(stated, list) else [])))


def _rules(stated: list[Any]) -> Iterator[TdmRule]:
    for rule in stated:
        location = rule.get("location") if isinstance(rule, dict) else None
        reservation = str(rule.get("tdm-reservation")).strip() if location else ""
        if not isinstance(location, str) or reservation not in {"0", "1"}:
            continue
        policy = rule.get("tdm-policy")
        yield TdmRule(location, reservation == "1", policy if isinstance(policy, str) else None)
