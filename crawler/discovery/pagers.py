"""The further pages of a list, and the parts of an article that runs over several pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from crawler.discovery.links import base_of
from crawler.extraction.markup import own_text
from crawler.extraction.page import Page
from crawler.text.urls import resolve

MOST = 200  # pages: no article and no list that is read through has more

_NUMBER = re.compile(r"^[\s\[(（【《<]*(?:第\s*)?(\d{1,3})(?:\s*页)?[\s\])）】》>]*$")
_NEXT = re.compile(
    r"^\W*(?:下一?[页頁]|下页|后一页|后页|下一张|next(?: (?:page|photo|picture))?|suivante?|page"
    r" suivante|siguiente"
    r"|página siguiente|nächste(?:"
    r" seite)?|weiter|próxima|seguinte|вперед|вперёд|следующая|далее|التالي|التالية|الصفحة التالية"
    r"|次へ|次のページ|다음|sekva|»|›|>>?)\W*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^\W*(?:余下全文|阅读全文|在本页阅读全文|全文阅读|单页阅读|查看全文|显示全文|view (?:all|as one"
    r" page|on one page)|single page|show all"
    r"|full (?:text|article))\W*$",
    re.IGNORECASE,
)
# TRS: createPageHTML(pages, current, "name", "ext") names them name.ext, name_1.ext, name_2.ext ...
_TRS = re.compile(
    r"createPageHTML\(\s*(\d+)\s*,\s*(\d+)\s*,\s*[\"']([\w./-]+)[\"']\s*,\s*[\"'](\w+)[\"']", re.IGNORECASE
)
_TRS_OLD = re.compile(r"\bvar\s+countPage\s*=\s*(\d+)\s*;?", re.IGNORECASE)
_SERIES = re.compile(r"^(?P<stem>.*?)(?:(?P<mark>[_-])(?P<number>\d{1,3}))?(?P<ext>\.\w+)$")
_QUERY = re.compile(r"([?&](?:page|p|pageno|pn|currentpage)=)(\d{1,4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """The pages of one article."""

    further: tuple[str, ...] = ()
    """URLs after the first page, in order."""
    first: str | None = None
    """URL of the first page, where the page at hand is a later one."""
    whole: str | None = None
    """URL of one page with the whole text, where the site offers it."""


def list_pages(page: Page) -> list[str]:
    """The further pages of the list that a page shows, in the order in which they are named."""
    found = [*_scripted(page)]
    base = base_of(page)
    for element in page.root.iter("a", "link"):
        target = resolve(base, element.get("href") or "")
        if target is None:
            continue
        if element.tag == "link":
            if (element.get("rel") or "").lower() == "next":
                found.append(target)
        elif _NEXT.match(text := _label(element)) or (_NUMBER.match(text) and _same_series(target, page.url)):
            found.append(target)
    return [url for url in dict.fromkeys(found) if url != page.url][:MOST]


def article_parts(page: Page) -> Parts:
    """The pages that belong to the article on a page; empty for an article on one page."""
    base = base_of(page)
    numbered: dict[int, str] = {_part_number(url): url for url in _scripted(page)}
    whole = None
    for element in page.root.iter("a"):
        text = _label(element)
        target = resolve(base, element.get("href") or "") if text and len(text) <= 24 else None
        if target is None or target == page.url:
            continue
        if _WHOLE.match(text):
            whole = target
        elif (_NUMBER.match(text) or _NEXT.match(text)) and _same_series(target, page.url):
            numbered.setdefault(_part_number(target), target)
    return _ordered(page.url, numbered, whole)


def _ordered(url: str, numbered: dict[int, str], whole: str | None) -> Parts:
    own = _part_number(url)
    first = min(numbered, default=own)
    if first < own:
        return Parts(first=numbered[first], whole=whole)
    further = tuple(numbered[number] for number in sorted(numbered) if number > own)
    return Parts(further[:MOST], None, whole)


def _label(element: etree._Element) -> str:
    text = own_text(element)
    if text:
        return text
    image = element.find(".//img")  # people.com.cn: an arrow as a picture
    return ((image.get("alt") or "") if image is not None else "") or element.get("title") or ""


def _scripted(page: Page) -> Iterator[str]:
    """Pages that a script of TRS would link, the page at hand excluded."""
    series = _series(page.url)
    found = _TRS.search(page.decoded.text)
    old = _TRS_OLD.search(page.decoded.text) if found is None else None
    if series is None or not (found or old):
        return
    own = series["stem"].rpartition("/")[2]
    count, name, ext = (
        (int(found[1]), found[3], found[4]) if found else (int(old[1]) if old else 0, own, series["ext"][1:])
    )
    if name != own and page.url.rpartition("/")[2]:
        return  # the script of another page, left in a copy
    for number in range(min(count, MOST)):
        url = resolve(page.url, f"{name}{f'_{number}' if number else ''}.{ext}")
        if url and url != page.url:
            yield url


def _series(url: str) -> dict[str, str] | None:
    found = _SERIES.match(url.partition("?")[0])
    return found.groupdict(default="") if found else None


def _same_series(one: str, other: str) -> bool:
    """Whether two URLs differ in nothing but a page number."""
    if "?" in one or "?" in other:
        return one != other and _QUERY.sub(r"", one).rstrip("?&") == _QUERY.sub(r"", other).rstrip("?&")
    a, b = _series(one), _series(other)
    return a is not None and b is not None and (a["stem"], a["ext"]) == (b["stem"], b["ext"])


def _part_number(url: str) -> int:
    found = _QUERY.search(url)
    if found:
        return int(found[2])
    parts = _series(url)
    return int(parts["number"] or 0) if parts else 0
