"""Records the articles of a file in a rebuilt ledger, each with its URL, as done."""

from __future__ import annotations

import gzip
import json
import time
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from crawler.items import Article
from crawler.ledger.events import Events
from crawler.ledger.journal import Journal
from crawler.ledger.keys import url_key
from crawler.ledger.pictures import Pictures
from crawler.ledger.plan import DAY, Outcome, UrlKind, Visited, next_visit
from crawler.ledger.removals import read_changes
from crawler.ledger.revisions import Revisions
from crawler.ledger.stories import Stories, Story
from crawler.reasons.earlier import reason_of_words
from crawler.records.lines import article_or_none, whole_lines
from crawler.records.marks import marks_of
from crawler.records.stories import ALGORITHM
from crawler.state.files import revision_of_line
from crawler.state.requests import FOUND_AS, FOUND_AT, FOUND_ON, server_of

_GZIP = b"\x1f\x8b"
_REQUEST = {"callback": "parse", "errback": "failed"}
"""The request of an article, as the spider `news` makes it."""
_NEW_URL = (
    "INSERT OR IGNORE INTO urls (key, url, host, state, priority, depth, found, request)"
    " VALUES (?, ?, ?, 2, 0, 1, ?, ?)"
)
_VISITED = (
    "UPDATE urls SET kind = ?, outcome = ?, article = ?, visited = ?, etag = ?, modified = ? WHERE key = ?"
)
_PART = (
    "INSERT OR IGNORE INTO urls (key, url, host, state, priority, depth, found, found_on, request, kind,"
    " visited) VALUES (?, ?, ?, 2, 0, 1, ?, ?, '{}', ?, ?)"
)
_REMOVED = (
    "UPDATE urls SET outcome = ?, reason = ?, removed = ?, next_visit = ? WHERE article = ? AND visited < ?"
)
_BACK = "UPDATE urls SET outcome = ?, reason = NULL, removed = NULL, next_visit = NULL WHERE article = ?"


class UnusableFileError(Exception):
    """A file of articles is damaged, or has none; the message says so. Raised by the functions below."""


def articles_in(path: Path) -> Iterator[tuple[bytes, Article]]:
    """Yield the lines of a file that are articles; none without a file.

    Raises `UnusableFileError` for a damaged gzip file.
    """
    try:
        yield from _articles_in(path)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise UnusableFileError(f"{path} is damaged or incomplete: {error}") from error


def _articles_in(path: Path) -> Iterator[tuple[bytes, Article]]:
    if not path.is_file():
        return
    with _opened(path) as file:
        for line in whole_lines(file):
            article = article_or_none(line.text)
            if article is not None:
                yield line.text, article


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        is_packed = file.read(len(_GZIP)) == _GZIP
    return gzip.open(path) if is_packed else path.open("rb")  # type: ignore[return-value]


def take_articles(journal: Journal, path: Path) -> None:
    """Record the URLs, stories and pictures of a file's articles. Raises `LedgerWriteError` and OSError."""
    stories, pictures = Stories(journal), Pictures(journal)
    for _, article in articles_in(path):
        _take_url(journal, article)
        for photo in article.photos:
            pictures.learn(photo.url, photo.file)
        sketch = marks_of(article).sketch
        if article.story and sketch is not None and not stories.is_known(article.story):
            stories.add(Story(article.story, sketch.slots), sketch.bands, ALGORITHM)


def take_moved(journal: Journal, path: Path) -> int:
    """Record the revisions in a file that was moved out of the output; their lines have no offset.

    Return the number of articles in it. Raises `UnusableFileError` if there is none.
    """
    articles = set()
    revisions = Revisions(journal)
    statement = "SELECT 1 FROM revisions WHERE id = ? AND revision = ?"
    for line, article in articles_in(path):
        articles.add(article.id)
        revision = revision_of_line(line)
        if revision is not None and journal.row(statement, article.id, article.revision) is None:
            revisions.add(revision)
    if not articles:
        raise UnusableFileError(f"{path} has no article: name files with lines of articles.jsonl")
    return len(articles)


def _take_url(journal: Journal, article: Article) -> None:
    """Record the URL of an article, and those of its parts, as done."""
    key, fetched = url_key(article.url), _time(article.fetched)
    journal.write(_NEW_URL, key, article.url, server_of(article.url), fetched, _request(article))
    known = journal.row("SELECT etag, modified FROM validators WHERE place = ?", article.archive)
    etag, modified = known if known and "pages.missing" not in article.evidence else (None, None)
    journal.write(_VISITED, UrlKind.ARTICLE, Outcome.STORED, article.id, fetched, etag, modified, key)
    for url in article.pages:
        values = (url_key(url), url, server_of(url), fetched, article.url, UrlKind.OTHER, fetched)
        journal.write(_PART, *values)


def _request(article: Article) -> str:
    """Return the request of an article, as the ledger stores it, with the way that led to it."""
    by = article.found_by
    if by is None:
        return json.dumps(_REQUEST)
    # The page named the URL before its redirect: it did not announce the article's URL itself.
    meta = {FOUND_AS: by.kind, FOUND_ON: by.url, FOUND_AT: _time(by.at)}
    return json.dumps({**_REQUEST, "meta": meta})


def take_removals(journal: Journal, path: Path) -> None:
    """Record the articles that were removed or came back. Raises `LedgerWriteError` and OSError."""
    events = Events(journal)
    for change in read_changes(path):
        noticed = _time(change.noticed)
        code = _code(change.line) if change.is_removed else None
        events.add_change(change.id, change.noticed, change.url, code)
        if code is not None:
            values = (Outcome.REMOVED, code, change.noticed, noticed + 7 * DAY)
            journal.write(_REMOVED, *values, change.id, noticed)
        else:
            journal.write(_BACK, Outcome.STORED, change.id)


def _code(line: bytes) -> str:
    """Return the code of a removal's reason; earlier versions wrote only its words."""
    removal = json.loads(line)
    return str(removal.get("code") or reason_of_words(str(removal.get("reason"))).code)


def plan_visits(journal: Journal, rechecks: Sequence[float]) -> None:
    """Plan the next visits of the articles, as if each had been visited once for each revision."""
    rows = journal.rows("SELECT id, found, visited FROM urls WHERE outcome = ?", Outcome.STORED)
    for number, first_seen, visited in list(rows):
        last = Visited(UrlKind.ARTICLE, Outcome.STORED, is_new=True, age=visited - first_seen)
        wait = next_visit(last, rechecks).wait
        due = None if wait is None else visited + wait
        journal.write("UPDATE urls SET next_visit = ? WHERE id = ?", due, number)


def _time(text: str | None) -> float:
    """Return a time of a record as Unix time, or the current time without one."""
    try:
        return datetime.fromisoformat(text or "").timestamp()
    except ValueError:
        return time.time()
