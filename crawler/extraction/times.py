"""When an article was published, from metadata, the lines above its text and its URL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.form import any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.tree.metadata import Metadata
from crawler.text.dates import parse_date, url_date

PUBLISHED = (
    "article:published_time og:published_time pubdate enp:date publishdate datepublished og:release_date"
    " weibo:article:create_at article:create_at publish-date publish_date firstcreatetime pubtime"
    " date.published"
    " bt:pubdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime dc.date.issued dcterms.created"
    " dcterms.date dc.date publication_date article.published datecreated og:time publishtime"
    " dateupdate date"
).split()
LABEL = re.compile(
    rf"{any_of((*labels.PUBLISHED, *labels.PUBLISHED_WESTERN))}\s*(?:{any_of(labels.PUBLISHED)}|on)?\s*[:：]",
    re.IGNORECASE,
)
MODIFIED = (
    "article:modified_time og:updated_time datemodified og:modified_time lastmodified weibo:article:update_at"
).split()


@dataclass(frozen=True, slots=True)
class DateLines:
    """Lines that may print a date: above the text, and below it, where only labelled ones count."""

    above: Sequence[str]
    below: Sequence[str] = ()


def find_published(
    metadata: Metadata, around: DateLines, url: str, timezone: str | None = "Asia/Shanghai"
) -> Found[str]:
    """The time of publication, as exact as the page says.

    Metadata comes first; where it gives the day alone and the page prints the time of that same day, the
    printed one is taken. Without a `timezone`, a time without an offset counts as its day.
    """
    dates = PublishedDates(metadata, around, url, timezone)
    stated = next(dates.stated(), None)
    if stated and "T" in (stated.value or ""):
        return stated
    printed = next(dates.printed(), None)
    if stated and not (printed and (printed.value or "").startswith(stated.value or "")):
        return stated
    return printed or next(dates.labelled(), None) or next(dates.in_url(), Found(None, Rule.NONE))


@dataclass(frozen=True, slots=True)
class PublishedDates:
    """The dates that a page gives, each kind in page order; nothing is parsed before it is asked for."""

    metadata: Metadata
    around: DateLines
    url: str
    timezone: str | None

    def stated(self) -> Iterator[Found[str]]:
        """What the metadata states."""
        return _dates(_stated(self.metadata), self.timezone)

    def printed(self) -> Iterator[Found[str]]:
        """What the lines above the text print."""
        return _dates(((Rule.LINE_ABOVE, line) for line in self.around.above), self.timezone)

    def labelled(self) -> Iterator[Found[str]]:
        """What the lines below the text print behind a label."""
        labelled = (line for line in self.around.below if LABEL.search(line))
        return _dates(((Rule.LINE_BELOW, line) for line in labelled), self.timezone)

    def in_url(self) -> Iterator[Found[str]]:
        """The whole date in the page's URL."""
        date = url_date(self.url)
        if date and len(date) >= 10:
            yield Found(date, Rule.URL)


def find_modified(metadata: Metadata, timezone: str | None = "Asia/Shanghai") -> Found[str]:
    """The time of the last change that the metadata states."""
    return next(modified_dates(metadata, timezone), Found(None, Rule.NONE))


def modified_dates(metadata: Metadata, timezone: str | None) -> Iterator[Found[str]]:
    """The times of a last change that the metadata states, in the order of trust."""
    changed = metadata.article.get("dateModified")
    named: list[tuple[Reason, str]] = (
        [(Rule.LINKED_DATA_MODIFIED, changed)] if isinstance(changed, str) else []
    )
    named += [(Rule.META.of(name), metadata.meta[name]) for name in MODIFIED if name in metadata.meta]
    return _dates(named, timezone)


def _stated(metadata: Metadata) -> Iterator[tuple[Reason, str]]:
    published = metadata.article.get("datePublished")
    if isinstance(published, str):
        yield Rule.LINKED_DATA_PUBLISHED, published
    for name in PUBLISHED:
        if name in metadata.meta:
            yield Rule.META.of(name), metadata.meta[name]


def _dates(named: Iterable[tuple[Reason, str]], timezone: str | None) -> Iterator[Found[str]]:
    for rule, text in named:
        if date := parse_date(text, timezone):
            yield Found(date, rule)
