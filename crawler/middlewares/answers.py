"""Distinguishes the answers of firewalls from those of sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.accounting.refusals import Refusal
from crawler.politeness.answers import Answer
from crawler.reasons import Cause

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response
    from scrapy.settings import BaseSettings


class TurnedAway(Refusal):
    """A firewall answered in place of the site, at every request for the URL. Raised by `BotWalls`."""

    cause = Cause.BOT_WALL
    is_counted = True


def answer_of(request: Request, response: Response, settings: BaseSettings) -> Answer:
    """Return the data of an answer that distinguish a firewall from a site."""
    headers = {
        name.decode("latin-1").lower(): b",".join(values).decode("latin-1").lower()
        for name, values in response.headers.items()
    }
    targets = ("location", "refresh")  # as sent: paths have capitals
    headers |= {name: (response.headers.get(name) or b"").decode("latin-1") for name in targets}
    return Answer(
        response.status,
        response.body,
        headers,
        url=request.url,
        is_get=request.method == "GET",
        keeps_cookies=settings.getbool("COOKIES_ENABLED"),
    )
