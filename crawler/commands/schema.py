"""`scrapy schema`: print the JSON Schema of the record."""

from __future__ import annotations

import argparse

from scrapy.exceptions import UsageError

from crawler.commands.printing import end_on_closed_pipe, write_text
from crawler.internals.commands import DescribedCommand
from crawler.program import program
from crawler.records.schema import schema_text

_DESCRIPTION = """\
Print the JSON Schema (draft 2020-12) of one line of articles.jsonl, made from the record's declaration.

Example:
  scrapy schema > article.schema.json
"""


class Command(DescribedCommand):
    """Prints the schema of one line of articles.jsonl."""

    description = _DESCRIPTION

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Print the JSON Schema of the records"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002  Scrapy's signature
        """Print the schema."""
        end_on_closed_pipe()
        if args:
            raise UsageError(
                f"{program()} schema takes no arguments: {program()} schema > article.schema.json"
            )
        write_text(schema_text())
