"""Checks the settings of every command, also of Scrapy's own, before it begins."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from scrapy.commands import ScrapyCommand

from crawler.accounting.outcome import ExitStatus
from crawler.internals.commands import before_each_command, settings_of
from crawler.program import program

# Every start of a command imports this module, and few of them have settings to check.


def check_every_command() -> None:
    """Let a command with a wrong setting end with one line and status 2."""
    before_each_command(_check_given, _check_all)


def _check_given(command: ScrapyCommand, given: Sequence[str]) -> None:
    """End a command that was given a wrong value."""
    if given:
        from crawler.commands.command_line import wrong_value  # noqa: PLC0415  as above

        _end_with(command, wrong_value(given))


def _check_all(command: ScrapyCommand) -> None:
    """End a command that would start a crawler with a wrong setting, whichever file has it."""
    if command.requires_crawler_process:
        from crawler.commands.crawl_settings import setting_complaint  # noqa: PLC0415  as above

        _end_with(command, setting_complaint(settings_of(command)))


def _end_with(command: ScrapyCommand, complaint: str | None) -> None:
    if complaint is not None:
        name = type(command).__module__.rpartition(".")[2]
        sys.stderr.write(f"{program()} {name}: {complaint}\n")
        sys.exit(ExitStatus.BAD_ARGUMENTS)
