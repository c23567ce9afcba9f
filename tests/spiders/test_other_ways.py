"""Sites that lead on by other ways than anchors, each as a user meets it at the home page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.crawl import crawl
from tests.faults.server import Behaviour, FaultServer, response, says
from tests.spiders.harvest import article, listing

STORY = "/2022-08/01/content_1.htm"
LIST = "/cn/list_1.htm"


def page(text: str, *headers: str) -> Behaviour:
    """Return the behaviour that sends a page."""
    return says(response(text.encode(), "200 OK", "text/html; charset=utf-8", *headers))


WAYS = {
    "href": page("<script>location.href='/cn/list_1.htm'</script>"),
    "replace": page('<script>top.location.replace("cn/list_1.htm");</script>'),
    "timer": page("<body><p>…</p><script>setTimeout(\"window.location='/cn/list_1.htm'\", 10)</script>"),
    "header": page("<p>Lanqiao</p>", "Refresh: 0; url=/cn/list_1.htm"),
    "noscript": page("<noscript><meta http-equiv=refresh content='0;url=/cn/list_1.htm'></noscript>"),
    "frames": page("<frameset rows='80,*'><frame src='/top.htm'><frame src='/cn/list_1.htm'></frameset>"),
    "iframe": page("<body><h1>Lanqiao</h1><iframe src='/cn/list_1.htm'></iframe></body>"),
    "open": page("<body><a href=\"javascript:window.open('/cn/list_1.htm')\">News</a></body>"),
    "click": page("<body><td onclick=\"location.href='/cn/list_1.htm'\">News</td></body>"),
    "bracket": page("<script>window['location']['href'] = '/cn/list_1.htm'</script>"),
    "object": page("<body><h1>Lanqiao</h1><object data='/cn/list_1.htm'></object></body>"),
    "drawing": page("<body><svg><a xlink:href='/cn/list_1.htm'><text>News</text></a></svg></body>"),
    "srcdoc": page("<body><iframe srcdoc=\"<a href='/cn/list_1.htm'>News</a>\"></iframe></body>"),
    "data": page("<body><div data-href='/cn/list_1.htm'>News</div></body>"),
}


@pytest.mark.parametrize("way", WAYS)
def test_way_to_the_list(way: str, tmp_path: Path) -> None:
    """The article is found from the home page."""
    with FaultServer({"/": WAYS[way], LIST: page(listing(STORY)), STORY: page(article(1))}) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        assert ran.paths(server.origin) == {STORY}
