"""Opens the files of a running crawl: lock, ledger and output."""

from __future__ import annotations

import errno
import logging
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from scrapy.settings import SETTINGS_PRIORITIES
from scrapy.utils.defer import deferred_from_coro

from crawler import __version__
from crawler.ledger.accounts import RunAccounts
from crawler.ledger.archive import Archive, ArchiveTerms
from crawler.ledger.away import AwayLedger
from crawler.ledger.durable import make_folder
from crawler.ledger.invocations import Invocation, note_invocation
from crawler.ledger.journal import (
    LedgerClosedError,
    LedgerDamagedError,
    LedgerLockedError,
    LedgerWriteError,
    ledger_error,
)
from crawler.ledger.keys import url_key
from crawler.ledger.ledger import LEDGER, Ledger
from crawler.ledger.lock import DirectoryInUseError, Lock
from crawler.ledger.reconciliation import read_record
from crawler.ledger.revisions import Revision
from crawler.ledger.schema import LedgerFormatError
from crawler.ledger.turns import Turns
from crawler.reasons.finish import Finish
from crawler.records.lines import article_or_none
from crawler.records.revisions import fingerprint
from crawler.state.rechecks import rechecks_of

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

_NUMBERS: dict[int | None, Finish] = {
    errno.ENOSPC: Finish.DISK_FULL,
    errno.EFBIG: Finish.DISK_FULL,
    errno.EDQUOT: Finish.DISK_FULL,
    errno.ENAMETOOLONG: Finish.LEDGER_REFUSED,
}
"""Reasons for errors of the system; any other is `OUTPUT_FAILED`."""
_REMEDIES = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
    errno.ENAMETOOLONG: "use a shorter CRAWL_DIR",
}
"""Remedies for errors of the system; for others, their own words suffice."""
_OF_ONE_RUN = ("CRAWL_DIR", "LOG_FILE", "LOG_ENABLED")
"""Settings that are not stored: the directory is known, and a log belongs to one run."""

T = TypeVar("T")


class NoFiles:
    """Replaces the files of a crawl without a directory: each use of its ledger returns the alternative."""

    @property
    def turns(self) -> Turns:
        """An empty order of hosts."""
        return Turns({})

    def in_ledger(self, use: Callable[[Ledger], T], *, otherwise: T) -> T:  # noqa: ARG002  as of CrawlFiles
        """Return `otherwise`."""
        return otherwise

    def in_archive(self, use: Callable[[Archive], T], *, otherwise: T) -> T:  # noqa: ARG002  as above
        """Return `otherwise`."""
        return otherwise

    def commit(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


class CrawlFiles:
    """Lock and ledger of a crawl's directory, opened together.

    If they cannot be opened, or a write fails later, this is logged once, `ledger` is None from then on, and
    the crawl ends with the reason `refusal`.
    """

    def __init__(self, crawl: Crawler, folder: Path) -> None:
        self.crawl = crawl
        self.folder = folder
        self.ledger: Ledger | None = None
        self.refusal: Finish | None = None
        self._appended = 0  # lines of the output, when its ledger was closed
        self._lock: Lock | None = None
        self._away: AwayLedger | None = None
        self._is_home = False
        self._open()
        self.opened = self.ledger is not None
        """Whether they were opened at the start."""

    def _open(self) -> None:
        rechecks = rechecks_of(self.crawl.settings)
        try:
            make_folder(self.folder)
            self._lock = Lock(self.folder)
            self._away = self._away_ledger()
            place = self._away.folder if self._away is not None else None
            terms = terms_of(self.crawl.spider)
            self.ledger = Ledger(self.folder, rechecks, terms, revision_of_line, place)
            if (invocation := invocation_of(self.crawl)) is not None:
                note_invocation(self.ledger.journal, self.ledger.run, invocation)
            if self.crawl.settings.getbool("ARCHIVE"):
                self.ledger.archive = Archive(self.ledger.journal, self.folder, archive_terms(self.crawl))
            if self._away is not None and self._away.is_new:
                self._away.bring_home()  # a crash would leave an output without a ledger
        except (DirectoryInUseError, LedgerFormatError, LedgerWriteError, OSError, sqlite3.Error) as error:
            self._refuse(error)

    def _away_ledger(self) -> AwayLedger | None:
        room, period = self.crawl.settings["LEDGER_DIR"], self.crawl.settings.getfloat("LEDGER_COPY_SECONDS")
        return AwayLedger(self.folder, Path(room), LEDGER, period) if room else None

    @property
    def turns(self) -> Turns:
        """The hosts with queued URLs, in memory; none without a ledger."""
        return self.ledger.errands.turns if self.ledger is not None else Turns({})

    @property
    def appended(self) -> int:
        """Number of lines that this run has appended to the output."""
        return self.ledger.articles.appended if self.ledger is not None else self._appended

    def in_ledger(self, use: Callable[[Ledger], T], *, otherwise: T) -> T:
        """Return the result of using the ledger; `otherwise` without a ledger, or if this use fails.

        A failure is logged once, and ends the crawl.
        """
        if self.ledger is None:
            return otherwise
        try:
            return use(self.ledger)
        except (DirectoryInUseError, LedgerWriteError, OSError, sqlite3.Error) as error:
            self._refuse(error)
            if self.crawl.spider is not None:
                deferred_from_coro(self.crawl.engine.close_spider_async(reason=str(self.refusal)))
            return otherwise

    def in_archive(self, use: Callable[[Archive], T], *, otherwise: T) -> T:
        """Return the result of using the archive of raw pages, as `in_ledger` does; it may have none."""
        return self.in_ledger(
            lambda ledger: use(ledger.archive) if ledger.archive is not None else otherwise,
            otherwise=otherwise,
        )

    def commit(self) -> None:
        """Commit all writes since the last commit."""
        self.in_ledger(self._commit, otherwise=None)

    def _commit(self, ledger: Ledger) -> None:
        self._keep_directory()
        ledger.commit()
        if self._away is not None:
            self._away.tend()

    def _keep_directory(self) -> None:
        """Raise `DirectoryInUseError` if another run took the directory meanwhile."""
        if self._lock is not None:
            self._lock.renew()

    def end(self, reason: str, taken: int, returned: int) -> RunAccounts | None:
        """Record the end of the run; return its accounts, unless the disk refused the ledger."""
        return self.in_ledger(lambda ledger: self._end(ledger, reason, taken, returned), otherwise=None)

    def _end(self, ledger: Ledger, reason: str, taken: int, returned: int) -> RunAccounts | None:
        self._keep_directory()
        accounts = ledger.end(reason, taken, returned)
        if self._away is not None:
            self._away.bring_home()
            self._is_home = True
        return accounts

    def close(self) -> None:
        """Close the ledger, and release the lock."""
        self._close_ledger()
        if self._away is not None:
            self._leave(self._away)
            self._away = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _leave(self, away: AwayLedger) -> None:
        """Copy a local ledger that was not copied at the end of its run, then delete it.

        A run that lost its directory to another one does not touch that one's ledger.
        """
        try:
            if self.opened and not self._is_home and self.refusal != Finish.DIRECTORY_IN_USE:
                self._keep_directory()
                away.bring_home()
        except DirectoryInUseError as error:
            logger.critical("%s. The ledger of this run is not copied there.", error)
        except (OSError, sqlite3.Error) as error:
            logger.critical(
                "The ledger could not be copied to the crawl's directory: %s. The next run repeats the "
                "visits since the last copy.",
                error,
            )
        away.leave()

    def _refuse(self, error: Exception) -> None:
        error = ledger_error(error) if isinstance(error, sqlite3.Error) else error
        if self.refusal is None:
            self.refusal = refusal_of(error)
            logger.critical("%s. The crawl stops.", _told(error, self.folder).rstrip("."))
        self._close_ledger()

    def _close_ledger(self) -> None:
        ledger, self.ledger = self.ledger, None
        if ledger is not None:
            self._appended = ledger.articles.appended
            with suppress(LedgerWriteError, OSError):  # commits are on disk, and the rest is repeated
                ledger.close()


def refusal_of(error: Exception) -> Finish:
    """Return the reason, as a spider's finish reason, for which files were refused."""
    if isinstance(error, DirectoryInUseError | LedgerLockedError):
        return Finish.DIRECTORY_IN_USE
    if isinstance(error, LedgerFormatError | LedgerDamagedError | LedgerClosedError):
        return Finish.LEDGER_REFUSED
    if isinstance(error, LedgerWriteError):
        return Finish.DISK_FULL
    number = error.errno if isinstance(error, OSError) else None
    return _NUMBERS.get(number, Finish.OUTPUT_FAILED)


def _told(error: Exception, folder: Path) -> str:
    if isinstance(error, LedgerDamagedError):
        return error.within(folder)
    if type(error) is LedgerWriteError:
        return f"{error}: check the space on the disk of {folder}"
    remedy = _REMEDIES.get(error.errno or 0) if isinstance(error, OSError) else None
    return f"{error}: {remedy}" if remedy else str(error)


def terms_of(spider: Spider | None) -> str:
    """Return the arguments of a spider that decide which links it follows."""
    arguments = _arguments(spider)
    return " ".join(str(getattr(arguments, name, None)) for name in ("scope", "since", "until"))


def invocation_of(crawl: Crawler) -> Invocation | None:
    """Return the invocation of a crawl, or None for a spider that does not store its arguments."""
    arguments = getattr(crawl.spider, "given", None)
    if crawl.spider is None or arguments is None:
        return None
    settings = {
        name: value
        for name, value in sorted(crawl.settings.items())
        if crawl.settings.getpriority(name) == SETTINGS_PRIORITIES["cmdline"]
        and isinstance(value, str)
        and name not in _OF_ONE_RUN
    }
    return Invocation(crawl.spider.name, arguments, settings)


def archive_terms(crawl: Crawler) -> ArchiveTerms:
    """Return the settings of a crawl's archive, with the data for its warcinfo record."""
    settings = crawl.settings
    about = {
        "software": f"china-news-harvester/{__version__}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "http-header-user-agent": settings["USER_AGENT"],
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        "description": " ".join(str(url) for url in getattr(_arguments(crawl.spider), "start", ())),
    }
    most = int(settings.getfloat("ARCHIVE_FILE_MB") * 1_000_000)
    return ArchiveTerms(most, about, settings.getbool("ARCHIVE_ALL"))


def _arguments(spider: Spider | None) -> object:
    return getattr(spider, "arguments", None)


def revision_of_line(line: bytes) -> Revision | None:
    """Read a line of the output; None for a record that is no article. Raises ValueError for other lines."""
    read_record(line)
    article = article_or_none(line)
    if article is None:
        return None
    mark = fingerprint(article)
    source = url_key(article.url)
    return Revision(
        article.id, article.revision, mark.content, mark.story, source, article.fetched, start=None
    )
