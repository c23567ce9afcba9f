"""Tests of news flashes: stories whose headline is all there is."""

from __future__ import annotations

from time import process_time

import pytest

from crawler.discovery.page_shapes import use_of
from crawler.extraction import read_article
from crawler.extraction.tree.page import Page, parse_page
from crawler.reasons import Cause
from crawler.validation import unsoundness

URL = "http://www.lanqiao.test/english/2016-06/30/c_135478948.htm"
INFO = "<div class='info'>Source: Xinhua 2016-06-30 10:05:00</div>"
LINKS = "".join(
    f"<li><a href='/english/c_13547894{n}.htm'>Other story {n} of the day</a></li>" for n in range(10)
)


def page(headline: str, text: str = "", info: str = INFO, url: str = URL) -> Page:
    """Return a page with this headline, date line and text, and with links beside them."""
    markup = (
        f"<html><head><meta charset='utf-8'><title>{headline} - Xinhua</title></head><body>"
        f"<h1>{headline}</h1>{info}<div id='content'>{text}</div><ul>{LINKS}</ul></body></html>"
    )
    return parse_page(markup.encode(), url)


MARKED = [
    "FLASH: BRIDGE OF LANQIAO REOPENS",
    "Urgent: Bridge of Lanqiao reopens",
    "BREAKING NEWS | Bridge of Lanqiao reopens",
    "快讯：蓝桥老桥今日恢复通车",
    "【速報】例野市の橋が再開",
    "[속보] 예시군 다리 재개통",
    "URGENT - Le pont de Lanqiao rouvre",
    "Última hora: reabre el puente de Lanqiao",
    "Eilmeldung: Brücke von Lanqiao wieder offen",
    "Срочно: мост в Ланьцяо снова открыт",
    "عاجل: إعادة فتح جسر لانتشياو",
]
PLAIN = "蓝桥老桥今日恢复通车"
ECHO = f"<p>　　{PLAIN}</p>"


@pytest.mark.parametrize("headline", MARKED)
@pytest.mark.parametrize("text", ["", "<p>HEADLINE</p>", "<p>HEADLINE Enditem</p>"])
def test_marked_flash_is_an_article(headline: str, text: str) -> None:
    """A dated flash is news, also with an empty body, and the crawl reads it whatever stands beside it."""
    flash = page(headline, text.replace("HEADLINE", headline))
    article = read_article(flash)
    assert article.body or article.evidence["flash"] == "mark before the headline"
    assert unsoundness(article) is None
    assert use_of(flash).may_be_article


def test_headline_in_place_of_the_text() -> None:
    """A newsroom's page that says its headline again in place of a text is a flash without a mark."""
    article = read_article(page(PLAIN, ECHO))
    assert (article.body, article.evidence["flash"]) == ((), "the text is the headline")
    assert unsoundness(article) is None
    assert use_of(page(PLAIN, ECHO)).may_be_article


def test_flash_at_a_folder() -> None:
    """A flash at the path of a folder's index is an article, too."""
    url = "http://www.lanqiao.test/news/2022-08-07/Bridge-of-Lanqiao-reopens-1cjkl2mnop/index.html"
    assert unsoundness(read_article(page(MARKED[0], url=url))) is None


@pytest.mark.parametrize(
    ("headline", "text", "info"),
    [
        (PLAIN, "", INFO),
        (PLAIN, f"<video src='/1.mp4'></video>{ECHO}", INFO),
        (PLAIN, f"<p><a href='/1.htm'>{PLAIN}</a></p>", INFO),
        ("Flash floods close bridge of Lanqiao", "", INFO),
        ("快讯编辑部", "", INFO),
    ],
    ids=["no text", "video", "link to itself", "another flash", "a word of its own"],
)
def test_pages_without_text_are_none(headline: str, text: str, info: str) -> None:
    """An ordinary page without text is no flash."""
    article = read_article(page(headline, text, info))
    assert "flash" not in article.evidence
    assert unsoundness(article) is Cause.NO_BODY


def test_undated_flash_is_none() -> None:
    """An undated page is no flash, whatever its headline says."""
    undated = page(MARKED[0], info="", url="http://www.lanqiao.test/about-the-bridge.htm")
    assert unsoundness(read_article(undated)) is Cause.NO_BODY


def test_story_with_a_mark_needs_no_leave() -> None:
    """A story with text is an article by its text: its evidence does not speak of a flash."""
    article = read_article(
        page(MARKED[0], "<p>The old bridge of Lanqiao reopened on Thursday, the county said.</p>")
    )
    assert article.body
    assert "flash" not in article.evidence


def test_many_headings_take_linear_time() -> None:
    """A list of thousands of headings and paragraphs is recognised in seconds."""
    entries = "".join(f"<h3>Heading {n}</h3><p>Line {n} of it</p>{LINKS}" for n in range(1_500))
    listed = parse_page(
        f"<html><body>{entries}</body></html>".encode(), "http://www.lanqiao.test/list/x", None
    )
    before = process_time()
    assert not use_of(listed).may_be_article
    assert process_time() - before < 1.5
