"""Finds decks that only place and wording show: above the text, and in its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.extraction.attribution import bylines_of
from crawler.extraction.body.headline import fold
from crawler.extraction.body.lines import read_lines
from crawler.extraction.body.reading import Reading
from crawler.extraction.body.sorting import DATED, ENDS, SENTENCES, TITLES_OF_TEXT, Role, Sorted
from crawler.extraction.dateline import parse_dateline
from crawler.extraction.furniture.printed import read_authors
from crawler.extraction.lexicon.han import has_han
from crawler.text.dates import parse_date
from crawler.text.sizes import utf8_size

FIRST = 2  # lines below the headline that may be the deck: a notice may stand before it
SHORTEST = 48  # UTF-8 bytes of a deck that nothing else marks
LONGEST = 240  # characters of one; of one in Chinese, half as many
LONGEST_FACT = 100  # characters of a line with author or date
FEWEST = 4  # paragraphs of a text that may open with a deck
LAST = 2  # lines at the end of a text that may be a signature
LONG = 90  # UTF-8 bytes of the paragraph below a deck, at least
LONGEST_NAMING = 60  # characters of a sentence that names the author
_MENU = re.compile(r"[|｜>＞»]|(?:[\u3400-\u9fff]{2,6}\s+){4}")
"""Signs between the entries of a menu or a breadcrumb: `新闻 财经 科技 军事 体育`."""
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s+(?=[A-ZÀ-Ý\u3400-\u9fff])")


def before_date(reading: Reading) -> Iterator[str]:
    """Yield the line right below the headline if author or date follow it: captions stand below these."""
    if reading.headline.element is None:
        return
    above = reading.around.above
    captions = {fold(line.text) for figure in reading.around.figures for line in read_lines(figure, {})}
    for place, line in enumerate(above[:FIRST]):
        if _says_who_or_when(line):
            return
        is_text = _is_long(line) and not _MENU.search(line) and fold(line) not in captions
        if is_text and any(map(_says_who_or_when, above[place + 1 :])):
            yield line


def _says_who_or_when(line: str) -> bool:
    is_fact = DATED.search(line) is not None or read_authors(line) is not None
    return is_fact and len(line) <= LONGEST_FACT


def without_stop(reading: Reading) -> Iterator[str]:
    """Yield the first paragraph if it alone has no full stop, as second headlines have none.

    In Chinese such a line is a caption or the title of a section.
    """
    body = [item for item in reading.lines if item.role is Role.BODY]
    if len(body) < FEWEST or not _may_be_second_headline(body[0]):
        return
    texts = [item.line.text for item in body[1 : len(body) - LAST]]
    if utf8_size(texts[0]) >= LONG and all(utf8_size(text) >= LONG or ENDS.search(text) for text in texts):
        yield body[0].line.text


def _may_be_second_headline(item: Sorted) -> bool:
    text = item.line.text
    is_line = item.line.block.tag not in TITLES_OF_TEXT and _is_long(text) and not has_han(text)
    if not is_line or parse_dateline(text):
        return False
    return not any(pattern.search(text) for pattern in (ENDS, SENTENCES)) and parse_date(text) is None


def authors_of(reading: Reading) -> tuple[str, ...]:
    """Return the names of the authors; empty if the page names none."""
    return next((byline.value or () for byline in bylines_of(reading)), ())


def naming_author(reading: Reading) -> Iterator[str]:
    """Yield the first paragraph if its last sentence names an author: `Boats wait. Mara Quell reports.`."""
    body = reading.texts(Role.BODY)
    sentences = _SENTENCE.split(body[0]) if len(body) >= FEWEST else []
    if len(sentences) < 2 or len(sentences[-1]) > LONGEST_NAMING:
        return
    if any(name in sentences[-1] for name in authors_of(reading) if " " in name):
        yield body[0]


def _is_long(text: str) -> bool:
    """Return whether a line is as long as a deck, and no longer."""
    longest = LONGEST // 2 if has_han(text) else LONGEST
    return utf8_size(text) >= SHORTEST and len(text) <= longest
