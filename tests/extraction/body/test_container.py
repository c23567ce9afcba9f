"""Where the text of a page stands, found by its weight."""

from __future__ import annotations

import pytest

from crawler.extraction import Knowledge, parse_page
from crawler.extraction.body.reading import read_unjudged
from crawler.extraction.body.sorting import Role
from tests.extraction.markup import PARAGRAPHS, URL, article, page, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"
LINKS = "".join(
    f'<li><a href="/{n}.htm">Another story with a headline, number {n}</a></li>' for n in range(30)
)
TEASERS = "".join(
    f'<div class="item"><a href="/{n}.htm">Story {n}</a><p>A teaser, told in a sentence, ends.</p></div>'
    for n in range(12)
)
COMMENT = "<p>I was there, and it was wonderful, said a reader, who wrote at some length about it all.</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADLINE}<div>{paragraphs()}</div>",
        f"<ul>{LINKS}</ul>{HEADLINE}<div>{paragraphs()}</div><ul>{LINKS}</ul>",
        f"{HEADLINE}<div class='text'>{paragraphs()}</div><div class='comments'>{COMMENT * 12}</div>",
        f"{HEADLINE}<div class='a'>{paragraphs()}</div><div class='side'>{TEASERS}</div>",
        f"<div class='recommend'>{COMMENT * 9}</div><div>{HEADLINE}<div>{paragraphs()}</div></div>",
        f"{HEADLINE}<table><tr><td><table><tr><td>{paragraphs()}</td></tr></table></td></tr></table>",
        HEADLINE + "<div>" + "<br><br>".join(PARAGRAPHS) + "</div>",
        HEADLINE + "<div>" + "".join(f"<div class='text'>{text}</div>" for text in PARAGRAPHS) + "</div>",
        HEADLINE
        + "<article>"
        + "".join(f"<section><p>{text}</p></section>" for text in PARAGRAPHS)
        + "</article>",
        f"{HEADLINE}<form><div>{paragraphs()}</div></form>",
        f"{HEADLINE}<div class='content-with-sidebar'>{paragraphs()}</div>",
    ],
    ids=[
        "plain",
        "link lists",
        "comments",
        "teasers",
        "recommended",
        "tables",
        "br",
        "divs",
        "sections",
        "form",
        "misnamed",
    ],
)
def test_body_is_the_four_paragraphs(body: str) -> None:
    """Whatever stands around it, the text is found, whole and alone."""
    assert article(body).body == PARAGRAPHS


def test_single_paragraph() -> None:
    """A flash of one paragraph is an article, too."""
    body = f"{HEADLINE}<div id='txt'>{PARAGRAPHS[0]}</div><div class='tuijian'>{TEASERS}</div>"
    assert article(body).body == (PARAGRAPHS[0],)


def test_indented_bare_text() -> None:
    """Ideographic indentation and line breaks part paragraphs that have no elements."""
    first, second = (
        "　　湖边的水文站在周一换上了新的标尺，值班员为此等了三年。",
        "　　他说，旧标尺记得每一次洪水，舍不得扔。",
    )
    record = article(
        f"<h1>水文站换新标尺</h1><div>{first}<br/>\n{second}</div>", "<title>水文站换新标尺</title>"
    )
    assert record.body == (first.strip("　"), second.strip("　"))


SIDEBAR = "".join(
    f"<div class='b{n}'><p>Story {n} of another week, told in one long sentence of its own.</p>"
    f"<div><p>It goes on here, number {n}, with more words than the article has, one by one.</p></div></div>"
    for n in range(30)
)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_longer_sidebar_above_the_headline(count: int) -> None:
    """Text above the headline is not the article's, however much longer it is."""
    text = paragraphs(PARAGRAPHS[:count])
    right = f"<div>{HEADLINE}</div><div>{text}</div>"
    body = f"<div class='left'><div>{SIDEBAR}</div></div><div class='right'>{right}</div>"
    assert article(body).body == PARAGRAPHS[:count]


def test_text_above_a_headline_with_nothing_below_it() -> None:
    """A title that comes again below the text does not send the search there."""
    body = f"<div><div>{paragraphs()}</div></div><div><h1>A lock opens in Linshui</h1><p>Share it.</p></div>"
    assert article(body).body == PARAGRAPHS


def test_page_without_text() -> None:
    """A page of links has no body."""
    assert article(f"<ul>{LINKS}</ul>").body == ()


@pytest.mark.parametrize("body", ["", "<p></p>", "<!-- nothing -->", "<script>var a = 1;</script>"])
def test_empty_page(body: str) -> None:
    """An empty page yields empty fields and no error."""
    record = article(body, "")
    assert (record.headline, record.body, record.photos) == ("", (), ())


def test_text_that_stands_there_twice_comes_once() -> None:
    """A second copy, for phones, is dropped."""
    body = f"{HEADLINE}<main><div class='pc'>{paragraphs()}</div><div class='pc'>{paragraphs()}</div></main>"
    assert article(body).body == PARAGRAPHS


def test_hidden_text_stays_out() -> None:
    """Hidden text is not read."""
    body = f"{HEADLINE}<div>{paragraphs()}<p style='display: none'>Hidden words, not for readers.</p></div>"
    assert article(body).body == PARAGRAPHS


SHORT = ("The old lock of Linshui is closed from Monday on.", "Boats go round by the sea until autumn.")
SHORT_CHINESE = ("五月二十日起，林水水闸封闭施工。", "请过往船只提前绕行。")
UPLOADED = "Disclaimer: The above content is uploaded by users of this platform, which only stores it. "
YI = ("ꆈꌠꉙꂷꄮꑍꐥꇬꀋꉬꂿꏦꁧꌠꅉꇁꐥꄉꀕꃅꌠꉬ", "ꑳꋍꂷꁧꇈꄉꑍꋍꐥꌠꅉꇁꉬꄷꀋꐥꃅ")
THAI = ("เมื่อวันจันทร์ประตูน้ำเปิดอีกครั้งหลังจากซ่อมมาสามปี", "ชาวประมงพายเรือมาดูกันตั้งแต่เช้าจนถึงเย็น")
TIBETAN = ("ཆུ་སྒོ་གསར་པ་དེ་གཟའ་ཟླ་བའི་ཉིན་ཕྱེ་སོང་།", "ཉ་པ་མང་པོ་གྲུ་ལ་བསྡད་ནས་ལྟ་རུ་ཡོང་སོང་།")


@pytest.mark.parametrize(
    ("texts", "notice"),
    [
        (SHORT_CHINESE, "特别声明：以上内容由用户上传并发布，本平台只提供存储服务。"),
        (SHORT, "Copyright 2024 Sample News. All rights are reserved by the publisher. " * 2),
        (SHORT, UPLOADED),
    ],
)
def test_notice_longer_than_the_text(texts: tuple[str, ...], notice: str) -> None:
    """A short text stands before a longer notice below it."""
    body = f"<div class='post'>{paragraphs(texts)}</div><div class='statement'><p>{notice}</p></div>"
    assert article(f"<h1>The lock is closed</h1>{body}").body == texts


@pytest.mark.parametrize("texts", [YI, THAI, TIBETAN], ids=("Yi", "Thai", "Tibetan"))
def test_other_marks_or_none(texts: tuple[str, ...]) -> None:
    """A text needs none of the marks that end English and Chinese sentences."""
    foot = "<div class='end'>Copyright Sample News. All rights reserved.</div>"
    assert article(f"<h1>A lock opens</h1><div class='content'>{paragraphs(texts)}</div>{foot}").body == texts


@pytest.mark.parametrize(("each", "text"), [("div", "div"), ("div", "p"), ("li", "p")])
def test_records_below_the_text(each: str, text: str) -> None:
    """A text stands before comments that are much longer, and have no name that says so."""
    comments = "".join(
        f"<{each}><b>Lin Wu</b><{text}>{paragraph} That was comment {n}.</{text}></{each}>"
        for n in range(6)
        for paragraph in PARAGRAPHS
    )
    unjudged = read_unjudged(
        parse_page(page(f"{HEADLINE}<div>{paragraphs()}</div><div>{comments}</div>"), URL), Knowledge()
    )
    assert unjudged.texts(Role.BODY) == list(PARAGRAPHS)


def test_sections_below_a_box() -> None:
    """Sections of several paragraphs are no records: the box before them is not the text."""
    points = "".join(f"<div>{text}</div>" for text in PARAGRAPHS[:2])
    sections = "".join(f"<div><h2>Part {n}</h2>{paragraphs()}</div>" for n in range(7))
    unjudged = read_unjudged(
        parse_page(page(f"{HEADLINE}<div>{points}</div><div>{sections}</div>"), URL), Knowledge()
    )
    assert len(unjudged.texts(Role.BODY)) > len(PARAGRAPHS)
