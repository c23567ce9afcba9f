"""Finds the headline by its print above the text, for pages whose titles do not name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from crawler.extraction.body.headline import (
    TITLE_WORDS,
    Headline,
    Headlines,
    own_size,
)
from crawler.extraction.body.outline import SENTENCE_MARK
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.tree.markup import (
    ANCHOR,
    HEADINGS,
    INLINE,
    MUTE,
    is_furniture,
    name_words,
    names_of,
    own_text,
)
from crawler.text.sizes import utf8_size

NEAR = 120  # elements above the text
SHORTEST, LONGEST = 6, 120  # characters of a headline
READ = 6000  # characters of the text with which words are compared
LEAST = 200  # characters: a shorter text need not have a word of its headline
STEM = 5  # letters of a word that count: its ending varies
SURE = 4.0  # score of a printed headline that is not doubted
TAGS = {"h1": 3.0, "h2": 2.5, "h3": 2.0, "h4": 1.5, "h5": 1.5}
NAMED = 1.5  # score for a class name or an id such as `title`
LARGE, BOLD, CENTRED = 1.5, 1.0, 0.7  # scores for the print
TOUCHED = 3.0  # score, times the share of the words that the text has, too
DATED = 1.0  # score for a line before a date
SENTENCE = 2.0  # taken from a line that ends as a sentence does
PARAGRAPH_TAG = 1.0  # taken from a line that is marked as a paragraph
STEP = 0.01  # taken for each element between line and text
ENOUGH = 2.0  # score of a heading, or of a line named so
PLAIN_ENOUGH = 2.5  # score of any other line
FEW = 3  # words: a line with fewer is the name of a section, if the title names the story
SMALL = 12  # elements in a line
UP = 2  # levels: centred and bold print is often set around a line
AFTER = 8  # elements behind a line in which a date may stand
PARAGRAPH = 120  # UTF-8 bytes of a paragraph: forty Chinese characters, or twenty English words
KNOWN = 0.5  # share of a title's words that the text has: the title names the story

_IN_LINES = INLINE | {"br"}
_IN_PLAIN_LINES = _IN_LINES - ANCHOR
"""Elements within a line that is no heading: one with a link leads to another story."""
_WORDS = re.compile(r"(?=([\u3400-\u9fff]{2}))|([^\W\d_\u3400-\u9fff]{4,})")
_DATE = re.compile(r"\d{4}\s?[-/.年]\s?\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[:：]\d\d")
_SENTENCE = re.compile(r"。|[.;；:：,，]$")
_LARGE_STYLE = re.compile(
    r"font-size\s*:\s*(?:(?:1[89]|[2-5]\d)(?:\.\d+)?px|(?:1[4-9]|[2-3]\d)(?:\.\d+)?pt|(?:1\.[3-9]|[2-4])\d*r?em"
    r"|x+-large|large)",
    re.IGNORECASE,
)
_LARGE_NAME = re.compile(
    r"(?<![a-z])(?:f|fb|ft|fz|fs|font|txt|text|size|px|hei|zi)[-_]?(?:1[89]|[23]\d)(?!\d)", re.IGNORECASE
)
_LARGE_SIZE = re.compile(r"[4-7]|\+[1-4]")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:[^;]*\bbold\b", re.IGNORECASE)
_CENTRED_STYLE = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Text:
    """The running text of a page, below its headline."""

    start: int
    """Position of the element in which it begins."""
    words: str
    """Its beginning, without the lines above the first paragraph."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line above the text that may be its headline."""

    headline: Headline
    score: float
    touched: float
    """Share of its words that the text has, too."""
    words: set[str]
    is_heading: bool
    """Whether its tag or its names say that it is one."""


def checked(
    headline: Headline, candidates: Headlines, elements: Sequence[etree._Element], container: etree._Element
) -> Headline:
    """Return the headline, or the line above the text that is printed as one, if the headline is in doubt.

    A bare `title` is in doubt, and so is a missing headline. A printed line is in doubt if it has no word of
    the text, and no title repeats it. `elements` are all elements of the page; `container` holds the text.
    """
    is_title = headline.rule in (Rule.TITLE_ELEMENT, Rule.NONE)
    if not is_title and (headline.element is None or candidates.score_of(headline) >= SURE):
        return headline
    text = _text_of(elements.index(container), container)
    if headline.element is not None and not _is_strange(
        headline.text, elements.index(headline.element), text
    ):
        return headline
    best = max(_lines(elements, text), key=lambda line: line.score, default=None)
    if best is None:
        return headline
    return best.headline if _is_better(best, headline.text if is_title else "", text) else headline


def _is_strange(title: str, place: int, text: _Text) -> bool:
    """Return whether a line stands behind the beginning of the text, or has no word of it."""
    return place > text.start or (len(text.words) >= LEAST and _share(title, text.words) == 0)


def _is_better(line: _Line, title: str, text: _Text) -> bool:
    """Return whether a line is the headline rather than the title.

    A title that names the story gives way to a heading with a word of it, or with more words of the text.
    """
    if line.score < (ENOUGH if line.is_heading and title else PLAIN_ENOUGH):
        return False
    named = _share(title, text.words)
    of_title = _stems(title)
    is_near = bool(line.words & of_title) or line.touched * len(line.words) > named * len(of_title)
    is_rival = line.is_heading and is_near and len(line.words) >= FEW and line.touched >= named / 2
    return (named < KNOWN and (line.touched > 0 or len(text.words) < LEAST)) or is_rival


def _text_of(place: int, container: etree._Element) -> _Text:
    """Return the text of a container from its first paragraph on; the whole of it if it has none."""
    pieces: list[str] = []
    start, size = place, 0
    for position, element in enumerate(container.iter(), start=place):
        near = () if element.tag in MUTE else (element.text, element.tail)
        for piece in near if element is not container else near[:1]:
            if piece and (pieces or _is_paragraph(piece)):
                start = start if pieces else position
                pieces.append(piece)
                size += len(piece)
        if size > READ:
            break
    return _Text(start, "\n".join(pieces) if pieces else own_text(container)[:READ])


def _is_paragraph(text: str) -> bool:
    return utf8_size(text) >= PARAGRAPH and SENTENCE_MARK.search(text) is not None


def _lines(elements: Sequence[etree._Element], text: _Text) -> Iterator[_Line]:
    """Yield the lines above the first paragraph that may be its headline."""
    for position in range(max(0, text.start - NEAR), text.start):
        element = elements[position]
        if (printed := _whole_line(element)) and not any(map(is_furniture, _around(element))):
            is_dated = any(map(_is_dated, elements[position + 1 : position + AFTER]))
            yield _line(element, printed, text.words, DATED * is_dated - STEP * (text.start - position))


def _whole_line(element: etree._Element) -> str:
    """Return the text of an element if it is a line of its own that may be a headline, else an empty text."""
    if element.tag in MUTE or own_size(element) > SMALL or not _stands_alone(element):
        return ""
    within = _IN_LINES if element.tag in HEADINGS else _IN_PLAIN_LINES
    if any(each.tag not in within for each in element.iterdescendants()):
        return ""
    text = own_text(element)
    return text if SHORTEST <= len(text) <= LONGEST and not _DATE.search(text) else ""


def _around(element: etree._Element) -> Iterator[etree._Element]:
    """Yield an element and its ancestors."""
    yield element
    yield from element.iterancestors()


def _stands_alone(element: etree._Element) -> bool:
    """Return whether no text stands beside an element in its line, and no link around it."""
    if element.tag not in INLINE:
        return True
    before, parent, after = element.getprevious(), element.getparent(), element.getnext()
    near = [element.tail, before.tail if before is not None else parent.text if parent is not None else ""]
    ends = after is None or after.tag == "br" or after.tag not in INLINE
    return ends and not any(text and not text.isspace() for text in near) and _is_no_link(element)


def _is_no_link(element: etree._Element) -> bool:
    return all(each.tag not in ANCHOR for each in islice(_around(element), UP + 1))


def _is_dated(element: etree._Element) -> bool:
    return any(text and _DATE.search(text) for text in (element.text, element.tail))


def _line(element: etree._Element, printed: str, text: str, bonus: float) -> _Line:
    tag, touched = TAGS.get(element.tag, 0.0), _share(printed, text)
    named = NAMED * bool(name_words(names_of(element)) & TITLE_WORDS)
    ended = SENTENCE * bool(_SENTENCE.search(printed))
    ended += PARAGRAPH_TAG * (element.tag == "p")
    score = tag + named + _print(element) + TOUCHED * touched + bonus - ended
    headline = Headline(printed, Rule.ABOVE_THE_TEXT.of(element.tag), element)
    return _Line(headline, score, touched, _stems(printed), is_heading=tag + named > 0)


def _print(element: etree._Element) -> float:
    """Return the score for large, bold and centred print."""
    around = [element, *islice(element.iterdescendants(), SMALL), *islice(element.iterancestors(), UP)]
    return (
        LARGE * any(map(_is_large, around))
        + BOLD * any(map(_is_bold, around))
        + CENTRED * any(map(_is_centred, around))
    )


def _is_large(element: etree._Element) -> bool:
    if element.tag in ("big", *TAGS) or _LARGE_STYLE.search(element.get("style") or ""):
        return True
    size = element.get("size") if element.tag == "font" else None
    return bool(size and _LARGE_SIZE.fullmatch(size)) or bool(_LARGE_NAME.search(names_of(element)))


def _is_bold(element: etree._Element) -> bool:
    return element.tag in ("b", "strong", "th", *TAGS) or bool(_BOLD_STYLE.search(element.get("style") or ""))


def _is_centred(element: etree._Element) -> bool:
    is_so = element.tag == "center" or (element.get("align") or "").lower() == "center"
    return is_so or bool(_CENTRED_STYLE.search(element.get("style") or ""))


def _share(title: str, text: str) -> float:
    """Return the share of a title's words that a text has, too, whatever their endings."""
    stems = _stems(title)
    return len(stems & _stems(text)) / len(stems) if stems else 0.0


def _stems(text: str) -> set[str]:
    return {pair or word[:STEM].casefold() for pair, word in _WORDS.findall(text)}
