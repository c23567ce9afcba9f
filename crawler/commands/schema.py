"""`scrapy schema`: print the JSON Schema of the record."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.commands.printing import end_on_closed_pipe, write_text
from crawler.program import program
from crawler.records.schema import schema_text

_DESCRIPTION = """\
Print the JSON Schema (draft 2020-12) of one line of articles.jsonl, made from the record's declaration.

Example:
  scrapy schema > article.schema.json
"""


class Command(ScrapyCommand):
    """Prints the schema of one line of articles.jsonl."""

    requires_crawler_process = False

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Print the JSON Schema of the records"

    def long_desc(self) -> str:
        """Return the text of the command's help."""
        return _DESCRIPTION

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Set the description; the command has no options of its own."""
        super().add_options(parser)
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.description = _DESCRIPTION

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002  Scrapy's signature
        """Print the schema."""
        end_on_closed_pipe()
        if args:
            raise UsageError(
                f"{program()} schema takes no arguments: {program()} schema > article.schema.json"
            )
        write_text(schema_text())
