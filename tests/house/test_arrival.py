"""Tests of when a request counts as arrived."""

from __future__ import annotations

import socket
import time

import pytest

from tests.house.arrival import HAS_NOTES, arrival, note_arrivals


@pytest.mark.skipif(not HAS_NOTES, reason="this system's kernel tells nobody when bytes came")
def test_unread_bytes_have_the_time_at_which_they_came() -> None:
    """However late a busy server reads them, and they are there to be read afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        note_arrivals(listening)
        for _ in range(2):  # the first packet may come before the kernel begins to take notes
            with socket.create_connection(listening.getsockname()) as client:
                accepted, _ = listening.accept()
                with accepted:
                    before = time.time()
                    client.sendall(b"GET")
                    after = time.time()
                    time.sleep(0.05)
                    came = arrival(accepted)
                    assert accepted.recv(9) == b"GET"
    assert before <= came <= after
