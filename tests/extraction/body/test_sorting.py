"""Which lines are body, which are captions, which are furniture."""

from __future__ import annotations

import time

import pytest

from tests.extraction.markup import PARAGRAPHS, article, paragraphs

SLOWEST = 4.0  # seconds, on a slow machine: each page takes less than one
HEADLINE = "<h1>A lock opens in Linshui</h1>"
IMAGE = '<img src="/img/2024/lock.jpg" width="600">'
AFTER = tuple(f"The boats of quay {n} pass on Monday." for n in range(5))
CAPTION = "Boats wait at the lock in Linshui, May 6, 2024."


def body_with(*extra: str, before: str = "") -> tuple[str, ...]:
    """Return the body of an article with more lines in its container, behind the text or before it."""
    return article(f"{HEADLINE}<div>{before}{paragraphs()}{''.join(extra)}</div>").body


@pytest.mark.parametrize(
    "line",
    [
        "<p>责任编辑：周样</p>",
        "<p>【责任编辑:周样】</p>",
        "<p>（责编：周样、吴例）</p>",
        "<p>【纠错】【责任编辑：周样】</p>",
        "<p>(Web editor: Zhou Yang, Wu Li)</p>",
        "<p>编辑 周样 校对 吴例</p>",
        "<p>原标题：旧船闸重开</p>",
        "<p>（原题为《旧船闸重开》）</p>",
        "<p>来源：样例日报</p>",
        "<p>Source: Xinhua</p>",
        "<p>分享到：</p>",
        "<p>Share:</p>",
        "<p>8013945</p>",
        "<p>http://images.china.cn/a.jpg</p>",
        "<p>扫描二维码关注我们</p>",
        "<p>相关新闻：</p>",
        "<p>延伸阅读</p>",
        "<p>免责声明：本文仅代表作者个人观点。</p>",
        "<p>版权所有，未经授权不得转载</p>",
        "<p>图片来自网络，如有侵权，请联系删除。</p>",
        "<p>更多资讯请关注：水务专区</p>",
        "<p>林水县水务局办公室供稿 摄影/吴林 编辑/周渡</p>",
        "<p>☆临水新闻不漏接，按讚追蹤粉絲頁。</p>",
        "<p>Previous Page 1 2 3 4 Next Page</p>",
        "<p>（松江网编辑 周渡）</p>",
        "<p>核稿編輯：周渡</p>",
        "<p>- THE END -</p>",
        "<p>(END)</p>",
        "<p>Follow us on Twitter and Facebook to join the conversation.</p>",
        "<p>Copyright © 2024 Sample News. All rights reserved.</p>",
        "<p>【1】【2】【3】</p>",
        "<p><a href='/a.htm'>A link to another story that stands alone</a></p>",
        "<div class='share-bar'>Facebook Twitter Weibo WeChat and so on, and so forth.</div>",
        "<div class='related'><p>Another story, told in a sentence with a comma, ends here.</p></div>",
        "<ul class='tags'><li>harbour</li><li>boats</li></ul>",
        "<p>【打印】【关闭】分享到：微信 微博</p>",
        "<p>分享到：微信 新浪微博 QQ空间</p>",
        "<p>扫一扫在手机打开当前页</p>",
        "<p><b>FERRIES: </b><a href='/1'>More boats on the lower Linshui</a></p>",
        "<p>GALLERY: The lock of Linshui by night</p>",
        "<p>Follow Ann Example @annexample and on Facebook.</p>",
        "<p>Follow Ann Example at: http://linshui.test/ann</p>",
        "<p>Have something to say? Write it below.</p>",
        "<p>Write to Ann Example at ann@sample.test</p>",
        "<p>SOURCE: sample.test/13o Linshui Journal, online July 11, 2024</p>",
    ],
)
def test_furniture_behind_the_text_stays_out(line: str) -> None:
    """Editor lines, share bars, pagers, notices and ids are no paragraphs."""
    assert body_with(line) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "<p>2024-05-08 09:30</p>",
        "<p>2024年05月08日 09:30 来源：样例日报</p>",
        "<h1>A lock opens in Linshui</h1>",
        "<p>By Ann Example</p>",
        "<p>字号 大 中 小</p>",
        "<p>本文原标题：《闸门开了》</p>",
        "<p>执笔/吴林、周渡</p>",
        "<p>《渡口》作者 吴林</p>",
        "<p>您现在的位置：首页</p>",
        "<p>A lock<br>opens in<br>Linshui</p>",
        "<p>首页 &gt; 新闻 &gt; 正文</p>",
        "<p>Home &gt;&gt; News</p>",
        "<p>(news.test)</p><p>Updated: 2024-05-08 09:30</p>",
        "<p>by Xinhua writers Lin Wu, Li He</p>",
        "<p>原创 吴林 临水晚报</p><p>►文临水网吴林</p>",
        "<p>◎吴林</p>",
        "<p>2024-05-08 09:30:00来源：样例网综合作者：</p>",
        "<p>Article information</p><p>Author, Ann Example</p><p>Role, Harbour reporter</p>",
        "<p>By Ann Example (Sample News Online, Linshui) 09:30, May 08, 2024</p>",
        "<p>扫一扫 手机阅读</p><p>我要分享</p>",
        "<p>By Ann Example Harbour reporter, Sample News</p>",
        "<p>Ann Example, Sample News Staff Writer</p>",
        "<p>By Ann Example for The Lock Report | May 8, 2024 -- 09:30 GMT (02:30 PDT)</p>",
        "<p>PUBLISHED: 09:29 GMT, 5 June 2024 | UPDATED: 19:08 GMT, 5 June 2024</p>",
    ],
)
def test_lines_above_the_text_stay_out(line: str) -> None:
    """Facts about the article are no part of its text."""
    assert body_with(before=line) == PARAGRAPHS


@pytest.mark.parametrize(
    "lines",
    [
        "<p>The author is a writer with Sample News.</p><p>quell@news.test</p>",
        "<p>Contact the writers at quell@news.test and ashe@news.test</p><p>For China Daily</p>",
        "<p>Ann B. Example in Yunshan contributed to this story.</p>",
        "<p>(Reporting by Ann Example; Editing by Ben Sample)</p>",
        "<p>本报首席记者 李河 本报实习生 吴帆</p>",
        "<p>（作者玛拉·奎尔，吴林译）</p><p>（本文参考了临水社的报道）</p>",
        "<p>临水日报社新媒体中心出品</p><p>临水晚报 ID:linshuiwb</p>",
        "<p>【临水热话题】</p>",
        "<p>作者是旅欧作家、水文研究者</p>",
        "<p>作者吴林，工程师</p><p>排版 吴林 周渡</p>",
        "<p>吴林，临水总部报道。</p>",
        "<p>Mara Quell, Tobin Ashe</p>",
        "<p>关于 船闸 的</p><p>临水船闸今天打开(图) 2024/05/08</p>",
    ],
)
def test_lines_below_the_text_stay_out(lines: str) -> None:
    """Addresses, agencies, contributors and signatures below the last paragraph are no part of the text."""
    assert body_with(lines) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    ["Mara Quell, Tobin Ashe", "quell@news.test", "China Daily", "【临水热话题】", "据《临水晚报》"],
)
def test_lines_that_are_no_edges(line: str) -> None:
    """Within the text, the same lines belong to it: a list of addresses or of papers."""
    last = "And so the day ended, with the gates shut, and the lamps lit."
    assert body_with(f"<p>{line}</p><p>{last}</p>") == (*PARAGRAPHS, line, last)


@pytest.mark.parametrize(
    "line",
    [
        "<h3>What comes next</h3>",
        "<p><strong>一、水位</strong></p>",
        "<li>A second gate, narrower than the first.</li>",
        "<blockquote>It was time, the master said.</blockquote>",
        "<p>（完）</p>",
        "<p>【文/临水网 吴林】船闸今天打开，第一艘船装着芦苇过闸。</p>",
        "<p>记者从县里了解到，第二道闸门将于秋天动工。</p>",
        "<p>He follows the <a href='/tides.htm'>tide tables</a>, printed each spring by the county.</p>",
    ],
)
def test_parts_of_the_text_stay(line: str) -> None:
    """Sub-headings, list items, quotations and paragraphs with links are paragraphs."""
    assert len(body_with(line, "<p>And so the day ended, with the gates shut, and the lamps lit.</p>")) == 6


@pytest.mark.parametrize("names", ["hidden-content control-hide", "hidden-content hide"])
def test_text_that_a_button_unfolds_stays(names: str) -> None:
    """The rest of an article counts, though its element's name says that it is hidden."""
    rest = f"<div class='{names}'><p>And so the day ended, with the gates shut.</p></div>"
    assert len(body_with(rest, "<p>Nobody slept, and the lamps were lit again before morning came.</p>")) == 6


def test_table_rows_are_lines() -> None:
    """A row of data is one paragraph, its cells parted by spaces."""
    table = "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2022</td><td>310</td></tr></table>"
    assert body_with(table)[-2:] == ("Year Boats", "2022 310")


@pytest.mark.parametrize(
    "form",
    [
        f"<figure>{IMAGE}<figcaption>{CAPTION}</figcaption></figure>",
        f"<p>{IMAGE}</p><p class='pictext'>{CAPTION}</p>",
        f"<p align='center'>{IMAGE}</p><p align='center'>{CAPTION}</p>",
        f"<p style='text-align: center'>{IMAGE}<br>{CAPTION}</p>",
        f"<center>{IMAGE}</center><center>{CAPTION}</center>",
        f"<table><tr><td>{IMAGE}</td></tr><tr><td align='center'>{CAPTION}</td></tr></table>",
        f"<div class='img_wrapper'>{IMAGE}<span>{CAPTION}</span></div>",
        f"<p>{IMAGE}</p><p>{CAPTION} (Xinhua/Ann Example)</p>",
        f"<div class='imgComment_figure'>{IMAGE}<div class='imgComment_content'>{CAPTION}</div></div>",
    ],
    ids=["figure", "named", "centred", "same block", "center", "table", "wrapper", "credit", "imgComment"],
)
def test_caption_is_paired_with_its_image(form: str) -> None:
    """In every form a caption goes to its photo and stays out of the body."""
    record = article(
        f"{HEADLINE}<div>{paragraphs()}{form}<p>And so the day ended, with the lamps lit, at nine.</p></div>"
    )
    (photo,) = record.photos
    assert photo.caption == CAPTION
    assert CAPTION not in " ".join(record.body)
    assert len(record.body) == 5


def test_caption_of_two_paragraphs() -> None:
    """The credit ends the second paragraph; the first belongs to it."""
    second = "The lock had been shut since 1999. (Xinhua/Ann Example)"
    record = article(f"{HEADLINE}<div><p>{IMAGE}</p><p>{CAPTION}</p><p>{second}</p>{paragraphs()}</div>")
    assert record.photos[0].caption == f"{CAPTION} The lock had been shut since 1999."
    assert record.body == PARAGRAPHS


def test_centred_verse_below_an_image_is_no_caption() -> None:
    """Several centred lines in a row are verse."""
    verse = "".join(f"<p align='center'>Line {n} of an old song</p>" for n in "abcd")
    record = article(f"{HEADLINE}<div>{paragraphs()}<p>{IMAGE}</p>{verse}{paragraphs()}</div>")
    assert record.photos[0].caption is None
    assert "Line a of an old song" in record.body


@pytest.mark.parametrize(
    "image",
    [
        '<img src="/images/logo.png">',
        '<img src="/qrcode_258.jpg">',
        '<img src="/img/a.jpg" width="16" height="16">',
        '<img src="/stat/1x1.gif" width="1" height="1">',
        '<img src="/img/share/weixin.png">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<img src="/img/a.svg">',
        '<img class="icon" src="/img/a.jpg">',
    ],
)
def test_furniture_images_are_no_photos(image: str) -> None:
    """Logos, QR codes, icons and trackers are not the article's pictures."""
    assert article(f"{HEADLINE}<div>{paragraphs()}<p>{image}</p></div>").photos == ()


@pytest.mark.parametrize("attribute", ["data-src", "data-original", "data-lazy-src", "original"])
def test_lazy_images(attribute: str) -> None:
    """The placeholder of a lazy image is seen through, and its URL made absolute."""
    image = f'<img src="/img/blank.gif" {attribute}="../img/lock.jpg">'
    (photo,) = article(f"{HEADLINE}<div>{paragraphs()}<p>{image}</p></div>").photos
    assert photo.url == "http://news.sample.test/2024-05/img/lock.jpg"


LIKE = [
    f"The lock at Linshui let through many boats on the day, said keeper number {n} of four."
    for n in range(4)
]


def test_paragraphs_that_begin_alike() -> None:
    """Paragraphs that differ in one word late in the line are no copies of one another."""
    text = "".join(f"<p>{each}</p>" for each in LIKE)
    assert article(f"{HEADLINE}<div>{text}</div>").body == tuple(LIKE)


def test_text_that_stands_there_twice() -> None:
    """Of a text that the page carries for phones and for desktops one copy is the body."""
    copy = f"<div>{paragraphs()}</div>"
    last = "The keeper alone went home, as the second copy adds."
    assert article(f"{HEADLINE}<div>{copy}{copy}<p>{last}</p></div>").body == (*PARAGRAPHS, last)


@pytest.mark.parametrize(
    "prose",
    [
        "船闸明年开工，预计三年完工，相关经费由县政府提供。",
        "开闸以后，县里为渔民办了一个培训班，早餐免费提供。",
        "他说，墙上挂的是他一生中最好的照片，由儿子拍摄。",
    ],
)
def test_prose_that_ends_like_a_credit(prose: str) -> None:
    """A sentence of the text about a provider or photographer makes no caption of its paragraph."""
    assert prose in body_with(f"<p>{prose}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "Anna de Quell is a professor of hydrology at Linshui University.",
        "(Anna de Quell is an associate attorney at a law firm in Linshui, and sails.)",
        "Anna de Quell ist Redakteurin der Linshuier Zeitung.",
        "The author formerly taught at Linshui University, and is now director of the Lock Museum.",
        "Is a visiting lecturer at the University of Linshui.",
        f"Anna de Quell is a manager at Linshui Post. {'She sails when the lock is open. ' * 12}".strip(),
        "（作者为临水船闸博物馆馆长）",
        "Anna de Quell covers ferries and locks for Linshui Post.",
        "Anna de Quell, a writer for Linshui Post, is on Twitter @quell.",
    ],
)
def test_sentence_about_the_author_below_the_text(line: str) -> None:
    """A sentence about the author below the last paragraph is no text, unless other lines follow it."""
    assert body_with(f"<p>{line}</p>") == PARAGRAPHS
    assert body_with(f"<p>{line}</p>", f"<p>{PARAGRAPHS[0]} Again.</p>")[-2] == line


@pytest.mark.parametrize(
    "label", ["作者簡介：", "About the author", "Об авторе", "À propos de l’auteur :", "저자 소개"]
)
@pytest.mark.parametrize("tag", ["h4", "p", "div"])
@pytest.mark.parametrize("sentences", [1, 3])
def test_biography_below_its_label(label: str, tag: str, sentences: int) -> None:
    """The last lines below such a label are no text, whatever its language and its element."""
    lines = "".join(
        f"<p>Lin Wu keeps the lock number {n} and has never left it.</p>" for n in range(sentences)
    )
    body = article(f"{HEADLINE}<div>{paragraphs()}<{tag}>{label}</{tag}>{lines}</div>").body
    assert body == PARAGRAPHS


def test_text_below_the_label_of_a_biography_stays() -> None:
    """Only a few last lines are a biography: a label within the text drops nothing."""
    body = article(f"{HEADLINE}<div>{paragraphs()}<p>About the author</p>{paragraphs(AFTER)}</div>").body
    assert body[-len(AFTER) :] == AFTER


def test_author_whom_only_the_byline_names() -> None:
    """A byline above the text, which is no sentence, does not make its author a person of the text."""
    about = "Anna de Quell is a professor of hydrology at Linshui University."
    assert body_with(f"<p>{about}</p>", before="<p>Anna de Quell | Guest Columnist</p>")[-1] != about


def test_sentence_about_a_person_of_the_text_below_it() -> None:
    """A sentence about a person whom the text names is text, though it tells of an office, too."""
    named = "The lock is too small, says Anna de Quell, who studies rivers and the boats on them."
    about = "Anna de Quell is a professor of hydrology at Linshui University."
    assert body_with(f"<p>{named}</p>", f"<p>{about}</p>")[-2:] == (named, about)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("<p align='center'>2. The upper gate</p>", "2. The upper gate"),
        ("<p align='center'>Opening hours:</p>", "Opening hours:"),
        ("<h3 align='center'>The upper gate</h3>", "The upper gate"),
        ("<h3 id='the-photo-credit'>The upper gate</h3>", "The upper gate"),
    ],
)
def test_title_below_a_picture(line: str, title: str) -> None:
    """A heading, a numbered title and a label below a picture are text, whatever their style."""
    first, *rest = map("<p>{}</p>".format, PARAGRAPHS)
    picture = f"<p align='center'>{IMAGE}</p>"
    page = article(f"{HEADLINE}<div>{first}{picture}{line}{''.join(rest)}</div>")
    assert title in page.body
    assert [photo.caption for photo in page.photos if photo.caption] == []


def test_term_below_its_picture() -> None:
    """A term that is explained is no caption, though the picture beside it has the same name."""
    picture = IMAGE.replace("<img", "<img alt='Lock'")
    terms = f"<p>{picture}</p><dl><dt>Lock</dt><dd>It lifts boats, and lowers them again.</dd></dl>"
    page = article(f"{HEADLINE}<div>{paragraphs()}{terms}</div>")
    assert [photo.caption for photo in page.photos if photo.caption] == []


def test_entry_that_ends_like_a_credit() -> None:
    """An entry of a list that ends in initials is a credit only beside a picture."""
    entries = "<ul><li>Keeper of the lock (KOL)</li><li>Harbour Master (HM)</li></ul>"
    assert body_with(entries) == (*PARAGRAPHS, "Keeper of the lock (KOL)", "Harbour Master (HM)")
    assert "Lin Wu (AFP)" not in body_with(f"{IMAGE}<ul><li>Lin Wu (AFP)</li></ul>")


def test_many_stops_in_a_line() -> None:
    """The time for a line of stops without an end is in proportion to its length."""
    began = time.process_time()
    body_with(f"<p>{'。' * 30_000}x</p>")
    assert time.process_time() - began < SLOWEST


def test_button_is_no_title_of_another_story() -> None:
    """A link that enlarges a picture drops no opening with a dateline below it; a linked title does."""
    long = (
        "In this picture of the lock, red is the water of May, and green is that of the months before. " * 2
    )
    button = "<div><a href='javascript:void(0)'>View full size image</a></div>"
    opening = "LINSHUI, May 6 (Sample) -- The lock opened."
    assert opening in body_with(before=f"<p>{long}</p>{button}<p>{opening}</p>")
    title = "<div><a href='/other/1.htm'>Ferries of the county are late</a></div>"
    assert opening not in body_with(before=f"<p>{long}</p>{title}<p>{opening}</p>")


def test_title_of_a_picture_in_a_viewer() -> None:
    """A heading that is named the title of an image is no part of the text."""
    assert body_with("<div><h3 class='image_title'>The lock of Linshui</h3></div>") == PARAGRAPHS


@pytest.mark.parametrize(
    ("box", "is_caption"),
    [
        ("<table><tr><td>{}</td></tr><tr><td><p style='color:red'>{}</p></td></tr></table>", True),
        ("<div>{}</div><p style='color:red'>{}</p>", False),
    ],
)
def test_long_line_in_a_cell_like_the_captions_of_others(box: str, is_caption: bool) -> None:
    """A long line in a cell between two pictures is a caption, if the others have captions of its style."""
    long = " ".join(["The lock of Linshui has been repaired in three years by two hundred people."] * 3)
    lines = ("Boats wait at the lock.", long, "The keeper writes in his book.")
    cells = "".join(box.format(f"<img src='/2024/{at}.jpg'>", line) for at, line in enumerate(lines))
    assert (long not in body_with(before=cells)) is is_caption
