"""`scrapy diff`: show the changes of an article from revision to revision."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from crawler.accounting.outcome import ExitStatus
from crawler.commands.printing import end_on_closed_pipe, say
from crawler.internals.commands import DescribedCommand
from crawler.items import Article
from crawler.ledger.journal import Journal, LedgerWriteError
from crawler.ledger.ledger import ARTICLES, LEDGER
from crawler.ledger.revisions import Revisions
from crawler.ledger.schema import LedgerFormatError, read_only
from crawler.program import program
from crawler.records.differences import differences
from crawler.records.lines import article_or_none, whole_lines

_DESCRIPTION = """\
Show the revisions of an article in order: the changed fields, with removed (-) and added (+) text.

Example:
  scrapy diff data/www.example.com http://www.example.com/2024-05/20/content_1.htm

Exit status: 0; 2 if the path is no crawl, or the crawl has no article at this URL.
"""


class Command(DescribedCommand):
    """Shows the revisions of one article."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR URL"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Show how an article changed"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002  Scrapy's signature
        """Print the revisions, or an error in one line."""
        end_on_closed_pipe()
        try:
            articles = revisions_of(args)
        except (LedgerFormatError, LedgerWriteError, OSError, ValueError) as error:
            sys.stderr.write(f"{program()} diff: {error}\n")
            self.exitcode = ExitStatus.BAD_ARGUMENTS
            return
        say(*history(articles))


def revisions_of(args: list[str]) -> list[Article]:
    """Read the revisions of the article that the command line names, in order.

    Lines at other offsets than recorded, as in a sorted file, are searched for. Raises `LedgerFormatError` if
    there is no ledger with the article.
    """
    if len(args) != 2:
        raise LedgerFormatError(f"name a crawl's directory and a URL: {program()} diff DIR URL")
    folder, url = Path(args[0]), args[1]
    with contextlib.closing(read_only(folder / LEDGER)) as database:
        revisions = Revisions(Journal(database))
        article = revisions.article_at(url)
        if article is None:
            raise LedgerFormatError(f"the crawl in {folder} has no article at {url}")
        stored = [revision for revision in revisions.all_of(article) if revision.start is not None]
    with (folder / ARTICLES).open("rb") as file:
        articles = [_at(file, revision.start or 0) for revision in stored]
        names = [(each.id, each.revision) for each in articles if each is not None]
        if names == [(revision.id, revision.revision) for revision in stored]:
            return [each for each in articles if each is not None]
        return _searched(file, article)


def _at(file: BinaryIO, start: int) -> Article | None:
    file.seek(start)
    return article_or_none(file.readline())


def _searched(file: BinaryIO, id_: str) -> list[Article]:
    """Find the revisions of an article in a file whose lines were moved, in order."""
    file.seek(0)
    articles = (article_or_none(line.text) for line in whole_lines(file) if id_.encode() in line.text)
    by_revision = {each.revision: each for each in articles if each is not None and each.id == id_}
    return [by_revision[revision] for revision in sorted(by_revision)]


def history(articles: list[Article]) -> Iterator[str]:
    """Word the changes of an article."""
    if not articles:
        yield "its revisions are no longer in the output"
        return
    yield f"revision {articles[0].revision}, {articles[0].fetched}: {articles[0].headline}"
    for before, after in pairwise(articles):
        yield f"revision {after.revision}, {after.fetched}: {after.headline}"
        yield from (f"  {line}" for line in differences(before, after))
