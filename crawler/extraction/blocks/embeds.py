"""Finds embedded players, posts, charts, maps and documents, with their URLs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from crawler.extraction.body.lines import is_hidden
from crawler.extraction.lexicon.embeds import EMBED_KINDS, FILE_KINDS, POSTS
from crawler.extraction.tree.markup import is_furniture
from crawler.items import Block, BlockType
from crawler.text.urls import host_of, path_of, resolve

PLAYERS = ("iframe", "video", "audio", "embed", "object", "amp-iframe")
SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data", "href")
"""Attributes that may hold the URL of an embed, the most trusted first."""
WIDE, HIGH = 200, 100  # pixels: a smaller frame of an unknown service shows a button or an advertisement
_PIXELS = re.compile(r"\d{1,5}(?=\s*(?:px)?\s*$)")


@dataclass(frozen=True, slots=True)
class Embed:
    """An element that embeds something, and its block."""

    element: etree._Element
    block: Block


def embeds_in(
    container: etree._Element, base: str, tags: Sequence[str] = (*PLAYERS, "blockquote", "div")
) -> Iterator[Embed]:
    """Yield the embeds in a container in page order, each URL once, without hidden ones and furniture."""
    known: set[str] = set()
    for element in container.iter(*tags):
        block = _embed(element, base)
        url = block.url if block is not None else None
        if block is None or url is None or url in known or _stands_aside(element, container):
            continue
        known.add(url)
        yield Embed(element, block)


def _embed(element: etree._Element, base: str) -> Block | None:
    if element.tag in PLAYERS:
        return next(filter(None, (_played(element, url) for url in _urls(element, base))), None)
    url = post_url(element, base)
    return Block(type=BlockType.EMBED, kind="post", url=url) if url else None


def post_url(element: etree._Element, base: str) -> str | None:
    """Return the URL of a post, if an element holds one of a known service: its last link."""
    classes = element.get("class")
    if not classes or POSTS.isdisjoint(classes.split()):
        return None
    stated = (element.get(name) for name in ("cite", "data-href", "data-instgrm-permalink"))
    linked = (anchor.get("href") for anchor in reversed(list(element.iter("a"))))
    return next(filter(None, (resolve(base, url) for url in (*stated, *linked) if url)), None)


def _urls(element: etree._Element, base: str) -> Iterator[str]:
    """Yield the URLs that a player names, itself or in its sources."""
    for each in (element, *element.iter("source", "param", "embed")):
        for name in (*SOURCES, *(("value",) if each.get("name") in ("movie", "src") else ())):
            url = resolve(base, each.get(name) or "")
            if url is not None:
                yield url


def _played(element: etree._Element, url: str) -> Block | None:
    kind = _kind_of_tag(element.tag) or kind_of(url) or _page(element)
    return Block(type=BlockType.EMBED, kind=kind, url=url) if kind else None


def _kind_of_tag(tag: str) -> str | None:
    return tag if tag in ("video", "audio") else None


@dataclass(frozen=True, slots=True)
class _Service:
    """A service whose content pages embed."""

    place: int
    """Its place in the table, where the first one that fits decides."""
    path: str
    """The beginning of its paths."""
    kind: str


def _by_domain() -> dict[str, list[_Service]]:
    """Return the services by their domains."""
    services: dict[str, list[_Service]] = {}
    for place, (service, kind) in enumerate(EMBED_KINDS.items()):
        domain, _, beginning = service.partition("/")
        services.setdefault(domain, []).append(_Service(place, f"/{beginning}", kind))
    return services


_SERVICES: Final = _by_domain()


def kind_of(url: str) -> str | None:
    """Return the kind of the content at a URL, by its service or the ending of its file."""
    path = path_of(url)
    services = (each for domain in _domains(host_of(url)) for each in _SERVICES.get(domain, ()))
    fitting = (each for each in services if path.startswith(each.path))
    first = min(fitting, key=lambda each: each.place, default=None)
    return first.kind if first else FILE_KINDS.get(path.rpartition(".")[2].lower())


def _domains(host: str) -> Iterator[str]:
    """Yield a host and the domains above it: `player.youku.com` is of `youku.com`."""
    while host:
        yield host
        host = host.partition(".")[2]


def _page(element: etree._Element) -> str | None:
    """Return the kind of an unknown service's frame, if it is as large as content."""
    width, height = (_size(element.get(name)) for name in ("width", "height"))
    return "page" if element.tag.endswith("iframe") and width >= WIDE and height >= HIGH else None


def _size(stated: str | None) -> int:
    """Return a stated size in pixels; all of the width for a share: `100%`."""
    if stated and stated.strip().endswith("%"):
        return WIDE
    pixels = _PIXELS.match((stated or "").strip())
    return int(pixels[0]) if pixels else 0


def _stands_aside(element: etree._Element, container: etree._Element) -> bool:
    """Return whether an element is hidden, or stands in furniture within the container."""
    around = (element, *element.iterancestors())
    for each in around:
        if each is container:
            return False
        if is_hidden(each) or is_furniture(each):
            return True
    return True


def without_text(embeds: Iterable[Embed], blocks: Mapping[etree._Element, object]) -> Iterator[Embed]:
    """Yield the embeds that hold no line of the text: a post whose words are text is a quotation."""
    for embed in embeds:
        if not any(each in blocks for each in embed.element.iter()):
            yield embed
