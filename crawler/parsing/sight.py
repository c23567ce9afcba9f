"""Parses one HTML page: its use, its links and its article. Pure except for the time limit."""

from __future__ import annotations

import traceback
from dataclasses import replace

from crawler.discovery.contents import contents_of
from crawler.discovery.elements import elements_of
from crawler.discovery.json_lists import json_lists_of
from crawler.discovery.links import feeds_of, references, too_long
from crawler.discovery.page_shapes import asked_for, page_shape, use_of
from crawler.discovery.pagers import article_parts, list_pages
from crawler.discovery.shapes import Shape
from crawler.extraction import read_article
from crawler.extraction.tree.page import Page, parse_page
from crawler.parsing.pages import Fault, FetchedPage, PageResult, ReadingBounds
from crawler.parsing.questions import ALONE, NOWHERE, Leads, ParsingResult, Question
from crawler.safety.deadline import TookTooLongError, within


def look(question: Question, terms: ReadingBounds) -> ParsingResult:
    """Parse a page. Raises `TookTooLongError` if even the links take longer than the terms allow."""
    with within(terms.seconds):
        page = parsed(question.page, terms)
        sight = _seen(page, question)
    if question.is_part or not sight.use.may_be_article or sight.parts != ALONE:
        return sight
    return replace(sight, reading=read_parsed(page, terms))


def read(page: FetchedPage, terms: ReadingBounds) -> PageResult:
    """Read the article of a page and its parts."""
    whole_terms = replace(terms, seconds=terms.seconds * (1 + len(page.parts)))
    try:
        with within(whole_terms.seconds):
            whole = replace(parsed(page, terms), parts=tuple(parsed(part, terms) for part in page.parts))
    except TookTooLongError:
        return _late(whole_terms.seconds)
    return read_parsed(whole, whole_terms)


def parsed(page: FetchedPage, terms: ReadingBounds) -> Page:
    """Parse a page, without its parts."""
    elements_of.cache_clear()  # two large trees at once would need twice the memory
    return replace(
        parse_page(page.body, page.url, page.content_type, terms.largest),
        fetched=page.fetched,
        archive=page.archive,
        is_unverified=page.is_unverified,
        is_overlong=page.is_overlong,
        reservations=page.reservations,
        missing=page.missing,
        capture=page.capture,
        is_altered=page.is_altered,
    )


def read_parsed(page: Page, terms: ReadingBounds) -> PageResult:
    """Read the article of a parsed page, within a time limit for all of its parts."""
    try:
        with within(terms.seconds):
            return PageResult(read_article(page, fields=terms.fields))
    except TookTooLongError:
        return _late(terms.seconds)
    except Exception as error:  # noqa: BLE001  any fault of ours on one page must not cost the others
        return PageResult(
            fault=Fault.RAISED, message=f"{type(error).__name__}: {error}", trace=traceback.format_exc()
        )


def _late(seconds: float) -> PageResult:
    return PageResult(fault=Fault.TOO_LONG, message=f"over {seconds:g} s (PARSE_TIMEOUT)")


def _seen(page: Page, question: Question) -> ParsingResult:
    use = asked_for(page, use_of(page)) if question.is_start else use_of(page)
    is_list = use.leads_on or question.is_further
    if question.is_further and use.leads_on:
        use = replace(use, may_be_article=False)
    return ParsingResult(
        use,
        _leads(page, with_days=question.with_days) if is_list else NOWHERE,
        article_parts(page) if use.may_be_article else ALONE,
        is_prose=question.is_part and page_shape(page) is Shape.ARTICLE,
    )


def _leads(page: Page, *, with_days: bool) -> Leads:
    links = tuple(references(page, with_days=with_days))
    return Leads(
        links,
        tuple(list_pages(page)),
        (*feeds_of(page), *json_lists_of(page)),
        too_long(page),
        contents_of(link.url for link in links),
    )
