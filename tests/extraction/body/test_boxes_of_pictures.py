"""Boxes that are named after other stories and hold a picture of the article."""

from __future__ import annotations

import pytest

from crawler.items import Article
from tests.extraction.markup import PARAGRAPHS, article, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"
IMAGE = "<img src='/media/lock.jpg' width='640' height='360' alt=''>"
CAPTION = "<p>Boats wait below the upper gate of the lock.</p>"
NAMES = ["related-media", "relatedPhoto wide", "expandable-photo", "pic-infobox"]


LABELS = [
    "<a href='#' onclick='return false'>[+] Enlarge{}</a>",
    "<a href='javascript:void(0)'>{}<span>Zoom</span></a>",
    "<a href='/media/lock-large.jpg'>{}<span>Click to enlarge</span></a>",
]


def _read(box: str) -> tuple[tuple[str, ...], list[str | None]]:
    text = f"{paragraphs(PARAGRAPHS[:2])}{box}{paragraphs(PARAGRAPHS[2:])}"
    record = article(f"{HEADLINE}<div>{text}</div>")
    return record.body, [photo.caption for photo in record.photos]


@pytest.mark.parametrize("names", NAMES)
def test_picture_with_its_caption(names: str) -> None:
    """A box with one picture and a sentence is a picture of the article, if its name says so, too."""
    captions = ["Boats wait below the upper gate of the lock."]
    assert _read(f"<div class='{names}'><p>{IMAGE}</p>{CAPTION}</div>") == (PARAGRAPHS, captions)


@pytest.mark.parametrize(
    "content",
    [
        f"{IMAGE}<a href='/s/2.htm'>{CAPTION}</a>",
        f"{IMAGE}<h3>Linshui counts its boats</h3>{CAPTION}",
        f"{IMAGE}{IMAGE.replace('lock', 'gate')}{CAPTION}",
        f"{IMAGE}<p>Linshui counts its boats</p>",
    ],
    ids=["link", "heading", "two pictures", "title"],
)
@pytest.mark.parametrize("names", NAMES)
def test_other_story(names: str, content: str) -> None:
    """A link, a heading, a second picture and a title show that it is another story."""
    assert _read(f"<div class='{names}'>{content}</div>") == (PARAGRAPHS, [])


def test_name_without_a_word_for_pictures() -> None:
    """A box whose name has no word for a picture is another story."""
    assert _read(f"<div class='related'>{IMAGE}{CAPTION}</div>") == (PARAGRAPHS, [])


def test_caption_by_name() -> None:
    """A caption by name needs no sentence."""
    assert _read(f"<div class='related-photo'>{IMAGE}<p class='caption'>Boats</p></div>")[1] == ["Boats"]


@pytest.mark.parametrize("link", LABELS)
def test_label_of_a_link_that_enlarges(link: str) -> None:
    """The box of a picture and its caption is around the link that shows the picture in large."""
    box = f"<div class='inline'>{link.format(IMAGE)}<div><cite>Ann Example</cite> {CAPTION[3:-4]}</div></div>"
    assert _read(box) == (PARAGRAPHS, ["Boats wait below the upper gate of the lock."])


def test_link_to_another_story() -> None:
    """A link with a text that leads to a page is no label."""
    text = "The county counts its boats every year in May."
    assert text in _read(f"<div><a href='/s/2.htm'>{IMAGE}<span>County</span></a><div>{text}</div></div>")[0]


def test_caption_in_an_element_named_after_the_credit() -> None:
    """An element that is named a credit and holds a named caption is not as a whole the credit."""
    caption = f"<span class='cutline'>{CAPTION[3:-4]}</span><span class='credit'>Ann Example</span>"
    page = f"<div>{paragraphs()}<div>{IMAGE}<p class='image-credit-wrap'>{caption}</p></div></div>"
    photo = article(HEADLINE + page).photos[0]
    assert (photo.caption, photo.credit) == ("Boats wait below the upper gate of the lock.", "Ann Example")


def test_contributor_above_the_caption() -> None:
    """The contributor of a picture is its photographer."""
    box = f"<div class='media'>{IMAGE}<p class='contributor vcard'>Ann Example</p>{CAPTION}</div>"
    photo = article(
        f"{HEADLINE}<div>{paragraphs(PARAGRAPHS[:2])}{box}{paragraphs(PARAGRAPHS[2:])}</div>"
    ).photos[0]
    assert (photo.caption, photo.credit) == ("Boats wait below the upper gate of the lock.", "Ann Example")


LONG = (
    "Boats wait below the upper gate of the lock, which the county opened on Monday after four years of work,"
    " while children of the school at Linshui count them from the bridge and write the number into a book."
)


def _boxed(*lines: str) -> Article:
    shown = "".join(f"<div>{line}</div>" for line in lines)
    box = f"<div><a href='/media/lock.jpg'>{IMAGE}</a><div>{shown}</div></div>"
    return article(f"{HEADLINE}<div>{paragraphs(PARAGRAPHS[:2])}{box}{paragraphs(PARAGRAPHS[2:])}</div>")


def test_source_beside_the_caption() -> None:
    """The source in a picture's box is the credit of its caption, and not the source of the article."""
    record = _boxed("Boats wait", "Source: Reed Institute")
    photo = record.photos[0]
    assert (photo.caption, photo.credit) == ("Boats wait", "Source: Reed Institute")
    assert (record.source, record.body) == (None, PARAGRAPHS)


def test_source_of_a_chart() -> None:
    """A source alone in a picture's box is neither a caption nor the source of the article."""
    record = _boxed("Source: Reed Institute")
    assert [(photo.caption, photo.credit) for photo in record.photos] == [(None, None)]
    assert (record.source, record.body) == (None, PARAGRAPHS)


@pytest.mark.parametrize("credit", ["The Linshui Shimbun", "Photo: Ann Example/Reuters"])
def test_long_caption_beside_a_credit(credit: str) -> None:
    """A credit in a picture's box shows that a text of a paragraph's length there is its caption."""
    for lines in ((credit, LONG), (LONG, credit)):
        record = _boxed(*lines)
        assert [(photo.caption, photo.credit) for photo in record.photos] == [(LONG, credit)]
        assert record.body == PARAGRAPHS


def test_long_text_in_a_box() -> None:
    """Without a credit, a text of a paragraph's length in a picture's box is text."""
    assert LONG in _boxed(LONG).body


def test_names_before_a_credit() -> None:
    """A line of names that ends in a credit is a credit as a whole."""
    photo = _boxed("Boats wait below the gate", "Reedimages, Getty Images/Creatas RF").photos[0]
    assert (photo.caption, photo.credit) == (
        "Boats wait below the gate",
        "Reedimages, Getty Images/Creatas RF",
    )


def _above(*lines: str) -> tuple[tuple[str | None, str | None], ...]:
    shown = "".join(f"<div>{line}</div>" for line in lines)
    picture = f"<div><div>{IMAGE}</div>{shown}</div>"
    page = f"<section><div>{HEADLINE}</div>{picture}</section><section><div>{paragraphs()}</div></section>"
    return tuple((photo.caption, photo.credit) for photo in article(page).photos)


def test_credit_before_the_caption_above_the_text() -> None:
    """Two lines in the box of a picture above the text are its caption and its credit, in any order."""
    shown = (("Boats wait below the gate", "© Ann Example"),)
    assert _above("© Ann Example", "Boats wait below the gate") == shown


def test_credit_in_another_script_above_the_text() -> None:
    """The name of an agency shows in any script that the line above it is a caption."""
    assert _above("夜明けに水門の前で待つ船", "共同") == (("夜明けに水門の前で待つ船", "共同"),)


def test_lines_without_a_credit_above_the_text() -> None:
    """Two lines without a credit in the box of a picture above the text may be anything."""
    assert _above("Boats", "Locks") == ()


@pytest.mark.parametrize("credit", ["Ann Example / Reuters", "Tom Sample"])
@pytest.mark.parametrize("space", ["", " "])
def test_credit_before_the_element_of_the_caption(credit: str, space: str) -> None:
    """Names directly before the element of a caption are its credit, with and without a space."""
    caption = f"{credit}{space}<span></span><span>Boats wait below the upper gate.</span>"
    picture = f"<figure>{IMAGE}<figcaption>{caption}</figcaption></figure>"
    photo = article(f"{HEADLINE}<div>{picture}{paragraphs()}</div>").photos[0]
    assert (photo.caption, photo.credit) == ("Boats wait below the upper gate.", credit)


def test_words_before_an_element_within_a_caption() -> None:
    """The beginning of a sentence before an element is no credit."""
    picture = f"<figure>{IMAGE}<figcaption>Boats of <em>Linshui wait.</em></figcaption></figure>"
    photo = article(f"{HEADLINE}<div>{picture}{paragraphs()}</div>").photos[0]
    assert (photo.caption, photo.credit) == ("Boats of Linshui wait.", None)
