"""Fills fields that the markup of a page lacks, from the script that holds its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.extraction.attribution import Credits
from crawler.extraction.evidence.found import Found
from crawler.extraction.furniture.people import persons
from crawler.extraction.furniture.printed import read_authors
from crawler.extraction.scripts.holding import Held
from crawler.extraction.slideshow import Slide, slides_in
from crawler.items import Photo
from crawler.text.dates import parse_date

_OFFICE = re.compile(r"^.{0,30}?(?:记者|記者|通讯员|撰稿人|评论员)[\s:：]*+(?=\S)|^By:?\s+")


def filled_date(printed: Found[str], held: Held | None, timezone: str | None) -> Found[str]:
    """Return the time of publication, from the script if the page gives none, or only its day."""
    stated = next(held_dates(held, timezone), None)
    if stated is None or "T" in (printed.value or "") or stated.value == printed.value:
        return printed
    agrees = printed.value is None or (stated.value or "").startswith(printed.value)
    return stated if agrees else printed


def filled_credits(printed: Credits, held: Held | None) -> Credits:
    """Return the credits, with source and authors from the script if the page names none."""
    sources = [printed.source] if printed.source.value else [*held_source(held), printed.source]
    bylines = [printed.bylines] if printed.bylines.value else [*held_people(held), printed.bylines]
    return replace(printed, source=sources[0], bylines=bylines[0])


def held_dates(held: Held | None, timezone: str | None) -> Iterator[Found[str]]:
    """Yield the script's candidates for the time of publication."""
    if held is not None:
        dates = (parse_date(text, timezone) for text in held.dates)
        yield from (Found(date, held.rule) for date in dates if date)


def held_source(held: Held | None) -> Iterator[Found[str]]:
    """Yield the source that the script names."""
    if held is not None and held.source:
        yield Found(held.source, held.rule)


def held_people(held: Held | None) -> Iterator[Found[tuple[str, ...]]]:
    """Yield the script's authors that are people: `Sample News reporter Wu Lin` gives Wu Lin."""
    if held is None:
        return
    written = (_OFFICE.sub("", text) for text in held.authors)
    printed = (read_authors(f"作者：{text}") for text in written)
    named = persons(name for each in printed if each is not None for name in each.names)
    if names := tuple(dict.fromkeys(name for name in named if name != held.source)):
        yield Found(names, held.rule)


def pictures(held: Held | None, printed: Sequence[Found[Photo]]) -> tuple[Slide, ...]:
    """Return the captioned pictures beside a script's text, or none if its text has captions itself."""
    is_captioned = any(photo.value and photo.value.caption for photo in printed)
    return () if held is None or is_captioned else slides_in(held.lists)
