"""Builds the blocks of quotations and of preformatted text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from lxml import etree

from crawler.extraction.blocks.forms import ATTRIBUTIONS
from crawler.extraction.body.lines import Line
from crawler.extraction.form import read_form
from crawler.extraction.tree.markup import own_text
from crawler.items import Block, BlockType
from crawler.text.urls import resolve

LONGEST = 200  # characters: a longer text beside a quotation is no attribution
SIGNS = " \t\n—–―-─(（)）"
"""Signs around an attribution that are no part of it."""


def quote_of(element: etree._Element, lines: Sequence[Line], base: str) -> Block:
    """Return the block of a quotation; its attribution is marked as such, or its last line behind a dash."""
    cited = element.get("cite")
    return Block(
        type=BlockType.QUOTE,
        text="\n".join(line.text for line in lines),
        attribution=_marked(element) or _printed(lines),
        url=resolve(base, cited) if cited else None,
    )


def _marked(element: etree._Element) -> str | None:
    """Return the attribution in an element for it: in the quotation, or the caption of its figure."""
    figure = element.getparent()
    is_figure = figure is not None and figure.tag == "figure"
    captions = figure.iter("figcaption") if figure is not None and is_figure else ()
    texts = (own_text(each).strip(SIGNS) for each in chain(element.iter("cite", "footer"), captions))
    return next((text for text in texts if 0 < len(text) <= LONGEST), None)


def _printed(lines: Sequence[Line]) -> str | None:
    printed = read_form(ATTRIBUTIONS, lines[-1].text) if len(lines) > 1 else None
    return printed.parts["who"] if printed else None


def preformatted_of(element: etree._Element, lines: Sequence[Line]) -> Block:
    """Return the block of preformatted text, also with its spaces and line breaks."""
    printed = "".join(map(str, element.itertext())).strip("\n")
    return Block(
        type=BlockType.PREFORMATTED, text="\n".join(line.text for line in lines), printed=printed or None
    )
