"""A crawl continues as long as it hears its fleet's heartbeat, and was not given up."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.fleet.heartbeat import AT_ONCE, HEARTBEAT, KILLED, Heartbeat, Listener

SILENCE = 20.0


@pytest.fixture
def heart(tmp_path: Path) -> Heartbeat:
    """Return the heart of a fleet."""
    return Heartbeat(tmp_path, SILENCE)


def listener(heart: Heartbeat, attempt: str = "mine") -> Listener:
    """Return a crawl's side, that begins at time 0."""
    return Listener(heart.post(attempt), 0.0)


def test_silence(heart: Heartbeat) -> None:
    """Whatever the clock elsewhere: the time without a new beat counts here."""
    crawl = listener(heart)
    first = heart.path.read_bytes()
    assert crawl.requests(first, 10) == 0
    assert crawl.requests(first, 29) == 0
    assert crawl.requests(first, 30) == 1
    heart.stop()
    assert crawl.requests(heart.path.read_bytes(), 31) == 1
    assert crawl.requests(b"", 51) == 1
    assert crawl.requests(b"{", 71) == AT_ONCE
    assert crawl.requests(b"[]", 500) == KILLED


def test_a_beat_ends_a_silence(heart: Heartbeat) -> None:
    """A storage that was away for a while costs nothing, if it comes back in time."""
    crawl = listener(heart)
    assert crawl.requests(b"", 19) == 0
    assert crawl.requests(heart.path.read_bytes(), 19.5) == 0
    assert crawl.requests(b"", 39) == 0


def test_told_to_stop(heart: Heartbeat) -> None:
    """Once, and once more."""
    crawl = listener(heart)
    assert crawl.listen() == 0
    heart.stop()
    assert crawl.listen() == 1
    heart.stop()
    heart.stop()
    assert crawl.requests(heart.path.read_bytes(), 1) == AT_ONCE


def test_given_up(heart: Heartbeat) -> None:
    """The crawl whose shard goes to another ends at once, the other continues."""
    crawl, other = listener(heart), listener(heart, "another")
    heart.give_up("mine")
    told = heart.path.read_bytes()
    assert crawl.requests(told, 1) == AT_ONCE
    assert other.requests(told, 1) == 0


def test_another_fleet(heart: Heartbeat, tmp_path: Path) -> None:
    """The crawls of a fleet that was killed end when the next one begins, which knows of them."""
    crawl = listener(heart)
    assert not heart.was_left
    after = Heartbeat(tmp_path, SILENCE)
    assert after.was_left
    assert crawl.requests(after.path.read_bytes(), 1) == AT_ONCE
    after.end()
    assert not (tmp_path / HEARTBEAT).exists()
    assert not Heartbeat(tmp_path, SILENCE).was_left


def test_beats_now_and_then(tmp_path: Path) -> None:
    """The file changes a few times within the time of silence, not each time that it could."""
    heart = Heartbeat(tmp_path, SILENCE)
    first = heart.path.read_bytes()
    heart.beat()
    assert heart.path.read_bytes() == first
    hasty = Heartbeat(tmp_path, 0.0)
    first = hasty.path.read_bytes()
    hasty.beat()
    assert hasty.path.read_bytes() != first
    assert len(hasty.path.read_bytes()) == 4096
