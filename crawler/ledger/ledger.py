"""Opens a crawl's ledger, with its queue, its revisions and its output."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from crawler.ledger.accounts import RunAccounts, run_accounts
from crawler.ledger.archive import Archive, take_back_files
from crawler.ledger.clock import beginning, steady
from crawler.ledger.errands import Ending, Errand, Errands
from crawler.ledger.events import Events
from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key
from crawler.ledger.lock import Lock
from crawler.ledger.noise import NoiseTable
from crawler.ledger.output import OutputFile
from crawler.ledger.parts import MissedParts
from crawler.ledger.pictures import Pictures
from crawler.ledger.plan import Outcome
from crawler.ledger.reconciliation import Reader, read_record
from crawler.ledger.removals import (
    Removal,
    Restoration,
    note_event,
    note_removal,
    removal_line,
    restore,
    restores,
    settle,
)
from crawler.ledger.revisions import Revision, Revisions
from crawler.ledger.runs import begin_run
from crawler.ledger.schema import connect, read_only
from crawler.ledger.sources import SourceRole, Sources
from crawler.ledger.stories import Stories
from crawler.reasons.finish import Finish

logger = logging.getLogger(__name__)

LEDGER = "ledger.sqlite"
"""Name of the ledger inside a crawl's directory."""
ARTICLES, REMOVALS = "articles.jsonl", "removals.jsonl"
"""Names of the files that are written from the ledger."""


@dataclass(frozen=True, slots=True)
class NewRevision:
    """A revision from a visit, before the offset of its line is known."""

    id: str
    """Id of the article; empty for a record of a foreign spider, of which only the line is kept."""
    revision: int
    content: bytes
    story: bytes | None
    url: str
    fetched: str | None
    line: bytes


class Ledger:
    """The ledger of one crawl, from the opening to the end of a run.

    Opening it queues the URLs again that were in flight when the last run ended, and completes the output. If
    the output holds lines that the ledger does not know, `read` decides which of them are articles. `terms`
    are the requested days and hosts, `rechecks` the ages, in seconds, at which articles are visited again.
    The ledger itself lies in `place`, if that is not the folder of the output.

    Nothing is durable before `commit`, which the owner calls a few times a second. Raises
    `LedgerFormatError`, `LedgerWriteError` and `OSError`.
    """

    def __init__(
        self,
        folder: Path,
        rechecks: Sequence[float] = (),
        terms: str = "",
        read: Reader = read_record,
        place: Path | None = None,
    ) -> None:
        self.journal = Journal(connect((place or folder) / LEDGER, folder))
        self.revisions = Revisions(self.journal)
        self.events = Events(self.journal)
        self.stories = Stories(self.journal)
        self.sources = Sources(self.journal)
        self.noise = NoiseTable(self.journal)
        self.articles = OutputFile(self.journal, folder / ARTICLES, read)
        self.pictures = Pictures(self.journal)
        self.parts = MissedParts(self.journal)
        if self.articles.taken_back:
            take_back_files(self.journal, folder)
            with (folder / ARTICLES).open("rb") as lines:
                self.pictures.learn_lines(lines)
        self.removals = OutputFile(self.journal, folder / REMOVALS)
        self.archive: Archive | None = None
        """The archive of raw pages, which the owner opens if needed."""
        self.journal.write("UPDATE urls SET state = 0 WHERE state = 1")
        self.now = steady(beginning(self.journal, time.time()))
        """The time, as Unix time."""
        run = begin_run(self.journal, terms, self.now())
        self.run = run.id
        if run.is_first:
            self.pictures.adopt(folder)
        self._since = run.since
        self.resumes = run.resumes
        self.errands = Errands(self.journal, run.since)
        self.errands.queue_due(self.now())
        self.journal.commit()
        self._rechecks = rechecks

    def store(self, new: NewRevision) -> None:
        """Record a revision and queue its line for the output."""
        start = self.articles.add(new.line)
        if not new.id:
            return
        source = url_key(new.url)
        revision = Revision(new.id, new.revision, new.content, new.story, source, new.fetched, start)
        self.revisions.add(revision)

    def finish(self, errand: Errand, ending: Ending, stored: Sequence[NewRevision] = ()) -> None:
        """Record the end of a visit together with its revisions."""
        for new in stored:
            self.store(new)
        if ending.removal and errand.removed:
            ending = replace(ending, outcome=Outcome.REMOVED, reason=ending.removal)
        elif ending.removal:
            note_removal(self.journal, errand, ending.removal)
        elif restores(errand, ending):
            self._announce(restore(self.journal, errand))
        if ending.article and ending.outcome in (Outcome.STORED, Outcome.UNCHANGED):
            self.pictures.settle(ending.article)
        if ending.source is not None:
            self._note_source(errand.id, ending.source, ending)
        self.errands.finish(errand, ending, self.now(), self.run, self._rechecks)

    def _announce(self, change: Removal | Restoration) -> None:
        """Record a removal, or its end, with its line and its event."""
        self.removals.add(removal_line(change))
        note_event(self.events, change)

    def _note_source(self, url: int, role: SourceRole, ending: Ending) -> None:
        if ending.outcome is Outcome.FAILED:
            self.sources.failed(url, role)
        elif ending.announcement is not None:
            self.sources.answered(url, role, ending.announcement, self.now())
        else:
            self.sources.unchanged(url)

    def commit(self) -> None:
        """Commit everything, then append to the output."""
        if self.archive is not None:
            self.archive.before_commit()
        self.articles.before_commit()
        self.removals.before_commit()
        self.journal.commit()
        self.articles.after_commit()
        self.removals.after_commit()

    def end(self, reason: str, taken: int, returned: int) -> RunAccounts:
        """Record the end of the run and return its accounts; all of it is then on disk."""
        if reason == Finish.FINISHED:
            self._settle_removals()
        statement = "UPDATE runs SET ended = ?, reason = ?, taken = ?, returned = ? WHERE id = ?"
        self.journal.write(statement, self.now(), reason, taken, returned, self.run)
        self.commit()
        self.commit()
        return run_accounts(self.journal, self.run, taken, returned)

    def _settle_removals(self) -> None:
        settled = settle(self.journal, self._since, self.now())
        for removal in settled.removals:
            self._announce(removal)
        if settled.doubtful:
            logger.warning(
                "Articles that seem removed with much of the site: %d. They are not recorded as removed.",
                settled.doubtful,
            )
        if settled.removals:
            logger.info("Removed articles: %d, listed in %s", len(settled.removals), REMOVALS)

    def close(self) -> None:
        """Close all files; uncommitted work is repeated in the next run."""
        if self.archive is not None:
            self.archive.close()
        self.articles.close()
        self.removals.close()
        self.journal.close()


@contextmanager
def written(folder: Path) -> Iterator[Journal]:
    """Open a ledger for writing outside a crawl, lock its directory, and commit at the end.

    Raises `LedgerFormatError` if there is no ledger, and `DirectoryInUseError`.
    """
    read_only(folder / LEDGER).close()
    lock = Lock(folder)
    try:
        journal = Journal(connect(folder / LEDGER))
        try:
            yield journal
            journal.commit()
        finally:
            journal.close()
    finally:
        lock.release()
