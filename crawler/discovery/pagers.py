"""Finds the further pages of a list, and the parts of an article that spans several pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lxml import etree

from crawler.discovery.elements import elements_of
from crawler.discovery.links import base_of
from crawler.discovery.pointers import Parts
from crawler.discovery.series import is_row, place
from crawler.extraction.tree.markup import first_below, own_text
from crawler.extraction.tree.page import Page
from crawler.text.parameters import without_piles
from crawler.text.urls import resolve

MOST = 500  # pages that a script may announce; its count may be any number
LABEL = 24  # characters; a longer text is no label of a pager

_NUMBER = re.compile(
    r"^[\s\[(（【《<]*(?:第\s*|page\s*|页\s*)?(\d{1,4})(?:\s*[页頁])?[\s\])）】》>]*$", re.IGNORECASE
)
_NEXT = re.compile(
    r"^\W*(?:下一?[页頁]|后一?页|後一?頁|下一张|下一張|next(?: (?:page|photo|picture|>+))?|older(?: posts)?"
    r"|(?:page )?suivante?|siguiente|página siguiente|nächste(?: seite)?|weiter|próxima(?: página)?|seguinte"
    r"|след(?:ующая)?(?: страница)?|впер[её]д|далее|التالي|التالية|الصفحة التالية|次へ|次のページ|次ページ"
    r"|다음(?: 페이지)?|sekva(?: paĝo)?|»|›|>>?)\W*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^\W*(?:余下全文|阅读全文|在本页阅读全文|(?:本页)?全文阅读|单页阅读|阅读单页|查看全文|显示全文"
    r"|view (?:all|as one page|on one page)|(?:on a )?single page|show all|full (?:text|article))\W*$",
    re.IGNORECASE,
)
_ANY = re.compile("|".join(each.pattern for each in (_NUMBER, _NEXT, _WHOLE)))
"""The pattern for labels in lower case, which takes a third of the time of one that ignores case."""
# TRS: createPageHTML(pages, current, "name", "ext") means name.ext, name_1.ext, name_2.ext ... Newer versions
# take the element to fill as first argument. Some quote their numbers.
_ARGUMENT = r"(?:\"[\w./-]*\"|'[\w./-]*'|\d{1,5})"
_TRS = re.compile(rf"create(\w{{0,24}}?)PageHTML\(\s*({_ARGUMENT}(?:\s*,\s*{_ARGUMENT}){{0,7}}+)")
_TRS_OLD = re.compile(r"\bvar\s+countPage\s*=\s*(\d{1,5})\b")
_NAME = re.compile(r"([\w.-]*?)(?:_\d{1,4})?\.(\w{2,5})")


def list_pages(page: Page) -> list[str]:
    """Return the other pages of a page's list, in the order of their numbers."""
    urls = [*_scripted(page, spare=1), *_announced(page)]
    for url, label in _labelled(page):
        number = _NUMBER.match(label)
        if _NEXT.match(label) or (number and is_row(url, page.url)):
            urls.append(url)
    return sorted(dict.fromkeys(url for url in urls if url != page.url), key=_number)


def article_parts(page: Page) -> Parts:
    """Return the further pages of the article on a page; empty for an article on one page.

    A number in a pager must agree with the number in its URL, so a chart or a counter is no pager.
    """
    parts = dict.fromkeys(_scripted(page))
    whole = None
    for url, label in _labelled(page):
        if _WHOLE.match(label) and _folder(url) == _folder(page.url) and url != page.url:
            whole = whole or url
        elif is_row(url, page.url) and (_NEXT.match(label) or _is_numbered(url, label)):
            parts[url] = None
    parts.update(dict.fromkeys(url for url in _announced(page) if is_row(url, page.url)))
    return _ordered(page.url, list(parts), whole)


def _ordered(url: str, parts: list[str], whole: str | None) -> Parts:
    own = place(url).number
    numbered = {place(each).number: each for each in reversed(parts)}
    first = numbered[min(numbered)] if numbered and min(numbered) < own else None
    return Parts(tuple(numbered[number] for number in sorted(numbered) if number > own), first, whole)


def _is_numbered(url: str, label: str) -> bool:
    """Return whether a label is the number of its URL; sites count the second page as 1 or as 2."""
    match = _NUMBER.match(label)
    return match is not None and int(match[1]) - place(url).number in (0, 1)


def _folder(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[0]


def _number(url: str) -> int:
    return place(url).number


def _labelled(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the links that may belong to a pager, each with its label."""
    base = base_of(page)
    for element, reference in elements_of(page.root).anchors:
        label = _label(element)
        if _is_of_pager(label) and (url := base.resolve(reference)):
            yield without_piles(url), label


@lru_cache(maxsize=4096)  # the pages of a site share most of their labels
def _is_of_pager(label: str) -> bool:
    return 0 < len(label) <= LABEL and _ANY.match(label.lower()) is not None


def _label(element: etree._Element) -> str:
    """Return the text of a link, or the alternative text of its picture: arrows are often pictures."""
    text = own_text(element)
    if text or len(element) == 0:
        return text or element.get("title") or ""
    image = first_below(element, "img")
    return ((image.get("alt") or "") if image is not None else "") or element.get("title") or ""


def _announced(page: Page) -> Iterator[str]:
    """Yield the next page, if the head of a page names it."""
    base = base_of(page)
    for element in elements_of(page.root).links:
        if (element.get("rel") or "").lower() == "next" and (url := base.resolve(element.get("href") or "")):
            yield url


def _scripted(page: Page, spare: int = 0) -> Iterator[str]:
    """Yield the pages that a script of TRS would link, except the current page.

    A list that quotes its numbers may be counted from 1 or from 2: it gets `spare` more numbers.
    """
    text = page.decoded.text
    # A plain search first: these patterns cost milliseconds on a long page without a match.
    if "PageHTML" in text and (call := _TRS.search(text)):
        yield from _of_call(page, call, spare)
    elif "countPage" in text and (old := _TRS_OLD.search(text)):
        yield from _counted(page, range(int(old[1])), *_own_name(page))


def _of_call(page: Page, call: re.Match[str], spare: int) -> Iterator[str]:
    """Yield the pages of a call: `createPageHTML(3, 0, "index", "htm")`.

    The parts of an article (`createManuscriptPageHTML`) are counted from 2.
    """
    arguments = call[2].split(",")
    values = [argument.strip().strip("\"'") for argument in arguments]
    if not values[0].isdigit() and len(values) > 1:
        arguments, values = arguments[1:], values[1:]
    if not values[0].isdigit():
        return
    count = int(values[0])
    name, extension = values[2:4] if len(values) > 3 else _own_name(page)
    is_quoted = not arguments[0].strip().isdigit()
    if call[1] == "Manuscript":
        numbers = (0, *range(2, count + 1))
    else:
        numbers = tuple(range(count + spare if is_quoted and count > 1 else count))
    yield from _counted(page, numbers, name, extension)


def _own_name(page: Page) -> tuple[str, str]:
    """Return the name of a page without its number, and its extension."""
    name = _NAME.fullmatch(page.url.partition("?")[0].rpartition("/")[2])
    return (name[1], name[2]) if name else ("index", "html")


def _counted(page: Page, numbers: Sequence[int], name: str, extension: str) -> Iterator[str]:
    if len(numbers) < 2:
        return
    for number in numbers[:MOST]:
        url = resolve(page.url, f"{name}{f'_{number}' if number else ''}.{extension}")
        if url and url != page.url and (number or not page.url.endswith("/")):
            yield url
