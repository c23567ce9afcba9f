"""Tests of starts that are the URL of a capture."""

from __future__ import annotations

import pytest

from crawler.webarchives.starts import Replay, is_past, original_of, replay_of

PAGE = "http://www.example.cn/a.htm"
NEWS = "http://127.0.0.1:8080/news"
TIME = "2022-08-06T12:34:56+00:00"


@pytest.mark.parametrize(
    ("start", "replay"),
    [
        (f"{NEWS}/20220806123456/{PAGE}", Replay(NEWS, TIME, PAGE)),
        (f"{NEWS}/20220806123456mp_/{PAGE}", Replay(NEWS, TIME, PAGE)),
        (f"{NEWS}/20220806123456id_/{PAGE}", Replay(NEWS, TIME, PAGE)),
        (f"{NEWS}/20220806123456im_/{PAGE}?a=1", Replay(NEWS, TIME, f"{PAGE}?a=1")),
        (f"{NEWS}/2022/{PAGE}", Replay(NEWS, "2022-01-01T00:00:00+00:00", PAGE)),
        (f"{NEWS}/202208/{PAGE}", Replay(NEWS, "2022-08-01T00:00:00+00:00", PAGE)),
        (f"{NEWS}/2022080/{PAGE}", Replay(NEWS, "2022-08-01T00:00:00+00:00", PAGE)),
        (f"{NEWS}/20220806/http:/www.example.cn/a.htm", Replay(NEWS, "2022-08-06T00:00:00+00:00", PAGE)),
        (
            f"https://archive.example.org/20220806123456/{PAGE}",
            Replay("https://archive.example.org", TIME, PAGE),
        ),
        (
            f"https://web.archive.org/web/20220806123456/{PAGE}",
            Replay("https://web.archive.org/web", TIME, PAGE),
        ),
        (
            f"{NEWS}/20220806123456/http://a.example/2022/http://b.example/",
            Replay(NEWS, TIME, "http://a.example/2022/http://b.example/"),
        ),
    ],
)
def test_start_that_is_a_capture(start: str, replay: Replay) -> None:
    """Archive, time and original are in the URL; a part of a time means its beginning."""
    assert replay_of(start) == replay
    assert is_past(start)
    assert original_of(start) == replay.original


@pytest.mark.parametrize(
    "start",
    [
        PAGE,
        "http://www.example.cn/2022/a.htm",
        f"{NEWS}/*/{PAGE}",
        f"{NEWS}/20221306123456/{PAGE}",
        f"{NEWS}/0815/{PAGE}",
        f"{NEWS}/220/{PAGE}",
        f"{NEWS}/202208061234567/{PAGE}",
        f"{NEWS}/20220806/www.example.cn/a.htm",
        f"{NEWS}/20220806/http://[",
        f"http://www.example.cn/share?of=/20220806/{PAGE}",
        f"https://archive.ph/20220806123456/{PAGE}",
    ],
)
def test_other_starts(start: str) -> None:
    """A live page is none, and archive.today has no list of captures."""
    assert replay_of(start) is None
    assert original_of(start) == start
