"""Joins the photos of an article with their captions, from lines with roles."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from urllib.parse import urlsplit

from lxml import etree

from crawler.extraction.body.advertisements import advertises
from crawler.extraction.body.content_images import is_content_image
from crawler.extraction.body.lines import Line
from crawler.extraction.body.pictures import (
    is_worded_credit,
    marked_block,
    marked_credit,
    named_credit,
    says_alternative,
)
from crawler.extraction.body.sorting import Role, Sorted
from crawler.extraction.captions.caption import (
    caption_of,
    is_credit_line,
    looks_like_caption,
    parse_caption,
    says_nothing,
    split_caption,
    without_label,
)
from crawler.extraction.captions.names import reads_like_names
from crawler.extraction.captions.photo_agencies import is_agency
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.given import caption_given, credit_given
from crawler.extraction.slideshow import Slide
from crawler.extraction.tree.images import image_source, stated_size
from crawler.items import Caption, Photo
from crawler.text.spaces import folded
from crawler.text.urls import resolve

__all__ = ["find_photos", "parse_caption"]


SHORTEST_CAPTION = 15  # characters: a shorter text above a name is no caption with its credit
LONGEST_NAME = 60  # characters of a credit on a line of its own
TELLING_NAME = 16  # characters: a shorter name of a file, such as `1.jpg`, may be another picture's
_SIZE = re.compile(
    r"[-_.](?:[swhcq]_?\d{1,4}|\d{2,4}x\d{2,4}|\d{2,4}w)(?![a-z\d])"
    r"|(?<=[?&])(?:[swhq]|f[wh]|width|height|size|quality|resize)=[\d,x]{1,9}(?:&|$)",
    re.IGNORECASE,
)
"""Parts of a URL that give the size of the picture: `-s1200`, `_300x200`, `w=640`."""
_LETTER = re.compile(r"[^\W\d_]")
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "…", ":", "：")


def find_photos(
    lines: Sequence[Sorted], base: str, published: str | None, above: int = 0
) -> tuple[Found[Photo], ...]:
    """Pair images and captions in page order.

    A caption belongs to the image before it. If that image has a caption or there is none, it belongs to the
    next image. A caption without any image is kept with an empty URL. The rule of each photo tells how its
    caption was found. `above` is the number of paragraphs on earlier pages of the article.
    """
    groups = _Groups(above)
    for item in lines:
        if item.role is Role.IMAGE:
            groups.image(item.line.block)
        elif item.role is Role.CAPTION:
            groups.caption(item.line)
        elif item.role is Role.BODY:
            groups.text()
    whole = (group for group in groups.done if group.image is not None or not _is_bare(group))
    edges = (above, groups.above)
    own = (group for group in whole if group.position not in edges or not _is_advertisement(group, base))
    photos = (_photo(group, base, published) for group in own)
    return tuple(photo for photo in photos if _shows_anything(photo))


def identity_of(photo: Photo) -> tuple[str | None, ...]:
    """Return a key that copies of one photo share: the file without its size, caption and credit."""
    if photo.url is None or not (photo.caption or photo.credit):
        return photo.url, photo.caption
    return _file_of(photo.url), photo.caption, photo.credit


def _file_of(url: str) -> str:
    """Return the part of a picture's URL that stays the same in every size."""
    parts = urlsplit(url)
    name = parts.path.rpartition("/")[2]
    file = name if len(name) >= TELLING_NAME else parts.path
    return _SIZE.sub("", f"{file}?{parts.query}")


def without_bare_copies(photos: Iterable[Found[Photo]]) -> tuple[Found[Photo], ...]:
    """Drop the copies without caption and credit of photos that have one of them."""
    kept = tuple(photos)
    captioned = {photo.url for each in kept if (photo := each.value) and (photo.caption or photo.credit)}
    return tuple(each for each in kept if not _is_bare_copy(each.value, captioned))


def _is_bare_copy(photo: Photo | None, captioned: Container[str | None]) -> bool:
    return photo is not None and not (photo.caption or photo.credit) and photo.url in captioned


def _shows_anything(decided: Found[Photo]) -> bool:
    """Return whether a photo has an address or a caption: an image with a broken address may have neither."""
    photo = decided.value
    return photo is not None and any((photo.url, photo.caption, photo.credit))


def _is_advertisement(group: _Group, base: str) -> bool:
    """Return whether a picture without any text leads to the home page of another publisher."""
    return group.image is not None and not group.captions and advertises(group.image, base)


def _is_bare(group: _Group) -> bool:
    """Return whether a photo has only its credit left, or the length of a video: `05:22`."""
    return all(is_credit_line(text) or not _LETTER.search(text) for text in group.captions)


def slide_photos(slides: Iterable[Slide], base: str, published: str | None) -> tuple[Found[Photo], ...]:
    """Return the photos of a gallery that a script shows."""
    photos = (_printed(slide.url, base, parse_caption(slide.caption, published)) for slide in slides)
    return tuple(Found(photo, Rule.GALLERY) for photo in photos)


@dataclass(slots=True)
class _Group:
    image: etree._Element | None = None
    rule: Rule = Rule.NO_CAPTION
    captions: list[str] = field(default_factory=list)
    marked: str | None = None
    """The credit as the page marks it up."""
    named: str | None = None
    """A whole caption in an element named like a credit, which is one beside another caption."""
    closed: bool = False
    led: bool = False
    """Whether the caption precedes its image."""
    block: etree._Element | None = None
    """The block of its first caption."""
    position: int = 0
    """Number of paragraphs above it."""


class _Groups:
    """Images and their captions, collected line by line."""

    def __init__(self, above: int) -> None:
        self.done: list[_Group] = []
        self.above = above
        self._marked = cache(marked_block)  # many captions may share a block

    def image(self, element: etree._Element) -> None:
        if not is_content_image(element):
            return
        last = self.done[-1] if self.done else None
        if last is not None and not last.captions and _is_placeholder(last.image, element):
            last.image = element
        elif last is not None and last.image is None and not last.closed:
            last.image, last.led = element, True
            last.rule = Rule.CAPTION_BEFORE
        else:
            self._add(_Group(element))

    def caption(self, line: Line) -> None:
        text = without_label(line.text)
        if says_nothing(text) or line.block.tag == "summary":
            return
        last = self.done[-1] if self.done else None
        if last is not None and _is_of_another(last, line, text):
            last = self._part_from_caption_before(last)
        if last is None or last.closed or (last.led and not is_credit_line(text)):
            self._add(_Group(None, Rule.NO_IMAGE, [text], block=line.block))
            self.done[-1].marked = marked_credit(self._marked(line.block), text)
        elif not any(text in caption for caption in last.captions):
            last.captions = [*(each for each in last.captions if not _is_part(each, text)), text]
            last.marked = (
                last.marked or marked_credit(self._marked(line.block), text) or _credit_beside(last.captions)
            )
            last.named = last.named or named_credit(self._marked(line.block), text)
            last.rule = last.rule if last.captions[1:] else Rule.CAPTION_AFTER

    def _part_from_caption_before(self, group: _Group) -> _Group:
        """Release a caption that came before an image, because the image has its own."""
        image, group.image = group.image, None
        group.rule, group.led, group.closed = Rule.NO_IMAGE, False, True
        self._add(_Group(image))
        return self.done[-1]

    def _add(self, group: _Group) -> None:
        group.position = self.above
        self.done.append(group)

    def text(self) -> None:
        self.above += 1
        if self.done:
            self.done[-1].closed = True


def _is_part(caption: str, text: str) -> bool:
    """Return whether a text repeats a caption, and adds its credit; a name may stand in any caption."""
    return len(caption) >= SHORTEST_CAPTION and caption in text


def _is_of_another(group: _Group, line: Line, text: str) -> bool:
    """Return whether an image has its own caption below it, in its figure or repeated in its `alt`."""
    if not group.led or group.closed or group.image is None or is_credit_line(text):
        return False
    if says_alternative(text, group.image):
        return True
    figure = next(group.image.iterancestors("figure"), None)
    if figure is None or group.block is None or figure in group.block.iterancestors():
        return False
    return figure is line.block or figure in line.block.iterancestors()


def _is_placeholder(image: etree._Element | None, following: etree._Element) -> bool:
    """Return whether an image only holds the place of the next: they share figure and `alt`."""
    if image is None or not image.get("alt") or image.get("alt") != following.get("alt"):
        return False
    figure = next(image.iterancestors("figure"), None)
    return figure is not None and figure is next(following.iterancestors("figure"), None)


def _credit_beside(captions: Sequence[str]) -> str | None:
    """Return the one of two caption lines that is a credit: worded as one, or short and no sentence."""
    if len(captions) != 2:
        return None
    above, below = captions
    if (is_worded_credit(below) or _are_names_and_credit(below)) and not is_credit_line(above):
        return below
    if not is_credit_line(below) and (is_credit_line(above) or _is_agencys(above, below)):
        return above
    if len(above) < SHORTEST_CAPTION:
        return None
    is_credit = len(below) <= LONGEST_NAME and not below.endswith(SENTENCE_ENDS) and below[:1].isupper()
    return below if is_credit and not looks_like_caption(below) else None


def _are_names_and_credit(text: str) -> bool:
    """Return whether a line is a credit whose first names no form reads: `Reed, Ann Example/Reuters`."""
    split = split_caption(text)
    return split.credit is not None and len(text) <= LONGEST_NAME and reads_like_names(text)


def _is_agencys(above: str, below: str) -> bool:
    """Return whether a line above a sentence names hardly more than an agency: `The Linshui Shimbun`."""
    is_name = len(above) <= LONGEST_NAME and any(map(is_agency, re.split(r"[/,|]\s?", above)))
    return is_name and below.endswith(SENTENCE_ENDS)


def _photo(group: _Group, base: str, published: str | None) -> Found[Photo]:
    text, rule = " ".join(group.captions), group.rule
    if not text and (text := caption_given(group.image)):
        rule = Rule.CAPTION_ATTRIBUTE
    elif not text and (text := _alternative(group.image)):
        rule = Rule.ALTERNATIVE_TEXT
    source = image_source(group.image) if group.image is not None else None
    split = split_caption(text, group.marked or (group.named if group.captions[1:] else None))
    if text and split.credit is None and (credit := credit_given(group.image)) and credit not in text:
        split = split_caption(f"{text} {credit}", credit)
    photo = _printed(source, base, caption_of(split, published))
    return Found(_described(photo, group), rule, split.form)


def _described(photo: Photo, group: _Group) -> Photo:
    """Return a photo with its place in the text and the attributes of its image."""
    if group.image is None:
        return replace(photo, position=group.position)
    size = stated_size(group.image)
    alt = folded(group.image.get("alt") or "") or None
    return replace(photo, position=group.position, alt=alt, width=size.width, height=size.height)


def with_lead(photos: Sequence[Found[Photo]], named: str | None) -> tuple[Found[Photo], ...]:
    """Mark the main picture: the one that the page's head names, or else the first one above the text."""
    urls = [each.value.url if each.value else None for each in photos]
    same = (place for place, url in enumerate(urls) if url and named and _same_file(url, named))
    first = photos[0].value if photos else None
    place = next(same, 0 if first is not None and first.url and first.position == 0 else None)
    return tuple(
        replace(each, value=replace(each.value, is_lead=True)) if number == place and each.value else each
        for number, each in enumerate(photos)
    )


def _same_file(url: str, other: str) -> bool:
    """Return whether two URLs name one picture, maybe in different sizes."""
    return _file_of(url).partition("?")[0] == _file_of(other).partition("?")[0]


def _printed(source: str | None, base: str, parsed: Caption) -> Photo:
    return Photo(
        url=resolve(base, source) if source else None,
        caption=parsed.caption or None,
        credit=parsed.credit,
        photographers=parsed.photographers,
        agency=parsed.agency,
        date=parsed.date,
    )


def _alternative(image: etree._Element | None) -> str:
    """Return the alternative text of an image, if it is worded like a caption."""
    if image is None:
        return ""
    text = " ".join((image.get("alt") or image.get("title") or "").split())
    return text if looks_like_caption(text) else ""
