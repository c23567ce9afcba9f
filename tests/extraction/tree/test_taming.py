"""Tests of markup that libxml2 chokes on: it is recognised, tamed, and its article is still read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extraction.tree.page import parse_html
from crawler.extraction.tree.taming import (
    MANY_TAGS,
    MOST_ATTRIBUTES,
    MOST_TAGS,
    has_moderate_tags,
    is_harmless,
    tame,
)
from crawler.samplesite import SampleSite
from tests.extraction.markup import PARAGRAPHS, article, page, paragraphs
from tests.house.thorough import examples
from tests.samplesite.ground_truth import PATHS

STORY = f"<h1>A lock opens in Linshui</h1><div id='content'>{paragraphs()}</div>"
SLOWEST = 5.0  # seconds, on a slow machine: each takes less than one


@pytest.mark.parametrize("end", ["</html>", "</HTML >", "</body></html><!doctype html><html><body>"])
def test_what_comes_after_the_end(end: str) -> None:
    """A template that ends the document in its midst loses nothing: neither do browsers."""
    assert article(f"<div>Menu</div>{end}<!-- header ends -->{STORY}").body == PARAGRAPHS


@pytest.mark.fault(77)
def test_end_of_the_document_within_a_tag() -> None:
    """To leave such an end out makes no attributes of the text behind it."""
    began = time.process_time()
    record = article(f"</html>{STORY}<div </html> {attributes(100_000, '')}>")
    assert record.body[:4] == PARAGRAPHS
    assert time.process_time() - began < SLOWEST


def attributes(count: int, value: str = "='1'") -> str:
    """Return a number of attributes with names of their own."""
    return " ".join(f"a{number}{value}" for number in range(count))


@pytest.mark.fault(77)
@pytest.mark.parametrize("value", ["='1'", "", "=1", "='>'", '="<b>"'])
def test_tag_with_a_hundred_thousand_attributes(value: str) -> None:
    """The article is read at once, and the record says that attributes were left out."""
    began = time.process_time()
    record = article(f"<div {attributes(100_000, value)}>{STORY}</div>")
    assert time.process_time() - began < SLOWEST
    assert record.headline == "A lock opens in Linshui"
    assert record.body == PARAGRAPHS
    assert record.evidence["markup.cut"] == "attributes"


@pytest.mark.fault(78)
@pytest.mark.parametrize("depth", [2100, 10_000])
@pytest.mark.parametrize(
    ("tags", "ends"),
    [
        ("<div>", "</div>"),
        ("<b>", "</b>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<ul><li>", "</li></ul>"),
        ("<p><font>", "</font></p>"),
    ],
)
def test_nesting_deeper_than_the_parser_goes(tags: str, ends: str, depth: int) -> None:
    """An article inside, and one behind, is read whole, and the record says that nesting was left out."""
    for before in (tags * depth, tags * depth + "x" + ends * depth):
        record = article(before + STORY)
        assert record.headline == "A lock opens in Linshui"
        assert record.body == PARAGRAPHS
        assert record.evidence["markup.cut"] == "nesting"


@pytest.mark.fault(79)
@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 1_000_000,
        "<b>" * 1_000_000,
        "<b><p></b>" * 300_000,
        "<table><tr><td><font></td></table>" * 100_000,
        "<h1>" * 1_000_000,
        "<div>" * 2000 + "</p></span>" * 500_000,
        "<i></i>" * 1_000_000,
    ],
    ids=["div", "b", "misnested", "tables", "headings", "ends", "siblings"],
)
def test_a_million_tags(body: str) -> None:
    """Pages of a million tags are read as far as they may, quickly; the record says that more was there."""
    began = time.process_time()
    record = article(STORY + body)
    assert time.process_time() - began < SLOWEST
    assert record.headline == "A lock opens in Linshui"
    assert "tags" in record.evidence["markup.cut"].split()


@pytest.mark.fault(80)
def test_text_of_fifty_megabytes() -> None:
    """A text is read up to the bound, and the record says so."""
    began = time.process_time()
    record = article(f"{STORY}<div>{'word ' * 10_000_000}</div>")
    assert time.process_time() - began < SLOWEST
    assert record.headline == "A lock opens in Linshui"
    assert record.evidence["markup.cut"] == "bytes"


@pytest.mark.parametrize("path", PATHS)
def test_real_structures_are_left_as_they_are(path: str) -> None:
    """A page of the family is harmless, and would come out of taming with all its text."""
    body = SampleSite().reply(path, "http://news.sample.test").body
    assert is_harmless(body)
    assert has_moderate_tags(body)
    tamed = tame(body)
    assert not tamed.cut
    assert text_of(tamed.markup) == text_of(body)


def text_of(markup: bytes) -> str:
    """Return the text of a parsed page, without white space."""
    return "".join("".join(map(str, parse_html(markup).itertext())).split())


PIECES = (
    *"<!-- --> --!> <!--> <!---> <!- <script> </script> <SCRIPT </script <script/> <style> </style>".split(),
    *"<title> </title> <textarea> </textarea> <xmp> </xmp> <iframe> </iframe> <a/b=' ' \" <a/b=\"".split(),
    *'=" ==\' > /> < </ <!x/" <? ?> <![CDATA[ ]]> <plaintext> <noscript> <svg> <select> text <b/'.split(),
    *("/", "=", "&", '</a/b="', " ", "\x0b", "<body>", "<frameset>"),
)
HIDDEN = f"<div {attributes(450, '')}>"


@settings(max_examples=examples(1500), deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=10), st.lists(st.sampled_from(PIECES), max_size=6))
def test_attributes_cannot_be_hidden(before: list[str], after: list[str]) -> None:
    """Whatever comments, scripts and quotes stand around a tag, its attributes are seen."""
    markup = "".join((*before, HIDDEN, *after)).encode()
    if has_moderate_tags(markup):
        assert most_attributes(markup) < 450
    assert most_attributes(tame(markup).markup) <= MOST_ATTRIBUTES


def most_attributes(markup: bytes) -> int:
    """Return the attributes of the tag that has most of them."""
    return max(len(element.attrib) for element in parse_html(markup).iter())


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_tamed_markup_stays_as_it_is(pieces: list[str]) -> None:
    """Taming tamed markup changes nothing."""
    tamed = tame("".join(pieces).encode())
    assert tame(tamed.markup).cut == ()


def test_bounds_are_where_they_are_said_to_be() -> None:
    """As many attributes and tags as are read leave no mark, one more does."""
    assert tame(f"<p {attributes(MOST_ATTRIBUTES)}>".encode()).cut == ()
    assert tame(f"<p {attributes(MOST_ATTRIBUTES + 1)}>".encode()).cut == ("attributes",)
    assert has_moderate_tags(b"<br>x" * MANY_TAGS)
    assert not has_moderate_tags(b"<br>x" * (MANY_TAGS + 1))
    assert tame(b"<br>" * MOST_TAGS).cut == ()
    assert tame(b"<br>" * (MOST_TAGS + 1)).cut == ("tags",)


def test_scripts_keep_their_data() -> None:
    """The content of a script survives, though its start tag is cut."""
    script = f'<script type=\'application/ld+json\' {attributes(500)}>{{"a": "<b>"}}</script>'
    assert b'{"a": "<b>"}</script>' in tame(page(script)).markup
