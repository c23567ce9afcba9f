"""Tests of the choice of captures: the newest good one of each URL, or all that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.webarchives.archives import ArchivedMoment, WebArchive
from crawler.webarchives.choosing import (
    DATA,
    PAGES,
    PICTURES,
    Types,
    WantedCaptures,
    choose,
    last_of,
    nearest,
)
from crawler.webarchives.index import IndexedCapture

REPLAYS = WebArchive("https://a.example/cdx", "https://a.example/{timestamp}id_/{url}")
FILES = WebArchive("https://a.example/cdx", "https://a.example/{filename}")


def capture(name: str, time: int, digest: str = "", **more: str) -> IndexedCapture:
    """Return a good capture; `time` counts years."""
    fields: dict[str, Any] = {"mime": "text/html", "status": "200", **more}
    return IndexedCapture(
        key=name, timestamp=f"{2000 + time}0101000000", url=f"http://a.cn/{name}", digest=digest, **fields
    )


def chosen(captures: Sequence[IndexedCapture], choice: WantedCaptures, *, size: int = 100) -> list[str]:
    """Choose from a list that comes in answers of a size; return names and years."""
    names: list[IndexedCapture] = []
    held = None
    for start in range(0, len(captures), size):
        part = choose(captures[start : start + size], choice, REPLAYS, held)
        is_last = start + size >= len(captures)
        names += last_of(part, choice) if is_last else part.captures
        held = part.held
    return [f"{each.key}{int(each.timestamp[:4]) - 2000}" for each in names]


CASES = [
    ("newest of each URL", [capture("a", 1), capture("a", 2), capture("b", 1)], "a2 b1", "a1 a2 b1"),
    ("errors", [capture("a", 1), capture("a", 2, status="404"), capture("b", 1, status="301")], "a1", "a1"),
    ("pictures", [capture("a", 1), capture("a", 2, mime="image/png")], "a1", "a1"),
    (
        "no time of the calendar",
        [capture("a", 1), replace(capture("a", 2), timestamp="20020230000000")],
        "a1",
        "a1",
    ),
    ("unknown type", [capture("a", 1, mime="unk"), capture("b", 1, mime="")], "a1 b1", "a1 b1"),
    ("same bytes", [capture("a", 1, "X"), capture("a", 2, "X"), capture("a", 3, "Y")], "a3", "a1 a3"),
    ("back again", [capture("a", 1, "X"), capture("a", 2, "Y"), capture("a", 3, "X")], "a3", "a1 a2 a3"),
    (
        "revisit of the same",
        [capture("a", 1, "X"), capture("a", 2, "X", mime="warc/revisit", status="-")],
        "a1",
        "a1",
    ),
    (
        "revisit of an error",
        [capture("a", 1, "X"), capture("a", 2, "E", mime="warc/revisit", status="-")],
        "a1",
        "a1",
    ),
    ("revisit alone", [capture("a", 2, "E", mime="warc/revisit", status="-")], "a2", ""),
    (
        "revisit of another version",
        [capture("a", 1, "X"), capture("a", 2, "Y", mime="warc/revisit", status="200")],
        "a2",
        "a1 a2",
    ),
]


@pytest.mark.parametrize(
    ("captures", "newest", "all_"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_choices(captures: list[IndexedCapture], newest: str, all_: str) -> None:
    """Each case gives its captures."""
    assert " ".join(chosen(captures, WantedCaptures.NEWEST)) == newest
    assert " ".join(chosen(captures, WantedCaptures.ALL)) == all_


_ROWS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.integers(1, 9),
        st.sampled_from(["X", "Y", ""]),
        st.sampled_from(["200", "404"]),
    ),
    max_size=12,
    unique_by=lambda row: row[:2],
)


@given(_ROWS, st.integers(1, 5), st.sampled_from(WantedCaptures))
def test_pages_make_no_difference(
    rows: list[tuple[str, int, str, str]], size: int, choice: WantedCaptures
) -> None:
    """Wherever the answers of an index are divided, the same captures are chosen."""
    captures = [capture(name, time, digest, status=status) for name, time, digest, status in sorted(rows)]
    assert chosen(captures, choice, size=size) == chosen(captures, choice)


def test_captures_in_files() -> None:
    """A capture in a WARC file needs its place there; a revisit has no payload in its record."""
    placed = replace(capture("a", 1), filename="x.warc.gz", length=9)
    revisit = replace(placed, mime="warc/revisit")
    answer = choose([placed, capture("b", 1), revisit], WantedCaptures.ALL, FILES)
    assert answer.captures == (placed,)


def test_nearest_capture() -> None:
    """The parts of an article come from about the same time."""
    captures = [capture("a", 1), capture("a", 5), capture("a", 6, status="404")]
    moment = ArchivedMoment(REPLAYS, "2006-01-01T00:00:00+00:00")
    found = nearest(captures, moment)
    assert found is not None
    assert found.timestamp.startswith("2005")
    assert nearest([], moment) is None


def test_nearest_capture_by_the_clock() -> None:
    """A minute before the turn of the year is nearer than an hour after it."""
    before, after = (
        replace(capture("a", 1), timestamp=timestamp) for timestamp in ("20051231235900", "20060101010000")
    )
    assert nearest([before, after], ArchivedMoment(REPLAYS, "2006-01-01T00:00:00+00:00")) == before


@pytest.mark.parametrize(
    ("types", "wanted", "found"),
    [
        ("text/html image/jpeg", PICTURES, "image/jpeg"),
        ("text/html application/octet-stream", PICTURES, "application/octet-stream"),
        ("text/html text/css", PICTURES, "text/html"),
        ("text/html application/json", DATA, "application/json"),
        ("text/html text/javascript", DATA, "text/javascript"),
        ("text/html text/xml", DATA, "text/html"),
        ("image/jpeg application/json", PAGES, None),
    ],
)
def test_nearest_capture_of_a_type(types: str, wanted: Sequence[Types], found: str | None) -> None:
    """A capture of a right type goes before a nearer one of another type; without any, the nearest counts."""
    captures = [replace(capture("a", year), mime=mime) for year, mime in enumerate(types.split(), start=1)]
    chosen = nearest(captures, ArchivedMoment(REPLAYS, "2000-01-01T00:00:00+00:00"), wanted)
    assert (chosen.mime if chosen else None) == found
