"""A local site of any number of pages, served from a process of its own: `python -m benchmarks.site 5000`.

Lists of a hundred articles each; every page is of 64 kB and has 119 links, as portals have them. It prints
its origin and serves until it is killed.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

PER_LIST = 100
LINKS = 119
SIZE = 64_000

_WORDS = "harbour ferry lanqiao province visitor morning report bridge festival market engineer river".split()


class Site:
    """The pages, made when they are asked for and always the same."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.lists = -(-articles // PER_LIST)
        text = " ".join(_WORDS)
        self.frame = f"<div class='menu'><!-- {text * (SIZE // len(text) - 60)} --></div>"

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
        return f"<html><head><title>{title}</title></head><body>{self.frame}<ul>{items}</ul></body></html>"

    def _article(self, number: int) -> str:
        chance = random.Random(number)
        paragraphs = "".join(f"<p>{' '.join(chance.choices(_WORDS, k=60))}.</p>" for _ in range(8))
        others = ((number + each) % self.articles for each in range(1, LINKS))
        links = "".join(f"<li><a href='{article_path(other)}'>Story {other}</a></li>" for other in others)
        return (
            f"<html><head><meta charset='utf-8'><title>Report {number} of the ferry</title>"
            "<meta property='article:published_time' content='2022-08-08T08:00:00+08:00'></head>"
            f"<body>{self.frame}<h1>Report {number} of the ferry</h1><div id='content'>{paragraphs}</div>"
            f"<ul class='related'>{links}</ul></body></html>"
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
