"""Serves a local newspaper of small pages, with lists and a sitemap: `python -m benchmarks.papers 5000`.

Every article has some 4 kB and links ten others, so that a crawl of very many of them ends in time. It prints
its address and serves until it is killed. As an HTTP proxy it serves the same as http://paper.example, for
crawlers that need the name of a site, and no port.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

NAMED = "http://paper.example"
"""The origin of the newspaper for requests by proxy."""
CLOCK = "/clock"
"""Path that answers with the seconds from the first request to the last."""
PER_LIST = 100
PER_MAP = 10_000
RELATED = 10

_WORDS = (
    "the of and to in is that was for on with harbour ferry province visitor morning report bridge festival "
    "market engineer river council teacher people season water station school village train said early three"
).split()


class Paper:
    """The pages by path, made on demand and always the same."""

    def __init__(self, articles: int, origin: str) -> None:
        self.articles = articles
        self.origin = origin
        self.first = self.last = 0.0
        """Times of the first and the last request, except those for the clock itself."""

    def reply(self, target: str) -> tuple[str, str] | None:
        """Answer a request's target, which is a whole URL to a proxy."""
        path = target.removeprefix(NAMED)
        if path == CLOCK:
            return "text/plain", str(self.last - self.first)
        self.last = time.monotonic()
        self.first = self.first or self.last
        return self.page(path, NAMED if target.startswith(NAMED) else self.origin)

    def page(self, path: str, origin: str) -> tuple[str, str] | None:
        """Return a page's type and text, or None."""
        if path == "/":
            return "text/html", self._list("Home", (f"/list_{each}/" for each in self._parts(PER_LIST)))
        if path == "/robots.txt":
            return "text/plain", f"User-agent: *\nAllow: /\nSitemap: {origin}/sitemap.xml\n"
        if path == "/sitemap.xml":
            maps = (f"{origin}/map_{each}.xml" for each in self._parts(PER_MAP))
            return "application/xml", self._map("sitemap", maps)
        name, _, number = path.strip("/").partition(".")[0].rpartition("_")
        return self._numbered(name, int(number), origin) if number.isdigit() else None

    def _numbered(self, name: str, number: int, origin: str) -> tuple[str, str] | None:
        if name == "list":
            return "text/html", self._list(f"List {number}", self._some(number, PER_LIST))
        if name == "map":
            urls = (f"{origin}{path}" for path in self._some(number, PER_MAP))
            return "application/xml", self._map("url", urls)
        return ("text/html", self._article(number)) if number < self.articles else None

    def _parts(self, size: int) -> range:
        return range(-(-self.articles // size))

    def _some(self, part: int, size: int) -> Iterator[str]:
        return map(article_path, range(part * size, min((part + 1) * size, self.articles)))

    def _map(self, tag: str, urls: Iterable[str]) -> str:
        whole = "sitemapindex" if tag == "sitemap" else "urlset"
        entries = "".join(f"<{tag}><loc>{url}</loc></{tag}>" for url in urls)
        return f"<{whole} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{entries}</{whole}>"

    def _list(self, title: str, paths: Iterable[str]) -> str:
        items = "".join(f"<li><a href='{path}'>The news of the day {path}</a></li>" for path in paths)
        return f"<html><head><title>{title}</title></head><body><ul>{items}</ul></body></html>"

    def _article(self, number: int) -> str:
        chance = random.Random(number)
        day = number % 28 + 1
        paragraphs = "".join(
            f"<p>{' '.join(chance.choices(_WORDS, k=55)).capitalize()}.</p>" for _ in range(8)
        )
        others = ((number + each) % self.articles for each in range(1, RELATED + 1))
        links = "".join(f"<li><a href='{article_path(each)}'>Story {each}</a></li>" for each in others)
        headline = f"Report {number}: {' '.join(chance.choices(_WORDS, k=6))}"
        return (
            f"<html lang='en'><head><meta charset='utf-8'><title>{headline}</title>"
            "<meta property='og:type' content='article'>"
            f"<meta property='article:published_time' content='2022-08-{day:02}T08:00:00+08:00'></head>"
            f"<body><h1>{headline}</h1><div id='content'>"
            f"<p>LANQIAO, Aug. {day} (HNA) -- The ferry is back.</p>{paragraphs}</div>"
            f"<ul class='related'>{links}</ul></body></html>"
        )


def article_path(number: int) -> str:
    """Return the path of an article."""
    return f"/2022-08/{number % 28 + 1:02}/content_{number}.htm"


async def _answer(paper: Paper, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            kind, text = paper.reply(head.split(b" ", 2)[1].decode("latin-1")) or (None, "no such page")
            body = text.encode()
            status = "200 OK" if kind else "404 Not Found"
            fields = f"Content-Type: {kind or 'text/plain'}\r\nContent-Length: {len(body)}"
            writer.write(f"HTTP/1.1 {status}\r\n{fields}\r\n\r\n".encode() + body)
            await writer.drain()
    writer.close()


async def _serve(articles: int) -> None:
    paper = Paper(articles, "")
    server = await asyncio.start_server(lambda *streams: _answer(paper, *streams), "127.0.0.1", 0)
    paper.origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    print(paper.origin, flush=True)
    await server.serve_forever()


@contextmanager
def served(articles: int) -> Iterator[str]:
    """Serve a newspaper; yield its address."""
    command = [sys.executable, "-m", "benchmarks.papers", str(articles)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  this module
        try:
            if process.stdout is None:
                raise RuntimeError("its standard output is a pipe")
            yield process.stdout.readline().strip()
        finally:
            process.kill()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
