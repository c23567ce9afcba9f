"""Lists the pictures and parts that the articles of a crawl lack, and queues these articles again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from crawler.ledger.journal import Journal
from crawler.ledger.parts import MissedParts
from crawler.ledger.pictures import PictureOutcome, Pictures, name_of
from crawler.ledger.plan import Outcome
from crawler.reasons import Reason

WAITING = "waiting"
"""The outcome of a picture whose article is queued again."""
_ENTRY = re.compile(r"(?:^|; )(?P<place>\d+)=(?P<code>.*?)(?=; \d+=|$)")
"""An entry of `photos.refused`: `3=http:404`."""


@dataclass(frozen=True, slots=True)
class MissingPicture:
    """A picture that the latest revision of an article lacks."""

    url: str
    outcome: str
    """`refused`, `failed`, or `waiting` if its article is queued again for it."""
    reason: str
    """In words."""
    code: str
    """The reason as a value: `http:404`."""
    tries: int
    """Requests that failed in a row."""
    article: str
    """Id of the article."""
    article_url: str
    capture: str | None
    """URL of the article in a web archive, if it was read from there; the picture is missing there, too."""

    @property
    def name(self) -> str:
        """Its name in the ledger."""
        return name_of(self.url, self.capture)


@dataclass(frozen=True, slots=True)
class MissingPart:
    """A further page or a companion that the latest revision of an article lacks."""

    url: str
    outcome: str
    reason: str | None
    """In words; None if an earlier version did not record it, or if the article has too many parts."""
    code: str | None
    """The reason as a value: `http:404`."""
    article: str
    """Id of the article."""
    article_url: str
    capture: str | None
    """URL of the article in a web archive, if it was read from there."""


class _Photo(msgspec.Struct):
    url: str | None = None


class _Evidence(msgspec.Struct, frozen=True):
    refused: str = msgspec.field(default="", name="photos.refused")
    capture: str | None = None
    parts: str = msgspec.field(default="", name="pages.missing")


class _Line(msgspec.Struct):
    id: str
    url: str
    photos: list[_Photo] = []
    evidence: _Evidence = _Evidence()


_LINES = msgspec.json.Decoder(_Line)


def missing_pictures(
    lines: Iterable[bytes], journal: Journal, *, of_last_run: bool = False
) -> Iterator[MissingPicture]:
    """Yield the pictures that articles lack, given the lines of the output; or those stored by the last run.

    Raises `LedgerWriteError`.
    """
    for line in _lacking(lines, journal, of_last_run=of_last_run):
        yield from _pictures_of(line, Pictures(journal))


def missing_parts(
    lines: Iterable[bytes], journal: Journal, *, of_last_run: bool = False
) -> Iterator[MissingPart]:
    """Yield the parts that articles lack, as `missing_pictures` does. Raises `LedgerWriteError`."""
    parts = MissedParts(journal)
    for line in _lacking(lines, journal, of_last_run=of_last_run):
        for url in line.evidence.parts.split():
            reason = parts.reason_of(url)
            words, code = (reason.words, reason.code) if reason else (None, None)
            yield MissingPart(url, Outcome.FAILED, words, code, line.id, line.url, line.evidence.capture)


def count_missed(journal: Journal) -> int:
    """Return the number of pictures that were refused or failed. Raises `LedgerWriteError`."""
    row = journal.row("SELECT count(*) FROM pictures WHERE outcome <> ?", PictureOutcome.FETCHED)
    return int(row[0]) if row else 0


def want_pictures(missing: Iterable[MissingPicture], journal: Journal) -> None:
    """Record pictures for which their articles are visited again, and forget the outcomes of these pictures.

    Raises `LedgerWriteError`.
    """
    pictures = Pictures(journal)
    for each in missing:
        pictures.want(each.article, each.name)
        pictures.forget(each.name)


def queue_articles(missing: Iterable[MissingPicture | MissingPart], journal: Journal) -> int:
    """Queue the articles that lack something, and return their number. Raises `LedgerWriteError`."""
    articles = {each.article: each.capture for each in missing}
    for article, capture in articles.items():
        journal.write(_QUEUE_CAPTURED if capture else _QUEUE, article)
    return len(articles)


_QUEUE_CAPTURED = """
UPDATE urls SET state = 0, tries = 0, failures = 0, etag = NULL, modified = NULL
WHERE article = ? AND state = 2 AND removed IS NULL
"""
_QUEUE = f"{_QUEUE_CAPTURED} AND key IN (SELECT source FROM revisions WHERE id = article)"  # noqa: S608  ours
"""Without the validators, since a page that has not changed must be read again for its pictures."""


def _lacking(lines: Iterable[bytes], journal: Journal, *, of_last_run: bool) -> Iterator[_Line]:
    """Yield the latest revisions that lack something, or those among them that the last run stored."""
    wanted = _stored_by_last_run(journal) if of_last_run else None
    for line in _latest(lines):
        if wanted is None or line.id in wanted:
            yield line


def _latest(lines: Iterable[bytes]) -> list[_Line]:
    latest: dict[str, _Line] = {}
    for text in lines:
        try:
            line = _LINES.decode(text)
        except (msgspec.DecodeError, UnicodeDecodeError):  # a record of another kind, or an edited line
            continue
        latest.pop(line.id, None)
        if line.evidence.refused or line.evidence.parts:
            latest[line.id] = line
    return list(latest.values())


def _pictures_of(line: _Line, pictures: Pictures) -> Iterator[MissingPicture]:
    queued = set(pictures.wanted(line.id))
    for match in _ENTRY.finditer(line.evidence.refused):
        place, reason = int(match["place"]), Reason.parse(match["code"])
        url = line.photos[place].url if place < len(line.photos) else None
        if url is None:
            continue
        name = name_of(url, line.evidence.capture)
        known = pictures.known(name)
        is_refused = known is not None and known.outcome is PictureOutcome.REFUSED
        outcome = (
            WAITING if name in queued else PictureOutcome.REFUSED if is_refused else PictureOutcome.FAILED
        )
        tries = known.tries if known is not None else 0
        article = (line.id, line.url, line.evidence.capture)
        yield MissingPicture(url, str(outcome), reason.words, reason.code, tries, *article)


def _stored_by_last_run(journal: Journal) -> set[str]:
    rows = journal.rows(
        "SELECT article FROM urls WHERE run = (SELECT max(id) FROM runs) AND outcome = 'stored'"
        " AND article IS NOT NULL"
    )
    return {article for (article,) in rows}


def lines_of(path: Path) -> Iterator[bytes]:
    """Yield the lines of the output; none if it was moved away. Raises OSError."""
    if path.exists():
        with path.open("rb") as file:
            yield from file
