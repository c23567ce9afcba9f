"""Tests of the URLs of web archives."""

from __future__ import annotations

import pytest

from crawler.text.captures import WebCapture, capture_of

PAGE = "http://www.example.cn/2022-08/06/content_1.htm"
TIME = "2022-08-06T12:34:56+00:00"


@pytest.mark.parametrize(
    ("url", "original", "time"),
    [
        (f"https://web.archive.org/web/20220806123456/{PAGE}", PAGE, TIME),
        (f"http://web.archive.org/web/20220806123456id_/{PAGE}", PAGE, TIME),
        (f"https://web.archive.org/web/2022/{PAGE}", PAGE, None),
        ("https://web.archive.org/web/20220806123456/www.example.cn/a", "http://www.example.cn/a", TIME),
        (
            "https://web.archive.org/web/20220806123456/https:/example.cn/?a=b",
            "https://example.cn/?a=b",
            TIME,
        ),
        (f"https://wayback.archive-it.org/1234/20220806123456/{PAGE}", PAGE, TIME),
        (f"https://arquivo.pt/wayback/20220806123456mp_/{PAGE}", PAGE, TIME),
        (f"https://www.webarchive.org.uk/wayback/en/archive/20220806123456/{PAGE}", PAGE, TIME),
        (f"https://webarchive.nationalarchives.gov.uk/ukgwa/20220806123456/{PAGE}", PAGE, TIME),
        (f"https://archive.today/20220806123456/{PAGE}", PAGE, TIME),
        (f"https://archive.ph/2022.08.06-123456/{PAGE}", PAGE, TIME),
        (f"https://archive.is/2022/{PAGE}", PAGE, None),
    ],
)
def test_captures_are_recognised(url: str, original: str, time: str | None) -> None:
    """The original and the time of the capture are in the URL, in each archive in its own way."""
    assert capture_of(url) == WebCapture(original, time)


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        f"https://web.archive.org/web/*/{PAGE}",
        "https://web.archive.org/web/20220806123456/",
        "https://archive.ph/AbCd1",
        "http://www.example.cn/20220806123456/index.html",
        f"http://www.example.cn/20220806123456/{PAGE}",
        f"http://web.archive.org.example.cn/web/20220806123456/{PAGE}",
        f"http://archive.today.example.cn/20220806123456/{PAGE}",
        "https://web.archive.org/web/20220806123456/mailto:a@example.cn",
        "https://web.archive.org/web/20220806123456/http://[",
    ],
)
def test_other_urls_are_none(url: str) -> None:
    """A list of captures is no capture, and no site can imitate another one."""
    assert capture_of(url) is None
