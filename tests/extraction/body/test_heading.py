"""The headline of a page whose titles do not name it: the line that is printed as one above the text."""

from __future__ import annotations

import pytest

from crawler.extraction import Knowledge, extract_article
from crawler.publishers import Layout
from tests.extraction.markup import URL, article, page, paragraphs

SITE = "<title>Muqiao Courier online</title>"
HEADLINE = "Forty boats pass the lock of Linshui"
CHINESE_SITE = "<title>木桥新闻网海外版 - 木桥日报 - Muqiao Daily Newspaper</title>"
CHINESE = "林水船闸开放 首日四十条船通过"
CHINESE_TEXT = (
    "<p>林水县的船闸星期一开放，首日有四十条船通过，比上个月全月还多，值班员吴林在本子上记下了每一条船的名字和时间。</p>"
    "<p>船闸的两扇新闸门是去年冬天安装的，县里还为它配了水泵和一座岗亭，渔民为此等了很多年，如今再也不用绕路。</p>"
    "<p>值班员说，他秋天就要退休，到时候由学校的一个班级接着记潮水，一页一页地记下去，直到新的值班员上任。</p>"
    "<p>下游木桥镇的人也来看开闸，他们坐的是早上的第一班船，回去时天已经黑了，岸上的灯一盏一盏亮起来。</p>"
)


@pytest.mark.parametrize(
    "above",
    [
        f"<div><font size='5'>{HEADLINE}</font></div><div>2024-05-08 09:30</div>",
        f"<table><tr><td align='center'><b>{HEADLINE}</b></td></tr><tr><td>2024-05-08</td></tr></table>",
        f"<center><strong>{HEADLINE}</strong><br><br></center><p>8/5/2024</p>",
        f"<div style='font-size: 24px; font-weight: bold'>{HEADLINE}</div>",
        f"<table><tr><th class='f24'><font color='#05006C'>{HEADLINE}</font></th></tr></table>",
        f"<div class='bt'>{HEADLINE}</div>",
        f"<div id='left_1'>{HEADLINE}</div><div id='left_2'>2024-05-08 09:30</div>",
        f"<h2><a href='/2024/05/boats.html'>{HEADLINE}</a></h2><div>8.5.2024</div>",
        f"<h3>Latest news</h3><h2>{HEADLINE}</h2><h4>Letters to us</h4>",
    ],
    ids=[
        "large font",
        "bold cell",
        "bold centre",
        "style",
        "cell's class",
        "class",
        "plain before a date",
        "link",
        "among headings",
    ],
)
def test_title_of_the_site_gives_way_to_the_line_above_the_text(above: str) -> None:
    """A title without a word of the text is the site's; the headline is the line printed as one."""
    assert article(f"{above}<div>{paragraphs()}</div>", SITE).headline == HEADLINE


def test_page_without_any_title() -> None:
    """Without any title, too, the headline is the line printed as one."""
    body = (
        f"<div>Muqiao Courier</div><div><b>{HEADLINE}</b></div><div>2024-05-08</div><div>{paragraphs()}</div>"
    )
    assert article(body, "").headline == HEADLINE


def test_masthead_that_repeats_a_part_of_the_title_is_no_headline() -> None:
    """A line without any word of the text gives way to the bold line above the text, also within a table."""
    above = "<div><span>Muqiao Daily Newspaper</span></div>"
    table = f"<table><tr><td><b>{CHINESE}</b></td></tr><tr><td>{CHINESE_TEXT}</td></tr></table>"
    assert article(f"{above}{table}", CHINESE_SITE).headline == CHINESE


def test_heading_of_a_box_below_the_text_is_no_headline() -> None:
    """The only h1 of the page is the heading of a box behind the text."""
    below = "<div><h1>Most viewed today</h1><a href='/a.html'>Fish return to the fields</a></div>"
    body = f"<div><b>{HEADLINE}</b></div><div>2024-05-08</div><div>{paragraphs()}</div>{below}"
    assert article(body, SITE).headline == HEADLINE


@pytest.mark.parametrize(
    "above",
    [
        "<h3>Local</h3>",
        "<div><b>The county of Linshui</b></div>",
        "<h2>Letters to the master of the house</h2>",
    ],
    ids=["section", "plain line", "other heading"],
)
def test_title_that_names_the_story_stays(above: str) -> None:
    """Names of sections, plain lines and other headings do not replace a title with words of the text."""
    head = f"<title>{HEADLINE} - Muqiao Courier</title>"
    assert article(f"{above}<div>{paragraphs()}</div>", head).headline == HEADLINE


def test_short_title_of_a_column_gives_way_to_the_heading() -> None:
    """A title of few words that the text has by chance names less of the story than the heading."""
    head = "<title>Tide books</title>"
    assert article(f"<h3>{HEADLINE}</h3><div>{paragraphs()}</div>", head).headline == HEADLINE


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Lin Wu, Muqiao Courier</p>",
        "<div>Published 2024-05-08 by the lock of Linshui</div>",
        "<div><a href='/b.html'>Forty boats and a lock</a></div>",
        "<p>The lock opened on Monday, and forty boats passed.</p>",
        "<aside><b>Boats at the lock of Linshui</b></aside>",
    ],
    ids=["byline", "date", "link", "sentence", "aside"],
)
def test_other_lines_above_the_text_are_no_headline(line: str) -> None:
    """Bylines, dates, links, sentences and asides never become the headline."""
    assert article(f"{line}<div>{paragraphs()}</div>", SITE).headline == "Muqiao Courier online"


def test_layout_with_the_heading_of_a_box() -> None:
    """A heading that repeats the title comes before a layout's h1 below it that agrees with no title."""
    known = Knowledge(None, (Layout(name="a", fingerprint=("#t",), headline=("h1",), body=("#t",)),))
    box = "<div><h1>Related Stories</h1></div>"
    body = f"<h2>{HEADLINE}</h2><div id='t'>{paragraphs()}</div>{box}"
    head = f"<title>{HEADLINE}[1]|courier.example</title>"
    assert extract_article(page(body, head), URL, knowledge=known).headline == HEADLINE


def test_layout_with_the_headline_below_a_title_in_a_bar() -> None:
    """The layout's heading stays the headline if a title agrees with it, too."""
    known = Knowledge(None, (Layout(name="a", fingerprint=("#t",), headline=("h1",), body=("#t",)),))
    body = f"<h2>{HEADLINE}</h2><h1>{HEADLINE}: a record</h1><div id='t'>{paragraphs()}</div>"
    head = f"<title>{HEADLINE}</title><meta property='og:title' content='{HEADLINE}: a record'>"
    assert extract_article(page(body, head), URL, knowledge=known).headline == f"{HEADLINE}: a record"


@pytest.mark.parametrize("name", ["overskrift", "haber-baslik", "titulo", "dabiaoti", "zagolovok", "rubrik"])
def test_line_named_a_headline_in_another_language(name: str) -> None:
    """Without any title in the head, the line that is named a headline in the site's language is one."""
    kicker = "<div class='k'>Harbours</div>"
    line = f"<div class='{name}'>A lock opens in Linshui</div><div class='d'>2024-05-08 09:30</div>"
    assert article(f"{kicker}{line}<div>{paragraphs()}</div>", "").headline == "A lock opens in Linshui"


@pytest.mark.parametrize("name", ["parsely-title", "sailthru.title", "dcterms.title"])
def test_title_for_statistics_and_newsletters(name: str) -> None:
    """A page that prints no headline has it in the tags for statistics, newsletters and libraries."""
    head = f'<title>Sample News</title><meta name="{name}" content="A lock opens in Linshui">'
    assert article(f"<div>{paragraphs()}</div>", head).headline == "A lock opens in Linshui"
