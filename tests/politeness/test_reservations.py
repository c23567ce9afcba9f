"""The setting RESERVATIONS names reservations by their words."""

from __future__ import annotations

import pytest

from crawler.politeness.reservations import ReservationError, first_skipped, skipped


@pytest.mark.parametrize(
    ("name", "reservation", "is_meant"),
    [
        ("noai", "robots: noai", True),
        ("noai", "x-robots-tag: noai, noimageai", True),
        ("noai", "robots: noimageai", False),
        ("robots: noai", "robots: noai, noimageai", True),
        ("robots: noai", "x-robots-tag: noai", False),
        ("tdm-reservation", "tdm-reservation: 1", True),
        ("tdm-reservation", "tdmrep.json: tdm-reservation=1", True),
        ("tdmrep.json", "tdm-reservation: 1", False),
        ("content-signal", "content-signal: search=no", True),
        ("content-signal: ai-train=no", "content-signal: ai-train=no", True),
        ("Content-Signal:ai-train=no", "content-signal: ai-train=no", True),
        ("ai-train", "content-signal: ai-train=no", True),
        ("ai-train", "content-signal: ai-input=no", False),
    ],
)
def test_name_of_a_reservation(name: str, reservation: str, is_meant: bool) -> None:
    """A name means the reservations that have all of its words."""
    assert first_skipped([reservation], [name]) == (reservation if is_meant else None)


def test_skipped_reservations() -> None:
    """The names with `skip` count; without the setting, nothing is skipped."""
    assert skipped({"noai": "skip", "tdm-reservation": "record"}) == ("noai",)
    assert skipped({}) == ()
    assert first_skipped(["robots: noai"], ()) is None


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ({"noai": "drop"}, "noai is 'drop'; write record or skip"),
        ({"noai": True}, "write record or skip"),
        ({"noia": "skip"}, "unknown 'noia'; known are ai-input, ai-train"),
    ],
)
def test_wrong_setting_is_told(setting: dict[str, object], words: str) -> None:
    """A misspelt name would skip nothing."""
    with pytest.raises(ReservationError, match=words):
        skipped(setting)
