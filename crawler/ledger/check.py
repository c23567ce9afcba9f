"""Checks a ledger: the integrity of its file, its own laws, and the files that it describes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from pathlib import Path

from crawler.ledger.journal import Journal, LedgerDamagedError
from crawler.ledger.keys import url_key
from crawler.ledger.output import ends_with_line, recorded_length
from crawler.ledger.pictures import PictureOutcome
from crawler.ledger.plan import Outcome, UrlKind
from crawler.ledger.reconciliation import Reader

_MOST = 3  # examples of a finding
_FEED = b"\n"


class Weight(Enum):
    """The consequence of a finding."""

    DAMAGE = "damaged"
    """The ledger is not usable: rebuild it."""
    BEHIND = "differs"
    """The ledger and a file differ, which the next run corrects."""
    MOVED = "differs in order"
    """Lines are at other places than recorded, which harms no command: `scrapy diff` searches for them."""
    AWAY = "moved"
    """A file was moved away, which is allowed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A violated law."""

    weight: Weight
    words: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Law:
    """A law, with the query that finds the rows that violate it."""

    words: str
    query: str


def _names(values: type[UrlKind | Outcome | PictureOutcome]) -> str:
    return ", ".join(f"'{value}'" for value in values)


_LAWS = (
    _Law("URLs in an unknown state", "SELECT url FROM urls WHERE state NOT IN (0, 1, 2)"),
    _Law("URLs with an unknown outcome", f"SELECT url FROM urls WHERE outcome NOT IN ({_names(Outcome)})"),  # noqa: S608
    _Law("URLs of an unknown kind", f"SELECT url FROM urls WHERE kind NOT IN ({_names(UrlKind)})"),  # noqa: S608
    _Law("URLs whose request is no JSON", "SELECT url FROM urls WHERE NOT json_valid(request)"),
    _Law(
        "URLs with a time that is no number",
        "SELECT url FROM urls WHERE typeof(found) <> 'real' OR typeof(visited) NOT IN ('real', 'null')"
        " OR typeof(next_visit) NOT IN ('real', 'null')",
    ),
    _Law(
        "URLs of unknown runs",
        "SELECT url FROM urls WHERE run IS NOT NULL AND run NOT IN (SELECT id FROM runs)",
    ),
    _Law(
        "stored articles without a revision",
        "SELECT url FROM urls WHERE outcome = 'stored' AND article NOT IN (SELECT id FROM revisions)",
    ),
    _Law(
        "revisions that share a line",
        "SELECT start FROM revisions WHERE start IS NOT NULL GROUP BY start HAVING count(*) > 1",
    ),
    _Law("files of negative length", "SELECT file FROM outputs WHERE written < 0"),
    _Law("removals of unknown URLs", "SELECT address FROM removals WHERE url NOT IN (SELECT id FROM urls)"),
    _Law(
        "events of unknown revisions",
        "SELECT article FROM events WHERE revision IS NOT NULL"
        " AND (article, revision) NOT IN (SELECT id, revision FROM revisions)",
    ),
    _Law(
        "pictures with an unknown outcome",
        f"SELECT url FROM pictures WHERE outcome NOT IN ({_names(PictureOutcome)})",  # noqa: S608
    ),
    _Law(
        "fetched pictures without a file",
        "SELECT url FROM pictures WHERE outcome = 'fetched' AND path IS NULL",
    ),
    _Law("bands of unknown stories", "SELECT story FROM bands WHERE story NOT IN (SELECT id FROM stories)"),
)


def check(journal: Journal, folder: Path, articles: str, read: Reader) -> list[Finding]:
    """Check the ledger of the crawl in a folder; `articles` is the name of its output, read by `read`.

    Nothing is changed, and the crawl may run meanwhile. Raises `LedgerWriteError`, except for damage, which
    is a finding; and OSError if a file cannot be read.
    """
    try:
        broken = [str(row[0]) for row in journal.rows(f"PRAGMA integrity_check({_MOST})")]
        if broken != ["ok"]:
            return [Finding(Weight.DAMAGE, "SQLite finds the file damaged", tuple(broken))]
        findings = [*_violations(journal), *_foreign_keys(journal)]
        findings += [*_files(journal, folder), *_pictures(journal, folder)]
        return [*findings, *_lines(journal, folder / articles, read)]
    except LedgerDamagedError as error:
        return [Finding(Weight.DAMAGE, "SQLite cannot read the file", (str(error.__cause__),))]


def _violations(journal: Journal) -> Iterator[Finding]:
    for law in _LAWS:
        examples = tuple(str(row[0]) for row in journal.rows(f"{law.query} LIMIT {_MOST}"))
        if examples:
            yield Finding(Weight.DAMAGE, law.words, examples)


def _foreign_keys(journal: Journal) -> Iterator[Finding]:
    """Find the URLs that do not have their own key."""
    wrong = (url for url, key in journal.rows("SELECT url, key FROM urls") if url_key(str(url)) != key)
    if examples := tuple(str(url) for url in islice(wrong, _MOST)):
        yield Finding(Weight.DAMAGE, "URLs with the key of another URL", examples)


def _files(journal: Journal, folder: Path) -> Iterator[Finding]:
    """Compare the recorded lengths with the files."""
    for name, written in journal.rows("SELECT file, written FROM outputs ORDER BY file"):
        path = folder / name
        if not path.is_file():
            if written:
                yield Finding(Weight.AWAY, f"{name} was moved away")
        elif (size := path.stat().st_size) < written:
            yield Finding(Weight.BEHIND, f"{name} has {size} bytes instead of {written}")
    known = "SELECT file FROM outputs WHERE written > substr(place, instr(place, '#') + 1) + 0"
    rows = journal.rows(
        f"SELECT place FROM captures WHERE substr(place, 1, instr(place, '#') - 1) NOT IN ({known})"  # noqa: S608
        f" LIMIT {_MOST}"
    )
    if examples := tuple(str(place) for (place,) in rows):
        yield Finding(Weight.DAMAGE, "archived pages beyond the recorded end of their files", examples)


def _pictures(journal: Journal, folder: Path) -> Iterator[Finding]:
    """Find the files of pictures that were moved away, or changed their length."""
    rows = journal.rows("SELECT DISTINCT path, size FROM pictures WHERE path IS NOT NULL")
    wrong = [path for path, size in rows if not _has_size(folder / path, size)]
    if wrong:
        words = f"pictures whose file was moved away or changed: {len(wrong)}"
        yield Finding(Weight.AWAY, words, tuple(wrong[:_MOST]))


def _has_size(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def _lines(journal: Journal, path: Path, read: Reader) -> Iterator[Finding]:
    """Find the revisions whose recorded line is another one."""
    if not path.is_file():
        return
    wrong: list[str] = []
    with path.open("rb") as file:
        waiting = "SELECT start FROM outbox WHERE file = ?"
        rows = journal.rows(
            f"SELECT id, revision, start FROM revisions"  # noqa: S608
            f" WHERE start IS NOT NULL AND start NOT IN ({waiting}) ORDER BY start",
            path.name,
        )
        for id_, revision, start in rows:
            file.seek(start)
            if not _is_line_of(file.readline(), id_, revision, read) and len(wrong) < _MOST:
                wrong.append(f"{id_}, revision {revision}")
    if wrong:
        weight = Weight.MOVED if ends_with_line(path, recorded_length(journal, path.name)) else Weight.BEHIND
        yield Finding(weight, f"articles at other places of {path.name} than recorded", tuple(wrong))


def _is_line_of(line: bytes, id_: str, revision: int, read: Reader) -> bool:
    try:
        written = read(line)
    except ValueError:
        return False
    return line.endswith(_FEED) and written is not None and (written.id, written.revision) == (id_, revision)
