"""Rewrites pages in ways that no reader notices: other tags, other names, no metadata."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from hashlib import sha256
from urllib.parse import urlsplit

from lxml import etree

from crawler.extraction.tree.page import Page, parse_page

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
STATED = ("time", "abbr", "relative-time", "time-ago")
SECTIONS = ("article", "main", "section", "header", "footer", "aside", "nav")
ATTRIBUTES = ("datetime", "content", "title", "itemprop", "pubdate")
"""Attributes that state a date, or say that an element does."""
HAN = re.compile("[\u3400-\u9fff]")
CONSONANTS = "bcdfghjklmnpqrst"
"""One letter for each hexadecimal digit: names of these letters hold no word."""
SITE, SECTION = {True: "木桥新闻网", False: "Sample Herald"}, {True: "要闻", False: "World"}
TODAY = {True: "今天是2026年11月30日 星期一", False: "Monday, 30 November 2026"}
DAY = {True: "2026-11-30", False: "30 November 2026"}
STORIES = {
    True: ("吴林介绍木桥镇的新船闸", "林水谈稻田里的鱼", "周渡：过闸的船一天比一天多"),
    False: ("Lin Wu opens a lock in Muqiao", "Fish return to the rice fields", "More boats pass every day"),
}
"""Headlines of other stories. `True`: in Chinese."""


def plain_page(body: bytes, url: str) -> Page:
    """Return a page without the comments of its markup, which may state an article's properties."""
    page = parse_page(body, url)
    return replace(page, decoded=replace(page.decoded, text=""))


def rewritten(page: Page, change: Change) -> Page:
    """Return a page after one change; the page itself stays."""
    root = deepcopy(page.root)
    change.apply(root)
    return replace(page, root=root, url=change.url(page.url))


def _same(url: str) -> str:
    return url


@dataclass(frozen=True, slots=True)
class Change:
    """One way to rewrite a page."""

    name: str
    apply: Callable[[etree._Element], None]
    url: Callable[[str], str] = _same


def _nothing(_: etree._Element) -> None:
    """Leave a page as it is."""


def _drop(root: etree._Element, elements: Iterable[etree._Element]) -> None:
    for element in list(elements):
        parent = element.getparent()
        if parent is not None and element is not root:
            before, tail = element.getprevious(), element.tail or ""
            if before is not None:
                before.tail = (before.tail or "") + tail
            else:
                parent.text = (parent.text or "") + tail
            element.tail = None
            parent.remove(element)


def _linked_data(root: etree._Element) -> list[etree._Element]:
    return [each for each in root.iter("script") if "ld+json" in (each.get("type") or "").lower()]


def _drop_linked_data(root: etree._Element) -> None:
    _drop(root, _linked_data(root))


def _drop_meta(root: etree._Element) -> None:
    _drop(root, root.iter("meta"))


def _drop_all_metadata(root: etree._Element) -> None:
    _drop(root, [*_linked_data(root), *root.iter("meta", "link", "title")])


def _leave_printed_dates(root: etree._Element) -> None:
    _drop(root, [*root.iter("meta", "script")])
    _hide_stated_dates(root)


def _drop_names(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        element.attrib.pop("class", "")
        element.attrib.pop("id", "")


def _hash_names(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        for attribute in ("class", "id"):
            if names := element.get(attribute):
                element.set(attribute, " ".join(map(_hashed, names.split())))


def _hashed(name: str) -> str:
    digest = sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
    return "".join(CONSONANTS[int(digit, 16)] for digit in digest)


def _retag(tags: Mapping[str, str]) -> Callable[[etree._Element], None]:
    def apply(root: etree._Element) -> None:
        for element in list(root.iter(*tags)):
            element.tag = tags[element.tag]

    return apply


def _hide_stated_dates(root: etree._Element) -> None:
    for element in list(root.iter(etree.Element)):
        if element.tag in STATED or element.get("itemprop"):
            element.tag = "span" if element.tag in STATED else element.tag
            for name in ATTRIBUTES:
                element.attrib.pop(name, "")


def _break_paragraphs(root: etree._Element) -> None:
    for paragraph in list(root.iter("p")):
        paragraph.tag = "span"
        paragraph.addprevious(etree.Element("br"))
        line_break = etree.Element("br")
        line_break.tail, paragraph.tail = paragraph.tail, None
        paragraph.addnext(line_break)


def _body_of(root: etree._Element) -> etree._Element:
    return next(root.iter("body"), root)


def _is_chinese(root: etree._Element) -> bool:
    return any(HAN.search(title.text or "") for title in root.iter("title", "h1"))


def _put_first(root: etree._Element, tag: str, text: str) -> None:
    element = etree.Element(tag)
    element.text = text
    body = _body_of(root)
    element.tail, body.text = body.text, None
    body.insert(0, element)


def _name_the_site(root: etree._Element) -> None:
    _put_first(root, "h1", SITE[_is_chinese(root)])


def _show_today(root: etree._Element) -> None:
    _put_first(root, "div", TODAY[_is_chinese(root)])


def _stories(root: etree._Element) -> etree._Element:
    chinese = _is_chinese(root)
    box = etree.Element("div")
    for title in STORIES[chinese]:
        entry = etree.SubElement(box, "div")
        heading = etree.SubElement(entry, "h2")
        etree.SubElement(heading, "a", href="/other/1.html").text = title
        etree.SubElement(entry, "span").text = DAY[chinese]
    return box


def _stories_first(root: etree._Element) -> None:
    box, body = _stories(root), _body_of(root)
    box.tail, body.text = body.text, None
    body.insert(0, box)


def _stories_last(root: etree._Element) -> None:
    _body_of(root).append(_stories(root))


def _retitle(words: Callable[[str, bool], str]) -> Callable[[etree._Element], None]:
    def apply(root: etree._Element) -> None:
        chinese = _is_chinese(root)
        for title in root.iter("title"):
            title.text = words(title.text or "", chinese)

    return apply


def _without_date(url: str) -> str:
    """Return an address of the same site that says nothing: `http://www.example.cn/a/b.html`."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/a/b.html"


CHANGES = (
    Change("as served", _nothing),
    Change("no JSON-LD", _drop_linked_data),
    Change("no meta tags", _drop_meta),
    Change("no metadata, no title", _drop_all_metadata),
    Change("class names and ids hashed", _hash_names),
    Change("no class names, no ids", _drop_names),
    Change("headings as div", _retag(dict.fromkeys(HEADINGS, "div"))),
    Change("headings one level lower", _retag({"h1": "h2", "h2": "h3", "h3": "h4"})),
    Change("name of the site as h1", _name_the_site),
    Change("title: name of the site", _retitle(lambda _, chinese: SITE[chinese])),
    Change(
        "title: sections behind",
        _retitle(lambda title, chinese: f"{title}_{SECTION[chinese]}_{SITE[chinese]}"),
    ),
    Change("title: sections before", _retitle(lambda title, chinese: f"{SITE[chinese]} | {title}")),
    Change("today's date on top", _show_today),
    Change("other stories first", _stories_first),
    Change("other stories last", _stories_last),
    Change("dates as printed alone", _leave_printed_dates, _without_date),
    Change("sections as div", _retag(dict.fromkeys(SECTIONS, "div"))),
    Change("figures as div", _retag({"figure": "div", "figcaption": "div"})),
    Change("paragraphs as div", _retag({"p": "div"})),
    Change("paragraphs by line breaks", _break_paragraphs),
)
"""All changes; the first one leaves the page as it is."""
