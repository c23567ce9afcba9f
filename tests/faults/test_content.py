"""Pages of broken and hostile content: rows 77 to 96 and 101 to 105, each beside healthy ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.faults.crawl import crawl, healthy, measured_crawl, story
from tests.faults.server import Behaviour, FaultServer, response, says
from tests.house.site import scrapy
from tests.spiders.harvest import article

STORIES = set(map(story, range(1, 5)))


def place(number: int) -> str:
    """Return the path of a page that has the address of an article."""
    return f"/2022-09/{number:02}/content_{number}.htm"


def html(text: str | bytes, content_type: str = "text/html; charset=utf-8") -> Behaviour:
    """Return the behaviour that serves a page."""
    return says(response(text.encode() if isinstance(text, str) else text, "200 OK", content_type))


def attributes(count: int) -> str:
    """Return a number of attributes with names of their own."""
    return " ".join(f"a{number}='>'" for number in range(count))


@pytest.mark.fault(77, 78, 79, 80, 81)
def test_pages_that_choke_parsers(tmp_path: Path) -> None:
    """Articles in them are read and flagged, other pages are rejected, all in bounded time and memory."""
    inside = {
        "attributes": article(5).replace("<body>", f"<body><div {attributes(100_000)}>"),
        "nesting": article(6).replace("<body>", "<body>" + "<div>" * 3000),
        "tags": article(7).replace("</body>", "<b><p>" * 500_000),
        "bytes": article(8).replace("</body>", "<div>" + "word " * 2_500_000),
    }
    pages = {place(number): html(text) for number, text in enumerate(inside.values(), 1)}
    pages[place(20)] = html("<b>" * 1_000_000)
    pages[place(21)] = html(b"<html><body><p>" + bytes(range(128, 256)) * 200)
    with FaultServer(healthy(pages)) as server:
        ran = measured_crawl(tmp_path / "crawl", server.origin + "/", "PARSE_TIMEOUT=30")
        assert ran.paths(server.origin) == STORIES | {place(number) for number in range(1, 5)}
        flags = {record["url"].removeprefix(server.origin): record["evidence"] for record in ran.records}
        for number, name in enumerate(inside, 1):
            assert name in flags[place(number)]["markup.cut"].split()
        assert ran.reason(server.origin + place(20)) == "NoHeadline"
        assert ran.reason(server.origin + place(21)) == "NotText"
    assert ran.status == 0
    assert ran.seconds < 60
    assert ran.peak < 200, ran.peak


@pytest.mark.fault(77)
def test_page_that_takes_too_long_is_left(tmp_path: Path) -> None:
    """Endless parsing is interrupted; the page has failed, and `retry` requests it again."""
    slow = article(5).replace("<body>", "<body>" + "<h1>" * 1900 + "word " * 700_000)
    with FaultServer(healthy({place(1): html(slow)})) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", "PARSE_TIMEOUT=0.5")
        assert ran.paths(server.origin) == STORIES
        told = ran.outcomes()[server.origin + place(1)]
        assert scrapy("retry", str(ran.folder)).returncode == 0
        later = crawl(tmp_path / "crawl", server.origin + "/", "PARSE_TIMEOUT=0.5")
        assert server.targets().count(place(1)) == 2
    assert told["outcome"] == "failed"
    assert told["reason"] in ("took too long to parse (PARSE_TIMEOUT)", "TookTooLong")
    assert "(PARSE_TIMEOUT)" in ran.log
    assert (ran.status, later.status) == (6, 6)
    assert "0 rejected + 1 failed" in ran.log
    assert "failed    1: " in ran.log


@pytest.mark.fault(67, 77)
def test_parsing_in_vain_costs_a_host_its_time(tmp_path: Path) -> None:
    """The seconds for which pages of a host were parsed in vain count against the time that it may take."""
    slow = html(article(5).replace("<body>", "<body>" + "<h1>" * 1900 + "word " * 700_000))
    pages = {place(number): slow for number in range(1, 9)}
    with FaultServer(healthy({})) as calm, FaultServer(healthy(pages, 0), "127.0.0.2") as server:
        settings = ("PARSE_TIMEOUT=0.5", "HOST_SECONDS_MAX=2", "CONCURRENT_REQUESTS_PER_DOMAIN=1")
        ran = crawl(tmp_path / "crawl", f"{server.origin}/,{calm.origin}/", *settings)
        assert ran.paths(calm.origin) == STORIES
        reasons = {row["reason"] for row in ran.outcomes().values() if row["outcome"] == "waiting"}
    assert reasons == {"time for one host (HOST_SECONDS_MAX)"}
    assert ran.status == 6  # a page parsed in vain has failed


def described(headline: str, **more: str) -> str:
    """Return JSON-LD that describes an article; the values are JSON as it is written."""
    fields = {"@type": '"NewsArticle"', "headline": f'"{headline}"', **more}
    told = ",".join(f'"{name}":{value}' for name, value in fields.items())
    return f"<script type='application/ld+json'>{{{told}}}</script>"


FORGED = "2026-01-01 00:00:00 ERROR: forged"
LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [A-Z]+: |[ ]|$")


def titled(number: int, headline: str, head: str = "") -> str:
    """Return an article with this headline, as HTML."""
    text = article(number).replace(f"<h1>Ferry number {number} returns</h1>", f"<h1>{headline}</h1>")
    return text.replace("</head>", f"{head}</head>")


@pytest.mark.fault(82, 83, 84, 85, 86, 104)
def test_characters_that_break_records_and_logs(tmp_path: Path) -> None:
    """Each record is one line of JSON without NUL, half characters or NaN; each event one line of log."""
    headlines = {
        1: titled(5, "The ferry\0 of\0 Lanqiao returns"),
        2: titled(6, "", described(r"The ferry\u0000 \ud800of Lanqiao \ud83d\ude00 returns")),
        3: titled(7, "The ferry\u2028of\x85Lanqiao&#x2029;returns &#13;in spring"),
        4: titled(8, "The ferry", described("The ferry", wordCount="NaN", datePublished="Infinity")),
        5: titled(9, f"The ferry \u202eof\u200b Lanqiao&#27;[31m&#10;{FORGED}"),
    }
    pages = {place(number): html(text) for number, text in headlines.items()}
    pages[f"/2022-09/09/a%0A{FORGED.replace(' ', '%20')}.htm"] = html("<h1>x\x1b[2J</h1>")
    pages["/moved\r\n" + FORGED] = html("x")
    pages["/turned/"] = says(response(b"", "302 Found", "text/html", f"Location: /\x1b[31m\u0085{FORGED}"))
    with FaultServer(healthy(pages)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/", "LOG_LEVEL=DEBUG")
        came = {record["url"].removeprefix(server.origin): record for record in ran.records}
    assert set(came) == STORIES | {place(number) for number in headlines}
    assert came[place(1)]["headline"] == "The ferry\ufffd of\ufffd Lanqiao returns"
    assert came[place(2)]["headline"] == "The ferry\ufffd \ufffdof Lanqiao \U0001f600 returns"
    assert came[place(3)]["headline"] == "The ferry of Lanqiao returns in spring"
    assert came[place(5)]["headline"] == f"The ferry \u202eof Lanqiao\x1b[31m {FORGED}"
    written = (ran.folder / "articles.jsonl").read_text("utf-8")
    assert len(written.splitlines()) == len(came)
    assert not {"NaN", "Infinity", "\0", "\\u0000", "\\ud800"} & set(
        re.findall(r"NaN|Infinity|\0|\\u\w{4}", written)
    )
    events = ran.log[ran.log.index("Spider opened") :]
    parts = re.split("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", events)[1:]
    assert [line for line in parts if not LINE.match(line)] == []
    assert "\x1b" not in ran.log
    assert "\n" + FORGED not in ran.log


@pytest.mark.fault(105)
def test_dates_in_the_future_are_flagged(tmp_path: Path) -> None:
    """A date ahead is taken, and flagged, where the page gives no other; else the other is taken."""
    one, other = (article(n).replace(f"2022-08-{n:02}T", f"2099-08-{n:02}T") for n in (5, 6))
    undated = "/news/content_30.htm"
    with FaultServer(healthy({place(1): html(one), undated: html(other)})) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        assert ran.paths(server.origin) == {*STORIES, place(1), undated}
        published = {record["url"]: record["published"] for record in ran.records}
        marked = [record["url"] for record in ran.records if "published.ahead" in record["evidence"]]
        assert marked == [server.origin + undated]
        assert published[server.origin + undated] == "2099-08-06T08:00:00+08:00"
        assert published[server.origin + place(1)] == "2022-09-01"


@pytest.mark.fault(101)
def test_pages_that_are_not_there_though_they_answer_200(tmp_path: Path) -> None:
    """Not-found pages that answer 200, in several languages, are no articles."""
    missing = {
        1: "<title>404 Not Found</title><h1>Page not found</h1><p>The page could not be found.</p>",
        2: "<title>页面不存在</title><h1>页面不存在</h1><p>抱歉，您访问的页面不存在或已被删除。</p>",
        3: "<title>Sample News</title><h1>404</h1><p>Sorry, the page you are looking for is gone.</p>",
        4: "<title>Aviso</title><h1>Página no encontrada</h1><p>La página que busca no existe.</p>",
    }
    pages = {place(number): html(f"<html><body>{text}</body></html>") for number, text in missing.items()}
    with FaultServer(healthy(pages)) as server:
        ran = crawl(tmp_path / "crawl", server.origin + "/")
        assert ran.paths(server.origin) == STORIES
        reasons = {ran.reason(server.origin + path) for path in pages}
    assert reasons == {"SoftNotFound"}
    assert ran.status == 0
