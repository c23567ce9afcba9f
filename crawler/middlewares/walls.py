"""Pauses hosts behind a firewall that blocks the crawl, and keeps the evidence (middleware)."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Self

from crawler.middlewares.answers import TurnedAway, answer_of
from crawler.middlewares.capture import keep_evidence
from crawler.middlewares.waiting import WaitingUrls, asked_wait
from crawler.politeness.walls import wall_of
from crawler.reasons import Cause, Reason
from crawler.state.crawl import state_of
from crawler.state.requests import CAPTURED, PICTURE, server_of
from crawler.text.urls import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

EVIDENCE = 3
"""Answers of firewalls that are archived for each host in a run."""
SINK = 100
"""A URL behind a firewall is requested again after all others of its host, which may not be behind it. More
than the priority of any URL."""


class BotWalls:
    """Stops the answers of firewalls before a redirect is followed or a page is read.

    No challenge is answered. The host is paused, and the URL is queued again, up to HOST_WAITS_PER_URL times;
    then it has failed.
    """

    def __init__(self, crawl: Crawler) -> None:
        self._crawl = crawl
        self._hosts = state_of(crawl).hosts
        self._visits = state_of(crawl).visits
        self._waiting = WaitingUrls(crawl)

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the middleware for a crawl."""
        return cls(crawl)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return the response of a site, or the request to repeat. Raises `TurnedAway`."""
        is_of_the_past = request.meta.get(CAPTURED) and response.status == HTTPStatus.OK
        if is_of_the_past:  # an archive shows a wall that its site had
            return response
        wall = wall_of(answer_of(request, response, self._crawl.settings))
        return response if wall is None else self._turned_away(request, response, wall)

    def _turned_away(self, request: Request, response: Response, wall: str) -> Request:
        reason = Reason(Cause.BOT_WALL, wall)
        self._crawl.stats.inc_value(f"walls/response_status_count/{response.status}")
        self._keep(request, wall)
        for host in set(self._hosts_of(request)):
            self._waiting.pause(host, reason, asked_wait(response))
        again = self._waiting.queued_again(request, sink=SINK)
        if again is None:
            if path_of(request.url) != "/robots.txt" and PICTURE not in request.meta:
                self._waiting.count(f"failed/{reason.code}")
            raise TurnedAway(wall)
        return again

    def _keep(self, request: Request, wall: str) -> None:
        """Archive the first answers of a host's firewall, and name them in the log."""
        host = server_of(request.url)
        if self._hosts.turned_away(host) > EVIDENCE:
            return
        place = keep_evidence(self._crawl, request)
        logger.warning("A firewall blocks the crawl at %s (%s); evidence: %s", host, wall, place or "-")

    def _hosts_of(self, request: Request) -> Iterator[str]:
        """Yield the host that answered, and the host of the URL that was redirected to it."""
        yield server_of(request.url)
        visit = self._visits.of(request)
        if visit is not None:
            yield visit.errand.host
