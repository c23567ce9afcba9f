"""Requests each site's robots.txt before its first page, and obeys it."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from scrapy import Request
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http.request import NO_CALLBACK

from crawler.accounting.refusals import Refusal, reason_of_error
from crawler.internals.downloader import slow_down
from crawler.middlewares.answers import TurnedAway
from crawler.middlewares.per_origin import PerOrigin
from crawler.politeness.robots import Robots, parse_robots, product_token
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.state.requests import SIGNALS, SITE_FILE
from crawler.text.urls import path_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

PRIORITY = 1000  # before every page, because all pages of the site wait for it
_NONE = Robots()
REDIRECTS = 5  # RFC 9309, 2.3.1.2


class RobotsForbidden(Refusal):
    """The site's robots.txt forbids the URL. Raised by `RobotsGate`."""

    cause = Cause.ROBOTS_FORBIDDEN
    is_counted = True


class RobotsUnreachable(Refusal):
    """The site's robots.txt cannot be fetched, so its pages wait. Raised by `RobotsGate`."""

    cause = Cause.ROBOTS_UNREACHABLE
    is_counted = True

    def __init__(self, why: Reason, retry_after: float) -> None:
        super().__init__(why.code)
        self.retry_after = retry_after
        """Seconds until it is requested again."""


@dataclass(frozen=True, slots=True)
class _Known:
    robots: Robots
    response: Response | None
    """The robots.txt, or the answer in its place."""
    missing: Reason | None
    """Reason why it could not be fetched."""
    until: float
    """Monotonic time at which this expires."""


class RobotsGate:
    """Allows the requests that robots.txt allows (RFC 9309).

    A site whose robots.txt answers 4xx has none. If it cannot be fetched, or answers 5xx or 429, nothing is
    fetched from the site until a later try. The same holds if a firewall answers in its place, with any
    status: the rules are unknown. Rules are kept for ROBOTS_CACHE_SECONDS, failures for ROBOTS_RETRY_SECONDS.
    `Crawl-delay` becomes the site's delay, up to CRAWL_DELAY_MAX seconds. The uses that `Content-Signal`
    refuses are noted in the request's meta.
    """

    def __init__(self, crawl: Crawler) -> None:
        settings = crawl.settings
        if not settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self.crawl = crawl
        self.agent = product_token(settings.get("ROBOTSTXT_USER_AGENT") or settings.get("USER_AGENT"))
        self.keep = min(settings.getfloat("ROBOTS_CACHE_SECONDS"), 24 * 3600)  # RFC 9309, 2.4
        self.retry = settings.getfloat("ROBOTS_RETRY_SECONDS")
        self.longest_delay = settings.getfloat("CRAWL_DELAY_MAX")
        self._rules = PerOrigin(self._ask)

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the middleware for a crawl."""
        return cls(crawl)

    async def process_request(self, request: Request) -> Response | None:
        """Check a request; answer one for the robots.txt itself, which is fetched once.

        Raises `RobotsForbidden` and `RobotsUnreachable`.
        """
        if request.meta.get("dont_obey_robotstxt"):
            return None
        known = await self._rules.of(request.url)
        if known.missing:
            left = max(0.0, known.until - time.monotonic())
            raise RobotsUnreachable(known.missing, left)
        if known.response is not None and path_of(request.url) == "/robots.txt":
            return known.response.replace(request=request)
        if not known.robots.allows(request.url):
            if SITE_FILE not in request.meta:
                self._count("robotstxt/forbidden")
            raise RobotsForbidden
        request.meta[SIGNALS] = known.robots.reservations
        if known.robots.delay:
            self._slow_down(request, known.robots.delay)
        return None

    async def _ask(self, origin: str) -> _Known:
        """Fetch the robots.txt of an origin. Never raises: a failure is part of the result."""
        meta = {"dont_obey_robotstxt": True, "redirect_ttl": REDIRECTS}
        request = Request(f"{origin}/robots.txt", NO_CALLBACK, priority=PRIORITY, meta=meta)
        try:
            response = await self.crawl.engine.download_async(request)
        except TurnedAway as error:  # the site's rules are unknown
            return self._known(missing=error.reason)
        except IgnoreRequest as error:  # too many redirects, or an invalid one: counts as no robots.txt
            self._count(f"robotstxt/exception_count/{type(error)}")
            logger.info("robots.txt of %s cannot be used (everything is allowed): %s", origin, error)
            return self._known()
        except Exception as error:  # noqa: BLE001  after any error of the download, the site waits
            self._count(f"robotstxt/exception_count/{type(error)}")
            return self._known(missing=reason_of_error(error))
        self._count(f"robotstxt/response_status_count/{response.status}")
        if response.status == 429 or response.status >= 500:
            return self._known(missing=http(response.status))
        return self._known(self._read(response, origin), response)

    def _read(self, response: Response, origin: str) -> Robots:
        has_file = 200 <= response.status < 300
        if not has_file:
            logger.debug("%s has no robots.txt (HTTP %d): everything is allowed", origin, response.status)
        robots = parse_robots(response.body, self.agent) if has_file else Robots()
        if robots.delay and robots.delay > self.longest_delay:
            logger.warning(
                "%s asks for %g s between requests; the crawl waits %g s (CRAWL_DELAY_MAX)",
                origin, robots.delay, self.longest_delay,
            )  # fmt: skip
        return robots

    def _known(
        self, robots: Robots = _NONE, response: Response | None = None, missing: Reason | None = None
    ) -> _Known:
        return _Known(robots, response, missing, time.monotonic() + (self.retry if missing else self.keep))

    def _slow_down(self, request: Request, delay: float) -> None:
        """Set the site's delay; AutoThrottle, which might shorten it, does not change it."""
        slow_down(self.crawl, request, min(delay, self.longest_delay))
        request.meta["autothrottle_dont_adjust_delay"] = True

    def _count(self, name: str) -> None:
        self.crawl.stats.inc_value(name)
