"""Collects the figures of the report: articles by day, channel, source and place, and the records."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from crawler.accounting.tally import Tally
from crawler.exporting.sources import ArticleFile
from crawler.items import Article
from crawler.ledger.removals import removed_articles
from crawler.reasons import Reason
from crawler.records.lines import article_or_none, whole_lines
from crawler.text.urls import host_of

SHOWN = 5000
"""Maximum number of articles in the table, the latest; the counts include all."""
EXCERPT = 700
"""Maximum length of a record's text in the report, in characters."""


@dataclass(slots=True)
class Figures:
    """Figures of a file of articles, each in its latest revision."""

    tally: Tally = field(default_factory=Tally)
    days: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    latest: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=SHOWN))
    """Rows of the table, in the order of the file."""
    files: Counter[str] = field(default_factory=Counter)
    """Articles by crawl."""
    pictures: int = 0
    """Photos with a fetched file."""
    refused: Counter[str] = field(default_factory=Counter)
    """Photos without one, by reason."""
    removed: int = 0
    """Articles that the site removed."""
    unreadable: int = 0
    """Lines that are no articles."""

    def add(self, article: Article, removed: str | None = None) -> None:
        """Count an article, and the time at which the site was seen to have removed it."""
        self.tally.add(article)
        self.days[(article.published or "no date")[:10]] += 1
        self.channels[channel_of(article)] += 1
        self.sources[article.source or "not named"] += 1
        self.places.update(article.dateline.places if article.dateline else ())
        self.pictures += sum(photo.file is not None for photo in article.photos)
        self.refused.update(refused_pictures(article))
        self.removed += removed is not None
        self.latest.append({**shown(article), **({"removed": removed} if removed else {})})


def figures_of(sources: Iterable[ArticleFile]) -> Figures:
    """Count the articles of these files; a duplicate counts for the first file. Raises OSError."""
    figures = Figures()
    before: set[str] = set()
    for source in sources:
        removed = removed_articles(source.removals)
        last = {id_: offset for id_, offset, _ in _revisions(source.file, figures)}
        for id_, offset, article in _revisions(source.file, Figures()):
            if last[id_] == offset and id_ not in before:
                figures.add(article, removed.get(id_))
                figures.files[source.name] += 1
        before.update(last)
    return figures


def _revisions(file: Path, figures: Figures) -> Iterator[tuple[str, int, Article]]:
    with file.open("rb") as opened:
        for line in whole_lines(opened):
            article = article_or_none(line.text)
            if article is None:
                figures.unreadable += 1
            else:
                yield article.id, line.offset, article


def refused_pictures(article: Article) -> Iterator[str]:
    """Yield the reason of each picture that was not fetched, in words."""
    for entry in filter(None, article.evidence.get("photos.refused", "").split("; ")):
        yield Reason.parse(entry.partition("=")[2]).words


def channel_of(article: Article) -> str:
    """Name the channel: the breadcrumb's first part, else the publisher."""
    return article.section[0] if article.section else article.publisher or host_of(article.url)


def shown(article: Article) -> dict[str, Any]:
    """Return a record for the table and its opened row, with long texts truncated."""
    fields = asdict(article)
    body, left = [], EXCERPT
    for paragraph in article.body:
        if left <= 0:
            break
        body.append(paragraph if len(paragraph) <= left else paragraph[:left] + " …")
        left -= len(paragraph)
    fields["body"] = body
    fields["paragraphs left out"] = len(article.body) - len(body)
    return {name: value for name, value in fields.items() if value not in (None, (), [], "", {}, 0)}
