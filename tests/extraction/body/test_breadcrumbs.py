"""The section an article stands in."""

from __future__ import annotations

import pytest

from tests.extraction.markup import article, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"


MENU = "".join(f"<a href='/{number}/'>Channel {number}</a> &gt; " for number in range(9))


def section(crumbs: str, head: str = "") -> tuple[str, ...]:
    """Return the section of an article below a breadcrumb."""
    title = "<title>A lock opens in Linshui - Sample News</title>"
    return article(f"{crumbs}{HEADLINE}<div>{paragraphs()}</div>", title + head).section


@pytest.mark.parametrize(
    "crumbs",
    [
        "<div class='breadcrumb'><a href='/'>Home</a> &gt; <a href='/n/'>News</a> &gt; <b>Local</b></div>",
        "<div class='crumbs'>Home » News » Local</div>",
        "<div id='bread-nav'><a href='/'>Home</a><a href='/n/'>/ News</a><a href='/n/l/'>/ Local</a></div>",
        "<td class='path'>您的位置：首页 &gt; News &gt; Local &gt; 正文</td>",
        "<div><a href='/'>Home</a>&gt;&gt;<a href='/n/'>News</a>&gt;&gt;<a href='/n/l/'>Local</a></div>",
        "<div class='weizhi'>当前位置：样例网 &gt; News &gt; Local</div>",
        "<ol class='breadcrumbs'><li><a href='/n/'>News</a></li><li><a href='/n/l/'>Local</a></li></ol>",
        "<div class='position'>网站首页 &gt; News &gt; Local &gt; A lock opens in Linshui</div>",
        "<p class='path'>·您的位置：首页 &gt; News &gt; Local<script>var a = 1;</script> &gt; 正文</p>",
        "<p class='path'>您的位置：首页 &gt; News &gt; Local 正文</p>",
        "<p class='crumbs'><a href='/'>Home</a> <a href='/n/'>News</a> <a href='/n/l/'>Local</a> 5/50</p>",
        (
            "<div class='position-relative'><a href='/me/'>Profile</a> <a href='/out/'>Sign out</a></div>"
            "<p class='path'>News &gt; Local</p>"
        ),
        f"<div class='position'>{MENU}</div><p class='path'>News &gt; Local</p>",
        "<div class='position'>Other Post 2024-05-08 09:30</div><p class='path'>News &gt; Local</p>",
    ],
)
def test_breadcrumb(crumbs: str) -> None:
    """Home page, site name, labels and the article itself are no sections."""
    assert section(crumbs) == ("News", "Local")


def test_metadata_without_a_breadcrumb() -> None:
    """The column that government sites must state stands in for a breadcrumb."""
    assert section("", '<meta name="ColumnName" content="工作动态">') == ("工作动态",)


def test_home_page_in_the_metadata() -> None:
    """A column that is the home page is no section."""
    assert section("", '<meta name="ColumnName" content="Home">') == ()


def test_link_with_an_arrow() -> None:
    """A link right above the headline that ends with an arrow leads to the section."""
    assert section("<a href='/r/'><div>Rivers &gt;</div></a>") == ("Rivers",)


@pytest.mark.parametrize(
    "link", ["More topics »", "更多 >", "Forty boats wait at the lock, and two leave. >"]
)
def test_link_that_leads_on(link: str) -> None:
    """A link to more, or to another story, names no section."""
    assert section(f"<a href='/m/'>{link}</a>") == ()


def test_none() -> None:
    """An article that names no section has none."""
    assert section("<ul><li><a href='/a/'>One</a></li><li><a href='/b/'>Two</a></li></ul>") == ()


@pytest.mark.parametrize(
    "above",
    [
        "<p class='kicker'>Along the river</p>",
        "<h3 class='pre'>Along the river</h3>",
        "<h4>Along the river</h4>",
    ],
)
def test_kicker(above: str) -> None:
    """The short line above the headline is the kicker."""
    record = article(f"<div>{above}{HEADLINE}</div><div>{paragraphs()}</div>")
    assert record.kicker == "Along the river"
    assert record.headline == "A lock opens in Linshui"


def test_no_kicker() -> None:
    """Most articles have none."""
    assert article(f"<div>{HEADLINE}</div><div>{paragraphs()}</div>").kicker is None
