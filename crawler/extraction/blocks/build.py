"""Builds the blocks of an article from the lines of its text, which stay its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, zip_longest

from lxml import etree

from crawler.extraction.blocks.embeds import embeds_in, post_url, without_text
from crawler.extraction.blocks.forms import TABLE_CAPTIONS
from crawler.extraction.blocks.headings import headings_in
from crawler.extraction.blocks.links import links_of
from crawler.extraction.blocks.lists import list_of
from crawler.extraction.blocks.plain import plain_blocks
from crawler.extraction.blocks.quotes import preformatted_of, quote_of
from crawler.extraction.blocks.structures import LISTS, homes_of
from crawler.extraction.blocks.tables import table_of
from crawler.extraction.body.lines import Line
from crawler.extraction.body.reading import Reading, base_of
from crawler.extraction.body.sorting import Role, Sorted
from crawler.extraction.findings import Findings
from crawler.extraction.form import read_form
from crawler.extraction.tree.images import image_source
from crawler.extraction.tree.page import Page
from crawler.items import Block, BlockType, Photo, Structure
from crawler.text.urls import resolve

CAPTION_LINES = 2  # lines above a table that belong to it, at most: its title and its unit


@dataclass(frozen=True, slots=True)
class _Part:
    """One page of an article: its lines, and the base of its relative URLs."""

    lines: Sequence[Sorted]
    reading: Reading
    base: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines of the text in one structure, or outside of any."""

    home: etree._Element | None
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block and its place: the number of lines of the text before it."""

    place: int
    block: Block


def blocks_of(page: Page, findings: Findings, structure: Structure) -> tuple[Block, ...]:
    """Return the blocks of an article, joined from its parts; none if the structure is not wanted.

    The texts of the blocks are those of the body. Pictures that no line shows, such as those of a gallery in
    a script, stand before the text.
    """
    if structure is Structure.NONE:
        return ()
    shown = _Pictures([photo.value for photo in findings.photos if photo.value is not None])
    parts = list(_parts(page, findings))
    blocks = [block for part in parts for block in _blocks_of_part(part, shown, structure)]
    return (*shown.rest(), *blocks)


def _parts(page: Page, findings: Findings) -> Iterator[_Part]:
    start = 0
    for part, reading in zip((page, *page.parts), findings.readings, strict=True):
        end = start + len(reading.lines)
        base = base_of(part, reading)
        yield _Part(findings.lines[start:end], reading, base)
        start = end


class _Pictures:
    """The photos of an article that have not been placed yet."""

    def __init__(self, photos: Sequence[Photo]) -> None:
        self._places: dict[str, list[int]] = {}
        for place, photo in enumerate(photos):
            if photo.url is not None:
                self._places.setdefault(photo.url, []).append(place)

    def take(self, url: str | None) -> Block | None:
        """Return the block of the first photo with a URL that is left."""
        places = self._places.get(url or "")
        return Block(type=BlockType.PICTURE, photo=places.pop(0)) if places else None

    def rest(self) -> Iterator[Block]:
        """Yield the blocks of the photos that are left."""
        for place in sorted(chain.from_iterable(self._places.values())):
            yield Block(type=BlockType.PICTURE, photo=place)


def _blocks_of_part(part: _Part, shown: _Pictures, structure: Structure) -> Iterator[Block]:
    """Yield the blocks of a page in order; a picture or embed within a block stands behind it."""
    lines = [item.line for item in part.lines if item.role is Role.BODY]
    apart = [*_pictures(part, shown), *_embeds(part, lines)]
    texts = list(_texts(part, lines, structure))
    for placed in sorted([*apart, *texts], key=lambda each: each.place):
        yield placed.block


def _pictures(part: _Part, shown: _Pictures) -> Iterator[_Placed]:
    place = 0
    for item in part.lines:
        place += item.role is Role.BODY
        if item.role is Role.IMAGE:
            source = image_source(item.line.block)
            block = shown.take(resolve(part.base, source) if source else None)
            if block is not None:
                yield _Placed(place, block)


def _embeds(part: _Part, lines: Sequence[Line]) -> Iterator[_Placed]:
    """Yield the embeds in the container and its figures, each behind the lines that begin before it."""
    reading = part.reading
    containers = [*reading.around.figures, *([] if reading.container is None else [reading.container])]
    texts = {line.block: line for line in lines}
    embeds = [embed for each in containers for embed in without_text(embeds_in(each, part.base), texts)]
    order = {each: number for number, each in enumerate(reading.index.seen.elements)} if embeds else {}
    for embed in embeds:
        at = order.get(embed.element, 0)
        later = (number for number, line in enumerate(lines) if order.get(line.block, 0) > at)
        yield _Placed(next(later, len(lines)), embed.block)


def _texts(part: _Part, lines: Sequence[Line], structure: Structure) -> Iterator[_Placed]:
    """Yield the blocks of the text."""
    headings = headings_in(lines)
    place = 0
    for run in _runs(part, lines):
        block = _structured(run, part.base)
        for each in plain_blocks(run.lines, place, headings) if block is None else (block,):
            end = place + len(each.texts)
            links = links_of(lines[place:end], part.base) if structure is Structure.LINKED else ()
            yield _Placed(place, replace(each, links=links) if links else each)
            place = end


def _runs(part: _Part, lines: Sequence[Line]) -> Iterator[_Run]:
    """Yield the lines in runs of one structure; a table takes its caption from the lines above it."""
    homes = homes_of(lines, part.reading.container)
    runs = [_Run(home, list(group)) for home, group in groupby(lines, key=lambda line: homes[line.block])]
    taken: Sequence[Line] = ()
    for run, following in zip_longest(runs, runs[1:]):
        is_above = following is not None and following.home is not None and following.home.tag == "table"
        count = _caption_lines(run.lines) if is_above and run.home is None else 0
        kept = len(run.lines) - count
        yield _Run(run.home, [*taken, *run.lines[:kept]])
        taken = run.lines[kept:]


def _caption_lines(above: Sequence[Line]) -> int:
    """Return the number of lines at the end of a run that belong to the table below."""
    count = 0
    for line in reversed(above[-CAPTION_LINES:]):
        if read_form(TABLE_CAPTIONS, line.text) is None:
            break
        count += 1
    return count


def _structured(run: _Run, base: str) -> Block | None:
    """Return the block of a run of a structure; None if the block would change the text.

    Broken markup, such as text in a table outside its cells, could do so.
    """
    if run.home is None or not run.lines:
        return None
    block = _built(run.home, run.lines, base)
    return block if block.texts == tuple(line.text for line in run.lines) else None


def _built(home: etree._Element, lines: Sequence[Line], base: str) -> Block:
    if home.tag == "table":
        return table_of(home, lines)
    if home.tag == "pre":
        return preformatted_of(home, lines)
    return list_of(home, lines) if home.tag in LISTS else _quotation(home, lines, base)


def _quotation(element: etree._Element, lines: Sequence[Line], base: str) -> Block:
    block = quote_of(element, lines, base)
    return replace(block, url=block.url or post_url(element, base))
