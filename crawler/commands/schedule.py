"""`scrapy schedule`: print the lines for cron and systemd that repeat a crawl."""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

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
from crawler.fleet.invocation import INVOCATION, fleet_invocation
from crawler.internals.commands import DescribedCommand
from crawler.internals.project import project_folder
from crawler.ledger.crawls import is_fleet
from crawler.ledger.invocations import Invocation, latest_invocation
from crawler.ledger.journal import LedgerWriteError
from crawler.ledger.schema import LedgerFormatError
from crawler.program import program
from crawler.spiders.arguments import days_of

_DESCRIPTION = """\
Print the lines that repeat the crawl of a directory: a line for crontab, and a service and a timer for
systemd. It repeats the arguments (-a) and settings (-s) of the latest run, without its limits. DIR may also
be a fleet's. Further words after the sign -- are added to the command.

Examples:
  scrapy schedule data/www.example.com --every 1h
  scrapy schedule data/www.example.com --every 6h -- -s USER_AGENT="my-archive (+mailto:me@example.org)"
  scrapy schedule data/fleet --every 1d
  scrapy schedule data/www.example.com --every 1d --units ~/.config/systemd/user

With --units, the two files are written into a folder instead; then run
  systemctl --user daemon-reload && systemctl --user enable --now harvest-www.example.com.timer
Start URLs that are too long for a line of crontab are written to DIR/start.txt, which the line names.
Runs never overlap: a run that begins while another is active ends at once, with status 8.
Every crawl begins in its own minute, so that forty of them do not begin at once.

Exit status: 0; 2 if the arguments are wrong, the path is no crawl, or a file cannot be written.
"""


LONGEST = 400
"""Maximum length of the start URLs on a line, in characters; cron refuses lines longer than 998."""
FLEET_LOG = "fleet.log"
"""File in a fleet's directory that receives the lines of a job of cron."""
STARTS = "start.txt"
"""File in a crawl's directory for longer start URLs, one a line."""


class ScheduleError(ValueError):
    """Nothing can be scheduled; the message gives the remedy. Raised by `schedule_of`."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A job, and remarks for its user."""

    job: Job
    notes: list[str]


@dataclass(frozen=True, slots=True)
class _Planned:
    """The words of a command, and remarks for its user."""

    words: list[str]
    notes: list[str]


class Command(DescribedCommand):
    """Prints the lines that schedule a crawl."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR --every INTERVAL [-- ARGUMENTS]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Print the crontab line and systemd units that repeat a crawl"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--every", default="1h", metavar="INTERVAL", help="15m, 1h, 6h, 1d or 1w (1h)")
        parser.add_argument("--units", type=Path, metavar="FOLDER", help="write systemd's units there")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print or write the job, or print an error in one line."""
        end_on_closed_pipe()
        try:
            schedule = schedule_of(args, opts.every, datetime.now(UTC).date())
            said = _written(schedule.job, opts.units) if opts.units else _printed(schedule.job)
        except (LedgerFormatError, LedgerWriteError, ScheduleError, TimetableError, OSError) as error:
            sys.stderr.write(f"{program()} schedule: {error}\n")
            self.exitcode = ExitStatus.BAD_ARGUMENTS
            return
        sys.stdout.write(said)
        sys.stderr.write("".join(f"{program()} schedule: {note}\n" for note in schedule.notes))


def schedule_of(args: list[str], every: str, today: date) -> Schedule:
    """Return the job of a directory. Raises `LedgerFormatError`, `ScheduleError`, `TimetableError`."""
    if not args:
        raise ScheduleError(f"name a crawl's directory: {program()} schedule data/www.example.com --every 1h")
    folder = Path(args[0]).absolute()
    is_of_fleet = is_fleet(folder)
    planned = _fleet_words(folder) if is_of_fleet else _crawl_words(folder)
    words = [*_program_path(), *planned.words, *(word for word in args[1:] if word != "--")]
    name = re.sub(r"[^a-zA-Z0-9.-]+", "-", folder.name).strip("-.") or "crawl"
    log = folder / FLEET_LOG if is_of_fleet else None
    job = Job(name, project_folder().absolute(), words, Every.parse(every), log)
    return Schedule(job, [*planned.notes, *_over(words, today)])


def _crawl_words(folder: Path) -> _Planned:
    """Return the words that repeat the latest run of a crawl. Raises `LedgerFormatError`."""
    invocation = latest_invocation(folder)
    placed = ("-s", f"CRAWL_DIR={folder}", "-s", f"LOG_FILE={folder / 'crawl.log'}")
    repeated = invocation.without_limits()
    words = ["crawl", invocation.spider, *_short(repeated, folder).words(), *placed]
    left_out = ", ".join(invocation.limits())
    note = f"{left_out} is left out, so that runs are complete; write it behind -- to keep it"
    return _Planned(words, [note] if left_out else [])


def _fleet_words(folder: Path) -> _Planned:
    """Return the words that repeat the latest run of a fleet. Raises `ScheduleError`."""
    words = fleet_invocation(folder)
    if words is None:
        raise ScheduleError(f"the fleet in {folder} has no {INVOCATION}: run it once first")
    return _Planned(["fleet", *words, "-d", str(folder)], [])


def _over(words: list[str], today: date) -> list[str]:
    """Word a warning of days that are over: runs would find nothing new."""
    until = next((word.removeprefix("until=") for word in reversed(words) if word.startswith("until=")), None)
    last = days_of({"until": until})[1] if until else None
    if last is None or last >= today.isoformat():
        return []
    return [f"the days of this crawl ended on {last}: further runs find only changes of known articles"]


def _program_path() -> list[str]:
    """Return the words that start this program from any folder."""
    script = Path(sys.executable).parent / program()
    module = "scrapy" if program() == "scrapy" else "crawler"
    return [str(script)] if script.is_file() else [sys.executable, "-m", module]


def _short(invocation: Invocation, folder: Path) -> Invocation:
    """Return the invocation with its start URLs in a file, if they are too long for a line of crontab."""
    start = invocation.arguments["start"]
    if len(start) <= LONGEST:
        return invocation
    file = folder / STARTS
    file.write_text(start.replace(",", "\n") + "\n", encoding="utf-8")
    return replace(invocation, arguments={**invocation.arguments, "start": str(file)})


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
