"""Finds lists of records below the text: readers' comments, and the openings of other stories."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from lxml import etree

from crawler.extraction.body.outline import Outline, block_of
from crawler.extraction.tree.markup import ANCHOR, own_text
from crawler.extraction.tree.survey import Survey
from crawler.text.dates import parse_date

CLOCK = re.compile(r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)")
AGO = re.compile(
    r"\d\s?(?:(?:second|minute|hour|day|week|month|year|sec|min|hr)s?\.? ago\b"
    r"|(?:秒|分钟?|分鐘|小[时時]|時間|[天日周週年]|週間|[个個か]月)前|(?:초|분|시간|일|주|개월|년) ?전"
    r"|(?:секунд|минут|час|дн|ден|недел|месяц|хвилин|годин)\w{0,3} (?:назад|тому)"
    r"|(?:godzin|minut|dni|tygodni|miesi)\w{0,4} temu|(?:saat|dakika|gün|hafta|ay) önce)"
    r"|\b(?:vor|hace|há|il y a|fa) \d{1,3} "
    r"(?:minut|stunde|tag|woche|monat|hor|día|semana|mes|dia|heure|jour|semaine|mois)",
    re.IGNORECASE,
)
"""A time before now: `2 hours ago`, `3小时前`, `vor 2 Stunden`."""
LONGEST_STAMP = 100  # characters: name, place, day and hour
LEAST = 3  # records with the same markup: fewer are no list
LEVELS = 8  # from a record down to its stamp, at most
TEXT_ABOVE = 150  # weight of the text above the records: a paragraph or two
SHARE_ABOVE = 0.03  # share of the records' weight: a text above with less is their summary
TITLES = frozenset({"h1", "h2", "h3", "h4", "h5"})
ELLIPSES = ("..", "…", "[...]", "[…]")
LARGEST = 0.5  # share of the weight of a list: a heavier part is the article, or a part of it
HELD = 0.7  # share of the weight of a list that its records hold, unless they are stamps above paragraphs
LONGEST_RECORD = 4  # consecutive elements: a stamp and paragraphs
PROSE = 36  # mean weight of a record: schedules and lists of titles have less


def records_below(
    seen: Survey, outline: Outline, headline: etree._Element | None
) -> frozenset[etree._Element]:
    """Return the elements of lists of records below a text, at least a paragraph.

    Each record has its day and hour, as a comment has: a name, `6 January 2012 14:05` or `2 hours ago`, and a
    paragraph. Or it has a linked title and the beginning of a story, cut off by an ellipsis.
    """
    lists = [*_dated(_stamps(seen)), *_teasing(_openings(seen))]
    if not lists:
        return frozenset()
    places = {element: index for index, element in enumerate(seen.elements)}
    start = places[headline] if headline is not None else -1
    parts = (
        part
        for records in lists
        if _is_list(records, part := _stretch(records), outline)
        and places[part[0]] > start
        and _is_below_text(_weight_between(outline, places, start, places[part[0]]), part, outline)
    )
    return frozenset(element for part in parts for element in part)


def _dated(stamps: Sequence[etree._Element]) -> Iterator[Sequence[etree._Element]]:
    """Yield lists of records around stamps, except for the entries of live reports."""
    yield from (records for records in _alike(stamps) if not _is_live_report(records, stamps))


def _teasing(openings: Sequence[etree._Element]) -> Iterator[Sequence[etree._Element]]:
    """Yield lists of records around openings of stories, each with a linked title."""
    yield from (records for records in _alike(openings) if all(map(_has_linked_title, records)))


def _openings(seen: Survey) -> list[etree._Element]:
    """Return the blocks whose text is cut off, in page order; none if too few are."""
    blocks = _blocks_with(seen, _is_cut)
    return blocks if len(blocks) >= LEAST else []


def _blocks_with(seen: Survey, holds: Callable[[str], bool]) -> list[etree._Element]:
    """Return the blocks with a text that passes a test: first those of elements, then those of tails."""
    within = [seen.elements[place] for place, text in seen.texts if holds(text)]
    behind = [element.getparent() for element, text in seen.tails if holds(text)]
    blocks = (block_of(each) for each in (*within, *behind) if each is not None)
    return [block for block in dict.fromkeys(blocks) if block is not None]


def _is_cut(text: str) -> bool:
    """Return whether a text is longer than a title and ends in an ellipsis."""
    return len(text) > LONGEST_STAMP and text[-LONGEST_STAMP:].rstrip().endswith(ELLIPSES)


def _has_linked_title(record: etree._Element) -> bool:
    return any(any(each.tag in ANCHOR for each in title.iter()) for title in record.iter(*TITLES))


def _stamps(seen: Survey) -> list[etree._Element]:
    """Return the blocks that hold a time and little else, in page order; none if too few do."""
    blocks = _blocks_with(seen, _has_time)
    return [block for block in blocks if _is_stamp(block)] if len(blocks) >= LEAST else []


def _has_time(text: str) -> bool:
    """Return whether a short text has an hour, or a time before now."""
    if len(text) > LONGEST_STAMP:
        return False
    return (":" in text and CLOCK.search(text) is not None) or AGO.search(text) is not None


def _is_stamp(block: etree._Element) -> bool:
    """Return whether a block, or a text in it between line breaks, states a time and is short."""
    text = own_text(block)
    lines = [text] if len(text) <= LONGEST_STAMP else [str(piece).strip() for piece in block.itertext()]
    return any(len(line) <= LONGEST_STAMP and _states_time(line) for line in lines)


def _states_time(line: str) -> bool:
    return AGO.search(line) is not None or parse_date(line) is not None


def _alike(stamps: Sequence[etree._Element]) -> Iterator[Sequence[etree._Element]]:
    """Yield the nearest elements above the stamps that have the same markup in the same parent."""
    current: dict[etree._Element, None] = dict.fromkeys(stamps)
    for _ in range(LEVELS):
        if len(current) < LEAST:
            return
        groups: dict[tuple[etree._Element | None, str, str | None], list[etree._Element]] = {}
        for element in current:
            key = (element.getparent(), element.tag, element.get("class"))
            groups.setdefault(key, []).append(element)
        yield from (group for group in groups.values() if len(group) >= LEAST)
        single = (parent for (parent, *_), group in groups.items() if len(group) < LEAST)
        current = dict.fromkeys(parent for parent in single if parent is not None)


def _is_live_report(records: Sequence[etree._Element], stamps: Container[etree._Element]) -> bool:
    """Return whether most records have titles without links: the entries of a live report are text."""
    titled = sum(1 for record in records if any(_is_plain(title, stamps) for title in record.iter(*TITLES)))
    return titled > len(records) / 2


def _is_plain(title: etree._Element, stamps: Container[etree._Element]) -> bool:
    around = {title.getparent(), *title.iterdescendants()}
    is_linked = any(element is not None and element.tag in ANCHOR for element in around)
    return title not in stamps and not is_linked


def _stretch(records: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """Return the records, the elements between them, and as many behind the last as behind the others.

    A title before each of them belongs to them.
    """
    parent = records[0].getparent()
    if parent is None:
        return records
    titles = [record.getprevious() for record in records]
    is_titled = all(title is not None and title.tag in TITLES for title in titles)
    first, last = parent.index(records[0]), parent.index(records[-1])
    end = last - is_titled + (last - first) // (len(records) - 1)
    return list(parent)[first - is_titled : end]


def _is_list(records: Sequence[etree._Element], part: Sequence[etree._Element], outline: Outline) -> bool:
    """Return whether a stretch consists of records with prose, or of stamps above a little prose."""
    weight = outline.weight
    whole, largest = (each(weight.get(element, 0) for element in part) for each in (sum, max))
    if whole < PROSE * len(records) or largest > LARGEST * whole:
        return False
    held = sum(weight.get(record, 0) for record in records)
    return held >= HELD * whole or len(part) <= LONGEST_RECORD * len(records)


def _is_below_text(above: float, part: Sequence[etree._Element], outline: Outline) -> bool:
    """Return whether the text above a list is an article's, and not a mere summary of the list."""
    return above >= max(TEXT_ABOVE, SHARE_ABOVE * sum(outline.weight.get(element, 0) for element in part))


def _weight_between(outline: Outline, places: Mapping[etree._Element, int], start: int, end: int) -> float:
    """Return the weight of the running text between two positions of a page."""
    return sum(weight for block, weight in outline.blocks.items() if start < places[block] < end)
