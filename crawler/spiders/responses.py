"""Converts the spider's responses and failures to the project's own types."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapy.http import Response

from crawler.discovery.noise import PageContent
from crawler.items import OVERLONG, UNVERIFIED, FoundAs, FoundBy
from crawler.parsing.pages import FetchedPage
from crawler.parsing.questions import ParsingResult
from crawler.reasons import Cause
from crawler.state.headers import decoded, pairs
from crawler.state.requests import EXCHANGE, FOUND_AS, FOUND_AT, FOUND_ON, PLACE, SIGNALS, TDM_FILE
from crawler.text.reservations import with_files
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
        reservations=_reservations(response),
        is_unverified=UNVERIFIED in response.flags,
        is_overlong=OVERLONG in response.flags,
    )


def _reservations(response: Response) -> tuple[str, ...]:
    """Return the reservations in the headers of a response, and in the files of its site."""
    headers = list(decoded(pairs(response.headers)))
    files = (*response.meta.get(SIGNALS, ()), *response.meta.get(TDM_FILE, ()))
    return with_files(headers, files)


def found_by(response: Response) -> FoundBy | None:
    """Return how the requested URL was found; None for a request of an earlier version or another program."""
    url = response.meta.get(FOUND_ON)
    kind = response.meta.get(FOUND_AS, None if url else FoundAs.START)
    if kind is None or FOUND_AT not in response.meta:
        return None
    at = datetime.fromtimestamp(response.meta[FOUND_AT], UTC)
    return FoundBy(kind=FoundAs(kind), url=url, at=at.isoformat(timespec="seconds"))


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
