"""Serves a local site of any number of pages, in its own process: `python -m benchmarks.site 5000`.

Lists have a hundred articles each. Every page has about the shape of the median of the 63 pages of Chinese
and state media that the project is tested with, at the size of 64 kB and 119 links: 600 elements, 900
attributes, 15 kB of scripts and styles, 28 images, 3,000 characters of text; a comment fills it up.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import uvloop

TAGS, NO_TAGS = "tags", "no tags"
"""Whether the server sends ETags, and answers 304."""
PER_LIST = 100
LINKS = 119
SIZE = 64_000
PARAGRAPHS = 2_000  # different ones in all pages together

_WORDS = (
    "the of and to in is that was for on with harbour ferry lanqiao province visitor morning report bridge "
    "festival market engineer river council teacher opened said people season water station new early quiet "
    "northern during about three hundred first since along under between their year month growers weavers "
    "paper garden lantern street school village train"
).split()
_PLACES = "politics business culture travel science sport opinion photo video world society health".split()


class Site:
    """The pages, built on demand and always the same."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.lists = -(-articles // PER_LIST)
        chance = random.Random(0)
        self._sentences = [" ".join(chance.choices(_WORDS, k=45)) + "." for _ in range(PARAGRAPHS)]
        self._links = [_link(number) for number in range(articles)]
        self._style, self._top, self._bottom = _style(), _top(), _bottom()

    def page(self, path: str) -> str | None:
        """Return a page, or None."""
        if path == "/":
            return self._list("Home", (f"/list_{number}/" for number in range(self.lists)))
        if path.startswith("/list_"):
            start = int(path.strip("/").removeprefix("list_")) * PER_LIST
            return self._list(path, map(article_path, range(start, min(start + PER_LIST, self.articles))))
        number = path.rpartition("_")[2].removesuffix(".htm")
        return self._article(int(number)) if number.isdigit() else None

    def _list(self, title: str, paths: Iterator[str]) -> str:
        items = "".join(f"<li><a href='{path}'>The news of the day {path}</a></li>" for path in paths)
        body = f"<div class='list'><ul>{items}</ul></div>"
        return f"<html><head><title>{title}</title></head><body>{body}</body></html>"

    def _article(self, number: int) -> str:
        chance = random.Random(number)
        headline = f"Report {number}: {' '.join(chance.choices(_WORDS, k=6))}"
        links = [self._links[(number + each) % self.articles] for each in range(1, LINKS)]
        article = _article(number, headline, chance.choices(self._sentences, k=11))
        body = "".join((self._top, article, _asides(links), self._bottom))
        head = _head(headline, number) + self._style
        filling = "x" * max(0, SIZE - len(head) - len(body) - 40)
        return f"<html><head>{head}</head><body>{body}<!-- {filling} --></body></html>"


def _head(headline: str, number: int) -> str:
    """Return the page's own part of the head."""
    published = f"2022-08-{number % 28 + 1:02}T08:00:00+08:00"
    return (
        f"<meta charset='utf-8'><title>{headline} - Harbour News</title>"
        f"<meta property='article:published_time' content='{published}'>"
    )


def _style() -> str:
    """Return the part of the head that all pages share: most of it styles and scripts."""
    meta = "".join(f"<meta name='{name}' content='{name} of the harbour news'>" for name in _PLACES)
    style = "".join(
        f".box{each} ul li a{{color:#1{each:03};float:left;margin:{each}px}}" for each in range(90)
    )
    script = "".join(f"var slot_{each}={{id:{each},w:300,h:250,k:'top'}};" for each in range(120))
    return f"{meta}<style>{style}</style><script>{script}</script>"


def _top() -> str:
    """Return the part above an article: scripts, a menu with icons, a line of channels."""
    icons = "".join(f"<img src='/img/icon_{each}.gif' width='16' height='16' alt=''>" for each in range(12))
    cells = "".join(
        f"<td class='m{each}' width='80' align='center'><span class='t'>{name}</span></td>"
        for each, name in enumerate(_PLACES * 2)
    )
    script = "document.write(unescape('%3Cspan%3E'));" * 60
    return (
        f"<script>{script}</script><div id='header' class='wrap top'><div class='tools'>{icons}</div>"
        f"<table class='menu' border='0' cellspacing='0'><tr>{cells}</tr></table></div>"
        "<div class='crumbs'>Home &gt; News &gt; Harbour</div>"
    )


def _article(number: int, headline: str, sentences: Sequence[str]) -> str:
    """Return the article itself: headline, a line of its origin, a photo, a dateline, ten paragraphs more."""
    first, *others = sentences
    paragraphs = "".join(f"<p class='t'>{text}</p>" for text in others)
    day = number % 28 + 1
    return (
        f"<div class='main'><h1 class='title'>{headline}</h1><div class='info'><span class='src'>Harbour News"
        f"</span> <span class='date'>2022-08-{day:02} 08:00</span></div><div id='content' class='article'>"
        f"<p align='center'><img src='/img/{number}.jpg' width='600' height='400'></p>"
        f"<p align='center'>A ferry of {headline[-9:]}, Aug. {day}, 2022. (Photo by Ma Lan/HNA)</p>"
        f"<p>LANQIAO, Aug. {day} (HNA) -- {first}</p>{paragraphs}</div>"
        "<div class='editor'>Editor: Ma Lan</div></div>"
    )


def _link(number: int) -> str:
    """Return a link to an article, as it stands in the boxes of others."""
    return (
        f"<li class='item'><span class='dot'></span><a href='{article_path(number)}' target='_blank' "
        f"title='More of it'>Story {number}</a></li>"
    )


def _asides(links: Sequence[str]) -> str:
    """Return the other articles that a page links: in boxes of lists."""
    boxes = ("".join(links[first : first + 10]) for first in range(0, len(links), 10))
    return "".join(
        f"<div class='box{each} side'><h3><span>Box {each}</span></h3><ul>{box}</ul></div>"
        for each, box in enumerate(boxes)
    )


def _bottom() -> str:
    """Return the part below an article: partners' pictures, scripts, the lines of every page."""
    pictures = "".join(f"<img src='/img/partner_{each}.png' class='p' alt='Partner'>" for each in range(15))
    script = "_hmt.push(['_trackEvent','page','view']);" * 60
    return (
        f"<div class='footer'><div class='partners'>{pictures}</div><p>Copyright Harbour News</p>"
        f"<p>Contact us</p></div><script>{script}</script>"
    )


def article_path(number: int) -> str:
    """Return the path of an article."""
    return f"/2022-08/{number % 28 + 1:02}/content_{number}.htm"


class _Server(asyncio.Protocol):
    """Answers one request after the other; clients of benchmarks send a request's head in one piece."""

    def __init__(self, site: Site, *, has_tags: bool) -> None:
        self._site = site
        self._has_tags = has_tags
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        page = self._site.page(data.split(b" ", 2)[1].decode("latin-1"))
        body = (page or "no such page").encode()
        self._transport.write(_answer(body, data, is_missing=page is None, has_tags=self._has_tags))


def _answer(body: bytes, request: bytes, *, is_missing: bool, has_tags: bool) -> bytes:
    """Return the answer to a request: 304 if the client has this page already, and the server knows ETags."""
    tag = f'"{len(body)}"'
    if has_tags and not is_missing and f"If-None-Match: {tag}\r\n".encode() in request:
        return f"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\n\r\n".encode()
    head = (
        f"HTTP/1.1 {'404 Not Found' if is_missing else '200 OK'}\r\nContent-Type: text/html\r\n"
        f"{f'ETag: {tag}' if has_tags else 'Server: plain'}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _serve(articles: int, address: str, tags: str) -> None:
    site = Site(articles)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Server(site, has_tags=tags == TAGS), address, 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", flush=True)
    await server.serve_forever()


@contextmanager
def served(articles: int, address: str = "127.0.0.1", tags: str = TAGS) -> Iterator[str]:
    """Serve a site at an address, with ETags or without; yield its home page."""
    command = [sys.executable, "-m", "benchmarks.site", str(articles), address, tags]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603  this module itself
    try:
        if process.stdout is None:
            raise RuntimeError("its standard output is a pipe")
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


if __name__ == "__main__":
    uvloop.run(_serve(int(sys.argv[1]), *(*sys.argv[2:], "127.0.0.1", TAGS)[:2]))
