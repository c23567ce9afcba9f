"""Tests of pages that a web archive captured: they are read as the pages that they were."""

from __future__ import annotations

import pytest

from crawler.extraction import extract_article
from crawler.extraction.tree.captured import as_captured

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
URL = "http://www.china.org.cn/2022-08/06/content_78360001.htm"
STAMP = "20220806123456"
WAYBACK = f"https://web.archive.org/web/{STAMP}"
TODAY = f"https://archive.ph/{STAMP}"
WAYBACK_BAR = (
    "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id='wm-ipp-base'><p>12 captures of this page, and many more"
    " words about them than the page itself has, so that a general scorer would prefer them to the text.</p>"
    "</div><!-- END WAYBACK TOOLBAR INSERT -->"
)
TODAY_BAR = "<div id='HEADER'><table><tr><td>webpage capture</td><td>Saved from</td></tr></table></div>"


def page(prefix: str, bar: str) -> bytes:
    """Return an article as an archive serves it: its URLs behind a prefix, and a bar above it."""
    paragraphs = "".join(f"<p>{SENTENCE} Visitor {number} saw it.</p>" for number in range(4))
    return (
        f"<html><head><meta charset='utf-8'><title>Survey ends</title>"
        f"<link rel='canonical' href='{prefix}{URL}'></head><body>{bar}<h1>Survey of old bridge ends</h1>"
        f"<div id='content'><p><img src='{prefix}http://images.example.cn/1.jpg'></p>"
        f"<p>A view of the bridge. (Photo: Lin Wu)</p>{paragraphs}</div></body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("url", "prefix", "bar"),
    [
        (f"{WAYBACK}/{URL}", f"/web/{STAMP}im_/", WAYBACK_BAR),
        (f"{WAYBACK}/{URL}", f"{WAYBACK}/", WAYBACK_BAR),
        (f"{WAYBACK}/{URL}", f"//web.archive.org/web/{STAMP}cs_/", WAYBACK_BAR),
        (f"{WAYBACK}id_/{URL}", "", ""),
        (f"https://web.archive.org/web/2022/{URL}", "/web/2022im_/", WAYBACK_BAR),
        (f"{TODAY}/{URL}", f"{TODAY}/", TODAY_BAR),
        (f"{TODAY}/{URL}", "https://archive.ph/o/AbCd1/", TODAY_BAR),
    ],
)
def test_capture_is_read_as_the_page_that_it_was(url: str, prefix: str, bar: str) -> None:
    """Publisher, URLs and text are those of the original; the evidence names the archive."""
    article = extract_article(page(prefix, bar), url)
    assert (article.url, article.canonical_url, article.publisher) == (URL, URL, "china.org.cn")
    assert article.evidence["capture"] == url
    assert article.headline == "Survey of old bridge ends"
    assert [photo.url for photo in article.photos] == ["http://images.example.cn/1.jpg"]
    assert all(SENTENCE in line for line in article.body)
    assert len(article.body) == 4


def test_time_of_the_capture_is_that_of_the_fetch() -> None:
    """Where the URL says it to the second."""
    assert extract_article(page("", ""), f"{WAYBACK}/{URL}").fetched == "2022-08-06T12:34:56+00:00"
    assert extract_article(page("", ""), f"https://web.archive.org/web/2022/{URL}").fetched is None


def test_other_pages_are_not_touched() -> None:
    """A page that only mentions an archive keeps its links, and has no such evidence."""
    article = extract_article(page("", TODAY_BAR), URL)
    assert "capture" not in article.evidence
    assert article.fetched is None


@pytest.mark.parametrize(
    "text",
    [
        b"<p>Written on /20220806/ and 20220806123456/http: both stay.</p>",
        b"<a href='/web/news/http://a.cn/'>x</a>",
        b"<a href='http://www.example.cn/2022/index.html'>x</a>",
    ],
)
def test_what_is_no_prefix_stays(text: bytes) -> None:
    """Only the prefix of a capture goes."""
    assert as_captured(text) == text
