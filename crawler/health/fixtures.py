"""Keeps the pages that show a redesign, in the form of the project's tests."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from crawler.accounting.history import publisher_name
from crawler.accounting.tally import filled_fields
from crawler.archive.reading import Archived, read_page
from crawler.declaring.expectation import expectation
from crawler.declaring.guess import guess_publisher, registrable_domain
from crawler.extraction.tree.page import parse_page
from crawler.health.verdict import Health
from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key
from crawler.ledger.ledger import ARTICLES, LEDGER
from crawler.ledger.schema import read_only
from crawler.publishers import Publisher, publisher_of
from crawler.reasons import Reason
from crawler.records.lines import read_article_line, whole_lines
from crawler.text.names import plain_name

FOLDER = "health"
"""Name of the folder in a crawl's directory."""
MOST = 5
"""Maximum number of pages kept for each symptom."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A page that shows a symptom."""

    place: str
    """Its place in the archive: `file#offset`."""
    symptom: str
    """The missing field, or the reason of the rejection."""


def keep_pages(folder: Path, health: Health) -> list[Path]:
    """Write the pages of the suspects, each with its current record; return their paths.

    They have the form of `tests/publishers/pages`: copy both there, correct the JSON, and set `checked`.
    Raises OSError and `LedgerFormatError`.
    """
    to = folder / FOLDER / (plain_name(health.publisher) or "publisher")
    stems: Counter[str] = Counter()
    kept = []
    for suspect in (*_lacking(folder, health), *_rejected(folder, health)):
        name, _, offset = suspect.place.rpartition("#")
        page = _read(folder / name, offset)
        if page is not None:
            stem = _stem(suspect, page)
            stems[stem] += 1
            kept.append(_write(to / f"{_numbered(stem, stems[stem])}.html", page))
    return kept


def _read(file: Path, offset: str) -> Archived | None:
    """Read an archived page; None if the archive was moved away."""
    if not offset.isdigit() or not file.is_file():
        return None
    page = read_page(file, int(offset))
    return page if isinstance(page, Archived) else None


def _stem(suspect: Suspect, archived: Archived) -> str:
    return plain_name(f"{suspect.symptom}_{Path(urlsplit(archived.url).path).stem}").replace(".", "_")


def _numbered(stem: str, number: int) -> str:
    """Return the name of the first, second … page with a stem: `nobody_index`, `nobody_index_2`."""
    return stem if number == 1 else f"{stem}_{number}"


def _write(page: Path, archived: Archived) -> Path:
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(archived.body)
    if publisher := _publisher(archived):
        expected = expectation(archived.body, archived.url, archived.content_type, publisher)
        page.with_suffix(".json").write_text(expected, "utf-8")
    return page


def _publisher(archived: Archived) -> Publisher | None:
    """Return the publisher of a page: the declared one, else a draft; None without a domain name."""
    known, domain = publisher_of(archived.url), registrable_domain(archived.url)
    if known is not None or domain is None:
        return known
    return guess_publisher(parse_page(archived.body, archived.url, archived.content_type), domain)


def _lacking(folder: Path, health: Health) -> Iterator[Suspect]:
    """Yield the latest articles without a field whose fill rate fell."""
    by_field: dict[str, list[Suspect]] = {name: [] for name in health.fields}
    file = folder / ARTICLES
    if not by_field or not file.is_file():
        return
    with file.open("rb") as opened:
        for line in whole_lines(opened):
            with contextlib.suppress(ValueError):  # no article
                article = read_article_line(line.text)
                if article.publisher == health.publisher and (article.fetched or "") >= health.since:
                    for name in by_field.keys() - set(filled_fields(article)):
                        by_field[name].append(Suspect(article.archive or "", name))
    for suspects in by_field.values():
        yield from suspects[-MOST:]


def _rejected(folder: Path, health: Health) -> Iterator[Suspect]:
    """Yield the latest rejected pages. Pages with the same content are archived once, and yielded once."""
    if not (folder / LEDGER).is_file():
        return
    with contextlib.closing(read_only(folder / LEDGER)) as database:
        journal = Journal(database)
        query = (
            "SELECT host, coalesce(landed, url), coalesce(reason, '') FROM urls"
            " WHERE outcome = 'rejected' AND run >= ? ORDER BY visited DESC"
        )
        rows = list(journal.rows(query, health.first_run))  # no query outlives the database
        places: set[str] = set()
        for host, url, code in rows:
            row = journal.row("SELECT place FROM captures WHERE key = ?", url_key(url))
            if row is not None and row[0] not in places and publisher_name(host) == health.publisher:
                places.add(row[0])
                yield Suspect(row[0], Reason.parse(code).words)
            if len(places) == MOST:
                return
