"""Queues look-ups in a web archive for articles that a crawl does not have."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from crawler.ledger.accounts import Requeued
from crawler.ledger.audit import Announced, Row
from crawler.ledger.errands import Errands
from crawler.ledger.ledger import written
from crawler.ledger.plan import Outcome
from crawler.reasons import Cause
from crawler.spiders.news import NewsSpider
from crawler.state.requests import asked_for
from crawler.webarchives.archives import WebArchive
from crawler.webarchives.look_up import LookUp


def queue_substitutes(folder: Path, rows: Iterable[Row], archive: WebArchive) -> Requeued:
    """Queue a look-up in an archive for each gap whose URL was visited; return their number.

    Pages that robots.txt forbids are left out. Raises the errors of `written`.
    """
    urls = [gap.url for row in rows for gap in row.gaps if _is_missing(gap)]
    with written(folder) as journal:
        now = time.time()
        errands = Errands(journal, now)
        added = sum(_queue(errands, url, archive, now) for url in urls)
    return Requeued(added, len(urls) - added)


def _is_missing(gap: Announced) -> bool:
    is_forbidden = gap.reason is not None and gap.reason.cause is Cause.ROBOTS_FORBIDDEN
    return gap.is_soft_404 or (gap.outcome == Outcome.FAILED and not is_forbidden)


def _queue(errands: Errands, url: str, archive: WebArchive, now: float) -> bool:
    """Queue a look-up, also if an earlier one is done: the archive may have the page by now."""
    spider = NewsSpider(start=url)
    asked = asked_for(spider.question_for(LookUp(archive=archive, url=url), url), spider)
    return asked is not None and errands.add(replace(asked, again=True), now)
