"""Tests of firewalls and their look-alikes."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from crawler.politeness.answers import Answer, Wall
from crawler.politeness.vendors import WALLS
from crawler.politeness.walls import wall_of

ARTICLE = b"<h1>Ferry</h1>" + b"<p>The ferry returned to Lanqiao, and Lin Wu came to look.</p>" * 40
SCRIPT = b"<html><script>run()</script></html>"
TEXT = b"<p>" + b"The ferry returned to Lanqiao. " * 9 + b"</p>"


@pytest.mark.parametrize(
    ("name", "answer"), [(wall.name, answer) for wall in WALLS for answer in wall.examples]
)
def test_examples(name: str, answer: Answer) -> None:
    """Each example is recognised as its vendor's."""
    assert wall_of(answer) == name


@pytest.mark.parametrize("answer", [answer for wall in WALLS for answer in wall.refuses])
def test_refusals(answer: Answer) -> None:
    """An article behind or about a firewall, and an error of the site's own, do not count."""
    assert wall_of(answer) is None


@pytest.mark.parametrize("status", [202, 405, 412, 418, 456, 521])
def test_statuses_of_firewalls(status: int) -> None:
    """A status that no site gives to a page is a wall without a vendor's mark."""
    assert wall_of(Answer(status, SCRIPT)) == f"HTTP {status}"


@pytest.mark.parametrize("status", [202, 412, 418, 456, 521])
def test_empty_answers_of_firewalls(status: int) -> None:
    """Such a status without a page is a wall, too."""
    assert wall_of(Answer(status)) == f"HTTP {status}"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(202, SCRIPT + TEXT),
        Answer(200, SCRIPT),
        Answer(200),
        Answer(403, b"<h1>Forbidden</h1>"),
        Answer(404, WALLS[0].examples[0].body),
        Answer(302, b"", {"cf-mitigated": "challenge"}),
        Answer(500, TEXT),
        Answer(304),
        Answer(200, b"User-agent: *\nDisallow: /_Incapsula_Resource\n"),
        Answer(202, b"User-agent: *\nDisallow:\n"),
        Answer(405, ARTICLE),
        Answer(412, ARTICLE),
        Answer(405),
        Answer(405, b"<h1>405 Not Allowed</h1><hr><center>nginx</center>"),
        Answer(405, b'{"error": "Method Not Allowed"}'),
        Answer(405, SCRIPT, {"allow": "POST"}),
        Answer(202, b"<?xml version='1.0'?><rss><channel><item><link>/a/1.htm</link></item></channel></rss>"),
        Answer(202, b"\xef\xbb\xbf<!-- one --><urlset><url><loc>http://a.cn/1</loc></url></urlset>"),
        Answer(202, b"<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'></feed>"),
        Answer(405, b"", is_get=False),
        Answer(405, b"<h1>Method Not Allowed</h1>", {"allow": "post, options"}),
        Answer(
            200, SCRIPT + b"<input type='password'><script src='https://static.geetest.com/gt.js'></script>"
        ),
        Answer(521, b"error code: 521", {"server": "cloudflare"}),
        Answer(418, b"", {"server": "tencentedgeone"}),
    ],
)
def test_answers_of_sites(answer: Answer) -> None:
    """Pages, redirects and errors of a site itself are no walls."""
    assert wall_of(answer) is None


@pytest.mark.parametrize("mark", [mark for wall in WALLS for mark in wall.marks])
def test_articles_about_firewalls(mark: bytes) -> None:
    """An article that names the mark of a firewall is an article, also where it is short."""
    escaped = mark.replace(b"<", b"&lt;")
    text = b"Lin Wu, who runs the site of the port of Lanqiao, found a new line in the log of the server: "
    page = b"<title>A wall</title><h1>A wall</h1><p>" + text + escaped + b"</p>"
    assert wall_of(Answer(200, page)) is None
    assert (
        wall_of(Answer(200, page + TEXT, {"server": "yunjiasu-nginx", "set-cookie": "hwwafsesid=1"})) is None
    )


@pytest.mark.parametrize("row", [wall for wall in WALLS if wall.header[0] == "set-cookie" and wall.repeats])
def test_cookies_that_are_sent_back(row: Wall) -> None:
    """A crawl that keeps cookies follows such an answer, which may be the way in."""
    assert [wall_of(replace(answer, keeps_cookies=True)) for answer in row.examples] == [None] * len(
        row.examples
    )


def test_every_page_is_looked_at_in_no_time() -> None:
    """A page without any mark costs microseconds."""
    page = Answer(200, SCRIPT * 400 + TEXT * 200)
    before = time.process_time()
    for _ in range(200):
        wall_of(page)
    assert (time.process_time() - before) / 200 < 0.002
