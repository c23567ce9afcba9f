"""Commands that lock nothing work without the modules and functions that Windows lacks; the lock says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crawler.ledger import lock
from tests.exporting.test_export import article, crawl
from tests.house.site import ROOT, environment

WINDOWS = """
import os, sys
for module in ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty", "uvloop"):
    sys.modules[module] = None
for name in ("O_CLOEXEC", "O_DIRECTORY", "O_NONBLOCK", "pwrite"):
    delattr(os, name)
"""
"""Removes from this system the modules that Windows lacks."""
COMMANDS = """
from scrapy.cmdline import execute
for command in sys.argv[1:]:
    try:
        execute(["scrapy", *command.split()])
    except SystemExit as ended:
        if ended.code:
            raise
"""
"""Runs each command that an argument names."""
READING = "from crawler.records import read_articles\nprint(next(read_articles(sys.argv[1])).headline)"


def on_windows(program: str, folder: Path, *arguments: str) -> str:
    """Run a program as if on Windows, in a folder; return its output. It must end with status 0."""
    done = subprocess.run(  # noqa: S603  the program is this test's own
        [sys.executable, "-c", WINDOWS + program, *arguments],
        cwd=folder,
        env={**environment(), "PYTHONPATH": str(ROOT), "SCRAPY_SETTINGS_MODULE": "crawler.settings"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


SHOWN = {
    "schema": '"headline"',
    "export crawl --to csv -o table": ") in table",
    "export crawl --to sqlite -o base": ") in base",
    "report crawl": "report.html",
    "extract page.html --url http://www.lanqiao.test/1.html": "The lock opens",
}
"""Commands, and a part of their output."""


def test_commands_without_a_lock_work(tmp_path: Path) -> None:
    """They neither import nor use the missing modules."""
    crawl(tmp_path / "crawl", article(1))
    text = "The boats that had waited at the lock went through in the evening, and the keeper went home. " * 5
    page = (
        f"<title>The lock opens</title><h1>The lock opens</h1><article><p>{text}</p><p>{text}</p></article>"
    )
    (tmp_path / "page.html").write_text(page, "utf-8")
    output = on_windows(COMMANDS, tmp_path, *SHOWN)
    assert [command for command, expected in SHOWN.items() if expected not in output] == []


def test_articles_are_read(tmp_path: Path) -> None:
    """Also in a program or a notebook."""
    folder = crawl(tmp_path / "crawl", article(1))
    assert on_windows(READING, tmp_path, str(folder / "articles.jsonl")) == "Ferry number 1 returns\n"


def test_lock_names_the_systems_that_have_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crawl is refused before it writes anything."""
    monkeypatch.setattr(lock, "fcntl", None)
    with pytest.raises(OSError, match="use Linux, macOS or WSL"):
        lock.Lock(tmp_path)
    assert list(tmp_path.iterdir()) == []
