"""Finds the parts of a page by the layout of a publisher or a content management system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from lxml import etree

from crawler.extraction.tree.markup import first_below
from crawler.extraction.tree.survey import UNNAMED, Survey
from crawler.publishers import Layout, Publisher, layouts_of, publisher_of
from crawler.publishers.selector import Selector, parse_selector


class Index:
    """An index of a page's elements by the words of their class names and ids, for fast selectors."""

    def __init__(self, seen: Survey) -> None:
        self.seen = seen

    @cached_property
    def _words(self) -> Mapping[str, Sequence[str]]:
        """The class names and ids with each word; built only if a page has a layout."""
        words: dict[str, list[str]] = {}
        for names in self.seen.names:
            for word in names.split():
                words.setdefault(word, []).append(names)
        return words

    def find(self, text: str) -> etree._Element | None:
        """Return the first element that a selector matches, or None."""
        return next(self.each(text), None)

    def each(self, text: str) -> Iterator[etree._Element]:
        """Yield the elements that a selector matches, in page order; of one id only the first."""
        selector = parse_selector(text)
        if selector.word and selector.word not in self._words and selector.tag not in UNNAMED:
            return iter(())  # most selectors match nothing on most pages
        elements = (element for element in self._candidates(selector) if _fits(element, selector))
        return islice(elements, 1) if selector.id else elements

    def _candidates(self, selector: Selector) -> Iterable[etree._Element]:
        if selector.word is None or selector.tag in UNNAMED:
            return self.seen.elements[0].iter(selector.tag)
        named = (
            position for names in self._words.get(selector.word, ()) for position in self.seen.names[names]
        )
        return (self.seen.elements[position] for position in sorted(named))


def _fits(element: etree._Element, selector: Selector) -> bool:
    if selector.tag and element.tag != selector.tag:
        return False
    if selector.id and element.get("id") != selector.id:
        return False
    return not selector.classes or set(selector.classes) <= set((element.get("class") or "").split())


def match_layout(index: Index, layouts: Iterable[Layout]) -> Layout | None:
    """Return the first layout whose whole fingerprint is on the page."""
    return next((each for each in layouts if all(index.find(s) is not None for s in each.fingerprint)), None)


def first_filled(index: Index, selectors: Iterable[str]) -> etree._Element | None:
    """Return the first element of `selectors` that is present and not empty."""
    for selector in selectors:
        for element in index.each(selector):
            if _has_content(element):
                return element
    return None


def _has_content(element: etree._Element) -> bool:
    text = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return bool(text.strip()) or first_below(element, "img") is not None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The declared knowledge of a page's site; empty for the general scorer alone."""

    publisher: Publisher | None = None
    layouts: tuple[Layout, ...] = ()


def knowledge_of(url: str) -> Knowledge:
    """Return the publisher of a URL, and the layouts to try on its pages."""
    publisher = publisher_of(url)
    return Knowledge(publisher, layouts_of(publisher))
