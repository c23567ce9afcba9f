"""Keywords: as the page states them, without those of its site."""

from __future__ import annotations

import pytest

from tests.extraction.markup import HEAD, URL, article, paragraphs

BODY = f"<h1>A lock opens in Linshui</h1><div>{paragraphs()}</div>"
CHINESE = (
    "<h1>临水的船闸重新开闸通航</h1><div><p>临水县的船闸星期一重新开闸，渔民等了三年，县里换了闸门和水泵。</p>"
    "<p>到傍晚已有四十条船通过，比上个月整月还多，闸口管理员吴林在潮汐簿上写下了这个数字。</p></div>"
)


def keywords(head: str, body: str = BODY, url: str = URL) -> tuple[str, ...]:
    """Return the keywords of a page."""
    return article(body, HEAD + head, url).keywords


def meta(content: str, name: str = "keywords") -> str:
    """Return a meta tag."""
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (meta("lock, Linshui ,tides,, Lock"), ("lock", "Linshui", "tides")),
        (meta("Linshui; harbour master"), ("Linshui", "harbour master")),
        (meta("船闸，临水、渔民"), ("船闸", "临水", "渔民")),
        (meta("船闸 临水 渔民"), ("船闸", "临水", "渔民")),
        (meta("harbour master"), ("harbour master",)),
        (meta("هويس,لينشوي"), ("هويس", "لينشوي")),
        (meta("lock|tides|"), ("lock", "tides")),
        (meta("lock,tides", "news_keywords") + meta("river"), ("lock", "tides")),
        (
            '<meta property="article:tag" content="Lock"><meta property="article:tag" content="Tides">',
            ("Lock", "Tides"),
        ),
        ('<meta property="article:tag" content="Lock,Tides">', ("Lock", "Tides")),
    ],
)
def test_keywords_are_split_and_stand_once(head: str, expected: tuple[str, ...]) -> None:
    """Commas of all scripts separate them; spaces do so only in Chinese."""
    assert keywords(head) == expected


@pytest.mark.parametrize(
    "value",
    ['["Lock", "Tides"]', '"Lock, Tides"', '[{"@type": "DefinedTerm", "name": "Lock"}, "Tides", 7, null]'],
)
def test_linked_data(value: str) -> None:
    """JSON-LD has a text, a list, or terms with a name."""
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", "keywords": {value}}}</script>'
    assert keywords(script + meta("river")) == ("Lock", "Tides")


@pytest.mark.parametrize(
    "content",
    [
        "Sample News",
        "news,Article,latest news",
        "A lock opens in Linshui",
        "news.sample.test",
        "[page.keys],{{tags}}",
        "&lt;/head&gt;",
        "18153161",
        "channel_top,type: story,locale: cn",
        "It has been ten years since the first of the ferries began to carry fish over the river here",
        "politics,sports,weather,travel",
        "lock,politics,sports,weather,travel,stocks,film,fashion,cars",
        "",
    ],
)
def test_site_and_templates_are_no_keywords(content: str) -> None:
    """The site's name, its own list for all pages, variables of templates, codes, sentences, the headline."""
    assert keywords(meta(content)) == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("船闸,的相关新闻,的最新动态,林水的最新消息", ("船闸",)),
        ("船闸,最新新聞,影音新聞,时事报道,专题", ("船闸",)),
        ("船闸,临水日报,林水政府网,东区新闻", ("船闸",)),
        ("临水日报,临水晚报", ()),
        ("临水日报,船闸 渔民 水泵", ("船闸", "渔民", "水泵")),
        ("船闸,Lock Keeper 吴林 渔民", ("船闸", "Lock Keeper 吴林 渔民")),
        ("船闸,2024年 临水开闸,船闸 2 水泵", ("船闸", "2024年 临水开闸", "船闸 2 水泵")),
        ("船闸,临水日报,甲版,乙版,丙版,丁版,戊版,己版", ()),
        ("船闸,临水日报", ("船闸",)),
    ],
)
def test_papers_and_templates_among_chinese_keywords(content: str, expected: tuple[str, ...]) -> None:
    """Templates without a name, kinds of news, and names of papers say nothing about the article."""
    assert keywords(meta(content), CHINESE) == expected


@pytest.mark.parametrize(
    ("content", "printed", "expected"),
    [
        ("lock, welsh news, The Linshui Times, Linshui Newspaper", "", ("lock",)),
        ("lock, The Linshui Times", "The Linshui Times reports it.", ("lock", "The Linshui Times")),
        ("lock, fake news", "", ("lock", "fake news")),
        ("Linshui Times, Linshui News", "", ()),
        ("lock, comments-enabled, lin-wu", "", ("lock",)),
        ("lock, lock-keepers", "Lock-keepers open it by hand.", ("lock", "lock-keepers")),
    ],
)
def test_papers_and_codes_that_the_text_does_not_mention(
    content: str, printed: str, expected: tuple[str, ...]
) -> None:
    """A paper or a word in the form of a URL is a keyword only if the text has it."""
    body = f"<h1>A lock opens in Linshui</h1><div>{paragraphs()}<p>{printed} The ferry waits.</p></div>"
    assert keywords(meta(content), body) == expected


def test_name_of_the_site_in_other_characters() -> None:
    """The ending of a site's name may be traditional in one place and simplified in the other."""
    head = "<title>临水的船闸重新开闸通航_临水网</title>" + meta("临水網,船闸")
    assert article(CHINESE, head).keywords == ("船闸",)


def test_headline_among_chinese_keywords() -> None:
    """Some systems put the headline before the keywords."""
    assert keywords(meta("临水的船闸重新开闸通航 船闸 渔民"), CHINESE) == ("船闸", "渔民")
    assert keywords(meta("临水的船闸重新开闸通航"), CHINESE) == ()


def test_words_cut_from_the_url() -> None:
    """A system that cuts the URL into words states no keywords."""
    url = "http://news.sample.test/2024/lock-opens-after-years.html"
    assert keywords(meta("lock, opens, after, years", "news_keywords") + meta("tides"), url=url) == ("tides",)


def test_section_alone_is_no_keyword() -> None:
    """A keyword that only repeats the section is in `section` already."""
    section = '<meta property="article:section" content="Harbour">'
    assert keywords(section + meta("Harbour")) == ()
    assert keywords(section + meta("Harbour, lock")) == ("Harbour", "lock")


@pytest.mark.parametrize(
    "printed",
    [
        '<p class="tags">Tags: <a href="/t/1">Lock</a> <a href="/t/2">Tides</a></p>',
        '<ul><li><a rel="tag" href="/t/1">Lock</a></li><li><a rel="tag" href="/t/2">Tides</a></li></ul>',
        "<p>Tags: Lock, Tides</p>",
        "<p>Schlagwörter: Lock, Tides</p>",
        "<p>关键词：Lock、Tides</p>",
        '<div id="biaoqian"><a href="/t/1">Lock</a><a href="/t/2">Tides</a></div>',
    ],
)
def test_printed_tags(printed: str) -> None:
    """Links to tags, and labelled lines, stand below the text; they count if the head has no keywords."""
    assert keywords(meta("Sample News"), f"<article>{BODY}{printed}</article>") == ("Lock", "Tides")
    assert keywords(meta("river"), f"<article>{BODY}{printed}</article>") == ("river",)


def test_tags_of_the_site_are_no_keywords() -> None:
    """A cloud of tags belongs to the site, and so do tags above the text."""
    links = "".join(f'<a href="/t/{number}">Tag {number}</a>' for number in range(30))
    named = '<a href="/t/1">Lock</a>'
    assert keywords("", f'{BODY}<div class="tags">{links}</div>') == ()
    assert keywords("", f'{BODY}<div class="widget tag-cloud tags">{named}</div>') == ()
    assert keywords("", f'<div class="tags">{named}</div>{BODY}') == ()


def test_evidence_names_the_place() -> None:
    """The evidence names the source of the keywords; without keywords there is none."""
    assert article(BODY, HEAD + meta("lock")).evidence["keywords"] == "meta keywords"
    assert "keywords" not in article(BODY).evidence
