"""Compares decoder, labels, URLs and robots.txt with the reference data: `figures.py ../shared`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crawler.politeness.robots import parse_robots
from crawler.text.encodings import decode_as, encoding_name
from crawler.text.urls import standard

Figure = tuple[str, int, int]
CONTRADICTIONS = 1  # among the robots cases; docs/safety.md explains it


def pointers(data: Path) -> Figure:
    """Return the figure of gb18030's two-byte sequences (https://encoding.spec.whatwg.org)."""
    lines = (data / "index-gb18030.txt").read_text("utf-8").splitlines()
    index = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    right = sum(decode_as(two_bytes(int(each[0])), "gb18030") == chr(int(each[1], 16)) for each in index)
    return "two-byte pointers of gb18030", right, len(index)


def two_bytes(pointer: int) -> bytes:
    """Return the sequence for a pointer of the index."""
    lead, trail = divmod(pointer, 190)
    return bytes((lead + 0x81, trail + (0x40 if trail < 0x3F else 0x41)))


def labels(data: Path) -> Figure:
    """Return the figure of labels of the Encoding standard."""
    encodings = [each for group in load(data / "encodings.json") for each in group["encodings"]]
    expected = {label: each["name"].lower() for each in encodings for label in each["labels"]}
    return "labels of encodings", sum(encoding_name(k) == v for k, v in expected.items()), len(expected)


def urls(data: Path) -> Iterator[Figure]:
    """Yield the figures of the web platform tests of URLs: those whose result is http(s), and failures."""
    cases = [case for case in load(data / "wpt-urltestdata.json") if isinstance(case, dict)]
    sound = [case for case in cases if case.get("href", "").startswith(("http:", "https:"))]
    failures = [case for case in cases if case.get("failure")]
    right = sum(standard(case["input"], case["base"]) == case["href"] for case in sound)
    yield "http(s) URLs of the web platform tests", right, len(sound)
    right = sum(standard(case["input"], case["base"]) is None for case in failures)
    yield "URLs that the web platform tests refuse", right, len(failures)


def robots(data: Path) -> Figure:
    """Return the figure of Google's own cases."""
    cases = load(data / "google_robots_cases.json")
    right = sum(
        parse_robots(case["robots"].encode(), case["agent"]).allows(case["url"]) is case["allow"]
        for case in cases
    )
    return "robots.txt cases of Google's", right, len(cases)


def load(path: Path) -> Any:
    """Read a JSON file."""
    return json.loads(path.read_text("utf-8"))


def main() -> None:
    """Print the figures; raise SystemExit if one is below its earlier value."""
    data = Path(sys.argv[1]) / "data"
    exceptions = {"robots.txt cases of Google's": CONTRADICTIONS}
    short = []
    for name, right, all_of_them in (pointers(data), labels(data), *urls(data), robots(data)):
        print(f"{right:6,} / {all_of_them:6,}  {name}")
        if right < all_of_them - exceptions.get(name, 0):
            short.append(name)
    if short:
        sys.exit("below what they were: " + ", ".join(short))


if __name__ == "__main__":
    main()
