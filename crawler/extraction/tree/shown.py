"""Converts a parsed page into the form that readers see, before extraction.

Pictures are in `noscript` for browsers without scripts, readings are above words, formulas are in MathML;
libxml2 knows none of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lxml import etree

from crawler.extraction.tree.images import image_source, names_picture
from crawler.extraction.tree.markup import own_text

SENTENCES = 3  # sentences in a text field; a field with fewer holds a notice or a form's answer
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s|$)|[。！？]")
_PHOTO = re.compile(r"\.(?:jpe?g|png|webp|avif)(?:$|[?!@#])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|\bhidd?en?\b|height\s*:\s*0", re.IGNORECASE)


def show(root: etree._Element) -> None:
    """Change a newly parsed tree into the form that readers see."""
    for element in list(root.iter(*_CHANGES)):
        _CHANGES[element.tag](element)


def _show_ruby(ruby: etree._Element) -> None:
    """Remove the readings above words, unless the page prints them in brackets itself (`rp`)."""
    if next(ruby.iter("rp"), None) is None:
        for reading in list(ruby.iter("rt", "rtc")):
            _replace(reading, reading.iter("rb"))


def _show_noscript(noscript: etree._Element) -> None:
    """Replace images that scripts would fill by the pictures for browsers without scripts."""
    pictures = [image for image in noscript.iter("img", "amp-img") if names_picture(image)]
    beside = _images_beside(noscript)
    if not pictures or own_text(noscript) or any(map(names_picture, beside)):
        return
    if not beside and any(map(_may_count_readers, pictures)):
        return
    for image in beside:
        _replace(image)
    _replace(noscript, pictures)


def _may_count_readers(image: etree._Element) -> bool:
    """Return whether an image may be a counter's: a GIF, or one without a file ending."""
    return not _PHOTO.search(image_source(image) or "")


def _images_beside(element: etree._Element) -> list[etree._Element]:
    """Return the images right before an element, or right behind it."""
    before, after = element.getprevious(), element.getnext()
    is_before = before is not None and not (before.tail or "").strip()
    is_after = after is not None and not (element.tail or "").strip()
    near = (before if is_before else None, after if is_after else None)
    return [image for each in near if each is not None and not own_text(each) for image in each.iter("img")]


def _show_amp_image(image: etree._Element) -> None:
    """Convert an AMP page's image to an `img`; its content is for readers who cannot see it."""
    inside = [] if names_picture(image) else list(image.iter("img"))
    image.tag = "img"
    if inside:
        image.attrib.update(inside[0].attrib)
    image[:] = []
    image.text = None


def _show_text_field(field: etree._Element) -> None:
    """Convert running text in a `textarea` outside any form to text with its own lines.

    Old systems print articles so.
    """
    text = (field.text or "").strip()
    is_text = not text.startswith(("{", "[", "<")) and len(_SENTENCE_ENDS.findall(text)) >= SENTENCES
    if is_text and not any(map(_keeps_from_readers, (field, *field.iterancestors()))):
        field.tag = "pre"


def _keeps_from_readers(element: etree._Element) -> bool:
    """Return whether an element is a form, hidden, or a script's store: one with several text fields."""
    if element.tag == "form" or _HIDDEN.search(f"{element.get('style')} {element.get('class')}"):
        return True
    return sum(1 for _ in element.iterchildren("textarea")) > 1


def _show_formula(math: etree._Element) -> None:
    """Replace a formula by the text of its signs: `E=mc2`."""
    etree.strip_elements(math, "annotation", "annotation-xml", with_tail=False)
    text = "".join("".join(map(str, math.itertext())).split())
    math[:] = []
    math.tag, math.text = "span", text


_CHANGES: dict[str, Callable[[etree._Element], None]] = {
    "ruby": _show_ruby,
    "amp-img": _show_amp_image,
    "noscript": _show_noscript,
    "math": _show_formula,
    "textarea": _show_text_field,
}


def _replace(element: etree._Element, others: Iterable[etree._Element] = ()) -> None:
    """Replace an element by others without their following text; its own following text stays."""
    parent = element.getparent()
    if parent is None:
        return
    for other in others:
        other.tail = None
        element.addprevious(other)
    _add_text(element, element.tail or "")
    element.tail = None
    parent.remove(element)


def _add_text(element: etree._Element, text: str) -> None:
    """Add text right before an element."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text
