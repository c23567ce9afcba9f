"""The results of one pass over a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.tree.markup import MUTE, names_of
from crawler.extraction.tree.page import parse_html
from crawler.extraction.tree.survey import UNNAMED, Survey, survey


def surveyed(body: str) -> Survey:
    """Return the survey of a page with this body."""
    return survey(parse_html(f"<html><body>{body}</body></html>".encode()))


def tags(seen: Survey, positions: list[int]) -> list[str]:
    """Return the tags at these positions."""
    return [seen.elements[position].tag for position in positions]


def test_elements_come_in_document_order() -> None:
    """Positions count from the root, through everything."""
    seen = surveyed("<div><p>one</p></div><p>two</p>")
    assert [element.tag for element in seen.elements] == ["html", "body", "div", "p", "p"]


def test_headings() -> None:
    """First to third level, in page order."""
    seen = surveyed("<h2>b</h2><h1>a</h1><h4>d</h4><h3>c</h3>")
    assert tags(seen, seen.all("h1", "h2", "h3")) == ["h2", "h1", "h3"]


def test_names_bring_elements_together() -> None:
    """Elements with the same class names and id share an entry."""
    seen = surveyed(
        "<div class='a b'></div><p class='a b'></p><div id='c'></div><div class='d' id='c'></div>"
    )
    assert {names: tags(seen, at) for names, at in seen.names.items()} == {
        "a b": ["div", "p"],
        "c": ["div"],
        "d c": ["div"],
    }


@pytest.mark.parametrize("tag", sorted(UNNAMED - MUTE - {"path", "rect", "symbol", "use", "g"}))
def test_names_that_nobody_asks_for(tag: str) -> None:
    """Links, items and images are left out: they are most of a page."""
    assert surveyed(f"<div><{tag} class='x'></{tag}></div>").names == {}


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>The lock is open.</p>", ["The lock is open."]),
        ("<p>abc</p>", []),
        ("<p>     \n    </p>", []),
        ("<a href='/'>A link with words</a>", []),
        ("<script>var words = 1;</script>", []),
        ("<div>Above <b>the bold words</b></div>", ["Above ", "the bold words"]),
        ("<td>Cells outside a table</td>", ["Cells outside a table"]),
    ],
)
def test_texts(body: str, texts: list[str]) -> None:
    """The opening texts of elements, except links, scripts, and tiny pieces."""
    assert [text for _, text in surveyed(f"<div>{body}</div>").texts] == texts


@pytest.mark.parametrize(
    ("body", "tails"),
    [
        ("<b>x</b> and what follows", [" and what follows"]),
        ("first line<br>second line<br>third line", ["second line", "third line"]),
        ("<script>x</script>text behind a script", ["text behind a script"]),
        ("<a href='/'>link</a> | ", []),
        ("<p>x</p>\n   \n<p>y</p>", []),
    ],
)
def test_tails(body: str, tails: list[str]) -> None:
    """The texts behind elements."""
    assert [text for _, text in surveyed(f"<div>{body}</div>").tails] == tails


PIECES = [*"<>/ =\"'", *"abpdivlh1spn", "<p>", "</p>", "<div class='a'>", "text text"]
MARKUP = st.lists(st.sampled_from(PIECES)).map("".join)


@given(MARKUP)
def test_a_survey_agrees_with_the_tree(body: str) -> None:
    """Whatever the markup, each note leads back to its element."""
    seen = surveyed(body)
    assert all(seen.elements[at].text == text for at, text in seen.texts)
    assert all(element.tail == text for element, text in seen.tails)
    assert all(names_of(seen.elements[at]) == names for names, places in seen.names.items() for at in places)
    assert [at for places in seen.names.values() for at in places if at >= len(seen.elements)] == []
