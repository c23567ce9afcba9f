"""Selects the articles of an export by language, publisher, day of publication, rights and story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from crawler.exporting.sources import StoredRevision
from crawler.items import Article
from crawler.text.printed_dates import day_of


@dataclass(frozen=True, slots=True)
class ExportSelection:
    """The criteria of an export. An empty selection takes all articles."""

    languages: tuple[str, ...] = ()
    """BCP 47 tags; a tag includes its narrower ones: `zh` takes `zh-Hans`."""
    publishers: tuple[str, ...] = ()
    """Names as in the field `publisher`: `china.org.cn`."""
    since: date | None = None
    """First day of publication. With it, or with `until`, articles without a date are excluded."""
    until: date | None = None
    """Last day of publication."""
    is_one_per_story: bool = False
    """Whether only the first stored article of each `story` is taken."""

    has_no_reserved: bool = False
    """Whether articles with a reservation from text and data mining are excluded."""

    def takes(self, article: Article) -> bool:
        """Return whether an article has the selected language, publisher, day and rights."""
        return (
            (not self.languages or any(_is_within(article.language, tag) for tag in self.languages))
            and (not self.publishers or article.publisher in self.publishers)
            and self._takes_day(day_of(article.published))
            and not (self.has_no_reserved and article.rights and article.rights.reservations)
        )

    def _takes_day(self, day: date | None) -> bool:
        if self.since is None and self.until is None:
            return True
        return day is not None and (self.since or day) <= day <= (self.until or day)


def select(revisions: Iterable[StoredRevision], selection: ExportSelection) -> Iterator[StoredRevision]:
    """Yield the selected revisions, in their order."""
    first_of_story: dict[str, str] = {}
    for revision in revisions:
        article = revision.article
        if not selection.takes(article):
            continue
        first = first_of_story.setdefault(article.story, article.id) if article.story else article.id
        if first == article.id or not selection.is_one_per_story:
            yield revision


def values_of(revisions: Iterable[StoredRevision]) -> tuple[tuple[str, Counter[str]], ...]:
    """Return the names of two fields, each with the number of revisions for each of its values."""
    languages, publishers = Counter[str](), Counter[str]()
    for revision in revisions:
        languages[revision.article.language or "none"] += 1
        publishers[revision.article.publisher or "none"] += 1
    return ("languages", languages), ("publishers", publishers)


def published_at(published: str | None) -> datetime | None:
    """Return the moment of publication in UTC, or None for a bare day or no date."""
    try:
        moment = datetime.fromisoformat(published or "")
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):  # the first and the last day of the calendar may have none in UTC
        return None


def _is_within(language: str | None, tag: str) -> bool:
    return language is not None and f"{language}-".lower().startswith(f"{tag}-".lower())
