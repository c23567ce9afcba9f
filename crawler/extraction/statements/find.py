"""Finds the requested statements of a page about its article."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from crawler.extraction.body.reading import Reading
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.statements.access import find_access
from crawler.extraction.statements.deck import find_deck
from crawler.extraction.statements.keywords import find_keywords
from crawler.extraction.statements.kind import find_kind
from crawler.extraction.statements.rights import find_reservations, find_rights
from crawler.extraction.tree.page import Page
from crawler.items import Dateline, Detail, Rights


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of a page; an unread one is as if the page did not make it."""

    deck: Found[str]
    access: Found[str]
    kind: Found[str]
    keywords: Found[tuple[str, ...]]
    rights: Rights | None
    """Its reservations are always read: a crawl and an export may skip reserved articles."""


def find_statements(
    page: Page,
    reading: Reading,
    section: Sequence[str],
    dateline: Dateline | None,
    details: Container[Detail],
) -> Statements:
    """Return the statements that `details` names; section and dateline may mark the kind."""
    return Statements(
        deck=find_deck(reading) if Detail.DECK in details else Found(None, Rule.NONE),
        access=find_access(reading) if Detail.ACCESS in details else Found(None, Rule.NONE),
        kind=find_kind(reading, section, dateline) if Detail.KIND in details else Found(None, Rule.NONE),
        keywords=find_keywords(reading, page.url) if Detail.KEYWORDS in details else Found(None, Rule.NONE),
        rights=find_rights(page, reading) if Detail.RIGHTS in details else find_reservations(page, reading),
    )
