"""Detects contradictions in the rules' choice of a text; the judge of lines then checks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from crawler.extraction.body.container import between
from crawler.extraction.body.lines import Line
from crawler.extraction.body.outline import Outline
from crawler.extraction.body.sorting import ENDS, LONG, Role, Sorted, is_sentence
from crawler.text.sizes import utf8_size

MOST = 0.7  # share of the page's running text: a container with less lacks a part of the article
LINKED = 0.3  # share of a line's characters: more link text is rare in prose
PASSED_OVER = 150  # weight of running text between headline and container that raises a doubt


@dataclass(frozen=True, slots=True)
class Choice:
    """The rules' choice of headline and container on a page."""

    container: etree._Element
    lines: Sequence[Sorted]
    weights: Outline
    elements: Sequence[etree._Element]
    """All elements of the page, in document order."""
    headline: etree._Element | None


def is_in_doubt(choice: Choice) -> bool:
    """Return whether any evidence contradicts the rules' choice.

    There is no doubt if all lines have the same markup and the container holds most of the page's running
    text.
    """
    body = [item.line for item in choice.lines if item.role is Role.BODY]
    return (
        len(body) <= 1
        or _is_marked_up_in_several_ways(body)
        or any(line.linked > LINKED * len(line.text) for line in body)
        or any(map(_is_dropped_prose, choice.lines))
        or _size(choice, Role.CAPTION) > _size(choice, Role.BODY)
        or _weight(choice, choice.container) < MOST * _weight(choice, choice.elements[0])
        or _passed_over(choice) > PASSED_OVER
    )


def _is_marked_up_in_several_ways(body: Sequence[Line]) -> bool:
    """Return whether some lines have other markup than most, and may be no text for this reason.

    A sentence in the same kind of element beside them is text, whatever its class: many first paragraphs have
    a class of their own.
    """
    kinds = [(line.block.getparent(), line.block.tag, line.block.get("class")) for line in body]
    ((usual, times),) = Counter(kinds).most_common(1)
    if times == len(kinds):
        return False
    others = [line for line, kind in zip(body, kinds, strict=True) if kind != usual]
    return len({kind[:2] for kind in kinds}) > 1 or not all(map(is_sentence, others))


def _is_dropped_prose(item: Sorted) -> bool:
    """Return whether the rules classified a line as furniture although it reads like a sentence."""
    return item.role is Role.FURNITURE and len(item.line.text) > LONG and bool(ENDS.search(item.line.text))


def _size(choice: Choice, role: Role) -> int:
    return sum(utf8_size(item.line.text) for item in choice.lines if item.role is role)


def _weight(choice: Choice, element: etree._Element) -> float:
    return choice.weights.weight.get(element, 0)


def _passed_over(choice: Choice) -> float:
    """Return the weight of the running text between the headline and the container."""
    passed = between(choice.elements, choice.headline, choice.container)
    return sum(choice.weights.blocks.get(element, 0) for element in passed)
