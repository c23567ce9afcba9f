"""Finds the text in one box with each picture of an article, and the pictures above its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml import etree

from crawler.extraction.body.content_images import ROUND_WORDS, is_content_image
from crawler.extraction.body.headline import fold
from crawler.extraction.body.lines import read_lines
from crawler.extraction.body.teasers import leads_to_other_page
from crawler.extraction.captions.caption import is_credit_line, looks_like_caption
from crawler.extraction.captions.names import reads_like_names
from crawler.extraction.captions.photo_agencies import names_known_agencies
from crawler.extraction.lexicon.organisations import BUTTON_WORDS
from crawler.extraction.tree.images import is_picture_address
from crawler.extraction.tree.markup import (
    CAPTION_CREDIT_WORDS,
    CREDIT_WORDS,
    IMAGE_WORDS,
    INLINE,
    MUTE,
    first_below,
    hides_text,
    name_words,
    names_caption,
    names_figure,
    names_of,
    own_text,
)
from crawler.text.sizes import utf8_size
from crawler.text.spaces import folded

LONGEST_CAPTION = 160  # characters: a longer line between picture and text is a paragraph
PORTRAIT_WORDS = frozenset(
    "author bio byline correspondent profile writer quote pullquote testimonial speaker contributor".split()
)
"""Words in the name of a box with the portrait of an author or of a quoted person."""
NEAR = 40  # elements between a picture and its caption, at most
CLIMB = 6  # levels between an image and the box that it shares with its caption, at most
LEADING_ON = ("a", "h1", "h2", "h3", "h4", "h5", "blockquote")
"""Elements whose text belongs to more than the picture beside them."""
FIGURE_LEVELS = 5  # levels between an image and its figure, at most
WRAPPINGS = frozenset({"picture", "source"})
"""Elements that hold only the same image in other sizes."""
SET_APART = frozenset("span small cite em strong b".split())
"""Elements that separate a credit from the caption before it."""
SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "»", "。", "！", "？")
CUT_OFF = ("…", "...")
"""Ends of an alternative text of which the page shows only the beginning."""
TELLING = 15  # UTF-8 bytes: a shorter alternative text may begin any sentence
LONGEST_ADDED = 24  # letters of a credit behind a short alternative text, at most
LONGEST_LABEL = 24  # characters of the label of a link that enlarges a picture, at most
MOST_PARTS = 40  # elements within one that holds a credit, at most: an open link holds all that follows
CAPTION_AND_CREDIT = 2  # lines
LONGEST_BOX = 700  # characters: a box with more text holds more than a picture


def box_of(image: etree._Element, outside: Container[etree._Element]) -> etree._Element | None:
    """Return the smallest element that holds an image, some text, and hardly anything else.

    None if the text is more than a caption, if another picture is inside, or if the ancestors leave
    `outside`.
    """
    for element in _around(image, outside):
        if (text := own_text(element)) and not _only_enlarges(element, text):
            return element if len(text) <= LONGEST_BOX and _holds_a_picture_alone(element) else None
    return None


def around_several(images: Iterable[etree._Element]) -> set[etree._Element]:
    """Return the elements with more than one image, which are no image's box.

    They are collected once: a search for each image would take quadratic time.
    """
    around = Counter(element for image in images for element in _around(image, ()))
    return {element for element, held in around.items() if held > 1}


def _around(image: etree._Element, outside: Container[etree._Element]) -> Iterator[etree._Element]:
    """Yield the boxes around an image, the smallest first, as long as they are not `outside`."""
    return takewhile(lambda element: element not in outside, islice(_boxes(image), CLIMB))


def _boxes(image: etree._Element) -> Iterator[etree._Element]:
    """Yield the ancestors of an image, except `picture` and its sources, which libxml2 nests wrongly."""
    return (element for element in image.iterancestors() if element.tag not in WRAPPINGS)


def _holds_a_picture_alone(element: etree._Element) -> bool:
    """Return whether an element holds one picture, and neither a heading nor a link to another story."""
    if sum(1 for image in element.iter("img") if is_content_image(image)) != 1:
        return False
    if name_words(names_of(element)) & PORTRAIT_WORDS:
        return False
    return not any(_leads_elsewhere(each) for each in element.iter(*LEADING_ON))


def _leads_elsewhere(element: etree._Element) -> bool:
    """Return whether an element has its own text and is no link within the page, to enlarge a picture."""
    text = own_text(element)
    is_button = element.tag == "a" and (element.get("href") or "#").startswith("#")
    return not is_button and bool(text) and not _enlarges(element, text)


def _only_enlarges(element: etree._Element, text: str) -> bool:
    """Return whether all text of an element is the label of a link that shows a picture in large."""
    if len(text) > LONGEST_LABEL:
        return False
    return any(own_text(link) == text and _enlarges(link, text) for link in element.iter("a"))


def _enlarges(element: etree._Element, text: str) -> bool:
    """Return whether an element is a link that shows a picture in large, with a label such as `Enlarge`."""
    if element.tag != "a" or len(text) > LONGEST_LABEL:
        return False
    target = element.get("href") or "#"
    return target.startswith(("#", "javascript:")) or is_picture_address(target)


def alternatives_of(image: etree._Element) -> tuple[str, ...]:
    """Return the alternative texts of an image: its `alt` and `title`, white space folded."""
    texts = (" ".join((image.get(name) or "").split()) for name in ("alt", "title"))
    return tuple(text for text in texts if text)


def says_alternative(text: str, image: etree._Element) -> bool:
    """Return whether a text equals an alternative text of an image."""
    return any(says_the_same(text, alternative) for alternative in alternatives_of(image))


def says_the_same(text: str, alternative: str) -> bool:
    """Return whether two texts are equal, or one begins with the other: captions add a credit."""
    if alternative.endswith(CUT_OFF):
        return _continues(text, alternative.rstrip(".… "))
    shorter, longer = sorted((fold(text), fold(alternative)), key=len)
    if utf8_size(shorter) < TELLING or not longer.startswith(shorter):
        return False
    return shorter == longer or (len(longer) <= 2 * len(shorter) + LONGEST_ADDED and not is_paragraph(text))


def _continues(text: str, beginning: str) -> bool:
    """Return whether a text of a caption's length continues one that is cut off: `Boats wait at …`."""
    folded_beginning = fold(beginning)
    is_telling = utf8_size(folded_beginning) >= TELLING and len(text) <= LONGEST_BOX
    return is_telling and fold(text).startswith(folded_beginning)


def is_paragraph(text: str) -> bool:
    """Return whether a line is too long for a caption and is not worded like one."""
    return len(text) > LONGEST_CAPTION and not looks_like_caption(text)


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block with captions, whose markup is read once for all its lines."""

    block: etree._Element
    text: str
    names_credit: bool
    """Whether the block itself is named a credit."""
    credits: tuple[tuple[etree._Element, str], ...]
    """The elements below it that are named so, each with the text that it shows."""
    whole: frozenset[str]
    """All text of each of these elements."""


def marked_block(block: etree._Element) -> MarkedBlock:
    """Read the elements of a block that its markup names credits."""
    named = [element for element in block.iterdescendants() if _names_credit(element)]
    shown = ((element, _shown_text(element)) for element in named)
    credited = tuple(pair for pair in shown if pair[1])
    whole = frozenset(map(own_text, named))
    is_credit = _names_credit(block) and not any(names_caption(names_of(each)) for each in block.iter("span"))
    return MarkedBlock(block, own_text(block), is_credit, credited, whole)


def marked_credit(marked: MarkedBlock, text: str) -> str | None:
    """Return the part of a caption that its markup separates as a credit: a `cite`, or an element named so.

    `text` is a line of the block, or a part of it.
    """
    if marked.names_credit:
        return text
    is_whole = marked.text == text
    for element, credit in marked.credits:
        if not (is_whole and credit == text and not _is_surely_credit(element, credit)):
            return credit
    return _credit_set_apart(marked.block, text)


def named_credit(marked: MarkedBlock, text: str) -> str | None:
    """Return a whole line that reads like names, if the element with it is named like a credit.

    Alone it may be a caption: some pages name the whole caption `source`.
    """
    return text if text in marked.whole and _may_be_credit(text) else None


def _is_surely_credit(element: etree._Element, text: str) -> bool:
    """Return whether an element is named a credit, and its text is written as names are."""
    return bool(name_words(names_of(element)) & CREDIT_WORDS) and _may_be_credit(text)


def _shown_text(element: etree._Element) -> str:
    """Return the text of an element, except the parts for screen readers."""
    text = own_text(element)
    for descendant in element.iterdescendants():
        if hides_text(descendant):
            text = text.replace(own_text(descendant), "", 1)
    return folded(text)


def _credit_set_apart(block: etree._Element, text: str) -> str | None:
    """Return the credit of a caption that only its element sets apart.

    It reads like names. It stands in the last element, behind a sentence or beside the caption's element.
    """
    block = _innermost(block, text)
    if credit_before := _credit_before(block, text):
        return credit_before
    last = next(block.iterchildren(reversed=True), None)
    if last is None or last.tag not in INLINE or (last.tail or "").strip() or not _has_few_parts(last):
        return None
    if is_credit_line(text):
        return None
    credit = _shown_text(last)
    before = text.removesuffix(credit).rstrip()
    if _is_pair(block):
        is_apart = "," not in credit and bool(before) and before[-1] not in ":："
    else:
        is_apart = last.tag in SET_APART and (before.endswith(SENTENCE_ENDS) or is_worded_credit(credit))
    is_credit = is_apart and _may_be_credit(credit) and not reads_like_names(before)
    return credit if is_credit and BUTTON_WORDS.isdisjoint(credit.casefold().split()) else None


def _credit_before(block: etree._Element, text: str) -> str | None:
    """Return the credit before the caption's element: `Ann Example<span></span><span>Boats wait.</span>`.

    Names need an element between them and the caption: `Boats of <em>Linshui wait.</em>` has none.
    """
    credit = folded(block.text or "")
    last = next(block.iterchildren(reversed=True), None) if credit else None
    if last is None or last.tag not in INLINE or not _may_be_credit(credit):
        return None
    caption = _shown_text(last)
    is_apart = len(block) > 1 and caption.endswith(SENTENCE_ENDS)
    is_credit = is_apart or is_worded_credit(credit)
    return credit if is_credit and text in (f"{credit}{caption}", f"{credit} {caption}") else None


def _innermost(block: etree._Element, text: str) -> etree._Element:
    """Return the last element within a block that holds a whole line, and more elements: a styled span."""
    while True:
        last = next(block.iterchildren(reversed=True), None)
        if last is None or last.tag not in INLINE or not _has_few_parts(last) or own_text(last) != text:
            return block
        if next(iter(last), None) is None:
            return block
        block = last


def _has_few_parts(element: etree._Element) -> bool:
    return next(islice(element.iter(), MOST_PARTS, None), None) is None


def _may_be_credit(text: str) -> bool:
    return reads_like_names(text) or is_worded_credit(text)


def is_worded_credit(text: str) -> bool:
    """Return whether a text is a photo credit by its words, in any script: `共同`, `山田太郎撮影`."""
    return is_credit_line(text) or names_known_agencies(text)


def _is_pair(block: etree._Element) -> bool:
    """Return whether an element holds two elements and no text beside them."""
    children = list(islice(block, 3))
    loose = [block.text, *(child.tail for child in children)]
    return len(children) == 2 and not any(text and text.strip() for text in loose)


def _names_credit(element: etree._Element) -> bool:
    if element.tag == "cite":
        return True
    names = names_of(element) if isinstance(element.tag, str) else ""
    words = name_words(names) & CAPTION_CREDIT_WORDS if names else ()
    return bool(words) and not (CREDIT_WORDS.isdisjoint(words) and _has_caption_class(names))


def _has_caption_class(names: str) -> bool:
    """Return whether a class of its own names the caption, as in `image__caption attribution`."""
    return any(
        names_caption(name) and name_words(name).isdisjoint(CAPTION_CREDIT_WORDS) for name in names.split()
    )


def is_centred(block: etree._Element) -> bool:
    """Return whether the markup of a block centres its text."""
    if block.tag == "center" or block.get("align") == "center":
        return True
    style = block.get("style")
    if style and "center" in style.lower() and "align" in style.lower():
        return True
    return "center" in names_of(block).lower()


def leading_pictures(
    between: Sequence[etree._Element], around: Container[etree._Element]
) -> tuple[etree._Element, ...]:
    """Return the elements with the captioned pictures between headline and text.

    `between` are the elements there in page order, `around` the elements that also hold the text.
    """
    held: dict[etree._Element, None] = {}
    for element in between:
        if element.tag == "img":
            held.update(dict.fromkeys(_held(element, around)))
        elif _is_marked_caption(element) and held.keys().isdisjoint(element.iterancestors()):
            held.update(dict.fromkeys([element] if held else _without_image(element, around)))
    return tuple(held or (each for pair in _captioned(between) for each in pair))


def _without_image(caption: etree._Element, around: Container[etree._Element]) -> tuple[etree._Element, ...]:
    """Return the box of a caption that is named as a picture's, although the page has lost the image."""
    near = takewhile(lambda ancestor: ancestor not in around, islice(_boxes(caption), FIGURE_LEVELS))
    box = next((each for each in near if name_words(names_of(each)) & IMAGE_WORDS), None)
    return (box,) if box is not None and _is_short_text(box) else ()


def _is_marked_caption(element: etree._Element) -> bool:
    """Return whether the markup calls an element a caption; the picture before it owns the caption."""
    if not isinstance(element.tag, str) or element.tag in MUTE:
        return False
    is_named = element.tag == "figcaption" or names_caption(names_of(element))
    return is_named and not _names_publisher(element)


def _holds_publisher_alone(figure: etree._Element) -> bool:
    caption = first_below(figure, "figcaption")
    return caption is not None and _names_publisher(caption) and own_text(caption) == own_text(figure)


def _names_publisher(element: etree._Element) -> bool:
    """Return whether a so-called caption is a heading and a time, which name the publisher and the hour."""
    return first_below(element, "time") is not None and next(element.iter("h2", "h3", "h4"), None) is not None


def _captioned(elements: Sequence[etree._Element]) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield each picture with the first text below it that is named or worded as a caption."""
    image: etree._Element | None = None
    for element in elements:
        if element.tag == "img":
            image = element if is_content_image(element) else None
        elif image is None or element.tag in MUTE:
            continue
        elif _is_named_below(element, image):
            yield image, element
            image = None
        elif element.text and element.text.strip():
            if _is_short_text(element) and looks_like_caption(own_text(element)):
                yield image, element
            image = None


def _is_named_below(element: etree._Element, image: etree._Element) -> bool:
    """Return whether an element is named a caption and stands beside the holder of the only picture there."""
    if not names_caption(names_of(element)) or not _is_short_text(element):
        return False
    parent = element.getparent()
    if parent is None or parent not in set(image.iterancestors()):
        return False
    return len(list(islice(filter(_is_picture, parent.iter("img")), 2))) == 1


def _is_picture(image: etree._Element) -> bool:
    """Return whether an image is a picture of the article, and no copy for browsers without scripts."""
    return is_content_image(image) and next(image.iterancestors("noscript"), None) is None


def _is_short_text(element: etree._Element) -> bool:
    """Return whether an element holds a short text, and no link with text."""
    text = own_text(element)
    return 1 < len(text) <= LONGEST_BOX and not any(own_text(link) for link in element.iter("a"))


def with_picture(elements: Sequence[etree._Element], caption: etree._Element) -> tuple[etree._Element, ...]:
    """Return a caption behind the last near picture before it, if any; `elements` are the page's."""
    position = elements.index(caption)
    before = reversed(elements[max(0, position - NEAR) : position])
    image = next((each for each in before if each.tag == "img" and is_content_image(each)), None)
    return (caption,) if image is None else (image, caption)


def picture_above(before: Sequence[etree._Element]) -> tuple[etree._Element, ...]:
    """Return the last captioned picture among the elements before a headline, unless it is a teaser."""
    figures = (element for element in reversed(before) if element.tag == "figure")
    figure = next((each for each in figures if first_below(each, "figcaption") is not None), None)
    if figure is not None:
        return (figure,) if _holds_a_picture_alone(figure) else ()
    if (box := _captioned_box(before)) is not None:
        return (box,)
    pairs = [pair for pair in _captioned(before) if next(pair[0].iterancestors("a"), None) is None]
    return pairs[-1] if pairs else ()


def _captioned_box(before: Sequence[etree._Element]) -> etree._Element | None:
    """Return the box of the last picture above the headline, if it has a caption that is named so.

    The picture of an article may lead to the article itself.
    """
    images = (each for each in reversed(before) if each.tag == "img" and is_content_image(each))
    image = next(images, None)
    box = box_of(image, ()) if image is not None else None
    if image is None or box is None or box not in before or leads_to_other_page(image):
        return None
    return box if any(map(_is_marked_caption, box.iterdescendants())) else None


def _held(image: etree._Element, around: Container[etree._Element]) -> tuple[etree._Element, ...]:
    if name_words(names_of(image)) & ROUND_WORDS or _is_portrait(image, around):
        return ()
    if (figure := _figure_of(image, around)) is not None:
        return () if _holds_publisher_alone(figure) else (figure,)
    if not is_content_image(image):
        return ()
    if (box := box_of(image, around)) is not None:
        return (box,) if _is_caption(box, image) else ()
    return _with_caption_below(image, around)


def _is_portrait(image: etree._Element, around: Container[etree._Element]) -> bool:
    """Return whether a near box around an image is named as an author's or a quoted person's."""
    near = takewhile(lambda ancestor: ancestor not in around, islice(_boxes(image), FIGURE_LEVELS))
    return any(name_words(names_of(each)) & PORTRAIT_WORDS for each in near)


def _figure_of(image: etree._Element, around: Container[etree._Element]) -> etree._Element | None:
    """Return the element that holds an image and its caption: a `figure`, or one that is named so."""
    near = list(takewhile(lambda ancestor: ancestor not in around, islice(_boxes(image), FIGURE_LEVELS)))
    figure = next((ancestor for ancestor in near if ancestor.tag == "figure"), None)
    if figure is not None:
        return figure
    named = [ancestor for ancestor in near if names_figure(names_of(ancestor))]
    captioned = (each for each in named if (text := own_text(each)) and not _only_enlarges(each, text))
    return next(captioned, named[0] if named else None)


def _with_caption_below(
    image: etree._Element, around: Container[etree._Element]
) -> tuple[etree._Element, ...]:
    """Return the image's branch and the next one, if the next holds a centred or credited line."""
    top = [image, *_around(image, around)][-1]
    if any(line.text for line in read_lines(top, {})):
        return ()
    below = next((each for each in top.itersiblings() if own_text(each)), None)
    return (top, below) if below is not None and below not in around and _is_caption(below, image) else ()


def _is_caption(element: etree._Element, image: etree._Element) -> bool:
    if not _is_short_text(element):
        return False
    text = own_text(element)
    centred = any(isinstance(each.tag, str) and is_centred(each) for each in islice(element.iter(), 3))
    is_short = len(text) <= LONGEST_CAPTION
    is_worded = looks_like_caption(text) or says_alternative(text, image)
    is_credited = _has_credit_line(element) or _ends_in_named_credit(element, text)
    return (centred and is_short) or is_worded or is_credited


def _has_credit_line(element: etree._Element) -> bool:
    """Return whether an element holds two lines, and one of them is worded as a photo credit."""
    texts = [line.text for line in read_lines(element, {}) if line.text]
    return len(texts) == CAPTION_AND_CREDIT and any(map(is_worded_credit, texts))


def _ends_in_named_credit(element: etree._Element, text: str) -> bool:
    """Return whether the text of an element ends in an element named `credit` or `photographer`."""
    named = (
        each for each in element.iterdescendants() if not CREDIT_WORDS.isdisjoint(name_words(names_of(each)))
    )
    return any(
        (credit := own_text(each)) and len(credit) < len(text) and text.endswith(credit) for each in named
    )
