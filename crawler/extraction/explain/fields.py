"""Explains the fields that come from metadata, the URL and the lines around the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crawler.extraction.attribution import bylines_of, editors_of, sources
from crawler.extraction.body.section import sections
from crawler.extraction.evidence.candidates import Candidate, FieldExplanation, marked
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.filling import held_dates, held_people, held_source
from crawler.extraction.findings import Findings, declared_language, page_dates, prose, timezone_of
from crawler.extraction.statements.access import accesses_of
from crawler.extraction.statements.deck import decks_of
from crawler.extraction.statements.keywords import keywords_of
from crawler.extraction.statements.kind import kinds_stated
from crawler.extraction.times.candidates import PageDates
from crawler.extraction.tree.page import Page
from crawler.items import Article
from crawler.text.datelabels import DateKind
from crawler.text.language import detect_language
from crawler.text.urls import canonicalize

IN_ORDER = "the first of these, in the order of trust"
BYLINES_WHY = f"{IN_ORDER}; metadata that only repeats the editor or the source names no author"
CANONICAL_WHY = "the page's own canonical link, if it names this article on the same host"
PUBLISHER_WHY = "the longest declared host that the URL's host belongs to"
LANGUAGE_WHY = "the script decides, then the commonest words, the declared language first"
NO_SECTION: Found[tuple[str, ...]] = Found(None, Rule.NONE)
KEYWORDS_WHY = f"{IN_ORDER}; the site's own keywords and the headline are left out"
PUBLISHED_WHY = (
    "metadata with a time; the date printed beside the headline; metadata with a day; a labelled line below"
    " the text; an update, if no other date is printed; the URL; elements, scripts and lines elsewhere on the"
    " page: the first of these with a date"
)


def explain_address(page: Page, findings: Findings, record: Article) -> Iterator[FieldExplanation]:
    """Explain id, URLs, publisher, language, joined pages."""
    yield FieldExplanation("url", record.url, Rule.AS_FETCHED, "the address after redirects")
    yield _canonical(page, findings)
    yield FieldExplanation(
        "id",
        record.id,
        Rule.FROM_CANONICAL,
        "the beginning of its SHA-256, without scheme, www. and m.",
    )
    yield _publisher(findings)
    yield _language(page, findings)
    joined = Rule.PARTS_JOINED.of(str(len(record.pages))) if record.pages else Rule.SINGLE_PAGE
    yield FieldExplanation("pages", record.pages, joined, "the URLs of the parts, in order")


def explain_times(page: Page, findings: Findings) -> Iterator[FieldExplanation]:
    """Explain the times of publication and change, with every date that was a candidate."""
    first = findings.readings[0]
    dates = replace(page_dates(page, first, timezone_of(page.url, findings.known)), latest=None)
    in_sight = (*_in_sight(dates), *held_dates(first.held, dates.timezone))
    last_resort = () if in_sight else tuple(dates.stray())
    yield _explained("published", findings.times.published, in_sight or last_resort, PUBLISHED_WHY)
    printed = findings.times.printed
    rule = Rule.PRINTED_DAY if printed else Rule.NONE
    yield FieldExplanation("published_printed", printed, rule, "the first line with the day of `published`")
    changes = (*dates.stated_changes(), *dates.updates())
    yield _explained("modified", findings.times.modified, changes, IN_ORDER)


def _in_sight(dates: PageDates) -> tuple[Found[str], ...]:
    """Return every candidate for the date of publication, in the order in which they are tried."""
    return (
        *dates.stated(),
        *(each.date for each in dates.printed()),
        *dates.labelled(),
        *dates.elsewhere(DateKind.PUBLISHED),
        *dates.updates(),
        *dates.in_url(),
        *dates.elsewhere(DateKind.PLAIN),
        *dates.elsewhere(DateKind.UPDATED),
        *dates.scripted(),
        *dates.outside(),
    )


def explain_credits(findings: Findings, record: Article) -> Iterator[FieldExplanation]:
    """Explain access, kicker, deck, section, kind, keywords, source, authors and editors."""
    first = findings.readings[0]
    kicker = Found(record.kicker, Rule.LINE_ABOVE_HEADLINE if record.kicker else Rule.NONE)
    named = "named so, or a lesser heading right above the headline"
    yield _explained("kicker", kicker, (kicker,) if record.kicker else (), named)
    yield _explained("access", findings.statements.access, tuple(accesses_of(first)), IN_ORDER)
    yield _explained("deck", findings.statements.deck, tuple(decks_of(first)), IN_ORDER)
    steps = tuple(sections(first.around.crumbs, first.metadata, record.headline))
    yield _listed("section", steps[0] if steps else NO_SECTION, steps, IN_ORDER)
    marks = tuple(kinds_stated(first, record.section, record.dateline))
    yield _explained("kind", findings.statements.kind, marks, IN_ORDER)
    keywords = tuple(keywords_of(first, record.url))
    yield _listed("keywords", findings.statements.keywords, keywords, KEYWORDS_WHY)
    yield _explained("source", findings.credits.source, (*sources(first), *held_source(first.held)), IN_ORDER)
    authors = (*bylines_of(first), *held_people(first.held))
    yield _listed("bylines", findings.credits.bylines, authors, BYLINES_WHY)
    yield _listed("editors", findings.credits.editors, tuple(editors_of(first)), IN_ORDER)


def explain_recordings(record: Article) -> Iterator[FieldExplanation]:
    """Explain videos, sound recordings and rights."""
    rule = Rule.STATED_RIGHTS if record.rights else Rule.NONE
    yield FieldExplanation("rights", record.rights, rule, "licence, copyright line, reservations")
    why = "players in the text and above it, JSON-LD, or else Open Graph"
    for name, recordings in (("videos", record.videos), ("audios", record.audios)):
        yield FieldExplanation(name, recordings, Rule.PLAYERS if recordings else Rule.NONE, why)


def _explained(
    field: str, winner: Found[str], candidates: tuple[Found[str], ...], why: str
) -> FieldExplanation:
    return FieldExplanation(
        field, winner.value, winner.rule, why, tuple(marked(candidates, winner)), winner.form
    )


def _listed(
    field: str, winner: Found[tuple[str, ...]], candidates: tuple[Found[tuple[str, ...]], ...], why: str
) -> FieldExplanation:
    return FieldExplanation(
        field, winner.value or (), winner.rule, why, tuple(marked(candidates, winner)), winner.form
    )


def _canonical(page: Page, findings: Findings) -> FieldExplanation:
    link = findings.readings[0].metadata.canonical
    own = canonicalize(page.url)
    rule = Rule.OWN_URL if findings.canonical == own else Rule.CANONICAL_LINK
    candidates = [Candidate(own, Rule.OWN_URL, chosen=findings.canonical == own)]
    if link:
        chosen = findings.canonical != own
        candidates.insert(
            0, Candidate(findings.canonical if chosen else link, Rule.CANONICAL_LINK, chosen=chosen)
        )
    return FieldExplanation("canonical_url", findings.canonical, rule, CANONICAL_WHY, tuple(candidates))


def _publisher(findings: Findings) -> FieldExplanation:
    rule = Rule.DECLARED if findings.known.publisher else Rule.HOST
    candidate = Candidate(findings.publisher, rule, chosen=findings.publisher is not None)
    return FieldExplanation("publisher", findings.publisher, rule, PUBLISHER_WHY, (candidate,))


def _language(page: Page, findings: Findings) -> FieldExplanation:
    first = findings.readings[0]
    declared = declared_language(page.url, first, findings.known)
    alone = detect_language(prose(first, findings.body))
    rules = {alone: Rule.WORDS}
    rule = rules.get(findings.language, Rule.DECLARED_LANGUAGE)
    candidates = [Candidate(alone, Rule.WORDS)] if findings.language != alone else []
    if declared and declared != findings.language:
        candidates.append(Candidate(declared, Rule.DECLARED))
    candidates.append(Candidate(findings.language, rule, chosen=findings.language is not None))
    return FieldExplanation("language", findings.language, rule, LANGUAGE_WHY, tuple(candidates))
