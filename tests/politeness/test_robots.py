"""robots.txt is read as RFC 9309 has it, and as Google does."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.politeness.robots import LARGEST, matches, parse_robots, product_token

CASES = Path(__file__).parents[3] / "shared" / "data" / "google_robots_cases.json"
SITE = "http://www.lanqiao.test"


def is_self_contradictory(case: dict[str, str]) -> bool:
    """Return whether a case wants `/x/b/fux` allowed by a rule for `/x/b/qux`.

    Google's own test lengthens both beyond the longest line, so that the rule is cut; the case at hand has
    lost the lengthening.
    """
    return case["test"] == "GoogleOnly_LineTooLong" and case["url"].endswith("/x/b/fux")


@pytest.mark.fault(61)
@pytest.mark.skipif(not CASES.is_file(), reason="../shared is not here")
def test_google_cases() -> None:
    """All of Google's cases come out as Google has them, but for one that was damaged on its way."""
    cases = [case for case in json.loads(CASES.read_text("utf-8")) if not is_self_contradictory(case)]
    assert len(cases) == 144
    wrong = [
        case
        for case in cases
        if parse_robots(case["robots"].encode(), case["agent"]).allows(case["url"]) != case["allow"]
    ]
    assert wrong == []


@pytest.mark.fault(60, 61)
@pytest.mark.parametrize(
    ("lines", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /", "/news/", False),
        ("User-agent: *\nDisallow:", "/news/", True),
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/1.htm", True),
        ("User-agent: *\nAllow: /news\nDisallow: /news", "/news", True),
        ("User-agent: *\nDisallow: /*.htm$", "/1.htm", False),
        ("User-agent: *\nDisallow: /*.htm$", "/1.html", True),
        ("User-agent: *\nDisallow: /$", "/", False),
        ("User-agent: *\nDisallow: /$", "/news", True),
        ("User-agent: news-bot\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", True),
        ("User-agent: news-bot\nUser-agent: other\nDisallow: /a", "/a", False),
        ("User-agent: news-bot\nCrawl-delay: 2\nUser-agent: other\nDisallow: /a", "/a", False),
        ("User-agent: NEWS-BOT/2.0\nDisallow: /a", "/a", False),
        ("User-agent: news\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /新闻", "/%E6%96%B0%E9%97%BB/1", False),
        ("User-agent: *\rDisallow: /a", "/a", False),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
        ("User-agent: * # all\nDisallow: /a # private", "/a", False),
        ("Disallow: /a", "/a", True),
        ("<html><body>User-agent: * Disallow: /</body></html>", "/a", True),
        ("User-agent: *\nDisallow: /a?b", "/a?b=1", False),
        ("", "/", True),
    ],
)
def test_rules(lines: str, path: str, allowed: bool) -> None:
    """The longest rule of the group that applies decides; in doubt the one that allows."""
    assert parse_robots(lines.encode(), "news-bot").allows(SITE + path) is allowed


@pytest.mark.parametrize(
    ("lines", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2", 2.0),
        ("User-agent: *\nCrawl-delay: 0.5\nDisallow: /a", 0.5),
        ("User-agent: *\nCrawl-delay: 9\n\nUser-agent: news-bot\nCrawl-delay: 3", 3.0),
        ("User-agent: other\nCrawl-delay: 9\n\nUser-agent: *\nDisallow:", None),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: *\nCrawl-delay: -1", None),
        ("User-agent: *\nCrawl-delay: inf", None),
        ("User-agent: *\nCrawl-delay: nan", None),
    ],
)
def test_delay(lines: str, delay: float | None) -> None:
    """The delay of the group that applies; nonsense is ignored."""
    assert parse_robots(lines.encode(), "news-bot").delay == delay


def test_sitemaps() -> None:
    """Sitemaps are for everyone, wherever they stand, and end no group."""
    text = "User-agent: other\nSitemap: /a.xml\nUser-agent: *\nDisallow: /x\nsitemap: http://b.test/b.xml"
    robots = parse_robots(text.encode(), "news-bot")
    assert robots.sitemaps == ("/a.xml", "http://b.test/b.xml")
    assert not robots.allows(f"{SITE}/x")


@pytest.mark.fault(59)
def test_only_the_beginning_of_a_huge_file() -> None:
    """Rules within the first 500 KiB count, those after are left alone."""
    filler = b"#" + b"x" * 1000 + b"\n"
    text = b"User-agent: *\nDisallow: /a\n" + filler * (LARGEST // len(filler) + 1) + b"Disallow: /b\n"
    robots = parse_robots(text, "news-bot")
    assert [robots.allows(f"{SITE}/{path}") for path in "ab"] == [False, True]


@pytest.mark.fault(59)
@pytest.mark.parametrize("line", [b"#" + b"x" * 1023, b"Disallow: /a*b$", b"User-agent: *", b"x", b""])
def test_ten_megabytes_are_soon_read(line: bytes) -> None:
    """Reading ten megabytes, of whatever lines, takes a moment: the inventory asks for 0.1 s."""
    body = b"User-agent: *\n" + (line + b"\n") * (10_000_000 // (len(line) + 1))
    begin = time.process_time()
    parse_robots(body, "news-bot")
    assert time.process_time() - begin < 1  # this machine may be busy, or its coverage measured


@pytest.mark.fault(59)
def test_group_named_over_and_over() -> None:
    """A group that is named a thousand times has each of its rules once."""
    robots = parse_robots(b"User-agent: *\n" * 1000 + b"Disallow: /a\nDisallow: /b\n", "news-bot")
    assert [rule.pattern for rule in robots.rules] == ["/a", "/b"]


@pytest.mark.fault(62)
def test_long_lines_are_cut() -> None:
    """Google's own case (GoogleOnly_LineTooLong), whole: the rest of a rule beyond 16,663 bytes holds."""
    room = 2083 * 8 - len("/x/") + len("\n")
    long = {each: "/x/" + each * (room - len("allow: ")) for each in "ab"}
    denied = "/x/" + "a" * (room - len("disallow: "))
    closed = parse_robots(f"user-agent: FooBot\ndisallow: {denied}/qux\n".encode(), "FooBot")
    assert closed.allows(f"{SITE}/fux")
    assert not closed.allows(f"{SITE}{denied}/fux")
    rules = f"user-agent: FooBot\ndisallow: /\nallow: {long['a']}/qux\nallow: {long['b']}/qux\n"
    opened = parse_robots(rules.encode(), "FooBot")
    assert not opened.allows(f"{SITE}/")
    assert opened.allows(f"{SITE}{long['a']}/qux")
    assert opened.allows(f"{SITE}{long['b']}/fux")


@pytest.mark.parametrize(
    ("agent", "token"),
    [("news-bot/1.0 (+http://a.test)", "news-bot"), ("Mozilla/5.0", "Mozilla"), ("", ""), ("7bot", "")],
)
def test_product_token(agent: str, token: str) -> None:
    """A crawler goes by the first word of its User-Agent."""
    assert product_token(agent) == token


PIECES = st.text("ab/*", max_size=8)


@given(PIECES, PIECES, st.booleans())
def test_wildcards_match_as_they_say(path: str, pattern: str, whole: bool) -> None:
    """The matcher agrees with a search through all ways to stretch the stars."""

    def stretches(path: str, pattern: str) -> bool:
        if not pattern:
            return not (whole and path)
        if pattern[0] == "*":
            return any(stretches(path[n:], pattern[1:]) for n in range(len(path) + 1))
        return path[:1] == pattern[0] and stretches(path[1:], pattern[1:])

    path = path.replace("*", "a")
    assert matches(path, pattern + "$" * whole) == stretches(path, pattern)


@pytest.mark.fault(63)
def test_stars_cost_little() -> None:
    """Many stars on a long path take no noticeable time: a search through all ways would never end."""
    begin = time.process_time()
    assert not matches("/" + "a" * 20_000, "/" + "*a" * 2_000 + "b")
    assert time.process_time() - begin < 0.5  # 0.001 s where nothing else runs; the inventory asks for 0.05


@given(st.binary(max_size=400))
def test_any_bytes(body: bytes) -> None:
    """Whatever is served as robots.txt can be read."""
    parse_robots(body, "news-bot").allows(f"{SITE}/a")


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        ("User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /", ("ai-train",)),
        ("User-agent: *\ncontent-signal:ai-train = NO,ai-input=no", ("ai-train", "ai-input")),
        ("User-agent: *\nContent-Signal: search=yes\nContent-Signal: ai-input=no", ("ai-input",)),
        ("User-agent: *\nContent-Signal: ai-train=no\nContent-Signal: ai-train=yes", ()),
        ("User-agent: news-bot\nContent-Signal: ai-train=no\nUser-agent: other\nAllow: /", ("ai-train",)),
        ("User-agent: news-bot\nAllow: /\n\nUser-agent: *\nContent-Signal: ai-train=no", ()),
        ("User-agent: other\nContent-Signal: ai-train=no\n\nUser-agent: *\nAllow: /", ()),
        ("Content-Signal: ai-train=no\nUser-agent: *\nAllow: /", ()),
        ("User-agent: *\nContent-Signal: no, =no, ai train=no, ai-train", ()),
    ],
)
def test_content_signals(lines: str, refused: tuple[str, ...]) -> None:
    """The refusals in the crawler's own group hold, as its rules do."""
    assert parse_robots(lines.encode(), "news-bot").refused == refused


def test_content_signal_changes_no_rule() -> None:
    """A signal between the lines of a group leaves its rules as they are."""
    robots = parse_robots(b"User-agent: *\nDisallow: /a\nContent-Signal: search=no\nDisallow: /b", "news-bot")
    assert [robots.allows(f"{SITE}{path}") for path in ("/a", "/b", "/c")] == [False, False, True]
    assert robots.reservations == ("content-signal: search=no",)
