"""Checks the arguments of the `news` spider before its first request."""

from __future__ import annotations

import difflib
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crawler.discovery.day_lists import day_url
from crawler.spiders import past_arguments
from crawler.spiders.argument_error import ArgumentError
from crawler.spiders.past_arguments import Past, past_of, start_of
from crawler.text.urls import host_of, resolve
from crawler.webarchives.starts import CDX, is_past, original_of

KNOWN = {
    "start": "a URL, a host, several of them separated by commas, or a file with one a line; "
    "http://www.example.com/{date:%Y/%m%d}/ stands for a list of each day from since= on; "
    "cdx:http://www.example.com/* for the captures of these URLs in a web archive (archive=); "
    "http://HOST/COLLECTION/20220806/http://www.example.com/a.htm for one capture, by its URL",
    "scope": "hosts that may be fetched, separated by commas; each includes its sub-domains",
    "since": "the first day of publication, or with cdx: of capture, such as 2022-08-01",
    "until": "the last day, such as 2022-08-31",
    "limit": "the maximum number of articles, such as 100",
    **past_arguments.KNOWN,
}
"""Arguments of the spider (-a), each with its form."""

_DATE = re.compile(r"^((?:19|20)\d{2})(?:-(\d{2})(?:-(\d{2}))?)?$")
_DATED = "{date"
_HOST = re.compile(
    r"^(?:(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}|localhost|(?:\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:.]+\])"
    r"(?::\d+)?(?:/\S*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a harvest."""

    start: tuple[str, ...]
    """Absolute URLs, in the order given; those of captures with `cdx:` before them."""
    scope: tuple[str, ...]
    """Hosts that may be fetched, each with its sub-domains."""
    since: str | None = None
    """First requested day of publication, ISO 8601."""
    until: str | None = None
    """Last requested day, ISO 8601."""
    limit: int | None = None
    """Maximum number of written articles."""
    past: Past | None = None
    """The part of a web archive in the harvest."""

    @property
    def pages(self) -> tuple[str, ...]:
        """The live start URLs without a date in braces."""
        return tuple(url for url in self.start if _DATED not in url and not is_past(url))

    @property
    def requested(self) -> tuple[str, ...]:
        """The addresses that are requested first: the start URLs, or those of a web archive."""
        look_ups = self.past.look_ups if self.past else ()
        archive = (self.past.archive.index, self.past.archive.captures) if self.past else ()
        return (*(() if look_ups else self.start), *archive)

    @property
    def templates(self) -> tuple[str, ...]:
        """The start URLs with a date in braces, one list for each requested day."""
        return tuple(url for url in self.start if _DATED in url)


def parse_arguments(given: Mapping[str, str]) -> Arguments:
    """Check the arguments of a command line. Raises ArgumentError with one line that gives the remedy."""
    check_names(given, KNOWN)
    start = tuple(dict.fromkeys(_starts(given.get("start", ""))))
    if not start:
        raise ArgumentError("name a start: -a start=http://www.example.com/ (" + KNOWN["start"] + ")")
    days = days_of(given)
    past = past_of(given, start, days)
    if past and past.look_ups:
        days = (None, None)  # they are those of the captures
    arguments = Arguments(start, _scope(given.get("scope"), start), *days, limit_of(given), past)
    if arguments.templates and arguments.since is None:
        raise ArgumentError(f"start={arguments.templates[0]}: name the first day, such as since=2024-05-01")
    return arguments


def repeatable(given: Mapping[str, str]) -> dict[str, str]:
    """Return the arguments in a form that works from any folder: with absolute paths of files.

    Arguments of a launcher (scrapyd's `_job`) are dropped.
    """
    kept = {name: value for name, value in given.items() if not name.startswith("_")}
    parts = map(str.strip, kept.get("start", "").split(","))
    absolute = [str(file.absolute()) if (file := _file(part)) is not None else part for part in parts]
    return {**kept, "start": ",".join(absolute)} if "start" in kept else kept


def check_names(given: Mapping[str, str], known: Mapping[str, str]) -> None:
    """Raise ArgumentError for an argument that a spider does not take.

    Names with an underscore in front are a launcher's own: scrapyd's `_job`.
    """
    for name in given:
        if name not in known and not name.startswith("_"):
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else "the spider takes " + ", ".join(known)
            raise ArgumentError(f"unknown argument {name!r}: {hint}")


def days_of(given: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return the first and the last day of a harvest. Raises ArgumentError."""
    since, until = _day(given, "since"), _day(given, "until")
    if since and until and since > until:
        raise ArgumentError(f"since={since} is after until={until}: swap them")
    return since, until


def _starts(text: str) -> Iterator[str]:
    for part in filter(None, map(str.strip, text.split(","))):
        file = _file(part)
        if file is None:
            yield _url(part, "start")
            continue
        for number, line in enumerate(_lines(file), start=1):
            if line and not line.startswith("#"):
                yield _url(line, f"line {number} of {part}")


def _file(text: str) -> Path | None:
    """Return the file that a part of `start` names; None for a URL or a host."""
    if "://" in text or text.startswith(CDX):
        return None
    path = Path(text)
    if path.is_file():
        return path
    is_on_a_host = "/" in text and _HOST.match(text.partition("/")[0])
    if path.suffix in (".txt", ".lst", ".urls", ".list") and not is_on_a_host:
        raise ArgumentError(f"start={text}: there is no such file; write its path, or a URL with http://")
    return None


def _lines(file: Path) -> list[str]:
    try:
        return [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise ArgumentError(f"start={file}: cannot be read as a list of URLs ({error})") from error


def _url(text: str, where: str) -> str:
    if text.startswith(CDX):
        return start_of(text)
    if _DATED in text:
        return _template(text, where)
    if "://" not in text and _HOST.match(text):
        text = f"http://{text}"  # sites of the family answer to http; those with https redirect
    url = resolve(text, text) if "://" in text else None
    if url is None:
        raise ArgumentError(
            f"{where}: {text!r} is not an http(s) URL, host or file; write http://www.example.com/"
        )
    return url if url.count("/") > 2 else url + "/"


def _template(text: str, where: str) -> str:
    """Check a URL with a date in braces."""
    try:
        days = {resolve(text, day_url(text, date(2024, 5, day))) for day in (20, 21)}
    except (LookupError, AttributeError, ValueError):
        days = set()
    if len(days) < 2 or None in days:
        raise ArgumentError(
            f"{where}: {text!r} is no URL with a date; write http://www.example.com/{{date:%Y-%m-%d}}/"
        )
    return text


def _scope(text: str | None, start: tuple[str, ...]) -> tuple[str, ...]:
    if text is None:
        hosts = (host_of(original_of(url)).removeprefix("www.") for url in start)
        return tuple(dict.fromkeys(hosts))
    named = [part.strip().lower() for part in text.split(",") if part.strip()]
    wrong = next((part for part in named if "/" in part or not _HOST.match(part)), None)
    if wrong or not named:
        raise ArgumentError(
            f"scope={wrong or text}: write hosts separated by commas, "
            "such as scope=example.com,news.example.org"
        )
    return tuple(dict.fromkeys(named))


def _day(given: Mapping[str, str], name: str) -> str | None:
    """Return a day; of a month or a year the first day for `since`, the last day for `until`."""
    text = given.get(name)
    if text is None:
        return None
    match = _DATE.match(text.strip())
    try:
        first, last = _span(*(int(part) for part in match.groups(default="0"))) if match else ("", "")
    except ValueError:  # 30 February
        match = None
    if not match:
        raise ArgumentError(
            f"{name}={text}: write an ISO date, such as {name}=2022-08-01 (or 2022-08, or 2022)"
        )
    return first if name == "since" else last


def _span(year: int, month: int, day: int) -> tuple[str, str]:
    """Return the first and the last day of a year, a month or a day; 0 stands for a missing part."""
    first = date(year, month or 1, day or 1)
    month = month or 12
    last = date(year, month, day or monthrange(year, month)[1])
    return first.isoformat(), last.isoformat()


def limit_of(given: Mapping[str, str]) -> int | None:
    """Return the maximum number of articles; None for all. Raises ArgumentError."""
    text = given.get("limit")
    if text is None:
        return None
    if not text.strip().isdecimal() or int(text) < 1:
        raise ArgumentError(f"limit={text}: write a whole number from 1, such as limit=100")
    return int(text)
