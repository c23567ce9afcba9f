"""`scrapy schedule`: print the lines for cron and systemd that repeat a crawl."""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
from contextlib import closing, suppress
from pathlib import Path

from scrapy.commands import ScrapyCommand

from crawler.accounting.outcome import ExitStatus
from crawler.commands.printing import end_on_closed_pipe
from crawler.commands.timetable import (
    Every,
    Job,
    TimetableError,
    crontab_line,
    service_unit,
    timer_unit,
)
from crawler.internals.project import project_folder
from crawler.ledger.journal import Journal, LedgerWriteError
from crawler.ledger.ledger import LEDGER
from crawler.ledger.schema import LedgerFormatError, read_only
from crawler.program import program

_DESCRIPTION = """\
Print the lines that repeat the crawl of a directory: a line for crontab, and a service and a timer for
systemd. Start, scope and days come from the crawl's ledger. Write further arguments of `scrapy crawl` after
the sign --.

Examples:
  scrapy schedule data/www.example.com --every 1h
  scrapy schedule data/www.example.com --every 6h -- -s USER_AGENT="my-archive (+mailto:me@example.org)"
  scrapy schedule data/www.example.com --every 1d --units ~/.config/systemd/user

With --units, the two files are written into a folder instead; then run
  systemctl --user daemon-reload && systemctl --user enable --now harvest-www.example.com.timer
Start URLs that are too long for a line of crontab are written to DIR/start.txt, which the line names.
Runs never overlap: a run that begins while another is active ends at once, with status 8.
Every crawl begins in its own minute, so that forty of them do not begin at once.
The ledger does not store settings (-s): write them behind --.

Exit status: 0; 2 if the arguments are wrong, the path is no crawl, or a file cannot be written.
"""


_SETTINGS = (
    "scrapy schedule: these lines have no settings (-s), because the ledger does not store them: write them"
    ' behind --, such as -- -s USER_AGENT="my-archive (+mailto:me@example.org)"'
)
LONGEST = 400
"""Maximum length of the start URLs on a line, in characters; cron refuses lines longer than 998."""
STARTS = "start.txt"
"""File in a crawl's directory for longer start URLs, one a line."""


class ScheduleError(ValueError):
    """Nothing can be scheduled; the message says what to do. Raised by `job_of`."""


class Command(ScrapyCommand):
    """Prints the lines that schedule a crawl."""

    requires_crawler_process = False

    def syntax(self) -> str:
        """Show how the command is called."""
        return "DIR --every INTERVAL [-- ARGUMENTS]"

    def short_desc(self) -> str:
        """Say in a line what the command does."""
        return "Print the crontab line and systemd units that repeat a crawl"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.description = _DESCRIPTION
        parser.add_argument("--every", default="1h", metavar="INTERVAL", help="15m, 1h, 6h, 1d or 1w (1h)")
        parser.add_argument("--units", type=Path, metavar="FOLDER", help="write systemd's units there")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print or write, or say in one line what is wrong."""
        end_on_closed_pipe()
        try:
            job = job_of(args, opts.every)
            said = _written(job, opts.units) if opts.units else _printed(job)
        except (LedgerFormatError, LedgerWriteError, ScheduleError, TimetableError, OSError) as error:
            sys.stderr.write(f"{program()} schedule: {error}\n")
            self.exitcode = ExitStatus.BAD_ARGUMENTS
            return
        sys.stdout.write(said)
        if "-s" not in args:
            sys.stderr.write(f"{_SETTINGS}\n")


def job_of(args: list[str], every: str) -> Job:
    """Return the job of a directory. Raises `LedgerFormatError`, `ScheduleError`, `TimetableError`."""
    if not args:
        raise ScheduleError(f"name a crawl's directory: {program()} schedule data/www.example.com --every 1h")
    folder = Path(args[0]).absolute()
    command = [*_program_path(), "crawl", "news", *_short(asked_for(folder), folder)]
    placed = ["-s", f"CRAWL_DIR={folder}", "-s", f"LOG_FILE={folder / 'crawl.log'}"]
    name = re.sub(r"[^a-zA-Z0-9.-]+", "-", folder.name).strip("-.") or "crawl"
    more = [argument for argument in args[1:] if argument != "--"]
    return Job(name, project_folder().absolute(), [*command, *placed, *more], Every.parse(every))


def _program_path() -> list[str]:
    """Return the words that start this program from any folder."""
    script = Path(sys.executable).parent / program()
    module = "scrapy" if program() == "scrapy" else "crawler"
    return [str(script)] if script.is_file() else [sys.executable, "-m", module]


def _short(words: list[str], folder: Path) -> list[str]:
    """Return the arguments with the start URLs in a file, where they are too long for a line of crontab."""
    name, _, starts = words[1].partition("=")
    if len(starts) <= LONGEST:
        return words
    file = folder / STARTS
    file.write_text(starts.replace(",", "\n") + "\n", encoding="utf-8")
    return [words[0], f"{name}={file}", *words[2:]]


def asked_for(folder: Path) -> list[str]:
    """Return the arguments of the latest run in a directory. Raises `LedgerFormatError`, `ScheduleError`."""
    with closing(read_only(folder / LEDGER)) as database:
        journal = Journal(database)
        rows = journal.rows("SELECT url, request FROM urls WHERE depth = 0 AND found_on IS NULL ORDER BY id")
        starts = [url for url, request in rows if json.loads(request).get("cb_kwargs", {}).get("started")]
        dated = journal.rows("SELECT DISTINCT found_on FROM urls WHERE found_on LIKE '%{date%'")
        starts += [template for (template,) in dated]
        last = journal.row("SELECT terms FROM runs ORDER BY id DESC LIMIT 1")
    if not starts:
        raise ScheduleError(f"the crawl in {folder} has no start yet: run it once first")
    return ["-a", f"start={','.join(starts)}", *_terms(last[0] if last else "")]


def _terms(terms: str) -> list[str]:
    """Return the arguments for a run's scope and days, stored as `('a.cn',) 2022-08-01 None`."""
    scope, _, days = terms.rpartition(") ")
    arguments: list[str] = []
    with suppress(ValueError, SyntaxError):
        arguments += ["-a", f"scope={','.join(ast.literal_eval(f'{scope})'))}"]
    for name, day in zip(("since", "until"), days.split(), strict=False):
        arguments += [] if day == "None" else ["-a", f"{name}={day}"]
    return arguments


def _printed(job: Job) -> str:
    return (
        f"# crontab -e\n{crontab_line(job)}\n\n"
        f"# ~/.config/systemd/user/harvest-{job.name}.service\n{service_unit(job)}\n"
        f"# ~/.config/systemd/user/harvest-{job.name}.timer\n{timer_unit(job)}"
    )


def _written(job: Job, folder: Path) -> str:
    folder = folder.expanduser()
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, text in (("service", service_unit(job)), ("timer", timer_unit(job))):
        (folder / f"harvest-{job.name}.{suffix}").write_text(text, encoding="utf-8")
    return (
        f"{folder}/harvest-{job.name}.service and .timer are written; now run\n"
        f"  systemctl --user daemon-reload && systemctl --user enable --now harvest-{job.name}.timer\n"
    )
