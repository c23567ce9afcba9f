"""Opens Scrapy's own commands, which the project's commands extend, and runs all of them by another name."""

from __future__ import annotations

import argparse
import sys
import warnings
from difflib import get_close_matches
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from scrapy import cmdline
from scrapy.commands import ScrapyCommand, crawl, parse
from scrapy.crawler import AsyncCrawlerProcess, CrawlerProcessBase
from scrapy.exceptions import ScrapyDeprecationWarning

from crawler import __version__
from crawler.program import as_started, program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings, Settings

_NEAR = 0.75
"""Minimum similarity, from 0 to 1, at which an unknown command counts as a misspelling."""

CrawlerProcess = CrawlerProcessBase
"""The process that Scrapy gives to a command, with or without asyncio."""


class DescribedCommand(ScrapyCommand):
    """A command whose help keeps the line breaks of its `description`, which may have many lines."""

    requires_crawler_process = False
    description = ""

    def long_desc(self) -> str:
        """Return the text of the command's help."""
        return self.description

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add Scrapy's options."""
        super().add_options(parser)
        parser.formatter_class = argparse.RawDescriptionHelpFormatter


class CrawlCommand(DescribedCommand, crawl.Command):
    """Scrapy's `crawl`; a subclass runs the crawl itself."""

    requires_crawler_process = True

    def new_crawl(self, name: str) -> Crawler:
        """Return a crawl of the spider with this name."""
        return self._create_crawler(name)


class ParseCommand(parse.Command):
    """Scrapy's `parse`; a subclass converts the items before they are printed."""

    def print_results(self, opts: argparse.Namespace) -> None:
        """Print items and requests."""
        for level, items in self.items.items():
            self.items[level] = [self.shown(item) for item in items]
        super().print_results(opts)

    def shown(self, item: object) -> object:
        """Return an item as it is printed."""
        return item

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Parse the page, without the warning that Scrapy's own callback causes."""
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", ".*returned a Deferred", ScrapyDeprecationWarning)
            super().run(args, opts)


def new_process(settings: Settings) -> CrawlerProcess:
    """Return a process for a command that does not always need one."""
    return AsyncCrawlerProcess(settings)


def settings_of(command: ScrapyCommand) -> Settings:
    """Return the settings of a running command."""
    if command.settings is None:
        raise RuntimeError("Scrapy gives a command its settings before it runs it")
    return command.settings


def before_each_command(
    check_given: Callable[[ScrapyCommand, Sequence[str]], None], check_all: Callable[[ScrapyCommand], None]
) -> None:
    """Let every command, also Scrapy's own, check its settings before it applies its options, and afterwards.

    The first check gets the settings of the command line, as NAME=VALUE.
    """
    apply_options = ScrapyCommand.process_options

    def checked(self: ScrapyCommand, args: list[str], opts: argparse.Namespace) -> None:
        check_given(self, opts.set)
        apply_options(self, args, opts)
        check_all(self)

    ScrapyCommand.process_options = checked  # type: ignore[method-assign]


def run_command(words: Sequence[str]) -> None:
    """Run a command with its arguments, as Scrapy does, with this program's name in help and lists.

    It loads no other command, which saves a tenth of the CPU time of an idle run. It ends the process.
    """
    name = next((word for word in words if not word.startswith("-")), "")
    cmdline.ScrapyArgumentParser = _Parser  # type: ignore[assignment,misc]
    cmdline._get_commands_dict = partial(_commands, cmdline._get_commands_dict, name)
    cmdline._print_commands = _list_commands
    cmdline._print_unknown_command = _refuse_command
    cmdline.execute([program(), *words])


def _commands(
    load_all: Callable[[BaseSettings, bool], dict[str, ScrapyCommand]],
    name: str,
    settings: BaseSettings,
    inproject: bool,
) -> dict[str, ScrapyCommand]:
    """Return the command with this name if the project has it, else all commands."""
    package = settings["COMMANDS_MODULE"]
    if package and name.isidentifier() and find_spec(f"{package}.{name}") is not None:
        return cmdline._get_commands_from_module(f"{package}.{name}", inproject)
    return load_all(settings, inproject)


class _Parser(cmdline.ScrapyArgumentParser):
    """Scrapy's parser, whose help and errors show commands as they were started."""

    def __init__(self, **options: Any) -> None:
        super().__init__(prog=program(), **options)

    def format_help(self) -> str:
        return as_started(super().format_help())

    def format_usage(self) -> str:
        return as_started(super().format_usage())


def _list_commands(settings: BaseSettings, inproject: bool) -> None:
    """Print the commands: this project's, then Scrapy's."""
    commands = cmdline._get_commands_dict(settings, inproject)
    ours = {name for name, command in commands.items() if type(command).__module__.startswith("crawler.")}
    lines = [
        f"{program()} {__version__}\n\nUsage: {program()} COMMAND [options]",
        *("\nCommands:", *_described(commands, ours)),
        *("\nCommands of Scrapy:", *_described(commands, commands.keys() - ours)),
        f"\n`{program()} COMMAND --help` describes a command, with examples.",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _described(commands: Mapping[str, ScrapyCommand], names: Iterable[str]) -> list[str]:
    return [f"  {name:<13} {commands[name].short_desc()}" for name in sorted(names)]


def _refuse_command(settings: BaseSettings, cmdname: str, inproject: bool) -> None:
    names = cmdline._get_commands_dict(settings, inproject)
    near = get_close_matches(cmdname, names, n=1, cutoff=_NEAR)
    hint = f"did you mean {near[0]}?" if near else f"`{program()}` lists them all"
    sys.stderr.write(f"{program()}: there is no command {cmdname!r}; {hint}\n")
