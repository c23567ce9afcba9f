"""Finds the videos and sound recordings of an article: its players, and the page's data on them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice
from typing import Any, Final

from lxml import etree

from crawler.extraction.blocks.embeds import PLAYERS, embeds_in
from crawler.extraction.body.reading import Reading, base_of
from crawler.extraction.findings import Findings
from crawler.extraction.tree.json_ld import kinds_of
from crawler.extraction.tree.markup import first_below, own_text
from crawler.extraction.tree.page import Page
from crawler.items import Detail, Recording
from crawler.text.spaces import folded
from crawler.text.urls import resolve

CLIMB = 6  # levels above the text within which the headline, and hence a player between both, may stand
LONGEST = 600  # characters of a caption
KINDS: Final = {"video": Detail.VIDEOS, "audio": Detail.AUDIOS}
"""The kinds of recordings, with their fields."""

_ISO = re.compile(r"P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?", re.IGNORECASE)
_ADVERTISEMENT = re.compile(
    r"[/._](?:ads?\d{0,2}|adv|adverts?|rotationad|marketing|market|button)[/._]"
    r"|^(?!.*(?:player|video|flv|vod)).*\.swf(?:\?|$)",
    re.IGNORECASE,
)
"""URLs of advertisements: `http://ad4.example.cn/1.html`, and Flash films that no player shows."""
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Recordings:
    """The recordings of an article."""

    videos: tuple[Recording, ...]
    audios: tuple[Recording, ...]


def find_recordings(page: Page, findings: Findings, details: Container[Detail]) -> Recordings:
    """Return the recordings on the pages of an article, each URL once, of the kinds that `details` names."""
    asked = [kind for kind, detail in KINDS.items() if detail in details]
    recordings: dict[str, dict[str, Recording]] = {kind: {} for kind in KINDS}
    for part, reading in zip((page, *page.parts), findings.readings, strict=True) if asked else ():
        base = base_of(part, reading)
        players = list(_players(reading, base))
        for kind in asked:
            for each in _joined(players, list(_stated(reading, base, kind)), kind):
                recordings[kind].setdefault(each.url, each)
    return Recordings(*(tuple(recordings[kind].values()) for kind in KINDS))


@dataclass(frozen=True, slots=True)
class _Played:
    kind: str
    recording: Recording


def _joined(players: Iterable[_Played], stated: Sequence[Recording], kind: str) -> Iterator[Recording]:
    """Yield the recordings of a kind: a single player and a single statement are of one recording."""
    shown = [each.recording for each in players if each.kind == kind]
    if len(shown) == len(stated) == 1:
        yield _completed(stated[0], shown[0])
        return
    by_url = {each.url: each for each in stated}
    yield from (_completed(by_url.pop(each.url, each), each) for each in shown)
    yield from by_url.values()


def _completed(stated: Recording, shown: Recording) -> Recording:
    return replace(
        stated,
        poster=stated.poster or shown.poster,
        duration=stated.duration or shown.duration,
        caption=shown.caption or stated.caption,
    )


def _players(reading: Reading, base: str) -> Iterator[_Played]:
    """Yield the players in the text, and between headline and text."""
    container = reading.container
    if container is None:
        return
    region = _region(container, reading.headline.element)
    for embed in embeds_in(region, base, PLAYERS):
        kind, url = embed.block.kind, embed.block.url
        if kind not in KINDS or not url or _ADVERTISEMENT.search(f"/{url.partition('://')[2]}"):
            continue
        if _is_articles(embed.element, reading, container):
            yield _Played(kind, _of_element(embed.element, url, base))


def _region(container: etree._Element, headline: etree._Element | None) -> etree._Element:
    """Return the smallest element that holds text and headline, or else the container."""
    if headline is None:
        return container
    around = set(headline.iterancestors())
    return next((each for each in islice(container.iterancestors(), CLIMB) if each in around), container)


def _is_articles(element: etree._Element, reading: Reading, container: etree._Element) -> bool:
    """Return whether a player stands in the text, or between headline and text."""
    if container in element.iterancestors():
        return True
    headline, elements = reading.headline.element, reading.index.seen.elements
    if headline is None:
        return False
    return elements.index(headline) < elements.index(element) < elements.index(container)


def _of_element(element: etree._Element, url: str, base: str) -> Recording:
    figure = next(element.iterancestors("figure"), None)
    caption = first_below(figure, "figcaption") if figure is not None else None
    text = own_text(caption) if caption is not None else ""
    length = element.get("data-duration") or element.get("duration")
    return Recording(
        url=url,
        poster=_http(base, element.get("poster") or element.get("data-poster")),
        duration=_duration(length),
        caption=text if 0 < len(text) <= LONGEST else None,
    )


def _stated(reading: Reading, base: str, kind: str) -> Iterator[Recording]:
    """Yield the recordings that the page's data describes; Open Graph's only if there are no others."""
    described = [each for each in _described(reading, kind) if each]
    recordings = [each for each in (_of_data(thing, base) for thing in described) if each is not None]
    yield from recordings
    meta = reading.metadata.first(f"og:{kind}:secure_url", f"og:{kind}:url", f"og:{kind}")
    url = _http(base, meta[1]) if meta and not recordings else None
    if url is not None:
        length = reading.metadata.first(f"og:{kind}:duration", f"{kind}:duration")
        yield Recording(url=url, duration=_duration(length[1] if length else None))


def _described(reading: Reading, kind: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a kind: the page's own, and those within the article's object."""
    name = f"{kind.title()}Object"
    held = (reading.metadata.article.get(each) for each in (kind, "associatedMedia"))
    within = (each for value in held for each in (value if isinstance(value, list) else [value]))
    for thing in (*reading.metadata.things, *within):
        if isinstance(thing, dict) and name in kinds_of(thing):
            yield thing


def _of_data(thing: Mapping[str, Any], base: str) -> Recording | None:
    urls = (_http(base, thing.get(name)) for name in ("contentUrl", "embedUrl", "url"))
    url = next(filter(None, urls), None)
    if url is None:
        return None
    pictures = (_http(base, _first(thing.get(name))) for name in ("thumbnailUrl", "thumbnail", "image"))
    names = (thing.get(name) for name in ("caption", "name"))
    caption = next((folded(unescape(name)) for name in names if isinstance(name, str) and name.strip()), None)
    return Recording(
        url=url,
        poster=next(filter(None, pictures), None),
        duration=_duration(thing.get("duration")),
        caption=caption if caption and len(caption) <= LONGEST else None,
    )


def _first(value: Any) -> Any:
    """Return a picture's URL: the value itself, the first of a list, the URL of an object."""
    first = next(iter(value), None) if isinstance(value, list) else value
    return (first.get("url") or first.get("contentUrl")) if isinstance(first, dict) else first


def _http(base: str, reference: Any) -> str | None:
    """Return an absolute URL; None for `blob:`, `data:` and anything else that is no address."""
    return resolve(base, reference) if isinstance(reference, str) else None


def _duration(stated: Any) -> str | None:
    """Return a duration in ISO 8601: `PT2M5S` as it is, `125` as `PT125S`, `2:05` as `PT2M5S`."""
    text = str(stated).strip() if isinstance(stated, str | int | float) else ""
    if text.replace(".", "", 1).isdecimal() and text.isascii():
        return f"PT{int(float(text))}S" if float(text) else None
    if (clock := _CLOCK.fullmatch(text)) is not None:
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return f"PT{f'{hours}H' if hours else ''}{minutes}M{seconds}S"
    is_length = _ISO.fullmatch(text) is not None and any(digit in text for digit in "123456789")
    return text.upper() if is_length else None
