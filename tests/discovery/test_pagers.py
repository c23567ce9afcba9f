"""Tests of pagers: the further pages of lists and the parts of articles."""

from __future__ import annotations

import pytest

from crawler.discovery.pagers import MOST, article_parts, list_pages
from crawler.discovery.pointers import Parts
from tests.discovery.pages import SITE, links, page, prose

NEXT = (
    "下一页 下页 下一頁 后一页 下一页> [下一页] Next next» Suivant Suivante Siguiente Nächste Weiter"
    " Вперед Вперёд Следующая Далее التالي الصفحة&nbsp;التالية 次へ 次のページ 다음 Sekva » › > >>"
).split()


def absolute(*paths: str) -> list[str]:
    """Return the URLs of paths."""
    return [SITE + path for path in paths]


def test_numbered_links() -> None:
    """A list's pages are those that its pager numbers, in their order, without the page at hand."""
    pager = "".join(f"<a href='node_7114{end}.htm'>{n}</a>" for n, end in ((10, "_10"), (1, ""), (3, "_3")))
    urls = list_pages(page(links("/a/content_1.htm") + pager, "/world/node_7114_2.htm"))
    assert urls == absolute("/world/node_7114.htm", "/world/node_7114_3.htm", "/world/node_7114_10.htm")


@pytest.mark.parametrize("label", NEXT)
def test_next_in_ten_languages(label: str) -> None:
    """The next page need not look like this one, where the link says that it is the next."""
    assert list_pages(page(f"<a href='/world/more/b.htm'>{label}</a>")) == absolute("/world/more/b.htm")


@pytest.mark.parametrize(
    "label", ["下一篇", "Next story", "Suivez-nous", "Nextel", "更多", "Weiterlesen", "2022"]
)
def test_what_is_not_the_next_page(label: str) -> None:
    """Neither the next story nor a word that begins alike leads to the next page."""
    assert list_pages(page(f"<a href='/world/more/b.htm'>{label}</a>")) == []


def test_next_as_a_picture() -> None:
    """An arrow is read by its replacement text, or by the link's title."""
    pictures = (
        "<a href='index_2.htm'><img src='r.gif' alt='下一页'></a><a href='index_3.htm' title='Next page'></a>"
    )
    assert list_pages(page(pictures, "/world/index.htm")) == absolute(
        "/world/index_2.htm", "/world/index_3.htm"
    )


def test_next_in_the_head() -> None:
    """The head may name the next page."""
    urls = list_pages(page("", "/blog/", head="<link rel='next' href='/blog/page/2/'>"))
    assert urls == absolute("/blog/page/2/")


def test_numbers_elsewhere_are_no_pager() -> None:
    """Comment counts, calendars and rankings are numbers, too."""
    body = "<a href='/comments/7.htm'>357</a><a href='/rank/1.htm'>1</a><a href='/2022/08/2.htm'>2</a>"
    assert list_pages(page(body)) == []


@pytest.mark.parametrize(
    "script",
    [
        'createPageHTML(4, 0, "index", "shtml");',
        "createPageHTML(4,0,'index','shtml')",
        "createPageHTML('page_div', 4, 1, 'index', 'shtml', 78);",
        "var currentPage = 0; var countPage = 4 //pages in all\nvar nextPage = currentPage + 1;",
    ],
)
def test_pager_of_a_script(script: str) -> None:
    """The output of TRS's script is derived from its call."""
    urls = list_pages(page(f"<script>{script}</script>", "/gn/index.shtml"))
    assert urls == absolute("/gn/index_1.shtml", "/gn/index_2.shtml", "/gn/index_3.shtml")


@pytest.mark.parametrize("quote", ["'", '"'])
def test_pager_that_quotes_its_numbers(quote: str) -> None:
    """Its pages are counted from 1 on some sites and from 2 on others: one more is tried."""
    script = "<script>createPageHTML('3','0','index','html')</script>".replace("'", quote)
    assert list_pages(page(script, "/gn/index.html")) == absolute(*(f"/gn/index_{n}.html" for n in (1, 2, 3)))
    one = "<script>createPageHTML('1','0','index','html')</script>".replace("'", quote)
    assert list_pages(page(one, "/gn/index.html")) == []


@pytest.mark.parametrize(
    "script", ["createManuscriptPageHTML('3','0','16345678','html')", "createManuscriptPageHTML('3','0')"]
)
def test_parts_that_a_script_numbers(script: str) -> None:
    """The parts of a manuscript are counted from 2, and none is made up."""
    first = page(prose() + f"<script>{script}</script>", "/yw/16345678.html")
    assert article_parts(first).further == tuple(absolute("/yw/16345678_2.html", "/yw/16345678_3.html"))
    later = page(prose() + f"<script>{script}</script>", "/yw/16345678_2.html")
    assert article_parts(later).first == absolute("/yw/16345678.html")[0]


def test_pager_of_a_script_on_a_later_page() -> None:
    """From a later page the first one is found, too; a folder stands for its index."""
    script = '<script>createPageHTML(3, 1, "index", "shtml")</script>'
    assert list_pages(page(script, "/gn/index_1.shtml")) == absolute("/gn/index.shtml", "/gn/index_2.shtml")
    assert list_pages(page(script, "/gn/")) == absolute("/gn/index_1.shtml", "/gn/index_2.shtml")


@pytest.mark.parametrize(
    "script",
    [
        "function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){}",
        'createPageHTML(1, 0, "index", "shtml")',
        "var countPage = 1;",
        "var countPage = data.pages;",
    ],
)
def test_script_of_one_page(script: str) -> None:
    """The definition of the function, and a list of one page, name no other."""
    assert list_pages(page(f"<script>{script}</script>", "/gn/index.shtml")) == []


def test_script_without_end() -> None:
    """A count that is no count is cut."""
    script = '<script>createPageHTML(99999, 0, "index", "shtml")</script>'
    assert len(list_pages(page(script, "/gn/index.shtml"))) == MOST - 1


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("/2022-08/08/content_1.htm", "/2022-08/08/content_1_{}.htm"),
        ("/n1/2022/0807/c1001-32496578.html", "/n1/2022/0807/c1001-32496578-{}.html"),
        ("/politics/c_1125406278.htm", "/politics/c_1125406278_{}.htm"),
        (
            "/20240515/d59c39d4160a4fe4b3084c3e4abfb450/c.html",
            "/20240515/d59c39d4160a4fe4b3084c3e4abfb450/c.html?page={}",
        ),
    ],
)
def test_parts_of_an_article(first: str, later: str) -> None:
    """An article's parts are the numbered pages of its own row."""
    numbers = "".join(f"<a href='{later.format(n)}'>{n}</a>" for n in (2, 3))
    body = f"<b>1</b>{numbers}<a href='{later.format(2)}'>下一页</a>"
    assert article_parts(page(body, first)) == Parts(tuple(absolute(later.format(2), later.format(3))))


def test_parts_counted_from_one() -> None:
    """TRS counts the second part as 1 and labels it 2."""
    body = "<a href='t20220808_712_1.html'>2</a><a href='t20220808_712_2.html'>3</a>"
    parts = article_parts(page(body, "/gn/t20220808_712.html"))
    assert parts.further == tuple(absolute("/gn/t20220808_712_1.html", "/gn/t20220808_712_2.html"))


def test_later_part_knows_the_first() -> None:
    """From a later part the article's first page is found."""
    body = "<a href='content_1.htm'>1</a><b>2</b><a href='content_1_3.htm'>3</a>"
    parts = article_parts(page(body, "/a/content_1_2.htm"))
    assert parts == Parts((SITE + "/a/content_1_3.htm",), SITE + "/a/content_1.htm")


def test_parts_of_a_script() -> None:
    """A long article of TRS has the script of a list."""
    script = '<script>createPageHTML(3, 0, "t20220808_712", "html")</script>'
    parts = article_parts(page(script, "/gn/t20220808_712.html"))
    assert parts == Parts(tuple(absolute("/gn/t20220808_712_1.html", "/gn/t20220808_712_2.html")))


@pytest.mark.parametrize(
    "label", ["余下全文", "在本页阅读全文", "[阅读全文]", "View all", "Single page", "单页阅读"]
)
def test_whole_text_on_one_page(label: str) -> None:
    """Where the site offers the whole text on one page, that is said."""
    body = f"<a href='content_1_2.htm'>2</a><a href='content_1_all.htm'>{label}</a>"
    parts = article_parts(page(body, "/a/content_1.htm"))
    assert parts == Parts((SITE + "/a/content_1_2.htm",), None, SITE + "/a/content_1_all.htm")


@pytest.mark.parametrize(
    "body",
    [
        "<p>no pager at all</p>",
        "<a href='content_2.htm'>Next</a>",  # the next story of a folder
        "<a href='/app/download.htm'>阅读全文</a>",  # another place
        "<a href='content_1.htm'>View all</a>",  # the page itself
        "<a href='content_1_7.htm'>2</a>",  # a number that is not the label's
        "<a href='content_1_2.htm'>Ferries in the second part of the century</a>",
        "<a href='javascript:;'>2</a><a href='#comments'>3</a>",
    ],
)
def test_article_on_one_page(body: str) -> None:
    """Look-alikes of a pager make no parts."""
    assert article_parts(page(body, "/a/content_1.htm")) == Parts()
