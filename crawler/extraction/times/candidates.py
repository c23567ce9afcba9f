"""Collects the dates of a page: from metadata, text, elements, scripts and its URL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from lxml import etree

from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.times.elements import (
    DatedElement,
    HeadPositions,
    dates_elsewhere,
    dates_in_head,
    head_of,
    lines_elsewhere,
    lines_over,
)
from crawler.extraction.times.scripts import scripted_dates
from crawler.extraction.tree.metadata import Metadata
from crawler.extraction.tree.survey import Survey
from crawler.text.dateforms import Order
from crawler.text.datelabels import DateKind, Labelled, label_at_end, labelled, opens_with_label
from crawler.text.dateorder import FIGURES, ORDERS, proven_order, readers_order
from crawler.text.dates import parse_date, url_date

PUBLISHED = (
    "article:published_time og:published_time pubdate enp:date publishdate firstpublishedtime datepublished"
    " og:release_date weibo:article:create_at article:create_at publish-date publish_date firstcreatetime"
    " pubtime date.published apub:time _pubtime article:published og:article:published_time"
    " bt:pubdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime"
    " dc.date.issued dcterms.issued dcterms.created dc.date.created"
    " dcterms.date dc.date publication_date article.published datecreated og:time publishtime"
    " citation_publication_date citation_online_date citation_date"
    " pub_date pub-date published published_at published-at published_time published-time published_date"
    " published-date publisheddate publishedtime publish_time publish-time publication-date publicationdate"
    " date_published date-published datepublication originalpublicationdate displaydate display_date"
    " article:publish_date article:published_date article:published article:published_at article.created"
    " article-date-original article_date_original article:post_date rnews:datepublished vr:published_time"
    " mediator_published_time bytedance:published_time iso-8601-publish-date date.available date.created"
    " dcterms.available dc.created dc.date.published dcterms.published schema:datepublished"
    " firstpublished first_published first-published release_date release-date releasedate"
    " date_created date-created content_create_date article:created_time ptime pdate"
    " dateupdate date"
).split()
MODIFIED = (
    "article:modified_time og:updated_time datemodified og:modified_time lastmodified weibo:article:update_at"
    " og:article:modified_time dcterms.modified dc.date.modified date.modified date_modified date-modified"
    " modified_time modified-time modified_at article.updated article:updated_time article:modified"
    " parsely-mod-date bytedance:updated_time mediator_modified_time"
).split()

UPDATES = {
    Rule.LINE_ABOVE: Rule.UPDATE_ABOVE,
    Rule.LINE_ABOVE_HEADLINE: Rule.UPDATE_ABOVE_HEADLINE,
    Rule.LINE_BELOW: Rule.UPDATE_BELOW,
    Rule.DATED_ELEMENT: Rule.UPDATE_IN_ELEMENT,
    Rule.ONLY_DATED_ELEMENT: Rule.ONLY_UPDATE,
}
"""Rules by which the date of an update replaces that of publication, or is that of the change."""

SHORT = {Rule.LINE_ABOVE: 60, Rule.LINE_ABOVE_HEADLINE: 30, Rule.LINE_BELOW: 0, Rule.LINE_ELSEWHERE: 0}
"""Characters of a line that dates the article without a label; a longer one may date an event."""
LABEL_LINE = 30  # characters of a label in a line of its own
LONGEST_BELOW = 120  # characters: a longer line is prose
DATED = re.compile(r"\d{4}|\d[./年-]|年")
"""Pattern that every line with a date matches."""
MIDNIGHT = re.compile(r"T00:00(?::00)?(?![:\d]).*")
"""The hour of a date that systems store without one: `2014-03-05T00:00:00+00:00`."""
TODAY = re.compile(r"今天|今日|现在是|現在是|农历|農曆|^\W*today\b|\btoday is\b", re.IGNORECASE)
WEEKDAY = re.compile(r"星期|周[一二三四五六日]|\b(?:sun|mon|tues|wednes|thurs|fri|satur)day\b", re.IGNORECASE)
"""Text beside the date in a page's own top bar."""

BYLINE = re.compile(
    r"来源|來源|作者|编辑|編輯|浏览|瀏覽|阅读|发布|發布|\b(?:source|by|views)\b", re.IGNORECASE
)
"""Text beside the date of an article, in the same line."""


read_date = lru_cache(maxsize=64)(parse_date)
"""`parse_date`, with the texts of a page read once: publication, change and print ask for the same ones."""


@lru_cache(maxsize=64)
def pieces_of(text: str) -> tuple[Labelled, ...]:
    """Return the pieces of a text by their labels, as `labelled` does."""
    return tuple(labelled(text))


@dataclass(frozen=True, slots=True)
class DateLines:
    """Lines that may print a date."""

    above: Sequence[str]
    """Above the text."""
    outside: Sequence[str] = ()
    """Lines above an element that also holds the headline: only labelled dates count."""
    below: Sequence[str] = ()
    """Lines below the text: only labelled dates count."""


@dataclass(frozen=True, slots=True)
class PageWithDates:
    """The parts of a page that may hold its dates."""

    metadata: Metadata
    lines: DateLines
    url: str
    seen: Survey
    headline: etree._Element | None = None
    text: etree._Element | None = None
    """Beginning of the running text."""


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date as printed, or as an element states it."""

    date: Found[str]
    kind: DateKind
    is_certain: bool = True
    """Whether it dates the article; the date in a longer line without a label may be an event's."""


@dataclass(frozen=True)
class PageDates:
    """The dates of a page, each kind in the order of trust. Dates are parsed only when needed."""

    page: PageWithDates
    timezone: str | None = "Asia/Shanghai"
    latest: str | None = None
    """The last possible day: the day after the page was fetched."""

    def stated(self) -> Iterator[Found[str]]:
        """Yield the dates of the metadata."""
        return self._dates(_stated(self.page.metadata))

    def stated_changes(self) -> Iterator[Found[str]]:
        """Yield the times of a last change that the metadata states."""
        return self._dates(_stated_changes(self.page.metadata))

    def printed(self) -> Iterator[DateCandidate]:
        """Yield the dates of publication in the head of the article: elements first, then lines."""
        return (each for each in self._in_head if each.kind is not DateKind.UPDATED)

    def updates(self) -> Iterator[Found[str]]:
        """Yield the dates of updates in the head of the article, then labelled ones below the text."""
        for candidate in (*self._in_head, *self._below):
            if candidate.kind is DateKind.UPDATED:
                yield replace(candidate.date, rule=UPDATES[candidate.date.rule.kind])

    def labelled(self) -> Iterator[Found[str]]:
        """Yield the labelled dates in the lines below the text."""
        return (each.date for each in self._below if each.kind is DateKind.PUBLISHED)

    def elsewhere(self, kind: DateKind) -> Iterator[Found[str]]:
        """Yield the date in elements outside the head, if all elements of a kind agree."""
        dates = [each.date for each in self._elsewhere if each.kind is kind]
        if len({(each.value or "")[:10] for each in dates}) == 1:
            yield replace(
                dates[0],
                rule=UPDATES[Rule.ONLY_DATED_ELEMENT]
                if kind is DateKind.UPDATED
                else Rule.ONLY_DATED_ELEMENT,
            )

    def scripted(self) -> Iterator[Found[str]]:
        """Yield the date in the page's scripts, if all scripts with a date agree."""
        texts = scripted_dates(self.page.seen)
        dates = [date for text in texts if (date := self._stated_date(text))]
        if len({date[:10] for date in dates}) == 1:
            yield Found(max(dates, key=len), Rule.SCRIPT)

    def stray(self) -> Iterator[Found[str]]:
        """Yield a printed date of any line: with the source, with the time of day, or as the only date."""
        lines = lines_elsewhere(self.page.seen)
        short = (each for each in lines if len(each) <= LONGEST_BELOW and not WEEKDAY.search(each))
        dated = [(line, each.date) for line in short for each in self._of_lines((line,), Rule.LINE_ELSEWHERE)]
        telling = (date for line, date in dated if BYLINE.search(line) or "T" in (date.value or ""))
        yield from telling
        if len({date.value for _, date in dated}) == 1:
            yield dated[0][1]

    def outside(self) -> Iterator[Found[str]]:
        """Yield the unlabelled dates above the article, except those of today or yesterday."""
        plain = (each.date for each in self._outside if each.kind is DateKind.PLAIN)
        return (date for date in plain if not self.latest or (date.value or "")[:10] < self.latest)

    def in_url(self) -> Iterator[Found[str]]:
        """Yield the whole date in the page's URL."""
        date = url_date(self.page.url)
        if date and len(date) >= 10 and not self._is_ahead(date):
            yield Found(date, Rule.URL)

    @cached_property
    def _head(self) -> HeadPositions | None:
        return head_of(self.page.seen, self.page.headline, self.page.text)

    @cached_property
    def _in_head(self) -> tuple[DateCandidate, ...]:
        seen, head = self.page.seen, self._head
        elements = dates_in_head(seen, head) if head is not None else ()
        over = lines_over(seen, head) if head is not None else ()
        lines = (
            *self._of_lines(self.page.lines.above, Rule.LINE_ABOVE),
            *self._of_lines(over, Rule.LINE_ABOVE_HEADLINE),
        )
        return (
            *self._of_elements(elements),
            *(each for each in lines if each.date.rule is Rule.LINE_ABOVE or each.is_certain),
            *(each for each in self._outside if each.is_certain and each.kind is not DateKind.PLAIN),
        )

    @cached_property
    def _outside(self) -> tuple[DateCandidate, ...]:
        lines = (line for line in self.page.lines.outside if not WEEKDAY.search(line))
        return tuple(self._of_lines(lines, Rule.LINE_ABOVE_HEADLINE))

    @cached_property
    def _below(self) -> tuple[DateCandidate, ...]:
        lines = [line for line in self.page.lines.below if len(line) <= LONGEST_BELOW]
        return tuple(each for each in self._of_lines(lines, Rule.LINE_BELOW) if each.is_certain)

    @cached_property
    def _elsewhere(self) -> tuple[DateCandidate, ...]:
        elements = dates_elsewhere(self.page.seen, self._head) if self._head is not None else ()
        return tuple(self._of_elements(elements))

    @cached_property
    def _readers(self) -> Order:
        return readers_order(self.page.metadata.language, self.page.url)

    @cached_property
    def _printed_order(self) -> Order:
        """The order of day, month and year on the page, if one of its dates has only one reading."""
        lines = self.page.lines
        proven = None if self._readers == "ymd" else proven_order((*lines.above, *lines.below))
        return proven or self._readers

    @cached_property
    def _known(self) -> frozenset[str]:
        """Days that the page states in an unambiguous form."""
        stated = (text for _, text in (*_stated(self.page.metadata), *_stated_changes(self.page.metadata)))
        return frozenset({text[:10] for text in stated} | {url_date(self.page.url) or ""})

    def _of_elements(self, elements: Iterable[DatedElement]) -> Iterator[DateCandidate]:
        for element in elements:
            if date := self._of_element(element):
                yield DateCandidate(Found(date, Rule.DATED_ELEMENT), element.kind)

    def _of_element(self, element: DatedElement) -> str | None:
        """Return the date of an element: the stated one, or the printed one if only this has an hour."""
        dates = (self._stated_date(text) for text in element.stated if not TODAY.search(text))
        stated = next(filter(None, dates), None)
        if stated and "T" in stated:
            return stated
        printed = None if TODAY.search(element.printed) else self._date(element.printed)
        is_same = stated is not None and printed is not None and printed.startswith(stated)
        return without_midnight(printed or "") if is_same else stated or printed

    def _of_lines(self, lines: Iterable[str], rule: Rule) -> Iterator[DateCandidate]:
        before = ""
        for line in lines:
            if DATED.search(line) and (date := self._date(line)) and not TODAY.search(line):
                yield from self._of_line(line, date, rule, before)
            before = line

    def _of_line(self, line: str, first: str, rule: Rule, line_before: str) -> Iterator[DateCandidate]:
        """Yield the dates of one line, each with its label or that of the line before."""
        before = label_at_end(line_before) if len(line_before) <= LABEL_LINE else DateKind.PLAIN
        opens = rule is Rule.LINE_ABOVE or before is not DateKind.PLAIN or opens_with_label(line)
        pieces = pieces_of(line)
        for piece in pieces:
            kind = before if piece.kind is DateKind.PLAIN else piece.kind
            if date := first if len(pieces) == 1 else self._date(piece.text):
                is_certain = len(line) <= SHORT[rule] or (opens and kind is not DateKind.PLAIN)
                yield DateCandidate(Found(date, rule), kind, is_certain)

    def _dates(self, named: Iterable[tuple[Reason, str]]) -> Iterator[Found[str]]:
        for rule, text in named:
            if date := self._stated_date(text):
                yield Found(date, rule)

    def _stated_date(self, text: str) -> str | None:
        """Return the date that a page states for programs; a midnight is a day, to which they add an hour."""
        date = self._date(text)
        return without_midnight(date) if date else None

    def _date(self, text: str) -> str | None:
        """Return the date in a text; an ambiguous one means the date that the page states elsewhere."""
        date = read_date(text, self.timezone, self._readers)
        if date is not None and FIGURES.search(text):
            date = self._preferred(text)
        return None if date is None or self._is_ahead(date) else date

    def _preferred(self, text: str) -> str | None:
        readings = (read_date(text, self.timezone, order) for order in ORDERS)
        known = next((date for date in readings if date and date[:10] in self._known), None)
        return known or read_date(text, self.timezone, self._printed_order)

    def _is_ahead(self, date: str) -> bool:
        return self.latest is not None and date[:10] > self.latest


def without_midnight(date: str) -> str:
    """Return a date without the hour if this is midnight: `2014-03-05T00:00:00+08:00` is `2014-03-05`."""
    return MIDNIGHT.sub("", date)


def _stated(metadata: Metadata) -> Iterator[tuple[Reason, str]]:
    published = metadata.article.get("datePublished")
    if isinstance(published, str):
        yield Rule.LINKED_DATA_PUBLISHED, published
    for name in PUBLISHED:
        if name in metadata.meta:
            yield Rule.META.of(name), metadata.meta[name]


def _stated_changes(metadata: Metadata) -> Iterator[tuple[Reason, str]]:
    changed = metadata.article.get("dateModified")
    if isinstance(changed, str):
        yield Rule.LINKED_DATA_MODIFIED, changed
    for name in MODIFIED:
        if name in metadata.meta:
            yield Rule.META.of(name), metadata.meta[name]
