"""Builds the Article of a parsed page from its sources, in order of trust, with evidence."""

from __future__ import annotations

from collections.abc import Sequence

from crawler import __version__
from crawler.extraction.attribution import Credits
from crawler.extraction.blocks.build import blocks_of
from crawler.extraction.body.flash import flash_rule
from crawler.extraction.body.headline import without_tags, without_unseen
from crawler.extraction.body.listing import listing_of
from crawler.extraction.body.reading import empty_container
from crawler.extraction.body.sorting import Role
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.findings import Findings, day_after, find_all
from crawler.extraction.recordings import find_recordings
from crawler.extraction.scripts.holding import HARDLY_ANY
from crawler.extraction.scripts.need import scripts_needed
from crawler.extraction.statements.find import Statements
from crawler.extraction.tree.captured import parse_saved
from crawler.extraction.tree.layouts import Knowledge
from crawler.extraction.tree.page import Page
from crawler.items import REFUSED, UNREAD, USUAL_FIELDS, Article, FieldSelection
from crawler.publishers import is_companion
from crawler.text.identity import article_id
from crawler.text.sizes import utf8_size
from crawler.text.urls import host_of, resolve, same_article_key


def extract_article(
    html: bytes,
    url: str,
    content_type: str | None = None,
    knowledge: Knowledge | None = None,
    fields: FieldSelection = USUAL_FIELDS,
) -> Article:
    """Extract the article of one page: decode, parse, extract.

    Pure and total: a page without an article gives empty fields, which validation rejects. `content_type` is
    the HTTP header's value; `knowledge` replaces the declaration of the URL's publisher (`Knowledge()`:
    none). `fields` selects the optional fields.
    """
    return read_article(parse_saved(html, url, content_type), knowledge, fields)


def read_article(
    page: Page, knowledge: Knowledge | None = None, fields: FieldSelection = USUAL_FIELDS
) -> Article:
    """Extract the article of a parsed page, joined with its further parts."""
    return article_of(page, find_all(page, knowledge, fields.details), fields)


def article_of(page: Page, findings: Findings, fields: FieldSelection = USUAL_FIELDS) -> Article:
    """Build the record from the findings of a page, with the optional fields that `fields` selects."""
    first = findings.readings[0]
    stated, times = findings.statements, findings.times
    recordings = find_recordings(page, findings, fields.details)
    return Article(
        id=article_id(findings.canonical),
        url=page.url,
        canonical_url=findings.canonical,
        publisher=findings.publisher,
        language=findings.language,
        headline=without_unseen(without_tags(first.headline.text)),
        kicker=first.around.kicker,
        deck=stated.deck.value,
        section=findings.section,
        kind=stated.kind.value,
        keywords=stated.keywords.value or (),
        published=times.published.value,
        published_printed=times.printed,
        modified=times.modified.value,
        source=findings.credits.source.value,
        bylines=findings.credits.bylines.value or (),
        editors=findings.credits.editors.value or (),
        dateline=findings.dateline,
        photos=tuple(photo.value for photo in findings.photos if photo.value is not None),
        videos=recordings.videos,
        audios=recordings.audios,
        body=findings.body,
        blocks=blocks_of(page, findings, fields.structure),
        access=stated.access.value,
        rights=stated.rights,
        pages=_pages(page),
        fetched=page.fetched,
        archive=page.archive,
        extractor=f"crawler {__version__}",
        evidence=_evidence(page, findings) | _unread(fields),
    )


def _pages(page: Page) -> tuple[str, ...]:
    """Return the URLs of an article's pages; empty for a single page."""
    further = tuple(part.url for part in page.parts if not is_companion(part.url))
    return (page.url, *further) if further else ()


def _body_rule(findings: Findings) -> str:
    """Return the rule that found the text: that of the first part with a text."""
    with_text = (reading for reading in findings.readings if reading.texts(Role.BODY))
    return str(next(with_text, findings.readings[0]).rule)


def _is_ahead(published: str | None, latest: str | None) -> bool:
    """Return whether an article's date is in the future; months are not checked."""
    if published is None or latest is None or len(published) < len(latest):
        return False
    return published[: len(latest)] > latest


def _kind(page: Page, findings: Findings) -> dict[str, str]:
    """Return the evidence that a page is a list or a news flash."""
    first = findings.readings[0]
    if listing := listing_of(page.root, page.url, first.containers.weights, first.container):
        return {"list": str(listing)}
    is_bare = not findings.body and not any(photo.value and photo.value.caption for photo in findings.photos)
    flash = flash_rule(page.root, first.headline.text) if is_bare else None
    return {"flash": str(flash)} if flash else {}


def _credits(credited: Credits) -> dict[str, str]:
    """Return the rules of source, authors and editors, with the names of their forms."""
    fields: dict[str, Found[str] | Found[tuple[str, ...]]] = {
        "source": credited.source,
        "bylines": credited.bylines,
        "editors": credited.editors,
    }
    rules = {field: str(each.rule) for field, each in fields.items()}
    return rules | {f"{field}.form": each.form.name for field, each in fields.items() if each.form}


def _statements(statements: Statements) -> dict[str, str]:
    """Return the rules of the statements about the article, as far as the page makes them."""
    fields: dict[str, Found[str] | Found[tuple[str, ...]]] = {
        "access": statements.access,
        "deck": statements.deck,
        "kind": statements.kind,
        "keywords": statements.keywords,
    }
    stated = {name: each for name, each in fields.items() if each.value}
    rules = {name: str(each.rule) for name, each in stated.items()}
    return rules | {f"{name}.form": each.form.name for name, each in stated.items() if each.form}


def _unsure(findings: Findings) -> dict[str, str]:
    """Return the evidence of a date far from headline and text, in a line that may date something else."""
    is_unsure = findings.times.published.rule.kind is Rule.LINE_ELSEWHERE
    return {"published.unsure": str(findings.times.published.rule)} if is_unsure else {}


def _forms(findings: Findings) -> dict[str, str]:
    """Return the names of the forms of the dateline and the photos' credits."""
    dateline = findings.openings[-1].form if findings.dateline else None
    photos = dict.fromkeys(photo.form.name for photo in findings.photos if photo.form)
    names = {"dateline.form": dateline.name if dateline else "", "photos.form": "; ".join(photos)}
    return {key: name for key, name in names.items() if name}


def _refused(page: Page, findings: Findings) -> dict[str, str]:
    """Return the canonical link of a page, if it names another article, a list or nothing."""
    link = findings.readings[0].metadata.canonical
    target = resolve(page.url, link) if link else None
    is_believed = target is None or same_article_key(target) == same_article_key(findings.canonical)
    return {} if target is None or is_believed else {REFUSED: target}


def _evidence(page: Page, findings: Findings) -> dict[str, str]:
    first, decoded = findings.readings[0], page.decoded
    evidence = {
        "headline": str(first.headline.rule),
        "body": _body_rule(findings),
        "published": str(findings.times.published.rule),
        **_credits(findings.credits),
        **_statements(findings.statements),
        "dateline": str(findings.openings[-1].rule if findings.dateline else Rule.NONE),
        "charset.declared": decoded.declared or "none",
        "charset.found": decoded.detected,
        "charset.used": decoded.used,
        "charset.replaced": str(decoded.replaced),
    }
    evidence |= _kind(page, findings)
    evidence |= _forms(findings) | _unsure(findings) | _refused(page, findings)
    if first.headline.printed:
        evidence["headline.printed"] = first.headline.printed
    evidence |= _facts(page)
    if _is_ahead(findings.times.published.value, day_after(page.fetched)):
        evidence["published.ahead"] = str(Rule.AHEAD)
    if _is_hardly_any(findings.body) and (needed := scripts_needed(page.root, empty_container(first))):
        evidence["scripts.needed"] = needed
    return evidence | _cut(page)


def _is_hardly_any(body: Sequence[str]) -> bool:
    """Return whether a body is so short that a script may show the text; most have too many characters."""
    return sum(map(len, body)) < HARDLY_ANY and sum(map(utf8_size, body)) < HARDLY_ANY


def _facts(page: Page) -> dict[str, str]:
    """Return the evidence of how a page was got."""
    companions = [part for part in page.parts if is_companion(part.url)]
    facts = {
        "tls.unverified": host_of(page.url) if page.is_unverified else None,
        "http.overlong": str(Rule.OVERLONG) if page.is_overlong else None,
        "capture": page.capture,
        "capture.altered": str(Rule.ALTERED) if page.is_altered else None,
        "pages.missing": " ".join(page.missing),
        "companion": " ".join(part.url for part in companions),
        "companion.capture": " ".join(part.capture for part in companions if part.capture),
    }
    return {name: fact for name, fact in facts.items() if fact}


def _unread(fields: FieldSelection) -> dict[str, str]:
    """Return the names of the unread fields, if there are any."""
    return {UNREAD: " ".join(fields.unread)} if fields.unread else {}


def _cut(page: Page) -> dict[str, str]:
    """Return the evidence of the excess that was dropped from a page and its parts."""
    cut = dict.fromkeys(name for each in (page, *page.parts) for name in each.cut)
    return {"markup.cut": " ".join(cut)} if cut else {}
