"""Tests of telling pages that list other stories from articles."""

from __future__ import annotations

import pytest

from crawler.discovery.page_shapes import use_of
from crawler.extraction import read_article
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.tree.page import Page, parse_page
from crawler.reasons import Cause
from crawler.validation import unsoundness

ARTICLE_URL = "http://www.lanqiao.test/news/237681/"
OTHER_URL = "http://www.lanqiao.test/a/b.html"
SENTENCE = "The ferry at Lanqiao carried its first passengers of the year, and most of them came to look."
LONG = f"<p>{SENTENCE} {SENTENCE}</p>"


def page(title: str, body: str, url: str = OTHER_URL) -> Page:
    """Return the page with this title and body."""
    markup = f"<html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"
    return parse_page(markup.encode(), url)


def link(number: int, words: str = "Ferry story number") -> str:
    """Return the link to a story."""
    return f"<a href='/2022-08/0{number}/content_{number}.htm'>{words} {number} from the river bank</a>"


def results(count: int = 6) -> str:
    """Return entries as search engines print them: title, date and a piece of text."""
    return "".join(
        f"<div class='hit'>{link(n)}<br><i>Lanqiao Daily 2022-08-0{n} 10:11</i><br>{SENTENCE}</div>"
        for n in range(1, count + 1)
    )


def teasers(count: int = 6) -> str:
    """Return entries as channels print them: a title that is a link, a date, and a teaser below."""
    return "".join(
        f"<li><h3>{link(n)}</h3><span>2022-08-0{n}</span><p>{SENTENCE}</p></li>" for n in range(1, count + 1)
    )


def read_ons(text: str) -> str:
    """Return entries whose titles are no links, each with a link to read on."""
    return "".join(
        f"<div><b>Ferry story number {n}</b><p>{SENTENCE}</p><a href='/a/{n}.htm'>{text}</a></div>"
        for n in range(6)
    )


def entry_with_text(tag: str, heading: str, names: str) -> str:
    """Return entries of which the first alone has a text, in elements with class names of their own."""
    return "".join(
        f"<{tag} class='{names} post-{n}'><{heading}>{link(n)}</{heading}><span>2022-08-0{n}</span>"
        f"{LONG if n == 1 else ''}</{tag}>"
        for n in range(1, 7)
    )


def between_breaks() -> str:
    """Return entries as old pages print them: title, date and text, one below the other in one element."""
    return "".join(f"{link(n)}<br>2022-08-0{n}<br>{SENTENCE}<br><br>" for n in range(1, 7))


def beginnings(paragraphs: int) -> str:
    """Return entries as the home page of a blog prints them: a linked title and some paragraphs."""
    return "".join(f"<div><h2>{link(n)}</h2>{LONG * paragraphs}</div>" for n in range(1, 7))


def headlines(count: int = 60) -> str:
    """Return nothing but links, as a home page has them."""
    return "".join(f"<li>{link(n % 9 + 1)}</li>" for n in range(count))


TITLES = [
    "bridge - Search Results",
    "Search results for: bridge | Lanqiao Daily",
    "“老桥”的搜索结果_蓝桥网",
    "搜索结果-蓝桥网",
    "老桥_标签列表_蓝桥网",
    "標籤：老橋 | 藍橋報",
    "老橋 - 相關新聞 - 藍橋報",
    "「橋」の検索結果 | 例野新聞",
    "'다리' 검색결과 - 예시일보",
    "Résultats de recherche pour pont | Le Pont",
    "Resultados de búsqueda | Puente",
    "Suchergebnisse für Brücke - Brückenbote",
    "Результаты поиска | Мост",
    "نتائج البحث | الجسر",
    "Tag Archives: bridge – Lanqiao Daily",
    "Serĉrezultoj | Ponto",
]

LISTS = [
    (Rule.LIST_SEARCH_URL, "Lanqiao", results(), "http://search.lanqiao.test/language/search.jspa?n1=bridge"),
    (Rule.LIST_SEARCH_URL, "From:", teasers(), "http://lanqiao.test/search?q=bridge&page=2"),
    (Rule.LIST_COUNT, "Lanqiao Search", f"<p>About <b>1,204</b> results (0.3 s)</p>{results()}", OTHER_URL),
    (Rule.LIST_COUNT, "蓝桥搜索", f"<p>共找到 <b>35</b> 条结果</p>{results()}", OTHER_URL),
    (Rule.LIST_COUNT, "Recherche | Le Pont", f"<p>12 résultats</p>{results()}", OTHER_URL),
    (Rule.LIST_TEASERS, "平安蓝桥-蓝桥网", f"<ul>{teasers()}</ul>", OTHER_URL),
    (Rule.LIST_TEASERS, "World | Lanqiao Daily", f"<ul>{teasers()}</ul>", OTHER_URL),
    (Rule.LIST_TEASERS, "老桥专题_蓝桥网", results(), OTHER_URL),
    (Rule.LIST_TEASERS, "老桥 - 蓝桥网", f"<h1>老桥</h1><ul>{entry_with_text('li', 'h3', 'hit')}</ul>", ""),
    (Rule.LIST_TEASERS, "Old Bridge | Lanqiao Daily", entry_with_text("article", "h2", "post"), ""),
    (Rule.LIST_TEASERS, "Мост | Вестник", f"<h1>Мост</h1>{entry_with_text('div', 'h4', 'item')}", ""),
    (Rule.LIST_TEASERS, "Old Bridge", f"<h1>Old Bridge</h1><div>{between_breaks()}</div>", ""),
    (Rule.LIST_TEASERS, "老桥_蓝桥网", f"<table><td><h1>老桥</h1>{between_breaks()}</td></table>", ""),
    (Rule.LIST_TEASERS, "Lanqiao Blog", f"<div>{beginnings(3)}</div>", ""),
    (Rule.LIST_READ_ON, "老橋 | 藍橋報", read_ons("閱讀全文"), OTHER_URL),
    (Rule.LIST_READ_ON, "Мост | Вестник", read_ons("Читать далее"), OTHER_URL),
    (Rule.LIST_LINKS, "蓝桥网", f"<ul>{headlines()}</ul>", OTHER_URL),
]

DECLARED = [
    "<meta><body class='archive tag tag-804 has-sidebar'>",
    "<meta><body class='search search-results'>",
    "<meta><body class='rtl home blog'>",
    "<meta><body class='html page-taxonomy page-taxonomy-term'>",
    "<meta><body class='site com_content view-category'>",
    "<meta><body class='tag-template tag-bridge'>",
    "<html class='author-template'>",
    "<html itemscope itemtype='https://schema.org/SearchResultsPage'>",
    "<meta><body itemscope itemtype='http://schema.org/CollectionPage'>",
    '<script type=\'application/ld+json\'>{"@type": "CollectionPage"}</script>',
    '<script type=\'application/ld+json\'>{"@graph": [{"@type": ["SearchResultsPage"]}]}</script>',
]
NOT_DECLARED = [
    "<meta><body class='single single-post archive tag'>",
    "<meta><body class='post-template tag-bridge'>",
    "<meta><body class='archive'>",
    "<meta><body itemscope itemtype='http://schema.org/WebPage'>",
    '<script type=\'application/ld+json\'>[{"@type": "CollectionPage"}, {"@type": "NewsArticle"}]</script>',
    '<script>{"@type": "CollectionPage"}</script>',
]

CHRONICLE = "".join(f"<h3>10:0{n}</h3>{LONG}" for n in range(1, 9))
DOCUMENTS = "".join(
    f"<p><a href='/files/{n}.pdf'>附件{n}：蓝桥市桥梁普查登记表（样表）</a></p>" for n in range(1, 9)
)
NO_LISTS = {
    "article with a box of related teasers": (
        "Ferry returns to Lanqiao after long winter - Lanqiao Daily",
        f"<h1>Ferry returns to Lanqiao after long winter</h1>{LONG * 3}<ul class='box'>{teasers(9)}</ul>",
    ),
    "article with a short title": (
        "My way | Lanqiao Daily",
        f"<h1>My way</h1><div id='text'>{LONG * 5}</div><ul>{headlines()}</ul>",
    ),
    "briefs with links in their midst": (
        "In Brief | Lanqiao Daily",
        "<h1>In Brief</h1><div>" + f"<p>{SENTENCE} See {link(1)}. {SENTENCE}</p>" * 8 + "</div>",
    ),
    "live blog": ("Live | Lanqiao Daily", f"<h1>Live</h1><div>{CHRONICLE}</div>"),
    "article with links below its text, between breaks": (
        "My way | Lanqiao Daily",
        f"<h1>My way</h1><div>{f'{SENTENCE} {SENTENCE}<br>' * 5}{'<br>'.join(map(link, range(1, 4)))}</div>",
    ),
    "short article beside columns with linked titles": (
        "My way | Lanqiao Daily",
        f"<div id='a'><h1>My way</h1><h2>{link(7)}</h2>{LONG * 2}</div>"
        + "".join(f"<div id='{n}'><h2>{link(n)}</h2></div>" for n in range(1, 6)),
    ),
    "about search results": (
        "Search results that nobody asked for - Lanqiao Daily",
        f"<h1>Search results that nobody asked for</h1><p>The engine named 1,204 results.</p>{LONG * 4}",
    ),
    "announcement with documents": (
        "关于开展桥梁普查登记工作的通知_蓝桥市人民政府网",
        f"<h1>关于开展桥梁普查登记工作的通知</h1><p>各区人民政府：现将有关事项通知如下，请认真贯彻执行。</p>{DOCUMENTS}",
    ),
    "gallery with a short title": (
        "Dusk | Lanqiao Daily",
        f"<h1>Dusk</h1><figure><img src='/1.jpg'><figcaption>{SENTENCE}</figcaption></figure>{headlines()}",
    ),
    "address with a question": (
        "Ferry returns to Lanqiao - Lanqiao Daily",
        f"<h1>Ferry returns</h1>{LONG * 4}",
    ),
}


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("url", [ARTICLE_URL, OTHER_URL])
def test_titles_of_lists(title: str, url: str) -> None:
    """A page whose title says that it lists others is a list, whatever its address."""
    assert read_article(page(title, results(), url)).evidence["list"] == str(Rule.LIST_TITLE)


def declaring(opening: str) -> Page:
    """Return a page with the text and the title of an article that opens with some markup."""
    title = "<title>Ferry returns to Lanqiao after a long winter</title>"
    return parse_page(f"{opening}{title}<h1>Ferry returns</h1>{LONG * 4}".encode(), "")


@pytest.mark.parametrize("opening", DECLARED)
def test_declared_lists(opening: str) -> None:
    """A page is a list if it declares itself one, whatever its address and its title."""
    article = read_article(declaring(opening))
    assert article.evidence.get("list") == Rule.LIST_DECLARED.value
    assert unsoundness(article) is Cause.HUB_PAGE


@pytest.mark.parametrize("opening", NOT_DECLARED)
def test_no_declared_lists(opening: str) -> None:
    """An article may be in an archive, and may belong to a collection that its page describes."""
    assert "list" not in read_article(declaring(opening)).evidence


@pytest.mark.parametrize(("listing", "title", "body", "url"), LISTS)
def test_lists(listing: Rule, title: str, body: str, url: str) -> None:
    """A list is known by its address, or by a title that lists have and by its entries."""
    article = read_article(page(title, body, url))
    assert article.evidence.get("list") == listing.value
    assert unsoundness(article) in {Cause.HUB_PAGE, Cause.NO_HEADLINE}


@pytest.mark.parametrize(("listing", "title", "body", "url"), LISTS)
def test_lists_are_followed(listing: Rule, title: str, body: str, url: str) -> None:
    """A list is followed, and never an article, unless it may be a not-found page for its lack of text."""
    use = use_of(page(title, body, url))
    assert use.leads_on
    assert listing is Rule.LIST_LINKS or not use.may_be_article


@pytest.mark.parametrize("name", NO_LISTS)
def test_articles_are_no_lists(name: str) -> None:
    """Many links, a short title or a word of a list in its title make no list of an article."""
    title, body = NO_LISTS[name]
    assert "list" not in read_article(page(title, body)).evidence


def test_title_in_the_body() -> None:
    """A title that a broken head left in the body is read as well."""
    markup = f"<body><div><title>bridge - Search Results</title></div>{results()}</body>"
    assert "list" in read_article(parse_page(markup.encode(), OTHER_URL)).evidence


REST = "从渔民的反应来看，新船闸让他们少走许多弯路，也让码头上的生意好了不少，只是收费还没有定下来。"
OTHER_STORY = "县里的水库昨天开始蓄水，水务局的工程师在坝上守了整整一夜，到早上才放心回家。" * 4


def column(first: int) -> str:
    """Return a column with the teasers of other stories."""
    entries = (
        f"<div><h3><a href='/{n}.htm'>县里第{n}座水库开始蓄水</a></h3><p>{n}日{OTHER_STORY}</p></div>"
        for n in range(first, first + 3)
    )
    return f"<div class='column'>{''.join(entries)}</div>"


def test_layouts_text_beside_heavy_teasers() -> None:
    """A short text in a layout's element stays the text, although the teasers below it are much longer."""
    text = f"<div><h1>林水船闸开通</h1><div><div id='artibody'><p>{REST}</p></div></div></div>"
    body = f"{text}<div>{column(1)}{column(4)}</div>"
    found = read_article(page("林水船闸开通", body, ""))
    assert found.body == (REST,)
