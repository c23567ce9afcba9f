"""The lines of a text, and their visible parts."""

from __future__ import annotations

import pytest

from crawler.extraction.body.lines import read_page_lines
from crawler.extraction.tree.page import parse_page
from tests.extraction.markup import PARAGRAPHS, article, paragraphs

SENTENCE = "The master of Linshui opened the lock at nine."


def body(markup: str) -> tuple[str, ...]:
    """Return the paragraphs of an article that opens with some markup."""
    return article(f"<h1>A lock opens</h1><div>{markup}{paragraphs()}</div>").body


@pytest.mark.parametrize(
    "name",
    "output rb x-link g-emoji st1:place st1:city o:lock person location chron org".split(),
)
def test_elements_within_a_line(name: str) -> None:
    """Elements that HTML knows within a line, and those that it does not know, end no line."""
    line = (
        f"<p>The master of <{name} class='a'>Linshui</{name}> opened the lock <{name}>at nine</{name}>.</p>"
    )
    assert body(line) == (SENTENCE, *PARAGRAPHS)


@pytest.mark.parametrize("name", ["story-text", "x:paragraph", "para"])
def test_unknown_blocks(name: str) -> None:
    """An unknown element on its own holds a line of its own."""
    first, second = "At nine the lock opened at last.", "At ten the first boat went through it."
    lines = f"<{name}>{first}</{name}>\n<{name}>{second}</{name}>"
    assert body(lines) == (first, second, *PARAGRAPHS)


def test_unknown_element_around_blocks() -> None:
    """An unknown element that holds paragraphs keeps them apart, whatever text stands beside it."""
    record = article(f"<h1>A lock opens</h1><div>Linshui, May 6 <x-text>{paragraphs()}</x-text></div>")
    assert record.body[-4:] == PARAGRAPHS


@pytest.mark.parametrize("tag", ["span", "font", "i", "b", "a"])
@pytest.mark.parametrize(
    "hides",
    [
        "style='display:none'",
        "style='DISPLAY : none;color:red'",
        "hidden",
        "style='font-size:0'",
        "style='font-size: 0px;'",
        "style='visibility:hidden'",
        "style='opacity:0'",
        "style='color:red;opacity: 0.0 !important'",
        "style='position:absolute;left:-9999px'",
        "style='text-indent: -999em'",
        "class='sr-only'",
        "class='visually-hidden focusable'",
        "class='screen-reader-text'",
    ],
)
@pytest.mark.parametrize(
    "line", ["{0}" + SENTENCE, "The master of Linshui {0}opened the lock at nine.", SENTENCE + "{0}"]
)
def test_hidden_in_a_line(tag: str, hides: str, line: str) -> None:
    """Hidden text in a line is no text: many sites hide a notice against copying there."""
    hidden = f"<{tag} {hides}>copying <b>is</b> not allowed here</{tag}>"
    assert body(f"<p>{line.format(hidden)}</p>") == (SENTENCE, *PARAGRAPHS)


@pytest.mark.parametrize(
    "style", ["font-size:0.9em", "font-size:06px", "font-size:", "opacity:0.8", "left:-9px"]
)
def test_shown_in_a_line(style: str) -> None:
    """Small and pale text is shown."""
    line = SENTENCE.replace("at nine", f"<span style='{style}'>at nine</span>")
    assert body(f"<p>{line}</p>") == (SENTENCE, *PARAGRAPHS)


@pytest.mark.parametrize("tag", ["p", "div", "section"])
@pytest.mark.parametrize("hides", ["hidden", "style='display:none'", "style='font-size:0'"])
def test_hidden_block(tag: str, hides: str) -> None:
    """A hidden paragraph is no text."""
    hidden = f"<{tag} {hides}>No reader of the page, however hard he looks, can see this sentence.</{tag}>"
    record = article(
        f"<h1>A lock opens</h1><div>{paragraphs(PARAGRAPHS[:2])}{hidden}{paragraphs(PARAGRAPHS[2:])}</div>"
    )
    assert record.body == PARAGRAPHS


def test_size_given_below() -> None:
    """A block without a size shows content with a size of its own."""
    block = f"<div style='font-size:0'><p style='font-size:16px'>{SENTENCE}</p></div>"
    assert body(block) == (SENTENCE, *PARAGRAPHS)


@pytest.mark.parametrize(
    ("image", "sign"),
    [
        ("<img class='emoji' src='/e/72x72/1f44b.png' alt='👋'>", "👋 "),
        ("<img class='wp-smiley' src='/e/s.gif' alt=':)' width='16'>", ":) "),
        ("<img src='/static/smilies/3.gif' alt='[smile]'>", "[smile] "),
        ("<img src='/i/arrow.gif' width='12' height='12'>", ""),
        ("<span><img src='/i/flag.png' height='20px' alt='flag'></span>", ""),
    ],
)
def test_image_in_a_line(image: str, sign: str) -> None:
    """A small image ends no line; an emoji stands in it as the characters that it is for."""
    record = article(f"<h1>A lock opens</h1><div><p>He waved {image} at the boats.</p>{paragraphs()}</div>")
    assert record.body == (f"He waved {sign}at the boats.", *PARAGRAPHS)
    assert record.photos == ()


def test_image_between_lines() -> None:
    """A picture in the midst of a block separates the lines above and below it."""
    image = "<img src='/2024/lock.jpg' width='600'>"
    block = f"<div>{''.join(text + image for text in PARAGRAPHS)}</div>"
    assert article(f"<h1>A lock opens</h1><div>{block}</div>").body == PARAGRAPHS


@pytest.mark.parametrize("block", ["div", "p", "ul", "section"])
def test_block_in_the_link_of_a_heading(block: str) -> None:
    """A heading's link to itself may hold a block; the text behind it is no link."""
    heading = f"<h2><a href='#gate'>The gate<{block}>of Linshui</{block}></a></h2>"
    root = parse_page(
        f"<html><body>{heading}{paragraphs()}</body></html>".encode(), "http://news.example/a"
    ).root
    assert [line.linked for line in read_page_lines(root)] == [0] * (2 + len(PARAGRAPHS))


@pytest.mark.parametrize(
    "aside", ["<div class='ad'>Try our boats</div>", "<ul class='share'><li>Share</li></ul>"]
)
def test_furniture_between_two_texts_of_one_element(aside: str) -> None:
    """Furniture within an element parts the texts before and behind it, as browsers show them."""
    page = article(
        f"<h1>A lock opens</h1><div>{'<br>'.join(PARAGRAPHS[:2])}{aside}{'<br>'.join(PARAGRAPHS[2:])}</div>"
    )
    assert page.body == PARAGRAPHS
