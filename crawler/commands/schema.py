"""`scrapy schema`: print the JSON Schema of the record, or of the events that are pushed."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from scrapy.exceptions import UsageError

from crawler.commands.printing import end_on_closed_pipe, write_text
from crawler.internals.commands import DescribedCommand
from crawler.program import program
from crawler.pushing.message import event_schema
from crawler.records.lines import json_text
from crawler.records.schema import schema_text

_DESCRIPTION = """\
Print the JSON Schema (draft 2020-12) of one line of articles.jsonl, or of an event that `push` sends. It is
made from the record's declaration.

Examples:
  scrapy schema > article.schema.json
  scrapy schema event > event.schema.json
"""
_SCHEMAS: dict[str, Callable[[], str]] = {
    "article": schema_text,
    "event": lambda: json_text(event_schema()),
}


class Command(DescribedCommand):
    """Prints the schema of one line of articles.jsonl, or of an event."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "[article|event]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Print the JSON Schema of the records"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002  Scrapy's signature
        """Print the schema."""
        end_on_closed_pipe()
        name = args[0] if args else "article"
        if len(args) > 1 or name not in _SCHEMAS:
            raise UsageError(
                f"{program()} schema takes `article` or `event`: {program()} schema > article.schema.json"
            )
        write_text(_SCHEMAS[name]())
