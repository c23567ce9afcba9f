"""Optional fields: they are read only if somebody asks for them, and all others stay the same."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.extraction import Knowledge, Page, parse_page, read_article
from crawler.items import (
    ALL_DETAILS,
    UNREAD,
    USUAL_FIELDS,
    Article,
    Detail,
    FieldSelection,
    Rights,
    Structure,
)
from crawler.samplesite import SampleSite
from tests.extraction.markup import HEAD, URL, page, paragraphs
from tests.samplesite.ground_truth import PATHS

SITE, ORIGIN = SampleSite(), "http://news.sample.test"
HEADLINE = "<h1>A lock opens in Linshui</h1>"
FULL_HEAD = f"""{HEAD}
<meta name="news_keywords" content="lock,boats">
<meta name="article:content_tier" content="metered">
<meta name="copyright" content="Linshui Post">
<meta name="robots" content="noai">
<meta property="article:published_time" content="2024-05-08T09:30:00+08:00">
<script type="application/ld+json">{{"@type": "OpinionNewsArticle", "headline": "A lock opens"}}</script>
"""
FULL = f"""{HEADLINE}
<div class="subtitle">The gates of the lock opened after a long winter of repairs</div>
<p>8 May 2024, 09:30</p>
<div>{paragraphs()}<video src="/lock.mp4"></video><audio src="/lock.mp3"></audio></div>
"""
MOMENT = """
<meta property="article:published_time" content="{}"><meta property="article:modified_time" content="{}">
"""
MOMENTS = {
    "another zone": ("2024-05-08T22:25:00-07:00", "9 May 2024, 01:25"),
    "both days": ("2024-05-08T22:25:00-07:00", "9 May 2024, 01:25 (8 May 2024, 22:25 in Linshui)"),
    "own zone": ("2024-05-08T09:30:00+08:00", "8 May 2024, 09:30"),
    "day": ("2024-05-08", "8 May 2024"),
}
FINDERS = {
    Detail.DECK: "find_deck",
    Detail.KIND: "find_kind",
    Detail.KEYWORDS: "find_keywords",
    Detail.PUBLISHED_PRINTED: "find_printed",
    Detail.VIDEOS: "_joined",
    Detail.AUDIOS: "_joined",
    Detail.ACCESS: "find_access",
    Detail.RIGHTS: "find_rights",
}
"""A function that each field needs."""
PACKAGE = "crawler.extraction"
OWN_MODULES = (
    *(f"{PACKAGE}.statements.{each}" for each in ("access", "deck", "keywords", "kind", "rights")),
    f"{PACKAGE}.recordings",
)
"""The modules that find optional fields alone."""


def parsed(stated: str, line: str) -> Page:
    """Return a page that states a moment in its head, and prints a line with a date."""
    body = f"{HEADLINE}<p>{line}</p><div>{paragraphs()}</div>"
    return parse_page(page(body, HEAD + MOMENT.format(stated, "2024-05-10T00:00:00+00:00")), URL, "text/html")


PAGES: dict[str, Page] = {
    "every field": parse_page(page(FULL, FULL_HEAD), URL, "text/html"),
    **{name: parsed(*each) for name, each in MOMENTS.items()},
}


def blanked(article: Article, details: frozenset[Detail]) -> Article:
    """Return a record without the fields that are not among the details."""
    unread = [each.value for each in Detail if each not in details]
    empty = {field.name: field.default for field in fields(Article) if field.name in unread}
    if "rights" in unread and article.rights is not None and article.rights.reservations:
        empty["rights"] = Rights(reservations=article.rights.reservations)
    named = {name: rule for name, rule in article.evidence.items() if name.partition(".")[0] not in unread}
    evidence = {**named, UNREAD: " ".join(unread)} if unread else named
    changes: Mapping[str, Any] = {**empty, "evidence": evidence}
    return replace(article, **changes)


def read(read_page: Page, details: frozenset[Detail], structure: Structure = Structure.NONE) -> Article:
    """Return the record of a page with some details."""
    return read_article(read_page, fields=FieldSelection(structure, details))


def whole(read_page: Page, structure: Structure = Structure.NONE) -> Article:
    """Return the record of a page with all details."""
    return read_article(read_page, fields=replace(ALL_DETAILS, structure=structure))


def test_page_with_every_field() -> None:
    """The page of these tests has a value for each field, so that its lack is seen."""
    article = read(PAGES["every field"], frozenset(Detail))
    assert all(getattr(article, each) for each in Detail)
    assert article == read_article(PAGES["every field"], fields=ALL_DETAILS)
    assert UNREAD not in article.evidence


@pytest.mark.parametrize("left_out", Detail)
@pytest.mark.parametrize("name", PAGES)
def test_each_field_is_left_out_alone(name: str, left_out: Detail) -> None:
    """A record without one field has all others; the evidence names the unread field, and no rule for it."""
    details = frozenset(Detail) - {left_out}
    assert read(PAGES[name], details) == blanked(whole(PAGES[name]), details)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([*PAGES, *PATHS]),
    st.frozensets(st.sampled_from(Detail)),
    st.sampled_from(list(Structure)),
)
def test_other_fields_stay_the_same(name: str, details: frozenset[Detail], structure: Structure) -> None:
    """For every page and selection, the record is the whole record with the other fields blanked."""
    given_page = PAGES[name] if name in PAGES else parse_page(SITE.reply(name, ORIGIN).body, ORIGIN + name)
    expected = blanked(whole(given_page, structure), details)
    assert read(given_page, details, structure) == expected


@pytest.mark.parametrize("path", PATHS)
def test_sample_site_without_details(path: str) -> None:
    """By default, no page of the sample site has another record than with all, except for these fields."""
    given_page = parse_page(SITE.reply(path, ORIGIN).body, ORIGIN + path)
    assert read_article(given_page) == blanked(whole(given_page), frozenset())


@pytest.mark.parametrize(("detail", "function"), FINDERS.items())
def test_unread_fields_cost_nothing(detail: Detail, function: str) -> None:
    """The code of a field runs only if it is asked for."""
    assert function in {name for _, name in called(PAGES["day"], FieldSelection(details=frozenset({detail})))}
    assert function not in {name for _, name in called(PAGES["day"])}


def test_fields_cost_nothing_by_default() -> None:
    """Of their modules, only the reservations are read, and recordings are found not to be asked for."""
    page_with_all = PAGES["every field"]
    assert {module for module, _ in called(page_with_all, ALL_DETAILS)} >= set(OWN_MODULES)
    ran = {(module, name) for module, name in called(page_with_all) if module in OWN_MODULES}
    assert {
        (module.rpartition(".")[2], name)
        for module, name in ran
        if name.isidentifier() and name != "__init__"
    } == {
        *(("rights", name) for name in ("find_reservations", "_reservations")),
        ("recordings", "find_recordings"),
    }


def called(read_page: Page, selected: FieldSelection = USUAL_FIELDS) -> set[tuple[str, str]]:
    """Return module and name of the functions that run while a page is read."""
    names: set[tuple[str, str]] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            names.add((frame.f_globals.get("__name__", ""), frame.f_code.co_name))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read_article(read_page, Knowledge(), selected)
    finally:
        sys.setprofile(before)
    return names


def test_reservations_are_always_read() -> None:
    """They decide whether a crawl stores an article, and an export has it."""
    reserved = read(replace(PAGES["every field"], reservations=("x-robots-tag: noai",)), frozenset())
    assert reserved.rights == Rights(reservations=("x-robots-tag: noai", "robots: noai"))
    assert read(PAGES["own zone"], frozenset()).rights is None
