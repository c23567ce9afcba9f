"""Writes the schedule of a crawl: a line of a crontab, and units of systemd."""

from __future__ import annotations

import re
import shlex
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crawler.accounting.outcome import ExitStatus

_EVERY = re.compile(r"(\d{1,3})\s*(m|min|h|d|w)(?:in|ours?|ays?|eeks?)?", re.IGNORECASE)
_MINUTES = {"m": 1, "min": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60}
_DAY = 24 * 60
HARMLESS = (ExitStatus.PARTIAL, ExitStatus.DIRECTORY_IN_USE, ExitStatus.LIMIT_REACHED)
"""Statuses that need no alarm, because the next run resumes."""


class TimetableError(ValueError):
    """The interval cannot be expressed in cron; the message gives the remedy. Raised by `Every.parse`."""


@dataclass(frozen=True, slots=True)
class Every:
    """The interval of a scheduled crawl."""

    minutes: int

    @classmethod
    def parse(cls, text: str) -> Every:
        """Read an interval that divides an hour or a day, or a week: `15m`, `1h`, `6h`, `1d`, `1w`."""
        match = _EVERY.fullmatch(text.strip())
        minutes = int(match[1]) * _MINUTES[match[2].lower()] if match else 0
        fits = minutes and (60 % minutes == 0 or (minutes % 60 == 0 and _DAY % minutes == 0))
        if not fits and minutes != 7 * _DAY:
            raise TimetableError(f"{text!r} is not an interval of cron; write 15m, 1h, 6h, 1d or 1w")
        return cls(minutes)


@dataclass(frozen=True, slots=True)
class Job:
    """A repeated command."""

    name: str
    """Name of the units: letters, digits, dots and hyphens."""
    folder: Path
    """Working directory."""
    command: Sequence[str]
    """The program with its absolute path, and its arguments."""
    every: Every
    log: Path | None = None
    """File for its lines, if the program itself writes none; cron would mail them."""

    @property
    def offset(self) -> int:
        """Minutes after the hour, derived from the name, so that forty jobs do not start at once."""
        return zlib.crc32(self.name.encode()) % min(self.every.minutes, 60)


def crontab_line(job: Job) -> str:
    """Return the line for a user's crontab (crontab(5)); its command also runs in a shell."""
    command = f"cd {_cron_quoted(str(job.folder))} && {' '.join(map(_cron_quoted, job.command))}"
    logged = f"{command} 2>> {_cron_quoted(str(job.log))}" if job.log else command
    return f"{_cron_times(job)} {logged}"


def _cron_quoted(word: str) -> str:
    r"""Return a word quoted for cron and the shell: `a b%c` becomes `'a b'\%c`.

    Cron needs a backslash before each percent sign; outside the quotes, the shell removes it as well.
    """
    return r"\%".join(shlex.quote(part) if part else "" for part in word.split("%")) or "''"


def _cron_times(job: Job) -> str:
    minutes = job.every.minutes
    if minutes < 60:
        return f"{','.join(str(m) for m in range(job.offset, 60, minutes))} * * * *"
    hours = minutes // 60
    if minutes == 7 * _DAY:
        return f"{job.offset} 4 * * 1"
    return f"{job.offset} {'*' if hours == 1 else '4' if hours == 24 else f'*/{hours}'} * * *"


def service_unit(job: Job) -> str:
    """Return the unit that runs the job once (systemd.service(5))."""
    command = " ".join(map(_systemd_quoted, job.command))
    statuses = " ".join(str(status.value) for status in HARMLESS)
    return f"""\
[Unit]
Description=News harvest of {job.name}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={_escaped(str(job.folder))}
ExecStart={command}
SuccessExitStatus={statuses}
TimeoutStopSec=30
Nice=10
"""


def timer_unit(job: Job) -> str:
    """Return the unit with the times (systemd.timer(5)); a missed run starts later."""
    return f"""\
[Unit]
Description=News harvest of {job.name}, {_in_words(job.every)}

[Timer]
OnCalendar={_calendar(job)}
Persistent=true
RandomizedDelaySec=60

[Install]
WantedBy=timers.target
"""


def _calendar(job: Job) -> str:
    minutes = job.every.minutes
    if minutes < 60:
        return f"*:{job.offset:02}/{minutes}"
    if minutes == 7 * _DAY:
        return f"Mon 04:{job.offset:02}"
    hours = minutes // 60
    return f"{'*' if hours == 1 else '04' if hours == 24 else f'00/{hours}'}:{job.offset:02}"


def _in_words(every: Every) -> str:
    for unit, minutes in (("week", 7 * _DAY), ("day", _DAY), ("hour", 60), ("minute", 1)):
        if every.minutes % minutes == 0:
            count = every.minutes // minutes
            return f"every {unit}" if count == 1 else f"every {count} {unit}s"
    raise ValueError("an interval is at least a minute")


def _systemd_quoted(argument: str) -> str:
    escaped = _escaped(argument).replace("$", "$$")
    if re.fullmatch(r"[\w@:./=+,-]+", escaped):
        return escaped
    return '"' + escaped.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _escaped(text: str) -> str:
    return text.replace("%", "%%")
