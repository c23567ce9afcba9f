"""Tests of a declaration drafted from one page."""

from __future__ import annotations

import pytest

from crawler.declaring.guess import guess_publisher, registrable_domain
from crawler.declaring.source_code import module_name, module_source
from crawler.extraction import parse_page
from crawler.publishers import SHARED_LAYOUTS, Layout, Publisher
from tests.extraction.markup import page, paragraphs

URL = "http://news.example.cn/2024-05/20/c123456.html"
HEADING = "<h1 class='headline'>A lock opens in Linshui</h1>"


def guess(body: str, head: str = "<title>A lock opens in Linshui - Example Daily</title>") -> Publisher:
    """Return the draft from a page of example.cn."""
    return guess_publisher(parse_page(page(body, head), URL, "text/html; charset=utf-8"), "example.cn")


def declared(source: str) -> Publisher:
    """Return the publisher that a module's source declares."""
    names: dict[str, object] = {}
    exec(compile(source, "module", "exec"), names)  # noqa: S102  the source that is tested
    return next(value for value in names.values() if isinstance(value, Publisher))


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("http://www.example.cn/1.htm", "example.cn"),
        ("http://news.china.org.cn/1.htm", "china.org.cn"),
        ("https://www.mfa.gov.cn/", "mfa.gov.cn"),
        ("https://www.example.co.uk:8080/", "example.co.uk"),
        ("http://127.0.0.1/", None),
        ("http://localhost/", None),
        ("http://gov.cn/", None),
    ],
)
def test_registrable_domain(url: str, domain: str | None) -> None:
    """The registered domain, under any public suffix."""
    assert registrable_domain(url) == domain


def test_everything_that_a_page_tells() -> None:
    """Name, title, hosts, start, language, URL pattern and a skeleton of a layout."""
    assert guess(f"{HEADING}<div class='story-text'>{paragraphs()}</div>") == Publisher(
        name="example.cn",
        title="Example Daily",
        hosts=("example.cn",),
        start=("http://news.example.cn/",),
        language="en",
        article_urls=(r"/\d{4}-\d{2}/\d{2}/c\d+\.html$",),
        layouts=(
            Layout(
                name="example",
                fingerprint=("div.story-text",),
                body=("div.story-text",),
                headline=("h1.headline",),
            ),
        ),
    )


def test_shared_layout_needs_no_own() -> None:
    """Where the fingerprint of a shared system fits, it is tried anyway."""
    shared = next(layout for layout in SHARED_LAYOUTS if layout.name == "trs-editor")
    assert shared.fingerprint == ("div.TRS_Editor",)
    assert guess(f"{HEADING}<div class='TRS_Editor'>{paragraphs()}</div>").layouts == ()


@pytest.mark.parametrize(
    ("attributes", "body"),
    [
        ("id='text' class='a'", ("#text",)),
        ("id='c1178004' class='a'", ("div.a",)),
        ("id='a:b' class='123456'", None),
        ("", None),
        ("class='box'", None),  # which stands there before
    ],
)
def test_container_is_named_where_its_name_would_last(attributes: str, body: tuple[str, ...] | None) -> None:
    """Ids of the single page, odd names and names that mean another element first are no selectors."""
    layouts = guess(f"<div class='box'></div>{HEADING}<div {attributes}>{paragraphs()}</div>").layouts
    assert (layouts[0].body if layouts else None) == body


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<meta property='og:site_name' content='The Example'><title>A - B</title>", "The Example"),
        ("<title>A lock opens in Linshui_Example_Example Net</title>", "Example Net"),
        ("<title>A lock opens in Linshui</title>", "example.cn"),
        ('<title>A lock opens in Linshui - "The" E\\xample\u202e</title>', "The Example"),
        (f"<title>A lock opens in Linshui - {'x' * 50}</title>", "example.cn"),
        ("", "example.cn"),
    ],
)
def test_title(head: str, title: str) -> None:
    """The site's name as the page's head tells it; the domain where it tells none."""
    assert guess(f"{HEADING}<div>{paragraphs()}</div>", head).title == title


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADING}<div class='story-text'>{paragraphs()}</div>",
        f"{HEADING}<div class='TRS_Editor'>{paragraphs()}</div>",
        f"<div>{paragraphs()}</div>",
    ],
)
def test_source_declares_what_was_guessed(body: str) -> None:
    """The written module declares the draft, no more and no less."""
    publisher = guess(body)
    assert declared(module_source(publisher)) == publisher


def test_shared_url_shapes_go_by_their_names() -> None:
    """A pattern that publishers share is not written down again."""
    parsed = parse_page(page(paragraphs()), "http://www.example.cn/2024-05/20/content_1.htm")
    source = module_source(guess_publisher(parsed, "example.cn"))
    assert "from crawler.publishers.url_shapes import CONTENT_ARTICLE\n" in source
    assert "article_urls=(CONTENT_ARTICLE,)," in source


def test_name_of_a_layout_that_is_taken() -> None:
    """A layout's name means one layout: the domain stands in."""
    parsed = parse_page(page(f"{HEADING}<div id='text'>{paragraphs()}</div>"), "http://www.southcn.net/1.htm")
    assert [layout.name for layout in guess_publisher(parsed, "southcn.net").layouts] == ["southcn.net"]


@pytest.mark.parametrize(
    ("domain", "module"),
    [("example.cn", "example_cn"), ("81.cn", "_81_cn"), ("my-paper.com.cn", "my_paper_com_cn")],
)
def test_module_name(domain: str, module: str) -> None:
    """A name that Python can import."""
    assert module_name(domain) == module
    assert module.isidentifier()
