"""The commands that a document prints, and a reader's clone of the project in which they are run."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.house.site import ROOT, environment

HASTY = """\
from crawler.settings import *
DOWNLOAD_DELAY = 0
WEB_ARCHIVE_DELAY = 0.01
AUTOTHROTTLE_ENABLED = False
"""
"""The project's settings without pauses, for sites that are on this machine in truth."""
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"\s{2,}#.*$")
_SCHEDULE = re.compile(r"^[\d*/ ]+  cd \S+ && ")
ENDLESS = 20  # seconds after which a command that follows a file must have said something


@dataclass(frozen=True, slots=True)
class Block:
    """The text between two fences."""

    language: str
    text: str

    def commands(self) -> list[str]:
        """Return the commands, without comments; of a crontab, without the time and the folder."""
        if self.language == "sh":
            lines = self.text.replace("\\\n", "").splitlines()
            return [_COMMENT.sub("", line) for line in lines if line]
        if self.language == "cron":
            return [_SCHEDULE.sub("", line) for line in self.text.splitlines()]
        return [line[2:] for line in self.text.splitlines() if line.startswith("$ ")]


@dataclass(frozen=True, slots=True)
class Done:
    """A command that was run."""

    status: int
    out: str
    err: str


def blocks(path: Path) -> list[Block]:
    """Return the texts between fences in a document."""
    return [Block(*fence) for fence in _FENCE.findall(path.read_text("utf-8"))]


class Clone:
    """A copy of the project as git would make one, with the environment that `make develop` makes."""

    def __init__(self, folder: Path, proxy: str) -> None:
        self.folder = folder
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603
        for name in filter(None, names.decode().split("\0")):
            if (ROOT / name).exists():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, folder / name, follow_symlinks=False)
        for name in ("pyproject.toml", "requirements.lock"):
            os.utime(folder / name, (0, 0))  # `make` must find the environment as new as these
        (folder / ".venv").symlink_to(Path(sys.prefix))
        config = folder.parent / "config"
        config.mkdir()
        (config / "scrapy.cfg").write_text("[settings]\nhasty = hasty\n", "utf-8")
        (config / "hasty.py").write_text(HASTY, "utf-8")
        kept = {name: value for name, value in environment().items() if not name.startswith("COV")}
        self._environment = {
            **kept,
            "http_proxy": proxy,
            "PATH": f"{folder}/.venv/bin:{os.environ['PATH']}",
            "PYTHONPATH": f"{folder}:{config}",  # a clone's own environment has the clone's own code
            "XDG_CONFIG_HOME": str(config),
            "SCRAPY_PROJECT": "hasty",
        }

    def run(self, command: str) -> Done:
        """Run a command in the shell to its end."""
        done = subprocess.run(  # noqa: S603  the documents' own commands
            ["/bin/bash", "-c", command],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def watch(self, command: str) -> Done:
        """Run a command that follows a file, on a terminal, until it has said something; then end it."""
        ours, theirs = pty.openpty()
        with subprocess.Popen(  # noqa: S603  as above
            ["/bin/bash", "-c", command],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        ) as process:
            os.close(theirs)
            said = os.read(ours, 1 << 16) if select.select([ours], [], [], ENDLESS)[0] else b""
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        os.close(ours)
        return Done(0 if said else 1, said.decode("utf-8", "replace"), "")
