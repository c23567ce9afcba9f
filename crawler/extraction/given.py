"""Finds a picture's caption and credit in attributes of its element, and of elements around and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from crawler.extraction.captions.caption import looks_like_caption, split_caption
from crawler.extraction.tree.images import is_picture_address
from crawler.extraction.tree.markup import attributes_of
from crawler.extraction.tree.page import parse_markup
from crawler.text.spaces import folded

SHORTEST_CAPTION = 15  # characters: a shorter text of an attribute is a label, or the name of a file
LONGEST_CREDIT = 60  # characters
LEVELS = 3  # levels above an image whose boxes may keep its caption
CAPTION_ATTRIBUTES = ("data-caption", "data-sub-html", "data-image-caption", "data-fancybox-caption")
DESCRIBING_ATTRIBUTES = ("data-description", "data-image-description")
"""Attributes that hold a caption, or else a title or the name of the file."""
TITLING_ATTRIBUTES = ("data-title", "title")
"""Attributes of a link to a picture in large that viewers show below it."""
CREDIT_ATTRIBUTE = re.compile(r"data-(?:\w+-){0,2}(?:credits?|copyright|photographer)")
"""Attributes that hold a credit, which a style sheet or a script shows: `data-credit`."""
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "…", ":", "：")


def caption_given(image: etree._Element | None) -> str:
    """Return the caption in an attribute of an image, or of an element around or beside this image alone."""
    values = (value for element in _around(image) for value in _captions_in(element))
    return next(values, "")


def _around(image: etree._Element | None) -> Iterator[etree._Element]:
    """Yield an image, the elements around it without another image, and their other children."""
    around = [] if image is None else [image, *islice(image.iterancestors(), LEVELS)]
    for element in around:
        if element is not image and next(islice(element.iter("img"), 1, None), None) is not None:
            return
        yield element
        yield from (child for child in element if isinstance(child.tag, str) and child not in around)


def _captions_in(element: etree._Element) -> Iterator[str]:
    """Yield the texts of an element's attributes that are captions."""
    for name, value in attributes_of(element).items():
        if name in CAPTION_ATTRIBUTES:
            if value and value[0] not in "#.":  # a selector of the element with the caption
                yield _shown(value)
        elif _may_hold_caption(element, name) and _tells_of_picture(text := _shown(value)):
            yield text


def _may_hold_caption(element: etree._Element, name: str) -> bool:
    """Return whether an attribute is named like a caption, or is the title of a link to a picture."""
    if name in DESCRIBING_ATTRIBUTES or (name.startswith("data-") and name.endswith("-caption")):
        return True
    return name in TITLING_ATTRIBUTES and element.tag == "a" and is_picture_address(element.get("href") or "")


def credit_given(image: etree._Element | None) -> str:
    """Return the credit in an attribute of an image, or of an element around or beside this image alone."""
    named = (
        folded(value)
        for element in _around(image)
        for name, value in attributes_of(element).items()
        if CREDIT_ATTRIBUTE.fullmatch(name)
    )
    return next((value for value in named if 1 < len(value) <= LONGEST_CREDIT and not value.isdigit()), "")


def _tells_of_picture(text: str) -> bool:
    """Return whether a text is worded like a caption, ends as sentences do, or has a credit behind one."""
    if len(text) < SHORTEST_CAPTION:
        return False
    return looks_like_caption(text) or text.endswith(SENTENCE_ENDS) or split_caption(text).credit is not None


def _shown(value: str) -> str:
    """Return the text of an attribute that may hold markup."""
    return folded(" ".join(map(str, parse_markup(value).itertext()))) if "<" in value else folded(value)
