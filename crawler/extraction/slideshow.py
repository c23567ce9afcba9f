"""Reads galleries in JSON, in a `script` or a hidden `textarea`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

FEWEST = 2  # slides: a single object with a picture may be anything
LARGEST = 2_000_000  # characters of one script
MOST_STARTS = 40  # lists that are read in one script, at most

_IMAGE = re.compile(
    r"^(?:https?:)?//\S+\.(?:jpe?g|png|webp|gif|bmp)(?:[?@!]\S*)?$|^/\S+\.(?:jpe?g|png|webp)$", re.IGNORECASE
)
_LIST = re.compile(r"\[\s*\{")
_CAPTIONED = re.compile(
    r"[\"'](?:note|intro|desc|description|caption|summary|remark|picDesc|photo_brief)[\"']\s*:", re.IGNORECASE
)
_CAPTION_KEYS = (
    "note caption description desc intro summary remark picdesc photo_brief text alt title photo_name".split()
)
_IMAGE_KEYS = "img image image_url img_url imgurl src url big_img original pic photo photo_url".split()
_TAGS = re.compile(r"<[^<>]*>")
_LINK_KEYS = "url link href".split()
_DECODER = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Slide:
    """One picture of a gallery."""

    url: str
    """The URL as written."""
    caption: str
    """The caption without markup, white space folded."""


def find_slides(root: etree._Element) -> tuple[Slide, ...]:
    """Return the first list of captioned pictures in the page's scripts, or an empty tuple."""
    for element in root.iter("script", "textarea"):
        text = element.text
        if text and len(text) <= LARGEST and _CAPTIONED.search(text):
            for slides in map(_slides, _lists(text)):
                if len(slides) >= FEWEST:
                    return slides
    return ()


def slides_in(lists: Iterable[list[Any]]) -> tuple[Slide, ...]:
    """Return the slides of the first list that has any.

    One slide is enough, since the lists belong to an article.
    """
    return next(filter(None, map(_slides, lists)), ())


def _lists(text: str) -> Iterator[list[Any]]:
    end = 0
    for tried, start in enumerate(_LIST.finditer(text)):
        if tried == MOST_STARTS:
            return
        if start.start() < end:  # inside a list that was read
            continue
        try:
            items, end = _DECODER.raw_decode(text, start.start())
        except (ValueError, RecursionError):  # JavaScript that is no JSON
            continue
        yield items


def _slides(items: list[Any]) -> tuple[Slide, ...]:
    slides = (_slide(each) for each in items if isinstance(each, dict))
    return tuple(slide for slide in slides if slide is not None)


def _slide(item: dict[str, Any]) -> Slide | None:
    values = {key.lower(): value.strip() for key, value in item.items() if isinstance(value, str)}
    if _leads_elsewhere(values):
        return None
    url = next((values[key] for key in _IMAGE_KEYS if _IMAGE.match(values.get(key, ""))), None)
    caption = next((values[key] for key in _CAPTION_KEYS if values.get(key)), "")
    caption = " ".join(_TAGS.sub(" ", caption).split())
    return Slide(url, caption) if url and caption else None


def _leads_elsewhere(values: Mapping[str, str]) -> bool:
    """Return whether an entry links to a page and has only a title: the teaser of another story."""
    links = (values[key] for key in _LINK_KEYS if values.get(key))
    is_described = any(values.get(key) for key in _CAPTION_KEYS if key != "title")
    return not is_described and any(not _IMAGE.match(link) for link in links)
