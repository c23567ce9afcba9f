"""Checks the arguments of a harvest from a web archive (part of the `news` spider)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from crawler.spiders.argument_error import ArgumentError
from crawler.webarchives.archives import ArchiveError, WebArchive, archive_of
from crawler.webarchives.choosing import WantedCaptures
from crawler.webarchives.look_up import LookUp, look_up
from crawler.webarchives.starts import CDX, is_past, is_sound, replay_of

KNOWN = {
    "archive": "a web archive: the source for start=cdx:, or else for pages that the site no longer has. "
    "https://web.archive.org, https://index.commoncrawl.org/CC-MAIN-2024-10, a collection of pywb, or the "
    "place of captures, https://a.example.org/{timestamp}id_/{url}, or of WARC files, "
    "https://a.example.org/{filename}",
    "index": "the URL of the archive's CDX server, if it cannot be known from archive=",
    "captures": "newest: the newest good capture of each URL (the default); all: all that differ",
}
"""Arguments (-a), each with its form."""


@dataclass(frozen=True, slots=True)
class Past:
    """The part of a web archive in a harvest."""

    archive: WebArchive
    look_ups: tuple[LookUp, ...] = ()
    """The questions for the captures; empty if the archive only replaces pages that are gone."""


def past_of(
    given: Mapping[str, str], starts: tuple[str, ...], days: tuple[str | None, str | None]
) -> Past | None:
    """Return the part of a web archive in a harvest, or None. Raises `ArgumentError`.

    The URL of a capture names its archive, unless `archive=` does.
    """
    captures = [start for start in starts if is_past(start)]
    if captures and len(captures) < len(starts):
        raise ArgumentError(
            "start= mixes live pages with captures of a web archive (cdx:, or the URL of a replay): "
            "harvest them by two crawls"
        )
    address = given.get("archive") or next((each.archive for each in map(replay_of, captures) if each), None)
    if address is None:
        _check_without_archive(given, captures)
        return None
    since, until = ((day or "").replace("-", "") for day in days)
    choice = _choice(given.get("captures", WantedCaptures.NEWEST))
    asked = [_look_up(each, given) for each in captures]
    archive = asked[0].archive if asked else _archive(address, given)
    return Past(archive, tuple(replace(each, choice=choice, since=since, until=until) for each in asked))


def _look_up(start: str, given: Mapping[str, str]) -> LookUp:
    """Return the question for the captures of a start. Raises `ArgumentError`."""
    replay = replay_of(start)
    if replay is not None:
        archive = _archive(given.get("archive", replay.archive), given)
        return replace(look_up(replay.original, archive), near=replay.time, is_start=True)
    if "archive" not in given:
        raise ArgumentError(f"start={start}: name the archive: -a archive=https://web.archive.org")
    return look_up(start.removeprefix(CDX), _archive(given["archive"], given))


def _archive(address: str, given: Mapping[str, str]) -> WebArchive:
    try:
        return archive_of(address.strip(), given.get("index"))
    except ArchiveError as error:
        raise ArgumentError(str(error)) from None


def start_of(text: str) -> str:
    """Return a start that names captures. Raises `ArgumentError`."""
    if not is_sound(text):
        raise ArgumentError(
            f"start={text}: write cdx:http://www.example.com/world/* for all URLs with this beginning, "
            "cdx:www.example.com for a host, cdx:*.example.com for a domain, or cdx: and a URL"
        )
    return text


def _check_without_archive(given: Mapping[str, str], captures: list[str]) -> None:
    if captures:
        raise ArgumentError(f"start={captures[0]}: name the archive: -a archive=https://web.archive.org")
    for name in ("index", "captures"):
        if name in given:
            raise ArgumentError(
                f"{name}={given[name]} belongs to an archive: name it: archive=https://web.archive.org"
            )


def _choice(text: str) -> WantedCaptures:
    try:
        return WantedCaptures(text.strip().lower())
    except ValueError:
        raise ArgumentError(f"captures={text}: write newest or all") from None
