"""Writes crawler/safety/special_addresses.py, IANA's special-purpose addresses: `python .ci/addresses.py`.

It reads the two registries as CSV, from the addresses below or from files or URLs that are given in their
place: `python .ci/addresses.py iana-ipv4-special-registry-1.csv iana-ipv6-special-registry-1.csv`.
"""

from __future__ import annotations

import csv
import ipaddress
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

SOURCES = tuple(
    f"https://www.iana.org/assignments/iana-ip{version}-special-registry/iana-ip{version}-special-registry-1.csv"
    for version in ("v4", "v6")
)
OUTPUT = Path(__file__).parents[1] / "crawler" / "safety" / "special_addresses.py"
_FOOTNOTE = re.compile(r"\s*\[\d+\]")
_REACHABLE = {"True": "yes", "False": "no", "N/A": "n/a"}


def rows(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each block of a registry, whether it is globally reachable, and its name.

    Raises KeyError if a column is missing or has an unknown value, and ValueError for an invalid block.
    """
    for row in csv.DictReader(text.splitlines()):
        reachable = _REACHABLE[_FOOTNOTE.sub("", row["Globally Reachable"]).strip()]
        name = " ".join(_FOOTNOTE.sub("", row["Name"]).replace("|", "/").split())
        for block in _FOOTNOTE.sub("", row["Address Block"]).split(","):
            yield str(ipaddress.ip_network(block.strip())), reachable, name


def module(blocks: Iterable[tuple[str, str, str]], day: str) -> str:
    """Return the module's text."""
    table = "\n".join(f"{block} | {reachable} | {name}" for block, reachable, name in blocks)
    return f'''"""IANA's special-purpose addresses (RFC 6890). `python .ci/addresses.py` renews them."""

AS_OF = "{day}"
"""When they were read."""

BLOCKS = """
{table}
"""
"""Each block, whether it is globally reachable (n/a: the registry leaves it open), and its name."""
'''


def read(source: str) -> str:
    """Return the text at a URL or in a file."""
    if source.startswith("https://"):
        with urlopen(source, timeout=60) as answer:  # noqa: S310  https alone
            return str(answer.read().decode("utf-8"))
    return Path(source).read_text("utf-8")


def main(arguments: list[str]) -> None:
    """Renew the module."""
    if len(arguments) not in (0, len(SOURCES)):
        raise SystemExit("name both registries, the one of IPv4 and then the one of IPv6, or none")
    blocks = [row for source in arguments or SOURCES for row in rows(read(source))]
    if {ipaddress.ip_network(block).version for block, _, _ in blocks} != {4, 6}:
        raise SystemExit("one of the registries is missing; nothing was written")
    OUTPUT.write_text(module(blocks, f"{datetime.now(UTC):%Y-%m-%d}"), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
