"""Records and counts the outcomes of pictures, and knows those of earlier requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crawler.items import Article, Photo, PictureFile
from crawler.ledger.ledger import Ledger
from crawler.ledger.pictures import KnownPicture, PictureOutcome
from crawler.parsing.pages import FetchedPage
from crawler.pictures.comparison import differing_texts
from crawler.reasons import Cause, Reason
from crawler.state.files import CrawlFiles

if TYPE_CHECKING:
    from scrapy.statscollectors import StatsCollector

TRIES = 5
"""Failures in a row after which a picture is not requested again, as of pages."""
_REFUSED = frozenset(
    {Cause.TOO_LARGE, Cause.TOO_LARGE_UNPACKED, Cause.ROBOTS_FORBIDDEN, Cause.PRIVATE_ADDRESS}
    | {Cause.NOT_HTTP, Cause.REDIRECT_TO_NOTHING, Cause.ADDRESS_TOO_LONG}
    | {Cause.NOT_CAPTURED, Cause.FAR_CAPTURE}
)
"""Causes of a failed download for which another try would be of no use."""
_CHECKED_AGAIN = frozenset({Cause.ROBOTS_FORBIDDEN, Cause.PRIVATE_ADDRESS})
"""Causes that are checked before each request, and may not hold any more."""


@dataclass(frozen=True, slots=True)
class PictureOutcomes:
    """The outcomes of the pictures of a crawl, by name; a captured picture has two names."""

    files: CrawlFiles
    stats: StatsCollector

    def known(self, name: str) -> KnownPicture | None:
        """Return the known outcome of a picture, or None."""
        nothing: KnownPicture | None = None
        return self.files.in_ledger(lambda ledger: ledger.pictures.known(name), otherwise=nothing)

    def settled(self, name: str) -> KnownPicture | None:
        """Return the outcome of a picture that is not requested again; None if it is."""
        known = self.known(name)
        return known if known is not None and self._needs_no_request(known) else None

    def _needs_no_request(self, known: KnownPicture) -> bool:
        if known.file is not None:
            return (self.files.folder / known.file.path).is_file()
        if known.outcome is PictureOutcome.REFUSED:
            return known.reason is None or known.reason.cause not in _CHECKED_AGAIN
        return known.tries >= TRIES

    def have_come(self, article: str) -> bool:
        """Return whether one of the pictures is there for which an article was visited again."""
        none: list[str] = []
        names = self.files.in_ledger(lambda ledger: ledger.pictures.wanted(article), otherwise=none)
        return any(known.file is not None for known in map(self.known, names) if known is not None)

    def repeat(self, name: str, other: str) -> None:
        """Record the known outcome of another name."""
        self.files.in_ledger(lambda ledger: ledger.pictures.repeat(name, other), otherwise=None)

    def keep(self, names: Sequence[str], answer: FetchedPage, file: PictureFile) -> None:
        """Record a picture and archive its response, in one transaction; count it."""
        self.files.in_ledger(lambda ledger: _keep(ledger, names, answer, file), otherwise=None)
        self.stats.inc_value("photos/fetched")
        self.stats.inc_value("photos/bytes", file.size)

    def miss(self, names: Sequence[str], reason: Reason, *, is_try: bool) -> None:
        """Record and count that a picture was refused, or else failed; `is_try` if it was requested."""
        if reason.cause in _REFUSED:
            self.refuse(names, reason)
            return
        self.stats.inc_value(f"photos/failed/{reason.code}")
        self.files.in_ledger(lambda ledger: _fail(ledger, names, reason, is_try=is_try), otherwise=None)

    def refuse(self, names: Sequence[str], reason: Reason) -> None:
        """Record and count that a picture is not kept."""
        self.stats.inc_value(f"photos/refused/{reason.code}")
        self.files.in_ledger(lambda ledger: _refuse(ledger, names, reason), otherwise=None)

    def refuse_writing(self, error: OSError) -> None:
        """End the crawl with an error of the disk."""
        self.files.in_ledger(lambda _: _raise(error), otherwise=None)


def _keep(ledger: Ledger, names: Sequence[str], answer: FetchedPage, file: PictureFile) -> None:
    place = answer.archive
    if answer.exchange is not None and ledger.archive is not None:
        place = ledger.archive.keep(answer.exchange)
    for name in names:
        ledger.pictures.fetched(name, file, place)


def _refuse(ledger: Ledger, names: Sequence[str], reason: Reason) -> None:
    for name in names:
        ledger.pictures.refused(name, reason, _capture(names))


def _fail(ledger: Ledger, names: Sequence[str], reason: Reason, *, is_try: bool) -> None:
    for name in names:
        ledger.pictures.failed(name, reason, _capture(names), is_try=is_try)


def _capture(names: Sequence[str]) -> str | None:
    """Return the second name of a captured picture; None for other pictures."""
    return names[1] if len(names) > 1 else None


def _raise(error: OSError) -> None:
    raise error


def with_files(article: Article, known: Sequence[KnownPicture | None]) -> Article:
    """Return the article with the files of its photos, and the reasons of missing ones in the evidence."""
    photos = tuple(map(_with_file, article.photos, known))
    return replace(article, photos=photos, evidence={**article.evidence, **_evidence(photos, known)})


def _with_file(photo: Photo, known: KnownPicture | None) -> Photo:
    return replace(photo, file=known.file) if known is not None and known.file is not None else photo


def _evidence(photos: Sequence[Photo], known: Sequence[KnownPicture | None]) -> dict[str, str]:
    """Return why photos have no file, and whose embedded texts differ from the printed ones."""
    refused = (
        f"{place}={_code(each)}"
        for place, (photo, each) in enumerate(zip(photos, known, strict=True))
        if photo.url and photo.file is None
    )
    differing = (
        f"{place}={','.join(names)}"
        for place, photo in enumerate(photos)
        if (names := list(differing_texts(photo)))
    )
    evidence = {"photos.refused": "; ".join(refused), "photos.embedded": "; ".join(differing)}
    return {name: text for name, text in evidence.items() if text}


def _code(known: KnownPicture | None) -> str:
    reason = known.reason if known is not None else None
    return (reason or Reason(Cause.PICTURE_WAIT)).code
