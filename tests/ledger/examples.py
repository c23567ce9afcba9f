"""Ledgers, URLs and endings for tests."""

from __future__ import annotations

from pathlib import Path

from crawler.ledger.errands import Asked, Ending, Errand
from crawler.ledger.ledger import Ledger, NewRevision
from crawler.ledger.plan import Outcome, UrlKind

HOST = "news.example.cn"


def url(number: int, host: str = HOST) -> str:
    """Return the URL of an article."""
    return f"http://{host}/2024-05/20/content_{number}.htm"


def asked(number: int, host: str = HOST, priority: int = 0, found_on: str | None = None) -> Asked:
    """Return the request for this URL."""
    return Asked(url(number, host), host, priority, 1, "{}", found_on)


def told(number: int, revision: int = 1, text: str = "") -> NewRevision:
    """Return a revision of the article at this URL."""
    line = f'{{"id":"{number}","revision":{revision},"body":"{text}"}}\n'.encode()
    return NewRevision(str(number), revision, text.encode(), None, url(number), None, line)


def stored(number: int) -> Ending:
    """Return the ending of a visit that brought this article."""
    return Ending(Outcome.STORED, UrlKind.ARTICLE, is_new=True, article=str(number))


def listed() -> Ending:
    """Return the ending of a visit to a list."""
    return Ending(Outcome.LISTED, UrlKind.LIST)


def taken(ledger: Ledger, host: str = HOST) -> Errand:
    """Take the first URL in the queue."""
    errand = ledger.errands.take(host)
    assert errand is not None
    return errand


def crashed(ledger: Ledger, folder: Path) -> Ledger:
    """Lose uncommitted work, as a kill does, and open the ledger again."""
    ledger.close()
    return Ledger(folder)
