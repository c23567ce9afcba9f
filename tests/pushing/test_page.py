"""Tests of the receiver in docs/how-to/push-to-other-systems.md."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.house.printed import blocks
from tests.house.site import ROOT, scrapy_here
from tests.house.test_readme import SERVER
from tests.ledger.examples import url
from tests.pushing.examples import SECRET, add_articles, add_changes
from tests.pushing.servers import free_port

PAGE = ROOT / "docs" / "how-to" / "push-to-other-systems.md"
OTHER = "whsec_" + "bmV3" * 10


def is_open(port: int) -> bool:
    """Return whether a server accepts connections."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize(("secret", "status"), [(SECRET, 0), (OTHER, 4)])
def test_printed_receiver_verifies_and_prints(tmp_path: Path, secret: str, status: int) -> None:
    """It accepts each event once, and refuses those that another secret signed."""
    (program,) = (block.text for block in blocks(PAGE) if block.text.startswith(SERVER))
    port = free_port()
    (tmp_path / "receiver.py").write_text(program.replace("8000", str(port)), "utf-8")
    (tmp_path / "secret.txt").write_text(f"{SECRET}\n", "utf-8")
    (tmp_path / "sent.txt").write_text(f"{secret}\n", "utf-8")
    add_articles(tmp_path / "crawl", 1)
    add_changes(tmp_path / "crawl", 1)
    command = [sys.executable, "receiver.py"]
    with subprocess.Popen(  # noqa: S603  the page's own program
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        until = time.monotonic() + 30
        while not is_open(port):
            assert time.monotonic() < until
            time.sleep(0.05)
        options = ("--to", f"http://127.0.0.1:{port}/hook", "--secrets", str(tmp_path / "sent.txt"))
        for again in ((), ("--again-from", "1")):
            assert scrapy_here("push", str(tmp_path / "crawl"), *options, *again).returncode == status
        process.kill()
        printed = process.communicate()[0].splitlines()
    kinds = ("new", "changed", "removed", "restored") if status == 0 else ()
    assert printed == [f"{kind} {url(1)}" for kind in kinds]
