"""Explains the fields that metadata, the URL and the lines around the text give."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.extraction.attribution import bylines_of, editors_of, sources
from crawler.extraction.body.section import sections
from crawler.extraction.evidence.candidates import Candidate, FieldExplanation, marked
from crawler.extraction.evidence.found import Found
from crawler.extraction.filling import held_dates, held_people, held_source
from crawler.extraction.findings import Findings, date_lines, declared_language, prose, timezone_of
from crawler.extraction.times import PublishedDates, modified_dates
from crawler.extraction.tree.page import Page
from crawler.items import Article
from crawler.text.language import detect_language
from crawler.text.urls import canonicalize

IN_ORDER = "the first of these, in the order of trust"
BYLINES_WHY = f"{IN_ORDER}; metadata that names but the editor or the source names no author"
CANONICAL_WHY = "the page's own canonical link, if it leads to an article on the same host"
PUBLISHER_WHY = "the longest declared host that the URL's host belongs to"
LANGUAGE_WHY = "the script decides, then the commonest words, the declared language first"
NO_SECTION: Found[tuple[str, ...]] = Found(None, "none")
PUBLISHED_WHY = (
    "metadata that gives a time; a printed time of the day that the metadata gives; that day; a printed line;"
    " the URL; where no time is given, the script that holds the text"
)


def explain_address(page: Page, found: Findings, record: Article) -> Iterator[FieldExplanation]:
    """Explain id, URLs, publisher, language, joined pages."""
    yield FieldExplanation("url", record.url, "as fetched", "the address after redirects")
    yield _canonical(page, found)
    yield FieldExplanation(
        "id",
        record.id,
        "from canonical_url",
        "the beginning of the SHA-256 of it without scheme, www. and m.",
    )
    yield _publisher(found)
    yield _language(page, found)
    joined = f"{len(record.pages)} parts were joined" if record.pages else "a single page"
    yield FieldExplanation("pages", record.pages, joined, "the URLs of the parts, in order")


def explain_times(page: Page, found: Findings) -> Iterator[FieldExplanation]:
    """Explain the times of publication and change, with every date that was in sight."""
    first = found.readings[0]
    timezone = timezone_of(page.url, found.known)
    dates = PublishedDates(first.metadata, date_lines(first), page.url, timezone)
    held = held_dates(first.held, timezone)
    candidates = (*dates.stated(), *dates.printed(), *dates.labelled(), *dates.in_url(), *held)
    yield _explained("published", found.published, candidates, PUBLISHED_WHY)
    changes = tuple(modified_dates(first.metadata, timezone))
    yield _explained("modified", found.modified, changes, IN_ORDER)


def explain_credits(found: Findings, record: Article) -> Iterator[FieldExplanation]:
    """Explain kicker, section, source, authors and editors."""
    first = found.readings[0]
    kicker = Found(record.kicker, "line above the headline" if record.kicker else "none")
    named = "named so, or a lesser heading right above the headline"
    yield _explained("kicker", kicker, (kicker,) if record.kicker else (), named)
    steps = tuple(sections(first.around.crumbs, first.metadata, record.headline))
    yield _listed("section", steps[0] if steps else NO_SECTION, steps, IN_ORDER)
    yield _explained("source", found.credits.source, (*sources(first), *held_source(first.held)), IN_ORDER)
    authors = (*bylines_of(first), *held_people(first.held))
    yield _listed("bylines", found.credits.bylines, authors, BYLINES_WHY)
    yield _listed("editors", found.credits.editors, tuple(editors_of(first)), IN_ORDER)


def _explained(field: str, winner: Found[str], found: tuple[Found[str], ...], why: str) -> FieldExplanation:
    return FieldExplanation(field, winner.value, winner.rule, why, tuple(marked(found, winner)))


def _listed(
    field: str, winner: Found[tuple[str, ...]], found: tuple[Found[tuple[str, ...]], ...], why: str
) -> FieldExplanation:
    return FieldExplanation(field, winner.value or (), winner.rule, why, tuple(marked(found, winner)))


def _canonical(page: Page, found: Findings) -> FieldExplanation:
    link = found.readings[0].metadata.canonical
    own = canonicalize(page.url)
    rule = "URL of the page" if found.canonical == own else "canonical link"
    candidates = [Candidate(own, "URL of the page", chosen=found.canonical == own)]
    if link:
        chosen = found.canonical != own
        candidates.insert(0, Candidate(found.canonical if chosen else link, "canonical link", chosen=chosen))
    return FieldExplanation("canonical_url", found.canonical, rule, CANONICAL_WHY, tuple(candidates))


def _publisher(found: Findings) -> FieldExplanation:
    rule = "declared" if found.known.publisher else "host of the URL: no declaration names it"
    candidate = Candidate(found.publisher, rule, chosen=found.publisher is not None)
    return FieldExplanation("publisher", found.publisher, rule, PUBLISHER_WHY, (candidate,))


def _language(page: Page, found: Findings) -> FieldExplanation:
    first = found.readings[0]
    declared = declared_language(page.url, first, found.known)
    alone = detect_language(prose(first, found.body))
    rules = {alone: "script and words of the text"}
    rule = rules.get(found.language, "declared, and the words do not speak against it")
    candidates = [Candidate(alone, "script and words of the text")] if found.language != alone else []
    if declared and declared != found.language:
        candidates.append(Candidate(declared, "declared"))
    candidates.append(Candidate(found.language, rule, chosen=found.language is not None))
    return FieldExplanation("language", found.language, rule, LANGUAGE_WHY, tuple(candidates))
