"""When an article was published, as exact as its page says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.extraction import Knowledge, extract_article, parse_page
from crawler.extraction.article import read_article
from crawler.publishers import Publisher
from tests.extraction.markup import article, page, paragraphs

TITLE = "<title>A lock opens in Linshui - Sample News</title>"
HEADLINE = "<h1>A lock opens in Linshui</h1>"
UNDATED = "http://news.sample.test/world/lock.htm"


def published(above: str = "", head: str = "", below: str = "", url: str = UNDATED) -> str | None:
    """Return the date of an article with lines above and below its text."""
    return article(f"{HEADLINE}{above}<div>{paragraphs()}</div>{below}", TITLE + head, url).published


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="PubDate" content="2024-05-08 09:30">',
        '<meta name="publishdate" content="2024-05-08 09:30">',
        '<meta name="firstpublishedtime" content="2024-05-08-09:30">',
        '<meta property="article:published_time" content="2024-05-08T09:30+08:00">',
        '<meta itemprop="datePublished" content="2024-05-08T01:30Z">',
        '<meta name="pub_date" content="2024-05-08T01:30Z">',
        '<meta name="published_at" content="2024-05-08T09:30+08:00">',
        '<meta property="article:published_at" content="2024-05-08T09:30+08:00">',
        '<meta name="publication-date" content="2024-05-08T09:30+08:00">',
        '<meta name="displaydate" content="2024-05-08T09:30+08:00">',
        '<meta name="date.available" content="2024-05-08T09:30+08:00">',
        '<meta name="mediator_published_time" content="2024-05-08T09:30+08:00">',
        '<meta name="iso-8601-publish-date" content="2024-05-08T09:30+08:00">',
        '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-08T01:30Z"}</script>',
    ],
)
def test_metadata(head: str) -> None:
    """Each tag by which sites state the date of publication is read."""
    time = published(head=head)
    assert time in ("2024-05-08T09:30+08:00", "2024-05-08T01:30+00:00")


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
    record = extract_article(page(body), f"http://{host}/a.htm", knowledge=Knowledge())
    assert record.published == "2024-05-08"


@pytest.mark.parametrize(
    "name", ["article:modified_time", "dcterms.modified", "date.modified", "article.updated", "modified_at"]
)
def test_modified(name: str) -> None:
    """The last change is stated in the head, or not at all."""
    head = f'<meta property="{name}" content="2024-05-09T10:00+08:00">'
    record = article(f"{HEADLINE}<div>{paragraphs()}</div>", TITLE + head)
    assert record.modified == "2024-05-09T10:00+08:00"
    assert article(f"{HEADLINE}<div>{paragraphs()}</div>").modified is None


def dated(
    above: str = "", head: str = "", below: str = "", over: str = "", url: str = UNDATED
) -> tuple[str | None, ...]:
    """Return published, modified and the rule, of a page with a top bar and an article of its own."""
    body = f"<div class='story'>{over}{HEADLINE}{above}<div>{paragraphs()}</div>{below}</div>"
    record = article(f"<div class='top'>Sample News</div>{body}", TITLE + head, url)
    return record.published, record.modified, record.evidence["published"]


@pytest.mark.parametrize(
    "element",
    [
        '<time datetime="2024-05-08T09:30+08:00">2 hours ago</time>',
        '<div><time datetime="2024-05-08T09:30+08:00">3 小时前</time> 来源：样例网</div>',
        '<abbr class="published" title="2024-05-08T09:30+08:00">09:30</abbr>',
        '<span itemprop="datePublished" content="2024-05-08T09:30+08:00">Wednesday</span>',
        '<span class="post-date" data-timestamp="1715131800">yesterday</span>',
        '<span class="timeago" title="2024-05-08 09:30">yesterday</span>',
        '<relative-time datetime="2024-05-08T09:30+08:00"></relative-time>',
        '<span property="dc:date dc:created" content="2024-05-08T09:30+08:00">Wednesday</span>',
        '<div property="schema:datePublished" content="2024-05-08T09:30+08:00">Wednesday</div>',
        '<span class="tarih" title="2024-05-08T09:30+08:00">dün</span>',
        '<p class="fecha" data-ts="1715131800">ayer</p>',
        '<div class="uhrzeit" data-created="2024-05-08T09:30+08:00">gestern</div>',
    ],
)
def test_element_that_carries_the_date(element: str) -> None:
    """An attribute tells the time where the text is relative, for readers or empty."""
    for times in (dated(above=element), dated(over=element)):
        assert (times[0] or "").replace(":00+", "+") == "2024-05-08T09:30+08:00"
        assert times[2] == "dated element"


@pytest.mark.parametrize("text", ["2 hours ago", "3 小时前", "вчера", "yesterday at 9:30"])
def test_relative_date_is_none(text: str) -> None:
    """Nobody knows when the page was written."""
    assert dated(above=f"<p class='date'>{text}</p>")[0] is None


UPDATED_FIRST = [
    "<p>Updated: 2024-05-09 | Published: 2024-05-08</p>",
    "<p>Last modified May 9, 2024. Posted May 8, 2024</p>",
    "<p>更新时间：2024-05-09 发布时间：2024-05-08</p>",
    "<p>2024年5月9日 更新 / 2024年5月8日 公開</p>",
    "<p>수정 2024.05.09 입력 2024.05.08</p>",
    "<p>Mis à jour le 9 mai 2024, publié le 8 mai 2024</p>",
    "<p>Actualizado: 9 de mayo de 2024. Publicado: 8 de mayo de 2024</p>",
    "<p>Обновлено 9 мая 2024, опубликовано 8 мая 2024</p>",
    "<p>Updated <time datetime='2024-05-09'>9</time>, posted <time datetime='2024-05-08'>8</time></p>",
    "<p>Updated <time datetime='2024-05-09'/> 9:30, posted <time datetime='2024-05-08'/> 9:30</p>",
    "<span class='updated'>2024-05-09</span> <span class='published'>2024-05-08</span>",
]


@pytest.mark.parametrize("line", UPDATED_FIRST)
def test_update_printed_before_publication(line: str) -> None:
    """Labels tell the date of publication from that of the update, whichever is printed first."""
    assert dated(above=line)[:2] == ("2024-05-08", "2024-05-09")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("<p>Updated: May 9, 2024</p>", "update above the text"),
        ("<p>更新时间：2024-05-09</p>", "update above the text"),
        ("<time class='updated' datetime='2024-05-09'>today</time>", "update in a dated element"),
    ],
)
def test_update_alone_stands_in(line: str, rule: str) -> None:
    """Where only an update is printed, both dates are that one, and the evidence says so."""
    assert dated(above=line) == ("2024-05-09", "2024-05-09", rule)


def test_update_never_hides_a_stated_publication() -> None:
    """The head's own date of publication stays, and the printed update is the change."""
    head = '<meta property="article:published_time" content="2021-01-02T08:00+08:00">'
    dates = dated(above="<p>Last updated: May 9, 2024</p>", head=head)
    assert dates[:2] == ("2021-01-02T08:00+08:00", "2024-05-09")


def test_stated_day_cannot_follow_a_printed_update() -> None:
    """A day in the head on which the update had been made already is not that of publication."""
    head = '<meta name="publishdate" content="2024-05-10">'
    assert dated(above="<p>Updated: 2024-05-09 09:30</p>", head=head)[0] == "2024-05-09T09:30+08:00"


def test_printed_day_goes_before_the_day_in_the_head() -> None:
    """Of two plain days, the one beside the source is shown to readers."""
    head = '<meta name="publishdate" content="2024-05-09">'
    assert dated(above="<p>2024-05-08 来源：样例网</p>", head=head)[0] == "2024-05-08"
    told = "<p>The lock was closed for repairs on 2024-05-01, and many a boat had to wait in the river</p>"
    assert dated(above=told, head=head)[0] == "2024-05-09"


@pytest.mark.parametrize(
    "bar",
    [
        "<div class='topbar'>今天是2026年11月29日 星期日</div>",
        "<div class='top'>Sunday, November 29, 2026</div>",
        "<div id='today'><time datetime='2026-11-29'>29 Nov</time></div>",
        "<div class='top'>2026年11月29日 农历十月廿一</div>",
    ],
)
def test_today_is_no_date_of_publication(bar: str) -> None:
    """The date in a page's top bar is never taken, not even where there is no other."""
    body = f"{bar}<div class='story'>{HEADLINE}<div>{paragraphs()}</div>"
    assert article(f"{body}</div>", TITLE, UNDATED).published is None
    assert article(f"{body}<p>Posted May 8, 2024</p></div>", TITLE, UNDATED).published == "2024-05-08"
    dated_url = "http://news.sample.test/2024-05/08/content_1.htm"
    assert article(f"{body}</div>", TITLE, dated_url).published == "2024-05-08"


@pytest.mark.parametrize(
    ("language", "host", "line", "day"),
    [
        ("en-US", "www.sample.test", "05/08/2024", "2024-05-08"),
        ("en", "www.sample.com", "05/08/2024", "2024-05-08"),
        ("en-GB", "www.sample.test", "05/08/2024", "2024-08-05"),
        ("fr", "www.sample.com", "05/08/2024", "2024-08-05"),
        ("en", "www.sample.co.uk", "05/08/2024", "2024-08-05"),
        ("de", "www.sample.test", "08.05.24", "2024-05-08"),
        ("zh-CN", "www.sample.test", "发布时间：24-05-08", "2024-05-08"),
    ],
)
def test_order_of_figures(language: str, host: str, line: str, day: str) -> None:
    """The readers' language and country tell the day from the month."""
    body = f"{HEADLINE}<p>{line}</p><div>{paragraphs()}</div>"
    markup = page(body, TITLE).replace(b"<html", f'<html lang="{language}"'.encode())
    assert extract_article(markup, f"http://{host}/a.htm", knowledge=Knowledge()).published == day


def test_order_of_figures_by_another_date() -> None:
    """A date that the page gives elsewhere, or one with a single reading, goes before the readers' habit."""
    head = '<meta property="article:modified_time" content="2024-08-05T10:00Z">'
    assert dated(above="<p>08/05/2024</p>", head=head)[0] == "2024-08-05"
    assert dated(above="<p>08/05/2024</p>", below="<p>Reviewed: 08/28/2024</p>")[0] == "2024-08-05"


@pytest.mark.parametrize(
    ("below", "rule"),
    [
        ("<p>Published on 8 May 2024 at 09:30</p>", "line below the text"),
        ("<p>Published</p><p>May 8, 2024</p>", "line below the text"),
        (
            "<footer><abbr itemprop='datePublished' title='2024-05-08'>8 May</abbr></footer>",
            "only dated element",
        ),
        ("<div class='publish-info'>May 8, 2024</div>", "only dated element"),
        ("<input type='hidden' id='pubtime' value='2024-05-08'>", "only dated element"),
        ("<script>var publish_time = '2024-05-08';</script>", "script"),
    ],
)
def test_date_below_the_text(below: str, rule: str) -> None:
    """Labels, microdata and fields date a page that prints nothing beside its headline."""
    dates = dated(below=below)
    assert ((dates[0] or "")[:10], dates[2]) == ("2024-05-08", rule)


def test_line_elsewhere() -> None:
    """A line with source and date dates a page whose head was not recognised; one in a comment does not."""
    line = "<div><b>2024-05-08 09:30</b> Source: Sample News</div>"
    aside = f"<h1>A lock opens in Linshui</h1><div>{paragraphs()}</div><section><div>{line}</div></section>"
    record = article(aside, TITLE, UNDATED)
    assert record.published == "2024-05-08T09:30+08:00"
    assert article(aside.replace("<section", "<section class='comments'"), TITLE, UNDATED).published is None


def test_day_after_the_fetch_is_not_believed() -> None:
    """A date that lies ahead of the fetch loses against any other, and stays where it is alone."""
    head = '<meta name="PubDate" content="2099-05-08 09:30">'
    parsed = parse_page(page(f"{HEADLINE}<p>2024-05-08</p><div>{paragraphs()}</div>", TITLE + head), UNDATED)
    assert read_article(replace(parsed, fetched="2024-05-09T00:00:00Z")).published == "2024-05-08"
    alone = parse_page(page(f"{HEADLINE}<div>{paragraphs()}</div>", TITLE + head), UNDATED)
    ahead = read_article(replace(alone, fetched="2024-05-09T00:00:00Z"))
    assert (ahead.published, "published.ahead" in ahead.evidence) == ("2099-05-08T09:30+08:00", True)


def test_change_in_the_head_is_no_publication() -> None:
    """The time of a change alone does not date the article."""
    head = '<meta property="article:modified_time" content="2024-05-09T10:00+08:00">'
    assert dated(head=head)[:2] == (None, "2024-05-09T10:00+08:00")


@pytest.mark.parametrize(
    ("tag", "moment", "expected"),
    [
        ("pubdate", "2024-05-08T09:30:00Z", "2024-05-08T09:30:00+08:00"),
        ("pubdate", "2024-05-08T09:30:00+02:00", "2024-05-08T09:30:00+02:00"),
        ("publishdate", "2024-05-08T09:30:00Z", "2024-05-08T09:30:00+00:00"),
    ],
)
def test_local_time_that_says_utc(tag: str, moment: str, expected: str) -> None:
    """A declaration names the meta tags whose times are local although they say UTC."""
    sample = Publisher(
        name="sample.test",
        title="Sample",
        hosts=("sample.test",),
        start=("https://sample.test/",),
        language="en",
        local_dates=("pubdate",),
    )
    html = page(
        f"<h1>A lock opens in Linshui</h1><div>{paragraphs()}</div>",
        f'<meta name="{tag}" content="{moment}">',
    )
    record = extract_article(html, UNDATED, "text/html", Knowledge(publisher=sample))
    assert record.published == expected


def test_time_marked_as_the_date_of_publication() -> None:
    """Of two times outside the article's head, the one with `pubdate` is that of publication."""
    below = (
        '<div class="x"><time datetime="2024-05-08T09:30+08:00" pubdate>8 May</time></div>'
        '<div class="y"><time datetime="2024-05-12T10:00+08:00">12 May</time></div>'
    )
    assert published(below=below) == "2024-05-08T09:30+08:00"


MIDNIGHTS = [
    "2024-05-08T00:00:00",
    "2024-05-08T00:00:00+08:00",
    "2024-05-08T00:00:00.000Z",
    "2024-05-08 00:00",
]
STATED = [
    "<p property='dc:date' content='{}'>8 May 2024</p>",
    "<p itemprop='datePublished' content='{}'>8 May 2024</p>",
    "<time datetime='{}'>8 May 2024</time>",
    "<meta property='article:published_time' content='{}'>",
    '<script type=\'application/ld+json\'>{{"@type": "NewsArticle", "datePublished": "{}"}}</script>',
]


@pytest.mark.parametrize("midnight", MIDNIGHTS)
@pytest.mark.parametrize("stated", STATED)
def test_stated_midnight_is_a_day(stated: str, midnight: str) -> None:
    """Systems that store a day add midnight to it, in any zone; the article has no hour."""
    assert published(stated.format(midnight)) == "2024-05-08"


@pytest.mark.parametrize(
    ("above", "time"),
    [
        ("<time datetime='2024-05-08T00:00:00'>8 May 2024, 14:35</time>", "2024-05-08T14:35+08:00"),
        ("<time datetime='2024-05-08'>8 May 2024, 14:35</time>", "2024-05-08T14:35+08:00"),
        ("<time datetime='2024-05-08T00:00:00'>9 May 2024, 14:35</time>", "2024-05-08"),
        ("<time datetime='2024-05-08T00:00:00'>8 May 2024, 00:00</time>", "2024-05-08"),
        ("<time datetime='2024-05-08T00:00:30'>8 May 2024</time>", "2024-05-08T00:00:30+08:00"),
        ("<p>8 May 2024, 00:00</p>", "2024-05-08T00:00+08:00"),
    ],
)
def test_hour_printed_beside_a_stated_day(above: str, time: str) -> None:
    """The hour that an element prints completes its stated day; a printed midnight counts alone only."""
    assert published(above) == time


def test_line_below_a_stated_midnight() -> None:
    """The hour of a printed line completes the day of the metadata; a midnight in it is none."""
    midnight = "<meta property='article:published_time' content='2024-05-08T00:00:00Z'>"
    assert published("<p>2024-05-08 00:00</p>", midnight) == "2024-05-08"
    assert published("<p>2024-05-08 14:35</p>", midnight) == "2024-05-08T14:35+08:00"


def test_stated_midnight_of_a_change() -> None:
    """The time of the last change is read by the same rule."""
    stated = "<meta property='article:modified_time' content='2024-05-09T00:00:00Z'>"
    assert article(f"{HEADLINE}<div>{paragraphs()}</div>", TITLE + stated, UNDATED).modified == "2024-05-09"
