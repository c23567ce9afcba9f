"""`scrapy completion`: print a script that makes a shell complete commands and options."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from typing import Any

from scrapy.commands import ScrapyCommand

import crawler.commands
from crawler.accounting.outcome import ExitStatus
from crawler.commands.printing import end_on_closed_pipe
from crawler.internals.commands import DescribedCommand
from crawler.program import how_to_add, program

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")

_DESCRIPTION = """\
Print a script that makes a shell complete the project's commands, their options and files.

Examples:
  scrapy completion bash > ~/.local/share/bash-completion/completions/scrapy
  scrapy completion zsh > ~/.zfunc/_scrapy          (with fpath+=~/.zfunc before compinit)
  scrapy completion fish > ~/.config/fish/completions/scrapy.fish
"""


class Command(DescribedCommand):
    """Prints a completion script."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "|".join(SHELLS)

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Print a script that makes a shell complete commands and options"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002  Scrapy's signature
        """Print the script, or print an error in one line."""
        end_on_closed_pipe()
        if len(args) != 1 or args[0] not in SHELLS:
            self._end(f"name a shell: {program()} completion {self.syntax()}")
            return
        try:
            import shtab  # noqa: PLC0415  an extra
        except ImportError:
            self._end(f"this needs shtab: {how_to_add('completion')}")
            return
        sys.stdout.write(shtab.complete(_parser(self, shtab.FILE), args[0]) + "\n")

    def _end(self, complaint: str) -> None:
        sys.stderr.write(f"{program()} completion: {complaint}\n")
        self.exitcode = ExitStatus.BAD_ARGUMENTS


def _parser(asking: ScrapyCommand, files: Any) -> argparse.ArgumentParser:
    """Return a parser of all commands; Scrapy has one for each."""
    parser = argparse.ArgumentParser(prog=program())
    below = parser.add_subparsers()
    for name, command in _commands():
        command.settings = asking.settings
        options = below.add_parser(name, help=command.short_desc(), conflict_handler="resolve")
        command.add_options(options)
        options.add_argument("arguments", nargs="*").complete = files  # type: ignore[attr-defined]
    return parser


def _commands() -> Iterator[tuple[str, ScrapyCommand]]:
    for module in pkgutil.iter_modules(crawler.commands.__path__):
        command = getattr(
            importlib.import_module(f"{crawler.commands.__name__}.{module.name}"), "Command", None
        )
        if command is not None:
            yield module.name, command()
