"""Layouts: declared knowledge of a site decides before guesses."""

from __future__ import annotations

import pytest

from crawler.extraction import Knowledge, extract_article, parse_page
from crawler.extraction.tree.layouts import Index, first_filled, knowledge_of, match_layout
from crawler.extraction.tree.survey import survey
from crawler.publishers import Layout
from crawler.publishers.selector import parse_selector
from tests.extraction.markup import PARAGRAPHS, URL, page, paragraphs

OTHER = ("A second text, longer than the first, stands beside it, and is no part of the article at all.",) * 3
BODY = (
    f"<h1>A lock opens in Linshui</h1><div id='right'>{paragraphs()}</div>"
    f"<div id='wrong'>{paragraphs(OTHER)}</div>"
)
LAYOUT = Layout(name="sample", fingerprint=("#right",), body=("#right",), drop=("p.note",))


def index(body: str) -> Index:
    """Return the index of a page."""
    return Index(survey(parse_page(page(body), URL).root))


@pytest.mark.parametrize(
    "selector", ["", "div p", "a > b", "#", "p.", ".a b", "div:first-child", "div.a>p", "p.a:b", "p.a,p.b"]
)
def test_other_selectors_are_refused(selector: str) -> None:
    """Only compound selectors of tag, id and classes are understood."""
    with pytest.raises(ValueError, match="selector"):
        parse_selector(selector)


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        ("#a", "one"),
        ("p.b", "two"),
        (".b.c", "two"),
        ("div#a", "one"),
        ("founder-content", "three"),
        ("h1", "four"),
    ],
)
def test_find(selector: str, text: str) -> None:
    """Elements are found by id, by classes in any order, and by tag."""
    element = index(
        "<div id='a'>one</div><p class='c b'>two</p><founder-content>three</founder-content><h1>four</h1>"
    ).find(selector)
    assert element is not None
    assert element.text == text


def test_fingerprint_must_be_whole() -> None:
    """A layout is used only where all of its fingerprint is on the page."""
    layout = Layout(name="two", fingerprint=("#right", "#missing"), body=("#right",))
    assert match_layout(index(BODY), (layout, LAYOUT)) is LAYOUT


def test_first_filled_passes_over_empty_elements() -> None:
    """An empty container does not count."""
    element = first_filled(index("<div id='a'></div><div id='b'>text</div>"), ("#a", "#b"))
    assert element is not None
    assert element.get("id") == "b"


def test_layout_decides_the_body_and_drops() -> None:
    """The declared container is the body, without the elements that the layout drops."""
    body = BODY.replace(
        "</div><div id='wrong'>",
        "<p class='note'>A note, not for readers.</p></div><div id='wrong'>",
    )
    record = extract_article(page(body), URL, knowledge=Knowledge(None, (LAYOUT,)))
    assert record.body == PARAGRAPHS
    assert record.evidence["body"] == "layout sample"


def test_layout_drops_within_a_line() -> None:
    """A link that a layout drops goes although it stands within a paragraph."""
    layout = Layout(name="sample", fingerprint=("#right",), body=("#right",), drop=("a.back",))
    body = BODY.replace("</p></div>", "<a class='back' href='/'>Back to the front page</a></p></div>", 1)
    assert "Back to" in body
    assert extract_article(page(body), URL, knowledge=Knowledge(None, (layout,))).body == PARAGRAPHS


def test_nearly_empty_container_is_not_believed() -> None:
    """After a redesign the scorer takes over where the declared container holds next to nothing."""
    layout = Layout(name="old", fingerprint=("#old",), body=("#old",))
    old = "<div id='old'><p>Loading, please wait.</p></div>"
    body = f"<h1>A lock opens in Linshui</h1>{old}<div>{paragraphs()}</div>"
    record = extract_article(page(body), URL, knowledge=Knowledge(None, (layout,)))
    assert record.body == PARAGRAPHS


def test_known_publisher() -> None:
    """A URL brings its publisher's own layouts before the shared ones."""
    known = knowledge_of("http://www.china.org.cn/world/content_1.htm")
    assert known.publisher is not None
    assert known.publisher.name == "china.org.cn"
    assert known.layouts[: len(known.publisher.layouts)] == known.publisher.layouts


def test_layout_names_what_stands_around() -> None:
    """Date line, breadcrumb and kicker come from where the layout says, wherever on the page that is."""
    layout = Layout(
        name="sample",
        fingerprint=("#right",),
        body=("#right",),
        published=("div.when",),
        section=("div.where",),
        kicker=("p.over",),
    )
    around = (
        "<p class='over'>Along the river</p><div>Seen from far away</div>"
        f"<h1>A lock opens in Linshui</h1><div id='right'>{paragraphs()}</div>" + "<p>More</p>" * 20
    )
    foot = "<div class='where'>Home &gt; News &gt; Local</div><div class='when'>2024-05-08 09:30</div>"
    record = extract_article(page(around + foot), URL, "text/html", Knowledge(None, (layout,)))
    assert (record.kicker, record.section) == ("Along the river", ("News", "Local"))
    assert record.published == "2024-05-08T09:30+08:00"
