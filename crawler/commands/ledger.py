"""`scrapy ledger`: check the ledger of a crawl, and rebuild a damaged one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from crawler.accounting.outcome import ExitStatus, worst
from crawler.commands.printing import end_on_closed_pipe, say
from crawler.internals.commands import DescribedCommand
from crawler.ledger.check import Finding, Weight, check
from crawler.ledger.journal import Journal, LedgerLockedError, LedgerWriteError
from crawler.ledger.ledger import ARTICLES, LEDGER, REMOVALS
from crawler.ledger.lock import DirectoryInUseError
from crawler.ledger.regular import first_irregular
from crawler.ledger.schema import LOGS, LedgerFormatError, LedgerVersionError, read_only
from crawler.program import program
from crawler.rebuilding.articles import UnusableFileError
from crawler.rebuilding.ledger import Rebuilt, rebuild
from crawler.state.files import revision_of_line
from crawler.state.rechecks import RecheckError, rechecks_of
from crawler.text.counts import counted

_DEEDS = ("check", "rebuild")

_DESCRIPTION = """\
check compares the ledger of a crawl with itself (SQLite's integrity check, and the rules of its tables) and
with articles.jsonl and the archive. It changes nothing. You may run it while the crawl is running.

rebuild makes a new ledger from articles.jsonl, removals.jsonl and pages/*.warc.gz. It moves a damaged ledger
aside (ledger.sqlite.damaged-TIME) and keeps a sound one. The next run requests the lists again and reads
them to their end; it does not request the articles again before they are due, except under another URL (a
redirect, a second URL): such an article counts as unchanged. Data that no file holds is lost: the queue,
failed and rejected URLs, redirects, the validators of lists. The run finds these URLs again in the lists.

If you moved lines out of articles.jsonl, name the files (also packed with gzip), so that the crawl still
knows their articles. A damaged file, or one without articles, is refused, and nothing is changed.

Examples:
  scrapy ledger check data/www.example.com
  scrapy ledger rebuild data/www.example.com
  scrapy ledger rebuild data/www.example.com old/articles-2025.jsonl.gz

Exit status:
  0  sound, or rebuilt
  2  damaged, or there is no ledger (check); wrong arguments
  4  the ledger cannot be written
  6  sound, but a file differs from it (check): the last line says if the next run corrects that
  8  a run is active in the crawl's directory (rebuild), or another program has locked the ledger
"""
_STATUS = {
    Weight.DAMAGE: ExitStatus.BAD_ARGUMENTS,
    Weight.BEHIND: ExitStatus.PARTIAL,
    Weight.MOVED: ExitStatus.PARTIAL,
    Weight.AWAY: ExitStatus.COMPLETE,
}


class Command(DescribedCommand):
    """Checks and rebuilds ledgers."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "check|rebuild DIR [FILE ...]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Check the ledger of a crawl, and rebuild a damaged one"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002  Scrapy's signature
        """Check or rebuild, or print an error in one line."""
        end_on_closed_pipe()
        try:
            folder = directory_of(args)
            self.exitcode = _checked(folder) if args[0] == "check" else self._rebuilt(folder, args[2:])
        except (LedgerFormatError, RecheckError, UnusableFileError) as error:
            self._end(error, ExitStatus.BAD_ARGUMENTS)
        except (DirectoryInUseError, LedgerLockedError) as error:
            self._end(error, ExitStatus.DIRECTORY_IN_USE)
        except (LedgerWriteError, OSError) as error:
            self._end(error, ExitStatus.OUTPUT_FAILED)

    def _rebuilt(self, folder: Path, more: list[str]) -> ExitStatus:
        if is_sound(folder):
            _refuse_files(folder, more)
            say(f"the ledger in {folder} is sound: nothing to do")
            return ExitStatus.COMPLETE
        rechecks = rechecks_of(self.settings) if self.settings is not None else []
        done = rebuild(folder, [Path(name) for name in more], rechecks)
        say(*worded_rebuilding(folder, more, done))
        return ExitStatus.COMPLETE

    def _end(self, error: Exception, status: ExitStatus) -> None:
        sys.stderr.write(f"{program()} ledger: {error}\n")
        self.exitcode = status


def directory_of(args: list[str]) -> Path:
    """Return the directory that the command line names. Raises `LedgerFormatError` if it names none."""
    if len(args) < 2 or args[0] not in _DEEDS or (args[0] == "check" and len(args) > 2):
        raise LedgerFormatError(
            f"name the task and the directory of one crawl: {program()} ledger check data/www.example.com"
        )
    folder = Path(args[1])
    missing = next((name for name in args[2:] if not Path(name).is_file()), None)
    if missing is not None:
        raise LedgerFormatError(f"there is no file {missing}")
    if args[0] == "rebuild" and not any((folder / name).exists() for name in (ARTICLES, LEDGER)):
        raise LedgerFormatError(
            f"there is neither {ARTICLES} nor {LEDGER} in {folder}: name a crawl's directory"
        )
    _refuse_special_files(folder)
    return folder


def _refuse_special_files(folder: Path) -> None:
    """Raise `LedgerFormatError` if a pipe or a directory is in place of an output or a log of the ledger."""
    names = (ARTICLES, REMOVALS, *(LEDGER + suffix for suffix in LOGS))
    other = first_irregular(folder / name for name in names)
    if other is not None:
        raise LedgerFormatError(f"{other} is no regular file: move it away")


def findings(folder: Path) -> list[Finding]:
    """Check the ledger in a directory. Raises `LedgerFormatError` if it cannot be opened."""
    with closing(read_only(folder / LEDGER)) as database:
        database.execute("BEGIN")  # all queries see the same state, also during a run
        return check(Journal(database), folder, ARTICLES, revision_of_line)


def is_sound(folder: Path) -> bool:
    """Return whether a directory has a sound ledger. Raises `LedgerVersionError` for a later version."""
    try:
        return all(finding.weight is not Weight.DAMAGE for finding in findings(folder))
    except LedgerVersionError:
        raise
    except LedgerFormatError:
        return False


def _refuse_files(folder: Path, more: Sequence[str]) -> None:
    """Raise `LedgerFormatError` if files are named, because a sound ledger takes none."""
    if more:
        raise LedgerFormatError(
            f"the ledger in {folder} is sound and was not rebuilt, so {', '.join(more)} was not read:"
            f" to rebuild it with these articles, move {LEDGER} away first"
        )


def _checked(folder: Path) -> ExitStatus:
    checked = findings(folder)
    say(*worded(folder, checked))
    return worst(_STATUS[each.weight] for each in checked)


def worded(folder: Path, checked: list[Finding]) -> Iterator[str]:
    """Word a check: each finding, and the next step."""
    for finding in checked:
        examples = f": {', '.join(finding.examples)}" if finding.examples else ""
        yield f"{finding.weight.value}: {finding.words}{examples}"
    weights = {finding.weight for finding in checked}
    if Weight.DAMAGE in weights:
        yield f"next: {program()} ledger rebuild {folder}"
    elif Weight.BEHIND in weights:
        yield "the ledger is sound; the next run of the crawl corrects the differences"
    elif Weight.MOVED in weights:
        yield f"the ledger is sound; the crawl can continue, and {program()} diff searches the file for them"
    else:
        yield "the ledger is sound"


def worded_rebuilding(folder: Path, more: Sequence[str], done: Rebuilt) -> Iterator[str]:
    """Word the result of a rebuilding, and the next step."""
    if done.aside is not None:
        yield f"the former ledger is now {done.aside}"
    articles, pages = counted(done.articles, "article"), counted(done.captures, "archived answer")
    yield f"rebuilt {folder / LEDGER} with {articles} and {pages}"
    yield from (f"  {counted(n, 'article')} in {name}" for name, n in zip(more, done.moved, strict=True))
    yield "next: run the same crawl again"
