"""Pages of an invented site, for the tests."""

from __future__ import annotations

from crawler.extraction.tree.page import Page, parse_page

SITE = "http://www.lanqiao.test"
SENTENCE = "The ferry at Lanqiao carried its first passengers of the year, and most of them came to look. "


def page(body: str, path: str = "/world/node_7114.htm", head: str = "") -> Page:
    """Return the page with this body under this path."""
    markup = f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return parse_page(markup.encode(), SITE + path)


def links(*references: str) -> str:
    """Return a list of links, each with words of its own."""
    items = (
        f"<li><a href='{each}'>Story number {n} of the day</a></li>" for n, each in enumerate(references)
    )
    return f"<ul>{''.join(items)}</ul>"


def prose(paragraphs: int = 5) -> str:
    """Return a number of paragraphs of running text."""
    return "<h1>Ferry returns</h1><div id='text'>" + f"<p>{SENTENCE * 2}</p>" * paragraphs + "</div>"
