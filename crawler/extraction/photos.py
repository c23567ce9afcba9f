"""The photos of an article, each with its caption, from lines that know their role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from crawler.extraction.body.sorting import Role, Sorted
from crawler.extraction.captions.caption import is_credit_line, looks_like_caption, parse_caption
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.slideshow import Slide
from crawler.extraction.tree.markup import attributes_of, name_words, names_of
from crawler.items import Photo
from crawler.text.urls import resolve

__all__ = ["find_photos", "is_content_image", "parse_caption"]

SOURCES = (
    "data-original data-src data-lazy-src data-actualsrc data-echo data-url data-srcset original _src"
    " data-original-src"
    " file zoomfile src srcset"
).split()
"""Attributes that name the image, the lazy-load ones first: their `src` is a placeholder."""
FURNITURE_NAMES = re.compile(
    r"[/_.-](?:logo|icons?|ico|qrcode|qr|ewm|erweima|2wm|avatar|weixin|wechat|wx|weibo|blank|space|spacer|dot|arrow|btn|button"
    r"|loading|preload|placeholder|1x1|pixel|tracking|share|next_page|prev_page|end_news|nopic|default|emoji|smil(?:ey|ies)|ad|ads|banner"
    r"|line|bg|close|play|more|print|email|facebook|twitter)(?:\d{0,3})(?=[/_.-])"
)
"""What the URL of an image that is no photo has among its words, in lower case and with a `/` before them."""
FURNITURE_WORDS = frozenset("logo icon avatar qrcode ewm emoji share ad ads weixin button".split())
SMALLEST = 60  # pixels: what is smaller is an icon
SIZE_IN_URL = re.compile(r"[/_,.-]w_?(\d{1,4})[_,]h_?(\d{1,4})(?=[/_,.-])|[/,_]g_(face)[/,_]")
"""Width and height as resizing servers write them, and the crop to a face: the author's."""
NUMBER = re.compile(r"\d+")


def find_photos(lines: Sequence[Sorted], base: str, published: str | None) -> tuple[Found[Photo], ...]:
    """Pair images and captions in page order.

    A caption belongs to the image before it, or, where that one has its own already or there is none, to
    the image that follows. A caption without any image is kept with no URL. The rule of each photo tells
    how its caption was found.
    """
    groups = _Groups()
    for item in lines:
        if item.role is Role.IMAGE:
            groups.image(item.line.block)
        elif item.role is Role.CAPTION:
            groups.caption(item.line.text)
        else:
            groups.text()
    whole = (group for group in groups.done if group.image is not None or not _is_bare(group))
    return tuple(_photo(group, base, published) for group in whole)


def _is_bare(group: _Group) -> bool:
    """Whether nothing but a credit is left of a photo."""
    return all(map(is_credit_line, group.captions))


def slide_photos(slides: Iterable[Slide], base: str, published: str | None) -> tuple[Found[Photo], ...]:
    """The photos of a gallery that a script shows."""
    photos = (_printed(slide.caption, slide.url, base, published) for slide in slides)
    return tuple(Found(photo, Rule.GALLERY) for photo in photos)


@dataclass(slots=True)
class _Group:
    image: etree._Element | None = None
    rule: Rule = Rule.NO_CAPTION
    captions: list[str] = field(default_factory=list)
    closed: bool = False
    led: bool = False
    """Whether the caption came before its image."""


class _Groups:
    """Images and their captions while the lines go by."""

    def __init__(self) -> None:
        self.done: list[_Group] = []

    def image(self, element: etree._Element) -> None:
        if not is_content_image(element):
            return
        last = self.done[-1] if self.done else None
        if last is not None and last.image is None and not last.closed:
            last.image, last.led = element, True
            last.rule = Rule.CAPTION_BEFORE
        else:
            self.done.append(_Group(element))

    def caption(self, text: str) -> None:
        last = self.done[-1] if self.done else None
        if last is None or last.closed or (last.led and not is_credit_line(text)):
            self.done.append(_Group(None, Rule.NO_IMAGE, [text]))
        elif text not in last.captions:
            last.captions.append(text)
            last.rule = last.rule if last.captions[1:] else Rule.CAPTION_AFTER

    def text(self) -> None:
        if self.done:
            self.done[-1].closed = True


def is_content_image(element: etree._Element) -> bool:
    """Whether an `img` is a picture of the article rather than a logo, icon, QR code or tracker."""
    source = image_source(element)
    if source is None or FURNITURE_NAMES.search(f"/{source.lower()}") or source.endswith(".svg"):
        return False
    sizes = [int(n[0]) for key in ("width", "height") if (n := NUMBER.match(element.get(key) or ""))]
    if sized := SIZE_IN_URL.search(source):
        sizes += [0] if sized[3] else [int(sized[1]), int(sized[2])]
    if sizes and min(sizes) < SMALLEST:
        return False
    names = names_of(element)
    return not names or not name_words(names) & FURNITURE_WORDS


def image_source(element: etree._Element) -> str | None:
    """The URL of an image as written, seen through lazy loading; None where there is none."""
    attributes = attributes_of(element)
    for name in SOURCES:
        value = attributes.get(name, "").strip()
        if value and not value.startswith("data:"):
            # A srcset's first URL ends at white space, and may hold commas (HTML, 4.8.4.2.1).
            return value.split()[0].rstrip(",") if name.endswith("srcset") else value
    return None


def _photo(group: _Group, base: str, published: str | None) -> Found[Photo]:
    text = " ".join(group.captions) or _alternative(group.image)
    rule = group.rule if group.captions or not text else Rule.ALTERNATIVE_TEXT
    source = image_source(group.image) if group.image is not None else None
    return Found(_printed(text, source, base, published), rule)


def _printed(text: str, source: str | None, base: str, published: str | None) -> Photo:
    parsed = parse_caption(text, published)
    return Photo(
        url=resolve(base, source) if source else None,
        caption=parsed.caption or None,
        credit=parsed.credit,
        photographers=parsed.photographers,
        agency=parsed.agency,
        date=parsed.date,
    )


def _alternative(image: etree._Element | None) -> str:
    """The text that stands in for an image, where it is worded like a caption."""
    if image is None:
        return ""
    text = " ".join((image.get("alt") or image.get("title") or "").split())
    return text if looks_like_caption(text) else ""
