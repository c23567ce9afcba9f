"""Tests of the end of a visit, given its answer and its items."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.accounting import drops
from crawler.discovery.contents import Contents
from crawler.ledger.errands import Errand
from crawler.ledger.plan import Outcome, UrlKind, Visited, next_visit
from crawler.ledger.sources import Announcement, SourceRole
from crawler.middlewares.robots import RobotsForbidden
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.state.endings import Result, ending_of, new_revision, result_of_drop
from crawler.state.marked import Marked
from crawler.state.requests import asked_for
from tests.ledger.examples import url
from tests.records.examples import article
from tests.state.test_requests import SPIDER, errand

ASKED = asked_for(Request(url(1)), SPIDER)
assert ASKED is not None
NEW = errand(ASKED)
KNOWN = replace(NEW, kind="article", article="7", etag='"1"', visits=1)

NO_PAGE = Reason(Cause.NOT_A_PAGE)


def answer(status: int = 200, at: str = url(1), **meta: Any) -> Response:
    """Return an answer to the request."""
    headers = {"ETag": '"2"', "Last-Modified": "Mon, 20 May 2024 00:00:00 GMT"}
    return Response(at, status=status, headers=headers, request=Request(url(1), meta=meta))


def test_article_is_stored_with_its_validators() -> None:
    """Parts and the address of the redirect are done with it."""
    ending = ending_of(NEW, [Result(Outcome.STORED, article="7")], [url(1), url(3)], answer(at=url(2)))
    assert (ending.outcome, ending.kind, ending.article, ending.etag) == ("stored", "article", "7", '"2"')
    assert ending.landed == url(2)
    assert ending.aliases == (url(3), url(2))


def failed(error: Exception) -> Failure:
    """Return the failure of a download."""
    return Failure(error)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("given", "outcome", "reason"),
    [
        (answer(404), Outcome.FAILED, http(404)),
        (answer(404, handle_httpstatus_all=True), Outcome.LISTED, None),
        (answer(kind="list", fresh=3), Outcome.LISTED, None),
        (answer(rejected=NO_PAGE), Outcome.REJECTED, NO_PAGE),
        (answer(failed=Reason(Cause.PARSER_DIED)), Outcome.FAILED, Reason(Cause.PARSER_DIED)),
        (answer(205, rejected=NO_PAGE), Outcome.FAILED, http(205)),
        (answer(204, rejected=NO_PAGE), Outcome.FAILED, http(204)),
        (answer(203, rejected=NO_PAGE), Outcome.REJECTED, NO_PAGE),
        (answer(204, kind="list", fresh=3), Outcome.LISTED, None),
        (failed(CannotResolveHostError("x")), Outcome.FAILED, Reason(Cause.HOST_NOT_FOUND)),
        (failed(RobotsForbidden()), Outcome.FAILED, Reason(Cause.ROBOTS_FORBIDDEN)),
        (
            failed(IgnoreRequest("max redirections reached")),
            Outcome.FAILED,
            Reason(Cause.REFUSED, "max redirections reached"),
        ),
    ],
)
def test_page_that_brought_nothing(
    given: Response | Failure, outcome: Outcome, reason: Reason | None
) -> None:
    """The answer tells why."""
    ending = ending_of(NEW, [], [], given)
    assert (ending.outcome, ending.reason) == (outcome, reason)


@pytest.mark.parametrize(("given", "outcome"), [("stored", "stored"), ("rejected", "failed")])
def test_page_without_content(given: str, outcome: str) -> None:
    """Status 205 may come with an article; if anything else comes, the visit has failed."""
    ending = ending_of(NEW, [Result(Outcome(given), article="7")], [], answer(205))
    assert ending.outcome == outcome


def test_list_stays_a_list_though_it_was_tried_as_an_article() -> None:
    """The rejection of it as an article is no outcome of its own."""
    ending = ending_of(NEW, [Result(Outcome.REJECTED, Reason(Cause.HUB_PAGE))], [], answer(kind="list"))
    assert (ending.outcome, ending.kind, ending.is_new) == (Outcome.LISTED, UrlKind.LIST, False)


def test_list_that_cannot_be_read_once_is_read_again() -> None:
    """A list that hangs or kills the parser is still a list, and was not read."""
    known = replace(NEW, kind="list", etag='"1"', visits=3)
    ending = ending_of(known, [], [], answer(failed=Reason(Cause.PARSER_DIED)))
    assert (ending.outcome, ending.kind, ending.etag) == (Outcome.FAILED, UrlKind.LIST, '"1"')
    assert next_visit(Visited(ending.kind, ending.outcome, ending.is_new, age=9.0), []).wait is not None


def test_unchanged_page_keeps_what_is_known_of_it() -> None:
    """304 says that nothing changed, and nothing else."""
    ending = ending_of(replace(KNOWN, landed=url(9)), [], [], answer(304))
    assert (ending.outcome, ending.kind, ending.article) == (Outcome.UNCHANGED, UrlKind.ARTICLE, "7")
    assert (ending.etag, ending.landed) == ('"1"', url(9))


def test_failed_visit_keeps_the_validators_of_the_last_good_one() -> None:
    """Otherwise a 304 would hide the version on which our own fault came."""
    ending = ending_of(KNOWN, [Result(Outcome.FAILED, Reason(Cause.PIPELINE_FAULT))], [], answer())
    assert (ending.outcome, ending.etag, ending.kind) == (Outcome.FAILED, '"1"', UrlKind.ARTICLE)


@pytest.mark.parametrize(
    ("results", "given", "reason"),
    [
        ([], answer(410), http(410)),
        ([], answer(503), None),
        ([], answer(at="http://news.example.cn/"), Reason(Cause.REDIRECTED_HOME)),
        ([], answer(at="http://news.example.cn/", kind="list"), Reason(Cause.REDIRECTED_HOME)),
        ([Result(Outcome.REJECTED, Reason(Cause.SOFT_NOT_FOUND))], answer(), Reason(Cause.SOFT_404)),
        ([Result(Outcome.UNCHANGED, Reason(Cause.UNCHANGED), "7")], answer(), None),
        ([Result(Outcome.STORED, None, "7")], answer(at=url(2)), None),
    ],
)
def test_removals(results: list[Result], given: Response, reason: Reason | None) -> None:
    """Only an article can be removed."""
    ending = ending_of(KNOWN, results, [], given)
    assert (ending.removal, ending.kind) == (reason, UrlKind.ARTICLE)
    assert ending_of(NEW, results, [], given).removal is None


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (drops.UnchangedArticle("x", "7"), Outcome.UNCHANGED),
        (drops.CopiedArticle(), Outcome.UNCHANGED),
        (drops.HubPage(), Outcome.REJECTED),
        (drops.OutOfRange(), Outcome.REJECTED),
        (drops.ExtractionFailed(), Outcome.FAILED),
        (drops.TookTooLong(), Outcome.FAILED),
        (drops.ParserDied(), Outcome.FAILED),
    ],
)
def test_every_drop_has_its_outcome(error: drops.Dropped, outcome: Outcome) -> None:
    """Its class is the reason."""
    assert result_of_drop(None, error) == Result(outcome, Reason(error.cause), error.article)


def test_records_of_foreign_spiders_are_lines_without_revisions() -> None:
    """Articles have ids; other items are written as they are."""
    assert new_revision(article(), Marked()).id == article().id
    assert (new_revision({"a": 1}, Marked()).id, new_revision({"a": 1}, Marked()).line) == ("", b'{"a":1}\n')


LISTED: dict[str, Any] = {
    "kind": "list",
    "contents": Contents(4, "2024-05-20", 7),
    "form": "feed",
    "fresh": 2,
}
ANNOUNCED = Announcement("feed", 4, "2024-05-20", 7, 2)
NOTHING = Announcement("html")
LIST = replace(NEW, kind="list", visits=1)


def test_article_with_links_is_no_source() -> None:
    """A page that may be either is followed like a list, but its stored record is an article."""
    ending = ending_of(NEW, [Result(Outcome.STORED, article="7")], [], answer(**LISTED))
    assert (ending.kind, ending.source) == ("list", None)


@pytest.mark.parametrize("known", [LIST, replace(NEW, url="http://example.cn/rss.xml")])
def test_article_in_place_of_a_source(known: Errand) -> None:
    """A former list, or a URL with a feed's name, is still a source if an article answers in its place."""
    ending = ending_of(known, [Result(Outcome.STORED, article="7")], [], answer(awaited="start"))
    assert ending.source == SourceRole(is_start=True, is_file=known is not LIST)
    assert ending.announcement == NOTHING


@pytest.mark.parametrize(
    ("known", "given", "role", "announcement"),
    [
        (NEW, answer(**LISTED), SourceRole(), ANNOUNCED),
        (NEW, answer(**LISTED, awaited="start"), SourceRole(is_start=True), ANNOUNCED),
        (NEW, answer(**LISTED, awaited="file"), SourceRole(is_file=True), ANNOUNCED),
        (NEW, answer(awaited="file", rejected="not a web page"), SourceRole(is_file=True), NOTHING),
        (NEW, answer(awaited="start", rejected="not a web page"), None, None),  # it may be any page
        (NEW, answer(404, awaited="start"), SourceRole(is_start=True), NOTHING),
        (NEW, answer(404), None, None),
        (LIST, answer(404), SourceRole(), NOTHING),
        (LIST, answer(304), SourceRole(), None),
        (LIST, answer(rejected="not a web page"), SourceRole(), NOTHING),
        (LIST, failed(CannotResolveHostError("x")), SourceRole(), None),
        (KNOWN, answer(404, awaited="start"), None, None),  # a removed article
        (replace(NEW, url="http://example.cn/robots.txt"), answer(kind="list"), None, None),
        (
            replace(LIST, url="http://example.cn/rss.xml"),
            answer(**LISTED),
            SourceRole(is_file=True),
            ANNOUNCED,
        ),
    ],
)
def test_sources_have_a_role(
    known: Errand, given: Response | Failure, role: SourceRole | None, announcement: Announcement | None
) -> None:
    """A start, an announced file, and a list are sources, also when they fail; articles are not."""
    ending = ending_of(known, [], [], given)
    assert (ending.source, ending.announcement) == (role, announcement)
