"""Holds all decisions about a page, each with its rule, for the record and the explanation."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from lxml import etree

from crawler.extraction.attribution import Credits, find_credits
from crawler.extraction.body.headline import fold
from crawler.extraction.body.lines import Line, read_lines
from crawler.extraction.body.reading import Reading, base_of, captions_outside, read_page
from crawler.extraction.body.section import find_section
from crawler.extraction.body.sorting import Role, Sorted, is_photo_credit, sort_lines
from crawler.extraction.captions.credit import says_photo
from crawler.extraction.dateline.find import Tried, openings
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.filling import filled_credits, filled_date, pictures
from crawler.extraction.photos import find_photos, identity_of, slide_photos, with_lead, without_bare_copies
from crawler.extraction.portraits import without_portraits
from crawler.extraction.scripts.holding import Held
from crawler.extraction.slideshow import Slide, find_slides
from crawler.extraction.statements.find import Statements, find_statements
from crawler.extraction.times.candidates import DateLines, PageDates, PageWithDates
from crawler.extraction.times.choice import find_modified, find_published
from crawler.extraction.times.printed import find_printed
from crawler.extraction.times.zone import in_declared_zone, in_printed_zone, in_zone_of
from crawler.extraction.tree.layouts import Knowledge, first_filled, knowledge_of
from crawler.extraction.tree.page import Page
from crawler.items import USUAL_FIELDS, Dateline, Detail, Photo
from crawler.publishers import is_companion, language_of
from crawler.text.identity import may_be_same_article, says_headline
from crawler.text.language import detect_language
from crawler.text.urls import canonicalize, host_of, path_of, plain_host, resolve

BEIJING_TIME = "Asia/Shanghai"
BEIJING_TIME_DOMAINS = frozenset({"cn", "hk", "mo", "tw", "sg", "my"})  # they share one time
HEAD = 12  # lines dropped from the opening that may hold date and source
FEW = 4  # paragraphs: a page with more is no gallery, whatever its scripts hold


@dataclass(frozen=True, slots=True)
class Times:
    """The decisions about the times of an article."""

    published: Found[str]
    printed: str | None
    """The date of publication as printed; None if it is not requested."""
    modified: Found[str]


@dataclass(frozen=True, slots=True)
class Findings:
    """The decisions about a page, joined with its further parts."""

    known: Knowledge
    readings: Sequence[Reading]
    """One reading for each part; all fields except body and photos come from the first."""
    canonical: str
    publisher: str | None
    language: str | None
    section: tuple[str, ...]
    statements: Statements
    times: Times
    credits: Credits
    openings: tuple[Tried, ...]
    """The paragraphs that were searched for a dateline; the last one has it, if any."""
    photos: tuple[Found[Photo], ...]
    """Each photo with the rule that found its caption."""
    lines: Sequence[Sorted]
    """The lines of all parts, each with its role."""
    body: tuple[str, ...]
    """The texts of the body lines."""

    @property
    def dateline(self) -> Dateline | None:
        """The dateline that opens the text."""
        return self.openings[-1].dateline if self.openings else None


def find_all(
    page: Page, knowledge: Knowledge | None = None, details: Container[Detail] = USUAL_FIELDS.details
) -> Findings:
    """Decide every field of a page, the optional ones if `details` names them.

    `knowledge` replaces the declaration of the URL's publisher.
    """
    known = knowledge if knowledge is not None else knowledge_of(page.url)
    readings = _readings(page, known)
    first = readings[0]
    held = _held(page, readings)
    lines = _lines(readings)
    body = tuple(item.line.text for item in lines if item.role is Role.BODY)
    times = _times(page_dates(page, first, timezone_of(page.url, known)), known, held, details)
    published = times.published.value
    opened = tuple(openings(body, published))
    dateline = opened[-1].dateline if opened else None
    credited = filled_credits(find_credits(first), held)
    section = find_section(first.around.crumbs, first.metadata, first.headline.text)
    return Findings(
        known=known,
        readings=readings,
        canonical=_canonical(page.url, first),
        publisher=known.publisher.name if known.publisher else host_of(page.url) or None,
        language=detect_language(prose(first, body), declared_language(page.url, first, known)),
        section=section,
        statements=find_statements(page, first, section, dateline, details),
        times=times,
        credits=credited,
        openings=opened,
        photos=_photos(page, readings, published, credited.bylines.value or ()),
        lines=lines,
        body=body,
    )


def _times(dates: PageDates, known: Knowledge, held: Held | None, details: Container[Detail]) -> Times:
    """Decide the times; the printed date of a moment decides its zone, and is then always read."""
    published = filled_date(_published(dates, known), held, dates.timezone)
    modified = find_modified(dates)
    is_asked = Detail.PUBLISHED_PRINTED in details
    printed = find_printed(dates, published.value) if is_asked or "T" in (published.value or "") else None
    if printed is None and (local := in_printed_zone(dates, published)) is not published:
        published, modified = local, in_zone_of(local, modified)
        printed = find_printed(dates, local.value) if is_asked else None
    return Times(published, printed if is_asked else None, modified)


def _readings(page: Page, known: Knowledge) -> list[Reading]:
    """Read a page and its parts. The lines of a companion count only if the pages have no text."""
    readings = [read_page(part, known) for part in (page, *page.parts)]
    companions = _are_companions(page)
    has_text = any(
        reading.texts(Role.BODY) for reading, is_data in zip(readings, companions, strict=True) if not is_data
    )
    return [
        replace(reading, lines=()) if is_data and has_text else reading
        for reading, is_data in zip(readings, companions, strict=True)
    ]


def _held(page: Page, readings: Sequence[Reading]) -> Held | None:
    """Return the data from which missing fields are filled: the first page's, or else a companion's."""
    companions = zip(readings, _are_companions(page), strict=True)
    of_companion = (reading.held for reading, is_data in companions if is_data)
    return readings[0].held or next(filter(None, of_companion), None)


def _are_companions(page: Page) -> list[bool]:
    """Return whether each reading is that of a companion; the first one never is."""
    return [False, *(is_companion(part.url) for part in page.parts)]


def _published(dates: PageDates, known: Knowledge) -> Found[str]:
    """Return the time of publication, in the zone that the declaration gives its meta tag."""
    stated, publisher = find_published(dates), known.publisher
    return in_declared_zone(stated, publisher.local_dates, publisher.timezone) if publisher else stated


def timezone_of(url: str, known: Knowledge) -> str | None:
    """Return the zone of the times that a page prints: the publisher's, or else Beijing's.

    None, and hence no times, for unknown sites under the top-level domain of another country.
    """
    if known.publisher:
        return known.publisher.timezone
    top = host_of(url).rpartition(".")[2]
    elsewhere = len(top) == 2 and top.isalpha() and top not in BEIJING_TIME_DOMAINS
    return None if elsewhere else BEIJING_TIME


def page_dates(page: Page, reading: Reading, timezone: str | None) -> PageDates:
    """Return the places where a page may state its dates, and the bounds of these dates."""
    where = PageWithDates(
        metadata=reading.metadata,
        lines=_date_lines(reading),
        url=page.url,
        seen=reading.index.seen,
        headline=reading.headline.element,
        text=_first_text(reading),
    )
    return PageDates(where, timezone, day_after(page.fetched))


def _first_text(reading: Reading) -> etree._Element | None:
    """Return the element in which the running text begins, or else the container."""
    bodies = (item.line.block for item in reading.lines if item.role is Role.BODY)
    return next(bodies, reading.container)


def _date_lines(reading: Reading) -> DateLines:
    """Return the lines around and in the text that may print a date.

    Lines above the headline, or above a container that holds the headline, too, belong to the page and not to
    the article, except for the line that the layout names.
    """
    dropped = reading.texts(Role.FURNITURE)
    around = reading.around
    place = len(around.above) if _holds_headline(reading) else _end_of_headline(reading)
    known = _known_date(reading) if place else ()
    return DateLines(
        above=[*known, *around.above[place:], *dropped[:HEAD]],
        outside=around.above[:place],
        below=[*dropped, *around.below],
    )


def _holds_headline(reading: Reading) -> bool:
    headline, container = reading.headline.element, reading.container
    return headline is not None and container is not None and container in set(headline.iterancestors())


def _end_of_headline(reading: Reading) -> int:
    """Return the number of lines above the text up to the headline; 0 unless the text follows it."""
    headline = reading.headline.element
    if headline is None or len(headline) or headline.getnext() is not reading.container:
        return 0
    printed = fold(reading.headline.printed or reading.headline.text)
    return next((at + 1 for at, line in enumerate(reading.around.above) if fold(line) == printed), 0)


def _known_date(reading: Reading) -> Sequence[str]:
    """Return the line in which the layout locates the date."""
    has_one = reading.layout is not None and first_filled(reading.index, reading.layout.published) is not None
    return reading.around.above[:1] if has_one else ()


def day_after(fetched: str | None) -> str | None:
    """Return the day after a page was fetched, since zones differ; None if the fetch time is unknown."""
    try:
        return (date.fromisoformat((fetched or "")[:10]) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None


def declared_language(url: str, reading: Reading, known: Knowledge) -> str | None:
    """Return the language of the publisher's edition, or the page's own declaration."""
    return language_of(known.publisher, url) if known.publisher else reading.metadata.language


def prose(reading: Reading, body: Sequence[str]) -> str:
    """Return the text that shows the language."""
    return "\n".join([reading.headline.text, *body])


def _lines(readings: Sequence[Reading]) -> list[Sorted]:
    """Return the lines of all parts; a headline that a further part repeats is furniture."""
    headline = fold(readings[0].headline.text)
    lines = list(readings[0].lines)
    for item in chain.from_iterable(reading.lines for reading in readings[1:]):
        repeats = item.role is Role.BODY and fold(item.line.text) == headline
        lines.append(Sorted(item.line, Role.FURNITURE, Rule.HEADLINE_OF_PART) if repeats else item)
    return lines


def _canonical(url: str, first: Reading) -> str:
    """Return the page's own canonical link, if it may name this article on its host or its mobile sister."""
    link = first.metadata.canonical
    target = canonicalize(resolve(url, link) or "") if link else ""
    own = canonicalize(url)
    is_here = plain_host(target) == plain_host(url) and len(path_of(target)) > 1
    is_this = is_here and (
        may_be_same_article(own, target) or says_headline(target, first.headline.text or "")
    )
    return target if is_this else own


def _photos(
    page: Page, readings: Sequence[Reading], published: str | None, authors: Sequence[str]
) -> tuple[Found[Photo], ...]:
    photos: dict[tuple[str | None, ...], Found[Photo]] = {}
    above = 0
    for part, reading in zip((page, *page.parts), readings, strict=True):
        base = base_of(part, reading)
        printed = find_photos([*_lead(reading), *reading.lines], base, published, above)
        above += len(reading.texts(Role.BODY))
        if shown := pictures(reading.held, printed):
            printed = slide_photos(shown, base, published)
        for decided in printed or slide_photos(_slides(part, reading), base, published):
            if (photo := decided.value) is not None:
                photos.setdefault(identity_of(photo), decided)
    named = readings[0].metadata.first("og:image", "og:image:url", "twitter:image")
    own = without_portraits(without_bare_copies(photos.values()), authors)
    return with_lead(own, named[1] if named else None)


def _slides(page: Page, reading: Reading) -> tuple[Slide, ...]:
    """Return the gallery in a page's scripts; none for a page with a whole article."""
    return find_slides(page.root) if len(reading.texts(Role.BODY)) <= FEW else ()


def _lead(reading: Reading) -> list[Sorted]:
    """Return the images, captions and credits between headline and text."""
    around = reading.around
    figures = (*around.figures, *captions_outside(reading))
    title = reading.headline.printed or reading.headline.text
    lines = [item for figure in figures for item in sort_lines(read_lines(figure, {}), title)]
    lead = [
        item if item.role is Role.IMAGE else Sorted(item.line, Role.CAPTION, Rule.LEAD_FIGURE)
        for item in lines
        if item.role is not Role.FURNITURE
    ]
    if lead or reading.container is None:
        return lead
    credits_above = (text for text in around.above if says_photo(text) and is_photo_credit(text))
    return [Sorted(Line(reading.container, text), Role.CAPTION, Rule.CREDIT_ABOVE) for text in credits_above]
