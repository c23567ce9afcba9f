"""Tests of the arguments of a harvest from a web archive."""

from __future__ import annotations

import pytest

from crawler.spiders.argument_error import ArgumentError
from crawler.spiders.arguments import parse_arguments, repeatable
from crawler.webarchives.choosing import WantedCaptures

WAYBACK = {"archive": "https://web.archive.org"}
START = "cdx:http://www.example.cn/world/*"


def test_captures_by_day() -> None:
    """The days are those of the captures: no article is rejected for its day of publication."""
    arguments = parse_arguments({"start": START, **WAYBACK, "since": "2015", "until": "2016-02"})
    assert (arguments.since, arguments.until) == (None, None)
    assert arguments.scope == ("example.cn",)
    assert arguments.past is not None
    [question] = arguments.past.look_ups
    assert (question.since, question.until, question.choice) == (
        "20150101",
        "20160229",
        WantedCaptures.NEWEST,
    )
    assert arguments.requested[0] == "https://web.archive.org/cdx/search/cdx"


def test_archive_as_substitute() -> None:
    """With a start on the live web, the days are those of publication, and no list of captures is read."""
    arguments = parse_arguments({"start": "http://www.example.cn/", **WAYBACK, "since": "2015"})
    assert arguments.since == "2015-01-01"
    assert arguments.past is not None
    assert arguments.past.look_ups == ()
    assert arguments.requested[0] == "http://www.example.cn/"


def test_several_starts() -> None:
    """Each is a question of its own, and all are repeatable from any folder."""
    given = {"start": f"{START},cdx:*.example.org,cdx:a.example.com", **WAYBACK, "captures": "all"}
    arguments = parse_arguments(given)
    assert arguments.past is not None
    assert [each.match for each in arguments.past.look_ups] == ["prefix", "domain", "host"]
    assert arguments.scope == ("example.cn", "example.org", "a.example.com")
    assert repeatable(given) == given


def test_start_that_is_a_capture() -> None:
    """Its URL names the archive, the page and the time; `archive=` and `index=` override the archive."""
    news, page = "http://archive.example.org/news", "http://www.example.cn/a.htm"
    given = {"start": f"{news}/20220806mp_/{page},https://web.archive.org/web/2015/{page}"}
    arguments = parse_arguments(given)
    assert arguments.scope == ("example.cn",)
    assert arguments.pages == ()
    assert arguments.past is not None
    first, second = arguments.past.look_ups
    assert (first.url, first.near) == (page, "2022-08-06T00:00:00+00:00")
    assert (first.archive.index, second.archive.index) == (
        f"{news}/cdx",
        "https://web.archive.org/cdx/search/cdx",
    )
    assert arguments.requested[0] == f"{news}/cdx"
    other = parse_arguments({**given, "archive": "http://a.example/all", "index": "http://a.example/x"})
    assert other.past is not None
    assert {each.archive.index for each in other.past.look_ups} == {"http://a.example/x"}


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        ({"start": START}, "name the archive: -a archive="),
        ({"start": f"{START},http://www.example.cn/", **WAYBACK}, "two crawls"),
        ({"start": "http://b.example/x/2022/http://a.example/,http://a.example/"}, "two crawls"),
        ({"start": f"{START},http://b.example/x/2022/http://a.example/"}, "name the archive: -a archive="),
        ({"start": "cdx:", **WAYBACK}, "write cdx:http"),
        ({"start": START, **WAYBACK, "captures": "some"}, "write newest or all"),
        ({"start": START, "archive": "https://index.commoncrawl.org"}, "CC-MAIN"),
        ({"start": "http://www.example.cn/", "captures": "all"}, "belongs to an archive"),
        ({"start": START, "archive": "https://a.example/{filename}"}, "-a index="),
    ],
)
def test_errors_give_the_remedy(given: dict[str, str], remedy: str) -> None:
    """Nothing is requested before the arguments are sound."""
    with pytest.raises(ArgumentError, match=remedy):
        parse_arguments(given)
