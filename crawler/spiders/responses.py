"""Converts the spider's responses and failures to the project's own types."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from scrapy.http import Response

from crawler.discovery.noise import PageContent
from crawler.items import OVERLONG, UNVERIFIED
from crawler.parsing.pages import FetchedPage
from crawler.parsing.questions import ParsingResult
from crawler.reasons import Cause
from crawler.state.requests import EXCHANGE, PLACE
from crawler.text.reservations import HEADERS, reservations_in
from crawler.text.urls import same_article_key, without_ways
from crawler.validation import unsoundness


def page_of(response: Response) -> FetchedPage:
    """Return the page of an HTML response, with its time and the place of its raw form in the archive."""
    return FetchedPage(
        url=response.url,
        body=response.body,
        content_type=content_type_of(response),
        fetched=datetime.now(UTC).isoformat(timespec="seconds"),
        exchange=response.meta.get(EXCHANGE),
        archive=response.meta.get(PLACE),
        reservations=reservations_in(_reserving(response)),
        is_unverified=UNVERIFIED in response.flags,
        is_overlong=OVERLONG in response.flags,
    )


def _reserving(response: Response) -> Iterator[tuple[str, str]]:
    """Yield the headers that may reserve a page, each with its value."""
    for name in HEADERS:
        yield from ((name, value.decode("latin-1")) for value in response.headers.getlist(name))


def content_type_of(response: Response) -> str | None:
    """Return the value of the `Content-Type` header."""
    return (response.headers.get("Content-Type") or b"").decode("latin-1") or None


def answer_of(sight: ParsingResult) -> PageContent:
    """Return the contents of a page for comparison with another one; an error page has none."""
    article = sight.reading.article if sight.reading else None
    cause = unsoundness(article) if article else Cause.HUB_PAGE
    if article and cause is None:
        return PageContent.of_article("\n".join((article.headline or "", *article.body)))
    links = sight.leads.references if cause is Cause.HUB_PAGE else ()
    return PageContent(links=frozenset(without_ways(each.url) for each in links))


def asked_url(response: Response) -> str:
    """Return the requested URL, before all redirects."""
    asked: list[str] = response.meta.get("redirect_urls", [response.url])
    return asked[0]


def is_redirected(response: Response) -> bool:
    """Return whether another page answered, apart from https and `www.`."""
    return same_article_key(asked_url(response)) != same_article_key(response.url)
