"""Tests of completeness."""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.commands.audit import Command, audited, filled, worded
from crawler.ledger.accounts import Requeued
from crawler.ledger.audit import announced, audit
from crawler.ledger.errands import Ending
from crawler.ledger.ledger import Ledger
from crawler.ledger.plan import Outcome, UrlKind
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from tests.ledger.examples import asked, listed, stored, taken, told, url

CHANNEL = "http://news.example.cn/world/"
ENDINGS = (
    stored(0),
    Ending(Outcome.REJECTED, UrlKind.OTHER, Reason(Cause.VIDEO_SHELL)),
    Ending(Outcome.FAILED, UrlKind.OTHER, http(503)),
    listed(),
)


def visited(folder: Path) -> None:
    """Make a ledger of a channel that announced five URLs, the last of which was not visited."""
    ledger = Ledger(folder)
    for number in range(len(ENDINGS) + 1):
        ledger.errands.add(asked(number, found_on=CHANNEL), time.time())
    for number, ending in enumerate(ENDINGS):
        ledger.finish(taken(ledger), ending, [told(number)] if ending.article else [])
    ledger.end("finished", 4, 0)
    ledger.close()


def test_gaps_are_named_by_channel_and_day(tmp_path: Path) -> None:
    """Failed and waiting URLs are missing; rejected ones are not, and lists do not count."""
    visited(tmp_path)
    (row,) = audited(tmp_path).rows
    assert (row.channel, row.day, row.announced, row.harvested, row.rejected) == (
        CHANNEL,
        "2024-05-20",
        4,
        1,
        1,
    )
    words = "\n".join(worded([row]))
    assert f"{CHANNEL} 2024-05-20: 1 of 4, missing:" in words
    assert f"  {url(2)} (HTTP 503)" in words
    assert f"  {url(4)} (not visited yet)" in words
    assert (
        "1 of 4 announced URLs are stored articles, 1 rejected; 2 missing (a later run may fetch 2)" in words
    )


def test_soft_404_is_a_gap_that_no_later_run_fills(tmp_path: Path) -> None:
    """A page that answers 200 and says that it does not exist is missing, as one with status 404 is."""
    ledger = Ledger(tmp_path)
    ledger.errands.add(asked(1, found_on=CHANNEL), time.time())
    ledger.finish(taken(ledger), Ending(Outcome.REJECTED, UrlKind.OTHER, Reason(Cause.SOFT_NOT_FOUND)))
    ledger.end("finished", 1, 0)
    ledger.close()
    (row,) = audited(tmp_path).rows
    assert (row.announced, row.rejected, row.may_be_filled) == (1, 0, False)
    assert f"  {url(1)} (SoftNotFound)" in "\n".join(worded([row]))
    assert "1 missing (a later run may fetch 0)" in "\n".join(worded([row]))


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        (http(503), 6),
        (http(404), 0),
        (Reason(Cause.ROBOTS_FORBIDDEN), 0),
        (Reason(Cause.TIMED_OUT), 6),
        (None, 6),
    ],
)
def test_exit_status_tells_of_gaps(tmp_path: Path, reason: Reason | None, status: int) -> None:
    """A scheduler learns of URLs that a later run may fetch; gone and forbidden ones are only named."""
    ledger = Ledger(tmp_path)
    ledger.errands.add(asked(1, found_on=CHANNEL), time.time())
    if reason is not None:
        ledger.finish(taken(ledger), Ending(Outcome.FAILED, UrlKind.OTHER, reason, is_gone=True))
    ledger.end("finished", int(reason is not None), 0)
    ledger.close()
    command = Command()
    command.run([str(tmp_path)], argparse.Namespace(fill=False, by_day=False, from_archives=None, index=None))
    assert command.exitcode == status


def test_gaps_are_queued(tmp_path: Path) -> None:
    """Failed URLs are fetched in the next run."""
    visited(tmp_path)
    assert filled(tmp_path, audited(tmp_path).rows) == Requeued(1, 1)
    ledger = Ledger(tmp_path)
    assert sorted(taken(ledger).url for _ in range(2)) == [url(2), url(4)]
    ledger.close()


def test_days_are_kept_apart(tmp_path: Path) -> None:
    """Each day of a channel has its own row; a URL without a day stands under none."""
    ledger = Ledger(tmp_path)
    for number, address in enumerate((url(1), url(1).replace("05/20", "05/21"), "http://news.example.cn/a")):
        ledger.errands.add(replace(asked(number, found_on=CHANNEL), url=address), time.time())
    rows = audit(announced(ledger.journal))
    assert [row.day for row in rows] == ["", "2024-05-20", "2024-05-21"]
    ledger.close()
