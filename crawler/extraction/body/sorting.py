"""Which lines of a container are the body, which are captions, and which are furniture."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from lxml import etree

from crawler.extraction.body.headline import fold
from crawler.extraction.body.lines import Line
from crawler.extraction.captions.caption import is_credit_line, looks_like_caption
from crawler.extraction.captions.credit_forms import split_credit
from crawler.extraction.lexicon import phrases
from crawler.extraction.tree.markup import CREDIT_WORDS, name_words, names_caption, names_figure, names_of

LINKED = 0.75  # a line with more link text than this is a link to somewhere else
REPEATED = 0.3  # with so large a share of repeated lines, the text itself stands there twice
LONGEST_NOTICE = 400  # characters
LONG = 60  # characters: what is shorter may be a label, what is longer is prose
LONGEST_CAPTION = 700  # characters: English wire captions tell the whole story
HEADLINE_LINES = 5  # into as many a headline is broken that is printed again
CAPTION_LENGTH = 160  # characters: a longer centred line below an image is a paragraph
ENDS = re.compile(r"[.!?。！？…”\"'’»」』）)：:;；]\W*$")
DATED = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}|\d{1,2}:\d{2}|\b(?:19|20)\d\d\b")


class Role(Enum):
    """What a line is for the article."""

    BODY = "body"
    CAPTION = "caption"
    IMAGE = "image"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, eq=False)
class Sorted:
    """A line and its role."""

    line: Line
    role: Role
    rule: str
    """Name of the rule that decided."""
    chance: float | None = None
    """How likely the judge of lines holds it to be text, from 0 to 1; None where it was not asked."""


def sort_lines(lines: Sequence[Line], headline: str = "") -> list[Sorted]:
    """Give each line of a container its role; `headline` is what must not come again."""
    kept = _without_headline(lines, fold(headline))
    named = _named_captions(kept)
    sorted_lines = [_sort(kept, i, named) for i in range(len(kept))]
    _join_captions(sorted_lines)
    _follow_suit(sorted_lines)
    _trim_opening(sorted_lines)
    _trim_end(sorted_lines)
    _drop_labels(sorted_lines)
    _drop_repeats(sorted_lines)
    return sorted_lines


def _without_headline(lines: Sequence[Line], folded: str) -> Sequence[Line]:
    """The lines but those that repeat the headline: in one line anywhere, in several at the beginning."""
    if not folded:
        return lines
    opening = ""
    for index, line in enumerate(lines[:HEADLINE_LINES]):
        opening += fold(line.text)
        if line.is_image or not folded.startswith(opening):
            break
        if opening == folded:
            lines = lines[index + 1 :]
            break
    return [line for line in lines if fold(line.text) != folded]


def _sort(lines: Sequence[Line], index: int, named: Container[int]) -> Sorted:
    line = lines[index]
    if line.is_image:
        return Sorted(line, Role.IMAGE, "image")
    if rule := _caption_rule(lines, index, named=index in named):
        return Sorted(line, Role.CAPTION, rule)
    if rule := furniture_rule(line):
        return Sorted(line, Role.FURNITURE, rule)
    if _is_caption_above(lines, index):
        return Sorted(line, Role.CAPTION, "credited caption above its image")
    return Sorted(line, Role.BODY, "text")


def _caption_rule(lines: Sequence[Line], index: int, *, named: bool) -> str | None:
    line = lines[index]
    if is_photo_credit(line.text):
        return "credit line"
    below_image = _image_before(lines, index)
    in_figure = names_figure(names_of(line.block))
    if not (named or below_image or in_figure):
        return None
    if line.block.tag != "figcaption" and (_is_link(line) or furniture_rule(line)):
        return None
    if named:
        return "caption by name"
    worded = len(line.text) < LONGEST_CAPTION and looks_like_caption(line.text)
    if worded and in_figure:
        return "caption by name and wording"
    return _rule_below_image(lines, index, worded) if below_image else None


def _is_caption_above(lines: Sequence[Line], index: int) -> bool:
    """Whether a line ends in a photo's credit and stands above an image that has no caption below it."""
    line = lines[index]
    if index + 1 >= len(lines) or not lines[index + 1].is_image:
        return False
    if any(before.is_image for before in lines[max(0, index - 3) : index]):
        return False
    below = lines[index + 2].text if index + 2 < len(lines) else ""
    return (
        len(line.text) < LONGEST_NOTICE
        and split_credit(line.text).credit is not None
        and not looks_like_caption(below)
    )


def is_photo_credit(text: str) -> bool:
    """Whether a line is a photo's credit and not the source of the article, which is worded alike."""
    return is_credit_line(text) and not phrases.SOURCE.match(text)


def _rule_below_image(lines: Sequence[Line], index: int, worded: bool) -> str | None:
    if worded:
        return "caption by wording"
    if len(lines[index].text) <= CAPTION_LENGTH and _styled_apart(lines, index):
        return "caption by style"
    return None


def _is_link(line: Line) -> bool:
    return line.linked > LINKED * len(line.text) and not (
        len(line.text) > 2 * LONG and bool(ENDS.search(line.text))
    )


def _image_before(lines: Sequence[Line], index: int) -> bool:
    return index > 0 and lines[index - 1].is_image


def _named_captions(lines: Sequence[Line]) -> set[int]:
    """Which lines stand in an element that is named as a caption, or a little below one."""
    known: dict[etree._Element, bool] = {}
    named = set()
    for index, line in enumerate(lines):
        parent = line.block.getparent()
        if parent is not None and parent not in known:
            known[parent] = any(map(_names_caption, (parent, *islice(parent.iterancestors(), 2))))
        if (parent is not None and known[parent]) or _names_caption(line.block):
            named.add(index)
    return named


def _names_caption(element: etree._Element) -> bool:
    if element.tag in ("figcaption", "figure"):
        return True
    names = names_of(element)
    return bool(names) and (names_caption(names) or bool(name_words(names) & CREDIT_WORDS))


def _styled_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether the line shares a block with the image alone, or is centred while what follows is not."""
    line = lines[index]
    image = lines[index - 1].block
    following = lines[index + 1] if index + 1 < len(lines) else None
    if line.block in image.iterancestors() and not _shared(lines, index):
        return True
    centred_next = following is not None and not following.is_image and _centred(following.block)
    return _centred(line.block) and not centred_next


def _shared(lines: Sequence[Line], index: int) -> bool:
    """Whether the block of a line holds other lines of text, too."""
    block = lines[index].block
    around = [lines[i] for i in (index - 2, index + 1) if 0 <= i < len(lines)]
    return any(block is other.block or block in other.block.iterancestors() for other in around)


def _centred(block: etree._Element) -> bool:
    if block.tag == "center" or block.get("align") == "center":
        return True
    style = block.get("style")
    if style and "center" in style.lower() and "align" in style.lower():
        return True
    return "center" in names_of(block).lower()


def furniture_rule(line: Line) -> str | None:
    """The rule by which the wording of a line alone says that it is furniture."""
    text = line.text
    if _is_link(line):
        return "links"
    if len(text) < LONGEST_NOTICE and (phrases.NOTICES.match(text) or phrases.PROMOTION.search(text)):
        return "notice"
    if len(text) > LONG:
        return "original title" if len(text) < 120 and phrases.ORIGINAL_TITLE.match(text) else None
    for rule, pattern in _SHORT_RULES:
        if pattern.match(text):
            return rule
    return None


_SHORT_RULES = (
    ("button", phrases.BUTTONS),
    ("original title", phrases.ORIGINAL_TITLE),
    ("editor line", phrases.EDITOR),
    ("source line", phrases.SOURCE),
    ("byline", phrases.BYLINE),
    ("pager", phrases.PAGER),
    ("breadcrumb", phrases.LOCATION),
)


def _join_captions(sorted_lines: list[Sorted]) -> None:
    """A caption of two paragraphs shows its credit only in the second; the first stands below the image."""
    for index in range(1, len(sorted_lines) - 1):
        image, first, second = sorted_lines[index - 1 : index + 2]
        if image.role is Role.IMAGE and first.role is Role.BODY and second.rule == "credit line":
            if len(first.line.text) <= CAPTION_LENGTH:
                _set(sorted_lines, index, Role.CAPTION, "caption above its credit")
            continue
        if image.role is Role.IMAGE and first.role is Role.BODY and second.role is Role.BODY:
            text = second.line.text
            if (
                len(text) < LONGEST_CAPTION
                and looks_like_caption(text)
                and not looks_like_caption(first.line.text)
            ):
                _set(sorted_lines, index, Role.CAPTION, "caption of two paragraphs")
                _set(sorted_lines, index + 1, Role.CAPTION, "caption of two paragraphs")


def _follow_suit(sorted_lines: list[Sorted]) -> None:
    """Where an article captions its images below them, the short lines below the others are captions, too."""
    below = [i for i in range(1, len(sorted_lines)) if sorted_lines[i - 1].role is Role.IMAGE]
    styles = [_style(sorted_lines[i].line) for i in below if sorted_lines[i].role is Role.CAPTION]
    for index in below:
        item = sorted_lines[index]
        if item.role is Role.BODY and len(item.line.text) <= LONG and styles.count(_style(item.line)) >= 2:
            _set(sorted_lines, index, Role.CAPTION, "caption like the others")


def _drop_repeats(sorted_lines: list[Sorted]) -> None:
    """Keep one copy where a page carries its text more than once, for phones and for desktops, say."""
    body = [i for i, s in enumerate(sorted_lines) if s.role is Role.BODY]
    first: dict[str, int] = {}
    repeats = [i for i in body if first.setdefault(sorted_lines[i].line.text, i) != i]
    weight = sum(len(sorted_lines[i].line.text) for i in repeats)
    if weight < REPEATED * sum(len(sorted_lines[i].line.text) for i in body):
        return
    for index in repeats:
        _set(sorted_lines, index, Role.FURNITURE, "repeated")


def _style(line: Line) -> tuple[str, str | None, str | None, bool]:
    return line.block.tag, line.block.get("class"), line.block.get("style"), bool(line.bold)


def _set(sorted_lines: list[Sorted], index: int, role: Role, rule: str) -> None:
    sorted_lines[index] = Sorted(sorted_lines[index].line, role, rule)


def _trim_opening(sorted_lines: list[Sorted]) -> None:
    """Drop the lines about the article that stand above its first paragraph."""
    for index, item in enumerate(sorted_lines):
        if item.role is not Role.BODY:
            continue
        text = item.line.text
        if len(text) > LONG or ENDS.search(text):
            return
        if item.line.block.tag in ("h1", "h2") or DATED.search(text):
            _set(sorted_lines, index, Role.FURNITURE, "above the text")


def _trim_end(sorted_lines: list[Sorted]) -> None:
    """Drop the lines about the author and the print edition that stand below the last paragraph."""
    for index in range(len(sorted_lines) - 1, -1, -1):
        item = sorted_lines[index]
        if item.role is not Role.BODY:
            continue
        if len(item.line.text) > LONGEST_NOTICE or not phrases.TAIL.match(item.line.text):
            return
        _set(sorted_lines, index, Role.FURNITURE, "below the text")


def _drop_labels(sorted_lines: list[Sorted]) -> None:
    """Drop the short labels that stand above links, such as `More:`."""
    for index in range(len(sorted_lines) - 2, -1, -1):
        item, after = sorted_lines[index], sorted_lines[index + 1]
        if item.role is not Role.BODY or after.rule not in ("links", "label above links"):
            continue
        if len(item.line.text) <= 40 and (item.line.bold or item.line.text.endswith((":", "：", "..."))):
            _set(sorted_lines, index, Role.FURNITURE, "label above links")
