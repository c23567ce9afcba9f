"""Distinguishes lists of stories (search results, tags, home pages) from articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from itertools import chain

from lxml import etree

from crawler.extraction.body.listing_declared import ARTICLE_TYPES, CLASSES, LISTING_TYPES
from crawler.extraction.body.listing_entries import are_teasers, is_entry
from crawler.extraction.body.listing_forms import COUNTS, HINTS, READ_ON, SEARCH, TITLES
from crawler.extraction.body.outline import Outline
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.form import Form, read_form
from crawler.extraction.tree.markup import HEADINGS, MUTE, first_below, own_text
from crawler.text.sizes import utf8_size
from crawler.text.spaces import folded

SEARCH_URL = re.compile(r"/(?:search|sousuo)(?:\.\w{2,5})?/?\?\w", re.IGNORECASE)
"""The URL of a search with a query: `/language/search.jspa?n1=bridge`."""
BETWEEN_PARTS = re.compile(r"[|｜丨_]|-{2,}|\s[-–—·:]\s|(?<=[^\x00-\u2e7f])[-–—](?=[^\x00-\u2e7f])")
"""Marks that split a title into headline, section and site."""
LONGEST_NAME = 40  # UTF-8 bytes: a longer part of a title is a headline
LONGEST_TITLE = 120  # UTF-8 bytes: `Search results for` and the query
LONGEST_TEXT = 20_000  # characters of a page that may hold the count of results, which stands above them
SHARE = 0.5  # share of the main part's blocks that have a link to read on
READ_ONS = 5  # links to read on that make a list
MANY = 40  # links: a home page has more than this
PROSE = 600  # weight of running text: a home page has less than this in one place


def listing_of(
    root: etree._Element, url: str, weights: Outline, container: etree._Element | None
) -> Rule | None:
    """Return the rule that shows that a page is a list, or None.

    The URL of a search is enough, and so are class names such as `archive tag` and a title such as `Search
    Results`. A title that articles have, too, such as `World`, needs a second proof: teasers, a count of
    results, links to read on.
    """
    if SEARCH_URL.search(url):
        return Rule.LIST_SEARCH_URL
    if _declares_itself_a_list(root):
        return Rule.LIST_DECLARED
    parts = _title_parts(root)
    if any(map(_is_list_title, parts)):
        return Rule.LIST_TITLE
    hint = read_form(HINTS, parts[0]) if parts and max(map(utf8_size, parts)) <= LONGEST_NAME else None
    return _proof(root, parts[0], hint.form, _blocks(weights, container), container) if hint else None


def _proof(
    root: etree._Element,
    name: str,
    hint: Form,
    blocks: dict[etree._Element, float],
    container: etree._Element | None,
) -> Rule | None:
    """Return the second proof that a page is a list, whose title may be an article's as well."""
    if hint is SEARCH and read_form(COUNTS, _text(root)):
        return Rule.LIST_COUNT
    if container is not None and (is_entry(container) or are_teasers(list(blocks))):
        return Rule.LIST_TEASERS
    return _structure(root, name, blocks)


def _declares_itself_a_list(root: etree._Element) -> bool:
    """Return whether class names or a type of schema.org say that a page is a list."""
    body = root.find("body")
    heads = [root, body] if body is not None else [root]
    names = folded(" ".join(filter(None, (head.get("class") for head in heads))))
    if names and read_form(CLASSES, names):
        return True
    if any((head.get("itemtype") or "").endswith(LISTING_TYPES) for head in heads):
        return True
    scripts = (
        script for part in root for script in part.iterchildren("script")
    )  # a walk costs ten times more
    stated = [script.text or "" for script in scripts if _is_linked_data(script)]
    return _names_any(stated, LISTING_TYPES) and not _names_any(stated, ARTICLE_TYPES)


def _is_linked_data(script: etree._Element) -> bool:
    return "ld+json" in (script.get("type") or "")


def _names_any(stated: Collection[str], kinds: Collection[str]) -> bool:
    """Return whether JSON names one of some types, or one that ends as it does."""
    return any(f'{kind}"' in text for text in stated for kind in kinds)


def _title_parts(root: etree._Element) -> list[str]:
    # Nearly all forms match there; a search of the whole page takes thirty times longer.
    title = root.find("head/title")
    if title is None:
        title = first_below(root, "title")
    parts = map(str.strip, BETWEEN_PARTS.split(own_text(title))) if title is not None else ()
    return [part for part in parts if part]


@lru_cache(maxsize=4096)  # most titles of a crawl have the same sections and sites
def _is_list_title(part: str) -> bool:
    return utf8_size(part) <= LONGEST_TITLE and read_form(TITLES, part) is not None


def _text(root: etree._Element) -> str:
    """Return the visible text at the top of a page."""
    pieces = ((element.text if element.tag not in MUTE else None, element.tail) for element in root.iter())
    return folded(" ".join(piece for piece in chain.from_iterable(pieces) if piece))[:LONGEST_TEXT]


def _blocks(weights: Outline, container: etree._Element | None) -> dict[etree._Element, float]:
    """Return the blocks of the main part with their weights."""
    if container is None:
        return {}
    return {
        block: weight
        for block, weight in weights.blocks.items()
        if block is container or container in block.iterancestors()
    }


def _structure(root: etree._Element, name: str, blocks: dict[etree._Element, float]) -> Rule | None:
    links = [own_text(link) for link in root.iter("a")]
    read_on = Counter(link.casefold().strip(" .…>»[]【】") for link in links)
    if sum(read_on[text] for text in READ_ON) >= max(READ_ONS, SHARE * len(blocks)):
        return Rule.LIST_READ_ON
    if len(links) >= MANY and sum(blocks.values()) < PROSE and not _has_headline(root, name):
        return Rule.LIST_LINKS
    return None


def _has_headline(root: etree._Element, name: str) -> bool:
    """Return whether a page prints a headline without a link, as articles and galleries do."""
    headings = (heading for heading in root.iter(*HEADINGS) if first_below(heading, "a") is None)
    return any(text == name or utf8_size(text) > LONGEST_NAME for text in map(own_text, headings))
