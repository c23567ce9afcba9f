"""Tests the words by which class names and ids mark the surroundings of an article: every row, every word."""

import pytest
from lxml import etree

from crawler.extraction.lexicon.element_names import (
    ASIDE,
    BOXES,
    BUTTON_BOX_WORDS,
    FURNITURE_WORDS,
    OTHER_STORY_WORDS,
    STORIES,
    ElementNames,
)
from crawler.extraction.tree.markup import is_furniture, name_words
from crawler.extraction.tree.page import parse_markup
from tests.extraction.markup import PARAGRAPHS, article, paragraphs

ROWS = (*ASIDE, *STORIES, *BOXES)
NAMES = [name for row in ROWS for name in row.examples]
BESIDE = "Every Friday the ferry office prints the tides of the coming week on a card for its passengers."
"""A sentence that only its element's name marks as no part of the article."""


def _with_box(name: str) -> str:
    first, *others = PARAGRAPHS
    box = f'<div class="{name}"><p>{BESIDE}</p></div>'
    return f"<h1>A lock opens in Linshui</h1><div><p>{first}</p>{box}{paragraphs((*others,))}</div>"


@pytest.mark.parametrize("name", NAMES)
def test_a_sentence_in_a_box_with_such_a_name_is_no_text(name: str) -> None:
    """A box inside an article is dropped by its class name alone."""
    assert article(_with_box(name)).body == PARAGRAPHS


@pytest.mark.parametrize("name", ["note", "story__note", "story__note--read-also"])
def test_a_sentence_in_a_box_with_another_name_is_text(name: str) -> None:
    """A box without such a name stays, and so does a variant (`--`) that only says what its block has."""
    assert BESIDE in article(_with_box(name)).body


@pytest.mark.parametrize("name", NAMES)
def test_a_name_does_not_drop_a_whole_article(name: str) -> None:
    """An element that holds the text is read, whatever its name."""
    body = f'<h1>A lock opens in Linshui</h1><div class="{name}">{paragraphs()}</div>'
    assert article(body).body == PARAGRAPHS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.kind)
def test_each_example_has_a_word_of_its_row(row: ElementNames) -> None:
    """Each example of a row shows one of its words."""
    assert all(name_words(name) & row.words for name in row.examples)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.kind)
def test_each_word_is_found_as_a_class_and_as_a_part(row: ElementNames) -> None:
    """Each word counts as a whole class, and as the part of a block."""
    assert [word for word in row.words if word not in name_words(word)] == []
    assert [word for word in row.words if word not in name_words(f"story__{word}--wide")] == []


def test_each_word_stands_in_one_row() -> None:
    """A word has one kind."""
    words = [word for row in ROWS for word in row.words]
    assert sorted(words) == sorted({*FURNITURE_WORDS, *OTHER_STORY_WORDS})


@pytest.mark.parametrize("word", sorted(BUTTON_BOX_WORDS))
def test_a_box_of_buttons_is_furniture_without_anything_else(word: str) -> None:
    """Buttons are furniture; a deck, a date or a player beside them is not."""
    assert is_furniture(_box(word, "<a href='/x'>Follow us</a>"))
    for beside in (f"<p>{BESIDE}</p>", "<span>May 8, 2024</span>", "<audio src='/a.mp3'></audio>"):
        assert not is_furniture(_box(word, beside))


def _box(word: str, content: str) -> etree._Element:
    root = parse_markup(f'<div class="byline-{word}">{content}</div>')
    return next(root.iter("div"))


@pytest.mark.parametrize("identity", ["tools-for-the-lock", "related-work", "print-and-paper"])
def test_the_id_of_a_heading_repeats_its_words(identity: str) -> None:
    """A heading is text, although its id has a word that marks other elements as furniture."""
    first, *others = PARAGRAPHS
    heading = f'<h2 id="{identity}">The gates and the pumps</h2>'
    page = f"<h1>A lock opens in Linshui</h1><div><p>{first}</p>{heading}{paragraphs((*others,))}</div>"
    assert "The gates and the pumps" in article(page).body
