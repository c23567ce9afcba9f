"""A local site of any number of pages, served from a process of its own: `python -m benchmarks.site 5000`.

Lists of a hundred articles each. Every page has about the shape of the median of the 63 pages of Chinese and
state media that the project is tested with, at the size of 64 kB and 119 links: 600 elements, 900 attributes,
15 kB of scripts and styles, 28 images, 3,000 characters of text; a comment fills it up. It prints its origin
and serves until it is killed.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

PER_LIST = 100
LINKS = 119
SIZE = 64_000

_WORDS = (
    "the of and to in is that was for on with harbour ferry lanqiao province visitor morning report bridge "
    "festival market engineer river council teacher opened said people season water station new early quiet "
    "northern during about three hundred first since along under between their year month growers weavers "
    "paper garden lantern street school village train"
).split()
_PLACES = "politics business culture travel science sport opinion photo video world society health".split()


class Site:
    """The pages, made when they are asked for and always the same."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.lists = -(-articles // PER_LIST)
        self.top, self.bottom = _top(), _bottom()

    def page(self, path: str) -> str | None:
        """Return a page; None where there is none."""
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
        others = [(number + each) % self.articles for each in range(1, LINKS)]
        body = self.top + _article(number, headline, chance) + _asides(others) + self.bottom
        head = _head(headline, number)
        filling = "x" * max(0, SIZE - len(head) - len(body) - 40)
        return f"<html><head>{head}</head><body>{body}<!-- {filling} --></body></html>"


def _head(headline: str, number: int) -> str:
    """What stands in the head: styles and scripts, most of them."""
    meta = "".join(f"<meta name='{name}' content='{name} of the harbour news'>" for name in _PLACES)
    style = "".join(
        f".box{each} ul li a{{color:#1{each:03};float:left;margin:{each}px}}" for each in range(90)
    )
    script = "".join(f"var slot_{each}={{id:{each},w:300,h:250,k:'top'}};" for each in range(120))
    published = f"2022-08-{number % 28 + 1:02}T08:00:00+08:00"
    return (
        f"<meta charset='utf-8'><title>{headline} - Harbour News</title>{meta}"
        f"<meta property='article:published_time' content='{published}'>"
        f"<style>{style}</style><script>{script}</script>"
    )


def _top() -> str:
    """What stands above an article: scripts, a menu with icons, a line of channels."""
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


def _article(number: int, headline: str, chance: random.Random) -> str:
    """The article itself: headline, a line of its origin, a photo, ten paragraphs."""
    paragraphs = "".join(f"<p class='t'>{' '.join(chance.choices(_WORDS, k=45))}.</p>" for _ in range(10))
    day = number % 28 + 1
    return (
        f"<div class='main'><h1 class='title'>{headline}</h1><div class='info'><span class='src'>Harbour News"
        f"</span> <span class='date'>2022-08-{day:02} 08:00</span></div><div id='content' class='article'>"
        f"<p align='center'><img src='/img/{number}.jpg' width='600' height='400'></p>"
        f"<p align='center'>A ferry of {chance.choice(_WORDS)}, Aug. {day}, 2022. (Photo by Ma Lan/HNA)</p>"
        f"<p>LANQIAO, Aug. {day} (HNA) -- {' '.join(chance.choices(_WORDS, k=40))}.</p>{paragraphs}</div>"
        "<div class='editor'>Editor: Ma Lan</div></div>"
    )


def _asides(numbers: Iterable[int]) -> str:
    """The other articles that a page links: in boxes of lists."""
    items = [
        f"<li class='item'><span class='dot'></span><a href='{article_path(each)}' target='_blank' "
        f"title='More of it'>Story {each}</a></li>"
        for each in numbers
    ]
    boxes = (items[first : first + 10] for first in range(0, len(items), 10))
    return "".join(
        f"<div class='box{each} side'><h3><span>Box {each}</span></h3><ul>{''.join(box)}</ul></div>"
        for each, box in enumerate(boxes)
    )


def _bottom() -> str:
    """What stands below: partners' pictures, scripts, the lines that every page has."""
    pictures = "".join(f"<img src='/img/partner_{each}.png' class='p' alt='Partner'>" for each in range(15))
    script = "_hmt.push(['_trackEvent','page','view']);" * 60
    return (
        f"<div class='footer'><div class='partners'>{pictures}</div><p>Copyright Harbour News</p>"
        f"<p>Contact us</p></div><script>{script}</script>"
    )


def article_path(number: int) -> str:
    """Return the path of an article."""
    return f"/2022-08/{number % 28 + 1:02}/content_{number}.htm"


async def _answer(site: Site, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            page = site.page(head.split(b" ", 2)[1].decode("latin-1"))
            body = (page or "no such page").encode()
            writer.write(
                f"HTTP/1.1 {'200 OK' if page else '404 Not Found'}\r\nContent-Type: text/html\r\n"
                f'ETag: "{len(body)}"\r\nContent-Length: {len(body)}\r\n\r\n'.encode()
                + body
            )
            await writer.drain()
    writer.close()


async def _serve(articles: int, address: str) -> None:
    site = Site(articles)
    server = await asyncio.start_server(lambda *streams: _answer(site, *streams), address, 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/", flush=True)
    await server.serve_forever()


@contextmanager
def served(articles: int, address: str = "127.0.0.1") -> Iterator[str]:
    """Serve a site at an address; yield its home page."""
    command = [sys.executable, "-m", "benchmarks.site", str(articles), address]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603  this module itself
    try:
        if process.stdout is None:
            raise RuntimeError("its standard output is a pipe")
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), (*sys.argv[2:], "127.0.0.1")[0]))
