"""Sorts the lines of a container into body, captions and furniture."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import islice, takewhile

from lxml import etree

from crawler.extraction.body.content_images import is_content_image, shows_picture
from crawler.extraction.body.headline import fold
from crawler.extraction.body.keeping import TITLES, Lines, kept
from crawler.extraction.body.lines import Line
from crawler.extraction.body.pictures import (
    CUT_OFF,
    alternatives_of,
    around_several,
    box_of,
    is_centred,
    is_paragraph,
    is_worded_credit,
    says_the_same,
)
from crawler.extraction.body.teasers import story_of, teasers_in
from crawler.extraction.body.wholes import whole_of
from crawler.extraction.captions.caption import is_credit_line, is_surely_caption, looks_like_caption
from crawler.extraction.captions.credit import says_photo, split_credit
from crawler.extraction.captions.names import reads_like_names
from crawler.extraction.captions.photo_agencies import is_agency
from crawler.extraction.dateline import parse_dateline
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.furniture.forms.bylines import BYLINES
from crawler.extraction.furniture.forms.calls import CALL_LINES
from crawler.extraction.furniture.forms.editors import EDITOR_LINES
from crawler.extraction.furniture.forms.openings import OPENING_LINES
from crawler.extraction.furniture.forms.originals import ORIGINAL_TITLE_LINES
from crawler.extraction.furniture.forms.places import BREADCRUMBS
from crawler.extraction.furniture.forms.signoffs import BIOGRAPHY_LABELS, BIOGRAPHY_LINES, SIGN_OFF_LINES
from crawler.extraction.furniture.forms.sources import SOURCE_LINES
from crawler.extraction.furniture.line import LineForms
from crawler.extraction.lexicon import phrases
from crawler.extraction.tree.images import is_picture_address
from crawler.extraction.tree.markup import (
    CREDIT_WORDS,
    IMAGE_WORDS,
    INLINE,
    first_below,
    name_words,
    names_caption,
    names_figure,
    names_of,
    own_text,
)
from crawler.text.sizes import utf8_size
from crawler.text.stamps import CLOCK, DAY

LINKED = 0.75  # share of link text: a line with more is a link to another page
LINKED_SENTENCE = 96  # UTF-8 bytes: a shorter linked sentence may be an invitation to click
LINKED_CAPTION = 40  # UTF-8 bytes: a shorter link to a picture may be a button that enlarges it
ENTRIES = frozenset("li td th dt dd h1 h2 h3 h4 h5 h6".split())
REPEATED = 0.3  # share of repeated lines, from which the page prints its text twice
LONGEST_NOTICE = 400  # characters
LONGEST_OPENING = 120  # characters
LONGEST_BIOGRAPHY = 700  # characters
BIOGRAPHY = 3  # lines of a biography below its label, at most
LONGEST_TAGS = 100  # characters
LONG = 60  # characters: shorter lines may be labels, longer lines are prose
LONGEST_CAPTION = 700  # characters: English wire captions tell the whole story
HEADLINE_LINES = 5  # lines over which a repeated headline may be broken
FEWEST_PHRASES = 3  # lines
CAPTIONED = 0.8  # share of the images that have a short line below them
LONGEST_PHRASE = 40  # characters: a longer line below a picture needs another sign to be its caption
BESIDE = 4  # lines between a picture's caption and its credit, at most
IN_BOX = 2  # lines: a caption and its credit
CAPTION_LENGTH = 160  # characters: a longer centred line below an image is a paragraph
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
TITLES_OF_TEXT = HEADINGS | {"h6", "dt"}
SECTIONS = 2  # linked headings between prose, at least: the titles of a text's sections
PARTLY_LINKED = 0.3  # of the characters of a line: running text has no more link text
ENDS = re.compile(r"[.!?。！？…”\"'’»」』）)：:;；]\W{0,100}+$")
"""The end of a sentence. The bound keeps the time for a long line of stops proportional to its length."""
SENTENCES = re.compile(r"[。！？：；].|[.!?:;] [A-Z]")
TITLE = re.compile(r"[:：]$|^\d{1,2}[.)] ?[^.!?。！？]{1,40}$")
"""A label, as in `Opening hours:`, or a numbered title: `3. The lower gate`."""
_LABEL_OF_LINK = re.compile(r"(?=.{3,40}:)[A-Z][A-Z0-9 '’&./-]+: ?(?=\S)(?!.*[.]$)")
"""A label in capitals before the title of another story: `FERRIES: More boats on the lower Linshui`."""
_DATE_SIGNS = r"\d\s年月日星期一二三四五六()（）,./:：-"
STAMP = re.compile(rf"(?=\D*\d)[|{_DATE_SIGNS}]+")
"""A date, a time or a rating alone: `09:30`, `3.8 / 5 (9) |`."""
DATE_ALONE = re.compile(rf"[{_DATE_SIGNS}]+")
FULL_STOP = re.compile(r"(?<![.．])[.。।။።][”\"'’»」』）)]*\s*$")
DATED = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}|\d{1,2}:\d{2}|\b(?:19|20)\d\d\b")

STAMPED = re.compile(rf"{DAY}\s*{CLOCK}\s*(?:\S{{2,4}}[:：]|$)")
"""The beginning of a line with the time of publication and a label: `2024-05-08 09:30:00来源：临水网`."""


class Role(Enum):
    """The role of a line in the article."""

    BODY = "body"
    CAPTION = "caption"
    IMAGE = "image"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, eq=False)
class Sorted:
    """A line and its role."""

    line: Line
    role: Role
    rule: Rule
    """The rule that decided."""
    chance: float | None = None
    """The judge's probability that the line is text, from 0 to 1; None if the judge was not asked."""


def sort_lines(lines: Sequence[Line], headline: str = "") -> list[Sorted]:
    """Assign a role to each line of a container; repeats of `headline` are dropped."""
    kept = _without_headline(lines, fold(headline))
    loose = _loose(kept) | _phrases_below(kept)
    beside = _Beside(_named_captions(kept), _boxed(kept), _alternatives(kept), loose)
    sorted_lines = [_sort(kept, i, beside) for i in range(len(kept))]
    _drop_pictures_of_stories(sorted_lines, headline)
    _join_captions(sorted_lines)
    _follow_suit(sorted_lines)
    _drop_stamps(sorted_lines)
    _trim_opening(sorted_lines)
    trim_end(sorted_lines)
    _drop_other_stories(sorted_lines)
    _keep_linked_titles(sorted_lines)
    _keep_by_place(sorted_lines)
    _drop_labels(sorted_lines)
    _drop_repeats(sorted_lines)
    return sorted_lines


def _without_headline(lines: Sequence[Line], folded: str) -> Sequence[Line]:
    """Return the lines without repeats of the headline: one line anywhere, or several at the beginning."""
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


@dataclass(frozen=True, slots=True)
class _Beside:
    """Indexes of the lines that the page puts beside a picture."""

    named: Container[int]
    """Lines in an element that is named as a caption."""
    boxed: Container[int]
    """Lines in a box that holds hardly more than one picture."""
    alternative: Container[int]
    """Lines that are worded as the alternative text of a picture close by."""
    loose: Container[int]
    """Lines below a picture, outside the paragraphs of the text."""


def _sort(lines: Sequence[Line], index: int, beside: _Beside) -> Sorted:
    line = lines[index]
    if line.is_image:
        return Sorted(line, Role.IMAGE, Rule.IMAGE)
    if _titles_picture(line):
        return Sorted(line, Role.FURNITURE, Rule.TITLE_OF_PICTURE)
    if (is_credit := _credits_photo(lines, index)) or index in beside.alternative:
        return Sorted(line, Role.CAPTION, Rule.CREDIT_LINE if is_credit else Rule.CAPTION_BY_ALTERNATIVE)
    if rule := _rule_of_furniture(lines, index):
        is_boxed = rule is Rule.SOURCE_LINE and index in beside.boxed
        return _source_of_picture(lines, index, beside) if is_boxed else Sorted(line, Role.FURNITURE, rule)
    if rule := _caption_rule(lines, index, beside):
        return Sorted(line, Role.CAPTION, rule)
    return Sorted(line, Role.BODY, Rule.TEXT)


def _titles_picture(line: Line) -> bool:
    """Return whether a line is a heading with a class name such as `image_title`, as in viewers."""
    if line.block.tag not in HEADINGS or not line.block.get("class"):
        return False
    words = name_words(line.block.get("class", ""))
    return "title" in words and not words.isdisjoint(IMAGE_WORDS)


def _rule_of_furniture(lines: Sequence[Line], index: int) -> Rule | None:
    """Return the rule by which a line is furniture, if it neither enlarges a picture nor is a caption."""
    line, enlarges = lines[index], _enlarges_picture(lines, index)
    is_caption = enlarges or line.block.tag == "figcaption"
    return _no_caption_rule(line, enlarges=enlarges) if is_caption else furniture_rule(line)


def _source_of_picture(lines: Sequence[Line], index: int, beside: _Beside) -> Sorted:
    """Return the source line in a picture's box: a credit if the box has a caption, too.

    Alone it names the source of a chart, which is no caption, and not that of the article.
    """
    around = (at for at in (index - 1, index + 1) if at in beside.boxed)
    if any(not lines[at].is_image for at in around):
        return Sorted(lines[index], Role.CAPTION, Rule.CAPTION_IN_BOX)
    return Sorted(lines[index], Role.FURNITURE, Rule.SOURCE_OF_PICTURE)


def _credits_photo(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line is a photo's credit: anywhere but in a heading, or an entry far from pictures."""
    line = lines[index]
    if line.block.tag in HEADINGS or not is_photo_credit(line.text):
        return False
    near = lines[max(0, index - BESIDE) : index + BESIDE + 1]
    return line.block.tag not in ENTRIES or says_photo(line.text) or any(each.is_image for each in near)


def _caption_rule(lines: Sequence[Line], index: int, beside: _Beside) -> Rule | None:
    """Return the rule by which a line is a caption: its element's name, its place, or its credit."""
    if index in beside.named:
        return Rule.CAPTION_BY_NAME
    if rule := _rule_by_place(lines, index, beside) or _rule_by_wording(lines[index]):
        return rule
    return Rule.CREDITED_ABOVE_IMAGE if _is_caption_above(lines, index) else None


def _rule_by_place(lines: Sequence[Line], index: int, beside: _Beside) -> Rule | None:
    """Return the rule by which a line is a caption below an image, in its box, or in a figure."""
    line = lines[index]
    if DATE_ALONE.fullmatch(line.text):
        return None
    below_image, is_boxed = _image_before(lines, index), index in beside.boxed
    in_figure = names_figure(names_of(line.block))
    if not (below_image or in_figure or is_boxed):
        return None
    worded = len(line.text) < LONGEST_CAPTION and looks_like_caption(line.text)
    if is_boxed and len(line.text) < LONGEST_CAPTION:
        return Rule.CAPTION_IN_BOX
    if worded and in_figure:
        return Rule.CAPTION_BY_NAME_AND_WORDING
    if index in beside.loose and not worded and _may_be_styled(line):
        return Rule.CAPTION_BY_STYLE
    return _rule_below_image(lines, index, worded) if below_image else None


def rule_by_words(line: Line) -> Rule | None:
    """Return the rule by which the words of a line alone make it a caption, wherever it stands."""
    is_credit = _may_be_caption(line) and is_photo_credit(line.text)
    return Rule.CREDIT_LINE if is_credit else _rule_by_wording(line)


def _may_be_caption(line: Line) -> bool:
    return len(line.text) < LONGEST_CAPTION and line.block.tag not in HEADINGS


def _rule_by_wording(line: Line) -> Rule | None:
    """Return the rule by which the words of a line that is more than a credit make it a caption."""
    if not _may_be_caption(line):
        return None
    if says_photo(line.text):
        return Rule.CAPTION_BY_CREDIT
    return Rule.CAPTION_BY_SURE_WORDING if is_surely_caption(line.text) else None


def _is_caption_above(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line ends in a photo's credit, above an image that has no caption below it."""
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
    """Return whether a line is a photo's credit and not the article's source, which has similar wording."""
    return is_credit_line(text) and SOURCE_LINES.form_of(text) is None


def _rule_below_image(lines: Sequence[Line], index: int, worded: bool) -> Rule | None:
    if worded:
        return Rule.CAPTION_BY_WORDING
    if len(lines[index].text) > CAPTION_LENGTH or not _may_be_styled(lines[index]):
        return None
    if _styled_apart(lines, index):
        return Rule.CAPTION_BY_STYLE
    return Rule.CAPTION_ABOVE_DATELINE if _opens_text(lines, index + 1) else None


def _opens_text(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line opens the text with a dateline that names an agency: no sentence precedes it."""
    dateline = parse_dateline(lines[index].text) if index < len(lines) else None
    is_filed = dateline is not None and dateline.agency is not None
    return is_filed and not any(FULL_STOP.search(line.text) for line in lines[:index])


def _may_be_styled(line: Line) -> bool:
    """Return whether style alone may make a line a caption: no heading, term, label or numbered title."""
    return line.block.tag not in TITLES_OF_TEXT and not TITLE.search(line.text)


def _is_link(line: Line) -> bool:
    if not line.linked or _is_linked_sentence(line):
        return False
    label = _LABEL_OF_LINK.match(line.text)
    return line.linked > LINKED * (len(line.text) - (len(label[0]) if label else 0))


def _is_linked_sentence(line: Line) -> bool:
    """Return whether a linked line is a sentence of the text: long, and with a full stop, unlike titles."""
    if len(line.text) > 2 * LONG and ENDS.search(line.text):
        return True
    is_long = utf8_size(line.text) >= LINKED_SENTENCE and line.block.tag not in ENTRIES
    return is_long and bool(FULL_STOP.search(line.text))


def _image_before(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line stands below a picture, and not below icons and logos alone."""
    above = takewhile(lambda at: lines[at].is_image, range(index - 1, -1, -1))
    return any(shows_picture(lines[at].block) for at in above)


def _named_captions(lines: Sequence[Line]) -> set[int]:
    """Return the lines in an element that is named as a caption, or a little below one."""
    known: dict[etree._Element, bool] = {}
    named = set()
    for index, line in enumerate(lines):
        parent = line.block.getparent()
        if parent is not None and parent not in known:
            known[parent] = any(map(_names_caption, (parent, *islice(parent.iterancestors(), 2))))
        if (parent is not None and known[parent]) or _has_caption_name(lines, index):
            named.add(index)
    return named


def _has_caption_name(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line's own element is named as a caption, also between line breaks."""
    line = lines[index]
    if _names_caption(line.block) or _opens_caption(line.block):
        return True
    if not _image_before(lines, index):
        return False
    return _opens_with_credit(line.block) or _names_caption(whole_of(line, lines[index - 1].block))


def _names_caption(element: etree._Element) -> bool:
    if element.tag in ("figcaption", "figure"):
        return not _is_quotation(element)
    names = names_of(element) if element.tag not in HEADINGS else element.get("class") or ""
    return bool(names) and (names_caption(names) or bool(name_words(names) & CREDIT_WORDS))


def _is_quotation(element: etree._Element) -> bool:
    """Return whether an element is a figure with a quotation, table or code and no picture, or a caption."""
    figure = element if element.tag == "figure" else next(element.iterancestors("figure"), None)
    if figure is None or next(figure.iter("blockquote", "table", "pre"), None) is None:
        return False
    return first_below(figure, "img") is None


def _opens_caption(block: etree._Element) -> bool:
    """Return whether a block opens with an element named as a caption: `<div><span class="caption">`."""
    first = next(iter(block), None)  # `len` counts all children, and many lines may share a block
    if first is None or first.tag not in INLINE or (block.text or "").strip():
        return False
    names = names_of(first)
    return bool(names) and names_caption(names)


def _opens_with_credit(block: etree._Element) -> bool:
    """Return whether a block opens with a credit in a `cite`: `<div><cite>AP</cite>Boats wait.</div>`."""
    opens = len(block) > 0 and block[0].tag == "cite" and not (block.text or "").strip()
    return opens and is_credit_line(own_text(block[0]))


def _boxed(lines: Sequence[Line]) -> set[int]:
    """Return the lines in a box with a picture that holds hardly anything else."""
    pictures = [i for i, line in enumerate(lines) if line.is_image and is_content_image(line.block)]
    outside = _around_all(lines) | around_several(lines[i].block for i in pictures) if pictures else set()
    boxes = ((i, box_of(lines[i].block, outside)) for i in pictures)
    return {near for i, box in boxes if box is not None for near in _in_box(lines, i, box)}


def _in_box(lines: Sequence[Line], picture: int, box: etree._Element) -> list[int]:
    """Return the lines that share a picture's box; none if they are more than caption and credit."""
    near = _near(lines, picture)
    inside = [i for i in near if box is lines[i].block or box in lines[i].block.iterancestors()]
    texts = [lines[i].text for i in inside]
    is_captions = not any(map(is_paragraph, texts)) or any(map(_is_credit, texts))
    return inside if len(inside) <= IN_BOX and is_captions else []


def _is_credit(text: str) -> bool:
    """Return whether a line beside a caption is its credit: worded so, or the name of an agency alone."""
    is_agencys = is_agency(text) and reads_like_names(text)
    return len(text) <= LONG and (is_agencys or is_worded_credit(text))


def _near(lines: Sequence[Line], picture: int) -> list[int]:
    around = range(max(0, picture - BESIDE), min(len(lines), picture + BESIDE + 1))
    return [i for i in around if not lines[i].is_image]


def _around_all(lines: Sequence[Line]) -> set[etree._Element]:
    """Return the elements in which all of the lines stand."""
    first, last = lines[0].block, lines[-1].block
    return {first, *first.iterancestors()} & {last, *last.iterancestors()}


def _alternatives(lines: Sequence[Line]) -> set[int]:
    """Return the lines that repeat the alternative text of a picture close by."""
    repeated = set()
    for i, line in enumerate(lines):
        texts = alternatives_of(line.block) if line.is_image else ()
        for near in _near(lines, i) if texts else ():
            is_below = near == i + 1
            known = [text for text in texts if is_below or not text.endswith(CUT_OFF)]
            if _is_plain(lines[near]) and any(says_the_same(lines[near].text, text) for text in known):
                repeated.add(near)
    return repeated


def _is_plain(line: Line) -> bool:
    """Return whether a line is no heading or term, and no part of a link, unlike titles of other stories."""
    return not line.linked and line.block.tag not in TITLES_OF_TEXT


def _styled_apart(lines: Sequence[Line], index: int) -> bool:
    """Return whether the line shares a block with the image alone, or is centred unlike the next line."""
    line = lines[index]
    image = lines[index - 1].block
    following = lines[index + 1] if index + 1 < len(lines) else None
    if line.block in image.iterancestors() and not _shared(lines, index):
        return True
    whole = whole_of(line, image)
    return is_centred(whole) and not (following is not None and _is_centred_below(following, whole))


def _is_centred_below(line: Line, above: etree._Element) -> bool:
    """Return whether a line below an element is centred text."""
    return not line.is_image and is_centred(whole_of(line, above))


def _loose(lines: Sequence[Line]) -> set[int]:
    """Return the lines below images that are direct children of the element whose text is in paragraphs.

    None if one of them is longer than a caption: the page has lost the paragraphs of its text there.
    """
    below = [i for i in range(1, len(lines) - 1) if lines[i - 1].is_image and _stands_loose(lines, i)]
    return set() if any(_tells_more(lines[i].text) for i in below) else set(below)


def _phrases_below(lines: Sequence[Line]) -> set[int]:
    """Return the indexes of short lines below images, if nearly all have one and the text has no others.

    Such lines are captions. Where few images have one, they may be subheadings.
    """
    below = [i for i in range(1, len(lines)) if _image_before(lines, i)]
    short = {i for i in below if _is_phrase(lines[i])}
    if len({lines[i].text for i in short}) < max(FEWEST_PHRASES, CAPTIONED * len(below)):
        return set()
    prose = [i for i, line in enumerate(lines) if len(line.text) > LONG and ENDS.search(line.text)]
    inside = range(prose[0], prose[-1]) if prose else ()
    elsewhere = any(_is_phrase(lines[i]) for i in inside if i not in short)
    return short if prose and not elsewhere else set()


def _is_phrase(line: Line) -> bool:
    """Return whether a line is a few plain words: no sentence, label, heading or link."""
    text = line.text
    if line.linked or line.block.tag in ENTRIES or 2 * line.bold > len(text):
        return False
    return 1 < len(text) <= LONGEST_PHRASE and not ENDS.search(text) and not SENTENCES.search(text)


def _stands_loose(lines: Sequence[Line], index: int) -> bool:
    block, following = lines[index].block, lines[index + 1].block
    return following.tag == "p" and block.tag != "p" and following.getparent() is block


def is_sentence(line: Line) -> bool:
    """Return whether a line without links is as long as prose, and ends as a sentence does."""
    is_plain = not line.is_image and not line.linked
    return is_plain and len(line.text) > LONG and ENDS.search(line.text) is not None


def _tells_more(text: str) -> bool:
    return len(text) > LONG or SENTENCES.search(text) is not None


def _shared(lines: Sequence[Line], index: int) -> bool:
    """Return whether the block of a line holds other lines of text, too."""
    block = lines[index].block
    around = [lines[i] for i in (index - 2, index + 1) if 0 <= i < len(lines)]
    return any(block is other.block or block in other.block.iterancestors() for other in around)


def furniture_rule(line: Line) -> Rule | None:
    """Return the rule by which the wording of a line alone shows that it is furniture."""
    if _is_link(line):
        return Rule.LINKS
    return _rule_of_prose(line.text) if len(line.text) > LONG else _rule_of_label(line.text)


def _rule_of_prose(text: str) -> Rule | None:
    if _is_notice(text):
        return Rule.NOTICE
    return Rule.ORIGINAL_TITLE if len(text) < 120 and ORIGINAL_TITLE_LINES.form_of(text) else None


@lru_cache(maxsize=8192)  # the pages of a site share most of their short lines
def _rule_of_label(text: str) -> Rule | None:
    if _is_notice(text):
        return Rule.NOTICE
    if phrases.BUTTONS.match(text) or phrases.RECORDINGS.match(text):
        return Rule.BUTTON
    if _ANY.may_be(text) and not _LABEL_BEFORE_PROSE.match(text):
        for rule, lines in KINDS.items():
            if lines.form_of(text):
                return rule
    return Rule.PAGER if phrases.PAGER.match(text) else None


def _is_notice(text: str) -> bool:
    if len(text) < LONGEST_TAGS and phrases.TAGS.match(text):
        return True
    if len(text) >= LONGEST_NOTICE:
        return False
    return bool(phrases.NOTICES.match(text) or phrases.PROMOTION.search(text))


def _no_caption_rule(line: Line, *, enlarges: bool) -> Rule | None:
    """Return the rule by which a line is furniture although its markup is a caption's."""
    if _is_link(line) and not (enlarges or _leads_to_origin(line)):
        return Rule.LINKS
    return Rule.BUTTON if phrases.RECORDINGS.match(line.text) else None


def _leads_to_origin(line: Line) -> bool:
    """Return whether the link of a caption leads to another site, and the picture itself to nothing.

    Such a link names the origin of a picture; teasers link both.
    """
    figure = next(line.block.iterancestors("figure"), None)
    if figure is None or next(line.block.iter("h2", "h3", "h4"), None) is not None:
        return False
    links = [link.get("href") or "" for link in line.block.iter("a")]
    pictures = figure.iter("img")
    is_linked = any(next(picture.iterancestors("a"), None) is not None for picture in pictures)
    return not is_linked and all(link.startswith(("http://", "https://")) for link in links)


def _enlarges_picture(lines: Sequence[Line], index: int) -> bool:
    """Return whether a line links to a picture in large: below this picture, or within a named caption."""
    line = lines[index]
    if not line.linked:
        return False
    link = next(line.block.iterancestors("a"), None)
    if link is not None:
        return is_picture_address(link.get("href") or "") and names_caption(names_of(line.block))
    if utf8_size(line.text) < LINKED_CAPTION or not _image_before(lines, index):
        return False
    links = [each.get("href") or "" for each in islice(line.block.iter("a"), BESIDE)]
    return bool(links) and all(map(is_picture_address, links))


KINDS = {
    Rule.ORIGINAL_TITLE: ORIGINAL_TITLE_LINES,
    Rule.EDITOR_LINE: EDITOR_LINES,
    Rule.SOURCE_LINE: SOURCE_LINES,
    Rule.BYLINE: BYLINES,
    Rule.BREADCRUMB: BREADCRUMBS,
    Rule.NOTICE: CALL_LINES,
}
"""The kinds of lines that forms recognise, in the order in which they are tried."""
_ANY = LineForms([form for lines in KINDS.values() for form in lines.forms])
_LABEL_BEFORE_PROSE = re.compile(
    r"[【（(\[][^】）)\]]{2,40}[】）)\]]\s*[^\s【（(\[][^【（(\[]{9,}[。！？.!?”]$"
)
"""A paragraph behind a label in brackets, as in `【文/临水网 吴林】船闸今天打开，第一艘船已经过闸。`"""


def _drop_pictures_of_stories(sorted_lines: list[Sorted], headline: str) -> None:
    """Drop the pictures of other stories and advertisements, with the captions and titles beside them."""
    teasers = teasers_in([item.line for item in sorted_lines], headline)
    for index in teasers.pictures:
        _set(sorted_lines, index, Role.FURNITURE, Rule.PICTURE_OF_OTHER_STORY)
        below = takewhile(
            lambda at: sorted_lines[at].role is Role.CAPTION, range(index + 1, len(sorted_lines))
        )
        for at in list(below):
            _set(sorted_lines, at, Role.FURNITURE, Rule.PICTURE_OF_OTHER_STORY)
    for index in teasers.titles:
        _set(sorted_lines, index, Role.FURNITURE, Rule.PICTURE_OF_OTHER_STORY)


def _join_captions(sorted_lines: list[Sorted]) -> None:
    """Make the first paragraph of a caption, below the image, a caption if only the second has the credit."""
    for index in range(1, len(sorted_lines) - 1):
        image, first, second = sorted_lines[index - 1 : index + 2]
        if image.role is Role.IMAGE and first.role is Role.BODY and second.rule is Rule.CREDIT_LINE:
            if len(first.line.text) <= CAPTION_LENGTH:
                _set(sorted_lines, index, Role.CAPTION, Rule.CAPTION_ABOVE_CREDIT)
            continue
        if image.role is Role.IMAGE and first.role is Role.BODY and second.role is Role.BODY:
            text = second.line.text
            if (
                len(text) < LONGEST_CAPTION
                and looks_like_caption(text)
                and not looks_like_caption(first.line.text)
            ):
                _set(sorted_lines, index, Role.CAPTION, Rule.CAPTION_OF_TWO)
                _set(sorted_lines, index + 1, Role.CAPTION, Rule.CAPTION_OF_TWO)


def _follow_suit(sorted_lines: list[Sorted]) -> None:
    """Make short lines below images captions, if the article captions its other images below them.

    A line in a cell of a table, above another image, may be as long as any caption.
    """
    below = [i for i in range(1, len(sorted_lines)) if sorted_lines[i - 1].role is Role.IMAGE]
    styles = [_style(sorted_lines[i].line) for i in below if sorted_lines[i].role is Role.CAPTION]
    for index in below:
        item = sorted_lines[index]
        is_in_cell = item.line.block.tag == "td" or _parent_tag(item.line.block) == "td"
        is_above_image = index + 1 < len(sorted_lines) and sorted_lines[index + 1].role is Role.IMAGE
        is_short = len(item.line.text) <= (LONGEST_CAPTION if is_in_cell and is_above_image else LONG)
        if (
            item.role is Role.BODY
            and is_short
            and _may_be_styled(item.line)
            and styles.count(_style(item.line)) >= 2
        ):
            _set(sorted_lines, index, Role.CAPTION, Rule.CAPTION_LIKE_OTHERS)


def _parent_tag(element: etree._Element) -> str:
    parent = element.getparent()
    return parent.tag if parent is not None else ""


def _drop_repeats(sorted_lines: list[Sorted]) -> None:
    """Keep one copy of a text that the page prints more than once, such as for phones and for desktops."""
    body = [i for i, s in enumerate(sorted_lines) if s.role is Role.BODY]
    first: dict[str, int] = {}
    repeats = [i for i in body if first.setdefault(sorted_lines[i].line.text, i) != i]
    weight = sum(len(sorted_lines[i].line.text) for i in repeats)
    if weight < REPEATED * sum(len(sorted_lines[i].line.text) for i in body):
        return
    for index in repeats:
        _set(sorted_lines, index, Role.FURNITURE, Rule.REPEATED)


def _style(line: Line) -> tuple[str, str | None, str | None, bool]:
    return line.block.tag, line.block.get("class"), line.block.get("style"), bool(line.bold)


def _set(sorted_lines: list[Sorted], index: int, role: Role, rule: Rule) -> None:
    sorted_lines[index] = Sorted(sorted_lines[index].line, role, rule)


def _trim_opening(sorted_lines: list[Sorted]) -> None:
    """Drop the lines about the article that stand above its first paragraph."""
    for index, item in enumerate(sorted_lines):
        if item.role is not Role.BODY:
            continue
        text = item.line.text
        opens = len(text) <= LONGEST_OPENING and _stands_above_text(text)
        if not opens and (len(text) > LONG or ENDS.search(text)):
            return
        if opens or item.line.block.tag in ("h1", "h2") or DATED.search(text):
            _set(sorted_lines, index, Role.FURNITURE, Rule.ABOVE_TEXT)


def _stands_above_text(text: str) -> bool:
    """Return whether a line begins with a time, or names the author, the agency or the account of a text."""
    if STAMPED.match(text) or OPENING_LINES.form_of(text):
        return True
    return DATED.search(text) is not None and BYLINES.form_of(text) is not None


def trim_end(sorted_lines: list[Sorted]) -> None:
    """Drop the lines about the author and the print edition that stand below the last paragraph."""
    _drop_biography(sorted_lines)
    for index in range(len(sorted_lines) - 1, -1, -1):
        item = sorted_lines[index]
        if item.role is not Role.BODY:
            continue
        if not _is_sign_off(item.line.text, sorted_lines[:index]):
            return
        _set(sorted_lines, index, Role.FURNITURE, Rule.BELOW_TEXT)


def _drop_biography(sorted_lines: list[Sorted]) -> None:
    """Drop the last lines of a text from the label of a biography on: `作者简介：`."""
    body = [index for index, item in enumerate(sorted_lines) if item.role is Role.BODY]
    end = body[1:][-BIOGRAPHY - 1 :]
    texts = [sorted_lines[index].line.text for index in end]
    start = next((at for at, text in enumerate(texts) if BIOGRAPHY_LABELS.form_of(text)), None)
    if start is None or sum(map(len, texts[start:])) > LONGEST_BIOGRAPHY:
        return
    for index in end[start:]:
        _set(sorted_lines, index, Role.FURNITURE, Rule.BELOW_TEXT)


def _is_sign_off(text: str, above: Sequence[Sorted]) -> bool:
    """Return whether a line is about the print edition, or about an author whom the text does not name.

    A byline, which is no sentence, may name the author.
    """
    if len(text) <= LONGEST_NOTICE and SIGN_OFF_LINES.form_of(text) is not None:
        return True
    form = BIOGRAPHY_LINES.form_of(text) if len(text) <= LONGEST_BIOGRAPHY else None
    match = form.first(text) if form else None
    if match is None:
        return False
    return not any(match["who"] in item.line.text for item in above if _is_sentence(item))


def _is_sentence(item: Sorted) -> bool:
    return item.role is Role.BODY and ENDS.search(item.line.text) is not None


def _drop_other_stories(sorted_lines: list[Sorted]) -> None:
    """Drop the opening of another story below its linked title: an article has only one dateline.

    The article must have begun: a line longer than all text above it may be its opening. The rest of a
    teaser ends with a link to its story.
    """
    above = 0
    for index, item in enumerate(sorted_lines):
        if item.role is not Role.BODY:
            continue
        text = item.line.text
        if above > len(text) and _belongs_to_other(text, sorted_lines[index - 1]):
            _set(sorted_lines, index, Role.FURNITURE, Rule.OTHER_STORY)
        else:
            above += len(text)


def _belongs_to_other(text: str, above: Sorted) -> bool:
    """Return whether a line opens another story below its title, or ends its teaser."""
    if above.rule in (Rule.LINKS, Rule.OTHER_STORY) and phrases.ELSEWHERE.search(text):
        return True
    return above.rule is Rule.LINKS and parse_dateline(text) is not None and _leads_to_story(above.line)


def _leads_to_story(line: Line) -> bool:
    """Return whether a linked line leads to another page; a button that enlarges a picture does not."""
    links = list(line.block.iter("a"))
    return not links or any(map(story_of, links))


def _keep_linked_titles(sorted_lines: list[Sorted]) -> None:
    """Keep the titles of sections that are links, if there are several: a single one is another story's."""
    titles = [i for i in range(1, len(sorted_lines) - 1) if _titles_section(*sorted_lines[i - 1 : i + 2])]
    for index in titles if len(titles) >= SECTIONS else ():
        _set(sorted_lines, index, Role.BODY, Rule.TEXT)


def _keep_by_place(sorted_lines: list[Sorted]) -> None:
    """Keep titles of boxes above prose, numbers of sections, references, and the data of books."""
    lines = [item.line for item in sorted_lines]
    text = [item.role is Role.BODY for item in sorted_lines]
    prose = [_is_sentence(item) and not item.line.linked for item in sorted_lines]
    for index in kept(Lines(lines, [item.rule for item in sorted_lines], text, prose)):
        _set(sorted_lines, index, Role.BODY, Rule.TEXT)


def _titles_section(above: Sorted, item: Sorted, below: Sorted) -> bool:
    """Return whether a linked heading has prose above it, and below it in the same element."""
    if item.rule is not Rule.LINKS or item.line.block.tag not in TITLES:
        return False
    is_within = item.line.block.getparent() is below.line.block.getparent()
    return is_within and _is_prose(above) and _is_prose(below)


def _is_prose(item: Sorted) -> bool:
    line = item.line
    return item.role is Role.BODY and len(line.text) > LONG and line.linked <= PARTLY_LINKED * len(line.text)


def _drop_stamps(sorted_lines: list[Sorted]) -> None:
    """Drop the dates, times and ratings that stand beside links to other stories."""
    for index, item in enumerate(sorted_lines):
        beside = (sorted_lines[at].rule for at in (index - 1, index + 1) if 0 <= at < len(sorted_lines))
        if item.role is Role.BODY and STAMP.fullmatch(item.line.text) and Rule.LINKS in beside:
            _set(sorted_lines, index, Role.FURNITURE, Rule.STAMP_OF_LINK)


def _drop_labels(sorted_lines: list[Sorted]) -> None:
    """Drop the short labels that stand above links, such as `More:`."""
    for index in range(len(sorted_lines) - 2, -1, -1):
        item, after = sorted_lines[index], sorted_lines[index + 1]
        if item.role is not Role.BODY or after.rule not in (Rule.LINKS, Rule.LABEL_ABOVE_LINKS):
            continue
        if len(item.line.text) <= 40 and (item.line.bold or item.line.text.endswith((":", "：", "..."))):
            _set(sorted_lines, index, Role.FURNITURE, Rule.LABEL_ABOVE_LINKS)
