"""The section of an article, from its breadcrumb or from the page's head."""

from __future__ import annotations

import pytest

from crawler.extraction.body.section import find_section
from crawler.extraction.tree.metadata import Metadata
from tests.extraction.markup import HEAD, article, paragraphs

HEADLINE = "A lock opens in Linshui"
BODY = f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>"


def section(crumbs: tuple[str, ...], **meta: str) -> tuple[str, ...]:
    """Return the section of a page with this breadcrumb and these meta tags."""
    named = {name.replace("__", ":"): value for name, value in meta.items()}
    return find_section(crumbs, Metadata("", named), HEADLINE)


@pytest.mark.parametrize(
    ("crumbs", "steps"),
    [
        (("Home", "World", "Rivers"), ("World", "Rivers")),
        (("HOME", "World"), ("World",)),
        (("首页", "新闻", "水务"), ("新闻", "水务")),
        (("临水首页", "新闻"), ("新闻",)),
        (("Accueil", "Monde"), ("Monde",)),
        (("Inicio", "Mundo"), ("Mundo",)),
        (("Startseite", "Welt"), ("Welt",)),
        (("Главная", "Мир"), ("Мир",)),
        (("الرئيسية", "العالم"), ("العالم",)),
        (("الصفحة الرئيسية", "العالم"), ("العالم",)),
        (("ホーム", "世界"), ("世界",)),
        (("홈", "세계"), ("세계",)),
        (("临水网", "新闻"), ("新闻",)),
        (("Linshui Online", "World"), ("World",)),
        (("linshui.cn", "World"), ("World",)),
        (("您所在的位置：首页", "新闻"), ("新闻",)),
        (("当前位置：", "新闻"), ("新闻",)),
        (("您的位置: 新闻", "水务"), ("新闻", "水务")),
        (("您的当前位置：新闻", "水务 字号：默认 大 超大 | 打印 |"), ("新闻", "水务")),
        (("You are here: Home", "World"), ("World",)),
        (("Location: World",), ("World",)),
        (("新闻", "正文"), ("新闻",)),
        (("新闻", "水务 ", "正文内容"), ("新闻", "水务")),
        (("World", HEADLINE), ("World",)),
        (("World", HEADLINE.upper()), ("World",)),
        (("World", "World"), ("World",)),
        (("World", "x" * 61), ("World",)),
        (("", " ", "World"), ("World",)),
    ],
)
def test_steps(crumbs: tuple[str, ...], steps: tuple[str, ...]) -> None:
    """Home page, site, labels, menus and the article itself are no steps."""
    assert section(crumbs) == steps


def test_site_name_from_the_head() -> None:
    """A first step that the head calls the site's name is no section."""
    assert section(("Linshui Post", "World"), og__site_name="Linshui Post") == ("World",)


@pytest.mark.parametrize(
    ("crumbs", "expected"),
    [
        ((), ("Rivers",)),
        (("Home",), ("Rivers",)),
        (("临水网",), ("Rivers",)),
        (("Home", "World"), ("World",)),
    ],
)
def test_metadata_where_the_breadcrumb_says_nothing(
    crumbs: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """The section that the head names counts only without one in the breadcrumb."""
    assert section(crumbs, columnname="Rivers") == expected


@pytest.mark.parametrize("name", ["ColumnName", "lanmu", "article:section", "section"])
def test_names_of_the_section(name: str) -> None:
    """Sites name the section in several meta tags."""
    assert article(BODY, f'{HEAD}<meta name="{name}" content="Rivers">').section == ("Rivers",)


def test_column_name_goes_first() -> None:
    """The column that a government site must state comes before its statement to social networks."""
    assert section((), article__section="Tides", columnname="Rivers") == ("Rivers",)


def test_no_section() -> None:
    """Without breadcrumb and metadata there is no section."""
    assert article(BODY).section == ()


@pytest.mark.parametrize(
    "crumbs",
    [
        "<div class='breadcrumb'><a href='/'>Home</a><a href='/w/'>World</a><a href='/w/r/'>Rivers</a></div>",
        (
            "<ul class='crumbs'><li><a href='/'>Home</a></li><li><a href='/w/'>World</a></li>"
            "<li><a href='/w/r/'>Rivers</a></li></ul>"
        ),
        "<div id='location'><a href='/'>Home</a> » <a href='/w/'>World</a> » Rivers</div>",
        "<div><a href='/'>Home</a> &gt; <a href='/w/'>World</a> &gt; <a href='/w/r/'>Rivers</a></div>",
        "<div>You are here: <a href='/'>Home</a> › <a href='/w/'>World</a> › Rivers</div>",
        "<p class='path'>Home / World / Rivers</p>",
        "<div class='weizhi'>Home | World | Rivers</div>",
        "<div class='crumbNav'>Home - World - Rivers</div>",
    ],
    ids=["links", "list", "angles", "arrows", "label", "slashes", "bars", "dashes"],
)
def test_breadcrumbs(crumbs: str) -> None:
    """A breadcrumb is known by its name or by its arrows, and falls apart at links or arrows."""
    assert article(crumbs + BODY).section == ("World", "Rivers")


def test_element_named_section() -> None:
    """An element that is called section, and nothing else, names the section."""
    assert article(f"<div class='section'>Rivers</div>{BODY}").section == ("Rivers",)


def test_arrows_in_a_menu() -> None:
    """Arrows in a text longer than a line belong to a menu rather than a breadcrumb."""
    menu = "".join(f"<a href='/{i}/'>Section number {i}</a> &gt; " for i in range(20))
    assert article(f"<div>{menu}</div>{BODY}").section == ()


def test_muted_breadcrumb() -> None:
    """A hidden breadcrumb does not count."""
    hidden = "<div id='location' style='display:none'><span>42</span><span>/col/7/index.html</span></div>"
    assert article(f"{hidden}<div class='path'>World > Rivers</div>{BODY}").section == ("World", "Rivers")
    assert article(f"<script class='breadcrumb'>a > b > c</script>{BODY}").section == ()
