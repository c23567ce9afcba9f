"""When an article was published, as exact as its page says."""

from __future__ import annotations

import pytest

from crawler.extraction import Knowledge, extract_article
from tests.extraction.markup import article, page, paragraphs

TITLE = "<title>A lock opens in Linshui - Sample News</title>"
HEADLINE = "<h1>A lock opens in Linshui</h1>"
UNDATED = "http://news.sample.test/world/lock.htm"


def published(above: str = "", head: str = "", below: str = "", url: str = UNDATED) -> str | None:
    """The date of an article with lines above and below its text."""
    return article(f"{HEADLINE}{above}<div>{paragraphs()}</div>{below}", TITLE + head, url).published


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="PubDate" content="2024-05-08 09:30">',
        '<meta name="publishdate" content="2024-05-08 09:30">',
        '<meta property="article:published_time" content="2024-05-08T09:30+08:00">',
        '<meta itemprop="datePublished" content="2024-05-08T01:30Z">',
        '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-08T01:30Z"}</script>',
    ],
)
def test_metadata(head: str) -> None:
    """Every tag in which the family dates its articles is read."""
    found = published(head=head)
    assert found in ("2024-05-08T09:30+08:00", "2024-05-08T01:30+00:00")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024-05-08 09:30", "2024-05-08T09:30+08:00"),
        ("Source: Xinhua | 2024-05-08", "2024-05-08"),
        ("2024年05月08日09:30 来源：样例网", "2024-05-08T09:30+08:00"),
        ("Updated: May 8, 2024 09:30", "2024-05-08T09:30+08:00"),
        ("China.org.cn, May 8, 2024", "2024-05-08"),
        ("11:35, May 08, 2024", "2024-05-08T11:35+08:00"),
        ("8 мая 2024, 09:30", "2024-05-08T09:30+08:00"),
    ],
)
def test_printed_line(line: str, day: str) -> None:
    """The line below the headline gives day and time; a time without a zone is Beijing's."""
    assert published(f"<p>{line}</p>") == day


def test_metadata_comes_first() -> None:
    """A printed date of something else does not count against the page's own statement."""
    head = '<meta name="PubDate" content="2024-05-08">'
    assert published("<p>Founded on 1988-01-02</p>", head) == "2024-05-08"


def test_printed_time_completes_the_day_of_the_metadata() -> None:
    """The richer form of the same day is taken."""
    head = '<meta name="PubDate" content="2024-05-08">'
    assert published("<p>2024-05-08 09:30</p>", head) == "2024-05-08T09:30+08:00"


def test_labelled_date_below_the_text() -> None:
    """Some sites date an article at its end."""
    assert published(below="<p>发布日期：2024-05-08</p>") == "2024-05-08"


def test_unlabelled_date_below_the_text_is_another_story() -> None:
    """Dates beside related links are not the article's."""
    assert published(below="<ul><li>2023-01-02</li></ul>") is None


def test_url() -> None:
    """The URL is asked last."""
    assert published(url="http://news.sample.test/2024-05/08/content_1.htm") == "2024-05-08"


def test_nothing() -> None:
    """A page that gives no date has none."""
    assert published() is None


@pytest.mark.parametrize("host", ["www.sample.de", "news.sample.fr", "sample.co.uk"])
def test_no_zone_is_invented_abroad(host: str) -> None:
    """Under another country's domain, a time without a zone counts as its day."""
    body = f"{HEADLINE}<p>2024-05-08 09:30</p><div>{paragraphs()}</div>"
    found = extract_article(page(body), f"http://{host}/a.htm", knowledge=Knowledge())
    assert found.published == "2024-05-08"


def test_modified() -> None:
    """The last change is stated in the head, or not at all."""
    head = '<meta property="article:modified_time" content="2024-05-09T10:00+08:00">'
    found = article(f"{HEADLINE}<div>{paragraphs()}</div>", TITLE + head)
    assert found.modified == "2024-05-09T10:00+08:00"
    assert article(f"{HEADLINE}<div>{paragraphs()}</div>").modified is None
