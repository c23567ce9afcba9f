"""Determines the end of a visit, from its page and the results of its items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.accounting.accounts import THERE_ALREADY
from crawler.accounting.drops import Unread, reason_of_drop
from crawler.accounting.refusals import reason_of_error
from crawler.discovery.contents import Contents, has_file_name
from crawler.discovery.url_shapes import HOME_PATHS
from crawler.items import Article
from crawler.ledger.digests import digest_of
from crawler.ledger.errands import Ending, Errand
from crawler.ledger.keys import url_key
from crawler.ledger.ledger import NewRevision
from crawler.ledger.plan import Outcome, UrlKind
from crawler.ledger.sources import WEB_PAGE, Announcement, SourceRole
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.records.lines import json_line
from crawler.state.marked import Marked
from crawler.state.requests import AWAITED, CONTENTS, FILE, FORM, START
from crawler.text.urls import host_of, path_of

GONE = (404, 410)
NOT_MODIFIED = 304
NO_CONTENT = (204, 205)
"""Statuses of success without a page."""
LISTS = (UrlKind.LIST, UrlKind.FURTHER)

_BEST_FIRST = (Outcome.STORED, Outcome.UNCHANGED, Outcome.FAILED, Outcome.REJECTED)


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one item of a page."""

    outcome: Outcome
    reason: Reason | None = None
    article: str | None = None
    is_whole: bool = True
    """Whether all parts of the article were fetched."""


def new_revision(item: Any, marked: Marked) -> NewRevision:
    """Return the ledger's data of a record. Raises the errors of JSON for other items."""
    line = json_line(item)
    if not isinstance(item, Article):
        return NewRevision("", 1, b"", None, "", None, line)
    mark = marked.of(item).fingerprint
    return NewRevision(item.id, item.revision, mark.content, mark.story, item.url, item.fetched, line)


def result_of_record(item: Any, revision: NewRevision) -> Result:
    """Return the result of a written record for its page."""
    is_whole = "pages.missing" not in getattr(item, "evidence", {})
    return Result(Outcome.STORED, article=revision.id or None, is_whole=is_whole)


def result_of_drop(item: Any, error: BaseException) -> Result:
    """Return the result of a dropped item for its page."""
    reason = reason_of_drop(type(error).__name__)
    if reason.cause in THERE_ALREADY:
        is_whole = not getattr(item, "missing", ())
        return Result(Outcome.UNCHANGED, reason, getattr(error, "article", None), is_whole)
    outcome = Outcome.FAILED if isinstance(error, Unread) else Outcome.REJECTED
    return Result(outcome, reason)


def ending_of(
    errand: Errand, results: Sequence[Result], aliases: Sequence[str], answer: Response | Failure | None
) -> Ending:
    """Return the ending of a visit; `answer`, the downloader's result, is None if a middleware dropped it."""
    ending = _ending_of(errand, results, aliases, answer)
    role = _role(errand, ending, answer)
    return (
        ending if role is None else replace(ending, source=role, announcement=_announcement(errand, answer))
    )


def _ending_of(
    errand: Errand, results: Sequence[Result], aliases: Sequence[str], answer: Response | Failure | None
) -> Ending:
    if isinstance(answer, Response) and answer.status == NOT_MODIFIED:
        return _unchanged(errand)
    result = _result(results, answer)
    kind = _kind(errand, result, answer)
    if result.outcome is Outcome.FAILED:
        return _failed(errand, result, answer)
    if _meta(answer).get("kind") in LISTS and result.outcome is Outcome.REJECTED:
        result = Result(Outcome.LISTED)
    removal = _removal(errand, result, answer)
    # A rejected page may be requested on other terms, and an article without a part is requested again: a 304
    # must not hide them then.
    is_kept = result.outcome is not Outcome.REJECTED and result.is_whole
    return Ending(
        result.outcome,
        UrlKind.ARTICLE if removal is not None else kind,  # not that of the list that it leads to
        result.reason,
        is_new=result.outcome is Outcome.STORED or bool(_meta(answer).get("fresh")),
        etag=_etag(kind, answer) if is_kept else None,
        modified=_header(answer, "Last-Modified") if is_kept else None,
        article=result.article or errand.article,
        landed=_landed(errand, answer),
        removal=removal,
        aliases=_others(errand, aliases, answer) if results or _meta(answer).get("kind") else (),
    )


def _role(errand: Errand, ending: Ending, answer: Response | Failure | None) -> SourceRole | None:
    """Return the role of a source, or None for articles, for robots.txt, and for pages of uncertain role.

    A feed stays a source if an article answers in its place: that is its failure.
    """
    request = getattr(answer, "request", None)
    awaited = request.meta.get(AWAITED) if request is not None else None
    is_file = awaited == FILE or (awaited is not None and has_file_name(errand.url))
    was_list = is_file or (errand.kind == UrlKind.LIST and errand.article is None)
    is_list = not ending.article and (ending.kind is UrlKind.LIST or _is_failed_start(ending, awaited))
    if not (was_list or is_list) or path_of(errand.url) == "/robots.txt":
        return None
    return SourceRole(awaited == START, awaited == FILE or has_file_name(errand.url))


def _is_failed_start(ending: Ending, awaited: str | None) -> bool:
    return ending.outcome is Outcome.FAILED and awaited is not None


def _announcement(errand: Errand, answer: Response | Failure | None) -> Announcement | None:
    """Return the contents of a source: empty ones, if the answer was no list; None for 304.

    A redirect to the home page of the host brings the home page's articles, and none of the source.
    """
    if not isinstance(answer, Response) or answer.status == NOT_MODIFIED:
        return None
    meta = _meta(answer)
    if _is_sent_home(errand, answer):
        return Announcement(meta.get(FORM, WEB_PAGE))
    contents: Contents = meta.get(CONTENTS, Contents())
    figures = (contents.entries, contents.newest, contents.digest, int(meta.get("fresh", 0)))
    return Announcement(meta.get(FORM, WEB_PAGE), *figures)


def _is_sent_home(errand: Errand, answer: Response) -> bool:
    landed = _landed(errand, answer)
    if landed is None or path_of(errand.url) in HOME_PATHS:
        return False
    return path_of(landed) in HOME_PATHS and host_of(landed) == host_of(errand.url)


def _unchanged(errand: Errand) -> Ending:
    kind = UrlKind(errand.kind or UrlKind.OTHER)
    outcome = Outcome.LISTED if kind in LISTS else Outcome.UNCHANGED
    known = (errand.etag, errand.modified, errand.article, errand.landed)
    return Ending(outcome, kind, http(NOT_MODIFIED), False, False, *known)


def _failed(errand: Errand, result: Result, answer: Response | Failure | None) -> Ending:
    """Return the ending of a failed visit, which keeps the data of earlier visits."""
    is_gone = isinstance(answer, Response) and answer.status in GONE
    return Ending(
        Outcome.FAILED,
        UrlKind(errand.kind or UrlKind.OTHER),
        result.reason,
        is_gone=is_gone or (result.reason is not None and result.reason.is_final),
        etag=errand.etag,
        modified=errand.modified,
        article=errand.article,
        landed=errand.landed,
        removal=result.reason if is_gone and errand.article else None,
    )


def _result(results: Sequence[Result], answer: Response | Failure | None) -> Result:
    """Return the best result of a page; if it has no results, the one that its answer implies."""
    ranked = sorted(results, key=lambda result: _BEST_FIRST.index(result.outcome))
    best = ranked[0] if ranked else _result_of_answer(answer)
    if isinstance(answer, Response) and answer.status in NO_CONTENT and best.outcome is Outcome.REJECTED:
        return Result(Outcome.FAILED, http(answer.status))
    return best


def _result_of_answer(answer: Response | Failure | None) -> Result:
    if isinstance(answer, Failure):
        return Result(Outcome.FAILED, reason_of_error(answer.value))
    meta = _meta(answer)
    if meta.get("failed"):
        return Result(Outcome.FAILED, meta["failed"])
    if isinstance(answer, Response) and answer.status // 100 != 2 and not meta.get("handle_httpstatus_all"):
        return Result(Outcome.FAILED, http(answer.status))
    rejected = meta.get("rejected")
    return Result(Outcome.REJECTED, rejected) if rejected else Result(Outcome.LISTED)


def _kind(errand: Errand, result: Result, answer: Response | Failure | None) -> UrlKind:
    kind = _meta(answer).get("kind")
    if kind:
        return UrlKind(kind)
    is_article = result.outcome in (Outcome.STORED, Outcome.UNCHANGED) and result.article is not None
    if is_article or errand.article:
        return UrlKind.ARTICLE
    # A list that could not be read this time is still one, and is read again.
    return (
        UrlKind(errand.kind) if errand.kind in LISTS and result.outcome is Outcome.REJECTED else UrlKind.OTHER
    )


def _landed(errand: Errand, answer: Response | Failure | None) -> str | None:
    if not isinstance(answer, Response) or url_key(answer.url) == url_key(errand.url):
        return None
    return answer.url


def _removal(errand: Errand, result: Result, answer: Response | Failure | None) -> Reason | None:
    """Return the reason why a known article seems to be removed, despite status 200."""
    if errand.article is None:
        return None
    landed = _landed(errand, answer)
    if landed is not None and path_of(landed) in HOME_PATHS:
        return Reason(Cause.REDIRECTED_HOME)
    return Reason(Cause.SOFT_404) if result.reason == Reason(Cause.SOFT_NOT_FOUND) else None


def _others(errand: Errand, urls: Sequence[str], answer: Response | Failure | None) -> tuple[str, ...]:
    addresses = [*urls, answer.url] if isinstance(answer, Response) else urls
    own = url_key(errand.url)
    return tuple(dict.fromkeys(url for url in addresses if url and url_key(url) != own))


def _meta(answer: Response | Failure | None) -> dict[str, Any]:
    return answer.meta if isinstance(answer, Response) and answer.request is not None else {}


def _etag(kind: UrlKind, answer: Response | Failure | None) -> str | None:
    """Return the ETag of a page, or the digest of a list without one."""
    etag = _header(answer, "ETag")
    if etag is not None or kind not in LISTS or not isinstance(answer, Response):
        return etag
    return digest_of(answer.body) if answer.status == HTTPStatus.OK else None


def _header(answer: Response | Failure | None, name: str) -> str | None:
    value = answer.headers.get(name) if isinstance(answer, Response) else None
    return value.decode("latin-1") if value else None
