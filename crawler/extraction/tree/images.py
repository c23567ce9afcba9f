"""Finds the URL of an `img`, with any kind of lazy loading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from lxml import etree

from crawler.extraction.tree.markup import attributes_of, names_figure, names_of

_ATTRIBUTES = (
    "data-original data-src data-lazy-src data-actualsrc data-echo data-url data-srcset original _src"
    " data-original-src file zoomfile"
    " data-lazy data-lazyload data-lazy-srcset data-large-file data-orig-file data-hi-res-src"
    " data-pagespeed-lazy-src data-cfsrc data-flickity-lazyload data-img-src data-image data-srv"
    " data-backsrc real_src lazysrc"
    " src srcset"
).split()
"""Attributes with a picture's URL, the most trusted first: beside those for scripts, `src` is a
placeholder.
"""
_RANK = {name: rank for rank, name in enumerate(_ATTRIBUTES)}
_BEHIND_ORIGINAL = _RANK["data-original"] + 0.5
_NO_ADDRESS = re.compile(r"(?:data|javascript|about|blob):|#|$", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"[/_.-](?:blank|space|spacer|dot|loading|loader|preload|placeholder|1x1|pixel|transparent|lazy(?:load)?|default|gr[ae]y)"
    r"[._-]?\d{0,3}\.(?:gif|png|jpe?g|svg|webp)(?:$|[?#])",
    re.IGNORECASE,
)
"""The file name of a placeholder: `/img/blank.gif`, `/lazy_1.png`."""
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif|bmp)(?:[?@!#]\S*)?$", re.IGNORECASE)
"""The end of the address of a picture."""
_PAGE_OF_PICTURE = re.compile(r":[^/]*$")
"""The end of the address of a page about a picture, as wikis name it: `/wiki/File:1.jpg`."""
_TEXTS = frozenset({"alt", "title", "style", "onerror", "onload", "onclick"})
"""Attributes of an image that hold no address."""
_EMOJI = re.compile(r"emoji|smil(?:ey|ies|e)\b|emoticon", re.IGNORECASE)
_BACKGROUND = re.compile(r"background[^;]{0,200}?:[^;]{0,200}?\burl\(\s*[\"']?([^\"')\s]+)", re.IGNORECASE)
_PIXELS = re.compile(r"\d{1,6}(?![\d.]{0,6}%)")
_STYLED = re.compile(r"(?<![-\w])(?:width|height)\s{0,3}:\s{0,3}([1-9]\d{0,4})px", re.IGNORECASE)
"""A size in the style of an image: `width: 15px`."""
SMALLEST = 60  # pixels: a smaller image is an icon
WIDE = 300  # pixels: an icon needs no picture of this width
_WIDTH = re.compile(r"\s(\d{1,5})w\b")
_SIZE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)[wxh],*")
_TIGHT = re.compile(r"(\s[\d.]{1,9}[wxh]),(?=\S)")
"""A size in a `srcset` without a space behind its comma."""


def image_source(element: etree._Element) -> str | None:
    """Return the URL of an image as written, despite lazy loading, or None."""
    stand_in = None
    for source in _sources(element):
        if not _PLACEHOLDER.search(f"/{source}"):
            return source
        stand_in = stand_in or source
    return stand_in


def names_picture(element: etree._Element) -> bool:
    """Return whether an image has the address of a picture that is no placeholder."""
    return any(not _PLACEHOLDER.search(f"/{source}") for source in _sources(element))


def is_background(element: etree._Element) -> bool:
    """Return whether an element is empty, named for a picture, and shows one as its background."""
    style = element.get("style")
    if not style or len(element) or (element.text or "").strip() or not _BACKGROUND.search(style):
        return False
    return names_figure(names_of(element))


def _sources(element: etree._Element) -> Iterator[str]:
    """Yield the addresses of an image, the best one first: those of larger copies of the picture."""
    attributes = attributes_of(element)
    yield from _linked(element)
    known = sorted((name for name in attributes if name in _RANK), key=partial(_rank, attributes))
    yield from _addresses((name, attributes[name]) for name in known)
    yield from _beside(element)
    if element.tag != "img" and (behind := _BACKGROUND.search(attributes.get("style", ""))):
        yield behind[1]
    for name, value in attributes.items():  # a template's own script may read any attribute
        if name not in _RANK and name not in _TEXTS and "/" in value and _is_picture(value.strip()):
            yield value.strip()


def _rank(attributes: Mapping[str, str], name: str) -> float:
    """Return the place of an attribute. Only `data-original` goes before a `srcset` with several widths."""
    widths = _widths(attributes[name]) if name.endswith("srcset") else []
    is_larger = len(widths) > 1 and max(widths) >= max(WIDE, _stated(attributes))
    return _BEHIND_ORIGINAL if is_larger else _RANK[name]


def _stated(attributes: Mapping[str, str]) -> int:
    width = _PIXELS.match(attributes.get("width", ""))
    return int(width[0]) if width else 0


def _linked(element: etree._Element) -> Iterator[str]:
    """Yield the address of the larger picture that a link around an image names: `<a href="1_big.jpg">`."""
    link = next(element.iterancestors("a"), None)
    if link is None or len(list(islice(link.iter("img"), 2))) != 1:
        return
    href = (link.get("href") or "").strip()
    if is_picture_address(href):
        yield href


def is_picture_address(href: str) -> bool:
    """Return whether a link leads to a picture, and not to a page about one."""
    path = href.partition("?")[0]
    return _is_picture(path) and not _PAGE_OF_PICTURE.search(path)


def _addresses(values: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the addresses in attributes; `#`, `true`, `1` and data URLs are no addresses."""
    for name, value in values:
        address = value.strip()
        source = _largest(address) if name.endswith("srcset") else address
        if not _NO_ADDRESS.match(source) and not source.isalnum():
            yield source


def _is_picture(value: str) -> bool:
    return not _NO_ADDRESS.match(value) and _PICTURE.search(value) is not None and " " not in value


def _largest(srcset: str) -> str:
    """Return the address of the largest picture in a `srcset`, or the first if none has a size.

    An address ends at white space, and may hold commas (HTML, 4.8.4.2.1).
    """
    source, largest, sizes = "", "", [0.0]
    for word in _TIGHT.sub(r"\1, ", srcset).split():
        size = _SIZE.fullmatch(word)
        if size is None:
            source = word.rstrip(",")
            largest = largest or source
        elif float(size[1]) > max(sizes):
            largest = source
            sizes.append(float(size[1]))
    return largest


def _beside(element: etree._Element) -> Iterator[str]:
    """Yield the addresses in the `source` elements of the same `picture`, however parsers nest them."""
    picture = next((each for each in element.iterancestors("picture")), None)
    if picture is not None:
        for source in picture.iter("source"):
            yield from _addresses(
                (name, value) for name in ("data-srcset", "srcset") if (value := source.get(name))
            )


def sign_of(element: etree._Element) -> str | None:
    """Return the characters for an image within a sentence, if it is an emoji: `:)`."""
    attributes = attributes_of(element)
    named = f"{attributes.get('class')} {attributes.get('src')}"
    return attributes.get("alt") if _EMOJI.search(named) else None


def is_small(element: etree._Element) -> bool:
    """Return whether an image is as small as an icon, by the sizes in its element."""
    return any(size < SMALLEST for size in given_sizes(element))


def given_sizes(element: etree._Element) -> list[int]:
    """Return the known sizes of an image, width before height, in pixels, from its element.

    Beside a `srcset` with a wide picture they give a ratio: `width="16" height="9"`.
    """
    sizes = (_PIXELS.match(element.get(name) or "") for name in ("width", "height"))
    pixels = [int(size[0]) for size in sizes if size]
    if not pixels and (style := element.get("style")):
        return [int(size) for size in _STYLED.findall(style)]
    is_ratio = pixels and min(pixels) < SMALLEST and _is_wide(element.get("srcset") or "")
    return [] if is_ratio else pixels


def _is_wide(srcset: str) -> bool:
    return any(width >= WIDE for width in _widths(srcset))


def _widths(srcset: str) -> list[int]:
    """Return the widths that a `srcset` states, in pixels."""
    return [int(width) for width in _WIDTH.findall(srcset)]


@dataclass(frozen=True, slots=True)
class StatedSize:
    """The size of an image in pixels, as far as its element states it."""

    width: int | None = None
    height: int | None = None


def stated_size(element: etree._Element) -> StatedSize:
    """Return the size that an image's attributes state, but no ratio (`16` × `9`) and no `100%`."""
    if not given_sizes(element):
        return StatedSize()
    width, height = (_PIXELS.match((element.get(name) or "").strip()) for name in ("width", "height"))
    return StatedSize(int(width[0]) or None if width else None, int(height[0]) or None if height else None)
