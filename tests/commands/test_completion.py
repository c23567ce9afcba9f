"""Completion: the shell offers the project's commands and their options."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.site import scrapy_here

ASK = """\
source {script}
COMP_WORDS=(scrapy {words})
COMP_CWORD={place}
complete -p scrapy > /dev/null && _shtab_scrapy
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
@pytest.mark.parametrize(
    ("words", "offered"),
    [("ex", {"extract", "export"}), ("extract --clu", {"--cluster"}), ("schedule --e", {"--every"})],
)
def test_bash_completes(tmp_path: Path, words: str, offered: set[str]) -> None:
    """The shell offers the commands and options that begin with the typed letters."""
    script = tmp_path / "scrapy.bash"
    script.write_text(scrapy_here("completion", "bash").stdout, encoding="utf-8")
    asked = ASK.format(script=script, words=words, place=len(words.split()))
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)  # noqa: S603, S607
    assert offered <= {word.strip() for word in done.stdout.splitlines()}


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells(shell: str) -> None:
    """Scripts for others name the commands, too."""
    assert "newpublisher" in scrapy_here("completion", shell).stdout


def test_mistake() -> None:
    """An unknown shell is an error in words."""
    done = scrapy_here("completion", "cmd")
    assert done.returncode == 2
    assert "name a shell" in done.stderr
