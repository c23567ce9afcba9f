"""Explains the decisions about a whole page: character encoding, layout and container."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml import etree

from crawler.extraction.body.reading import Reading
from crawler.extraction.evidence.candidates import Candidate, FieldExplanation
from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.findings import Findings
from crawler.extraction.tree.markup import own_text
from crawler.extraction.tree.page import Page
from crawler.publishers import Layout

CHARSET_WHY = (
    "a byte order mark wins, then well-formed UTF-8; a declaration is accepted if its text is legible"
)
LAYOUT_WHY = (
    "the first layout, the publisher's own before the shared ones, whose whole fingerprint is on the page"
)
CONTAINER_WHY = (
    "the layout's element, unless the general scorer finds far more text elsewhere; without a layout, the"
    " element around the lines that the learned judge calls text, if the scorer's element holds few of them;"
    " the text of a script, if it has more of the text;"
    " scores are weights of the running text in an element"
)
RIVALS = 3
_FINDER = {
    Rule.LAYOUT: Rule.LAYOUT,
    Rule.SCORER: Rule.SCORER,
    Rule.SCORER_AGAINST_LAYOUT: Rule.SCORER,
    Rule.JUDGE: Rule.JUDGE,
    Rule.JUDGED: Rule.SCORER,
    Rule.HELD_BY_SCRIPT: Rule.HELD_BY_SCRIPT,
}
"""The finder of the container, by deciding rule."""


def explain_charset(page: Page) -> FieldExplanation:
    """Explain the character encoding in which the page was read."""
    decoded = page.decoded
    broken = f"{decoded.replaced} malformed sequences" if decoded.replaced else "nothing malformed"
    candidates = [Candidate(decoded.detected, Rule.BYTES, note=broken, chosen=True)]
    if decoded.declared is not None:
        wrong = "read in another encoding all the same" if decoded.mislabelled else ""
        candidates.insert(0, Candidate(decoded.declared, Rule.DECLARED, note=wrong))
    rule = Rule.BYTES_AGAINST_DECLARATION if decoded.mislabelled else Rule.NOTHING_AGAINST
    return FieldExplanation("charset", decoded.used, rule, CHARSET_WHY, tuple(candidates))


def explain_layout(findings: Findings) -> FieldExplanation:
    """Explain the layout of the first part, and the layouts that were tried before it."""
    reading = findings.readings[0]
    name = reading.layout.name if reading.layout else None
    rule = Rule.FINGERPRINT if reading.layout else Rule.NO_FINGERPRINT
    return FieldExplanation("layout", name, rule, LAYOUT_WHY, tuple(_tried(findings, reading)))


def _tried(findings: Findings, reading: Reading) -> Iterator[Candidate]:
    for layout in findings.known.layouts:
        if layout is reading.layout:
            yield Candidate(layout.name, Rule.HAS.of(" ".join(layout.fingerprint)), chosen=True)
            return
        yield Candidate(layout.name, Rule.LACKS.of(" ".join(_missing(reading, layout))))


def _missing(reading: Reading, layout: Layout) -> Iterator[str]:
    return (selector for selector in layout.fingerprint if reading.index.find(selector) is None)


def explain_container(findings: Findings) -> FieldExplanation:
    """Explain which element of the first part was searched for the text."""
    reading = findings.readings[0]
    choice = reading.containers
    candidates: list[Candidate] = []
    if choice.known is not None and reading.layout:
        candidates.append(_element(reading, choice.known, Rule.LAYOUT.of(reading.layout.name)))
    if choice.scored is not None:
        candidates.append(_element(reading, choice.scored, Rule.SCORER))
    if choice.element is not None and choice.rule is Rule.JUDGE:
        candidates.append(_element(reading, choice.element, Rule.JUDGE))
    if reading.held is not None and reading.container is not None:
        candidates.append(_element(reading, reading.container, reading.held.rule))
    candidates += (_element(reading, rival, Rule.STANDS_BESIDE) for rival in _rivals(reading))
    value = describe(choice.element) if choice.element is not None else None
    return FieldExplanation("container", value, choice.rule, CONTAINER_WHY, tuple(candidates))


def _element(reading: Reading, element: etree._Element, rule: Reason) -> Candidate:
    weight = reading.containers.weights.weight.get(element, 0)
    note = own_text(element)[:60] if element is not reading.container else ""
    chosen = element is reading.container and _FINDER.get(reading.rule.kind) is rule.kind
    return Candidate(describe(element), rule, weight, note, chosen)


def _rivals(reading: Reading) -> list[etree._Element]:
    """Return the heaviest elements beside the container or beside its ancestors."""
    if reading.container is None:
        return []
    path = [reading.container, *reading.container.iterancestors()]
    after = chain.from_iterable(element.itersiblings() for element in path)
    before = chain.from_iterable(element.itersiblings(preceding=True) for element in path)
    beside = dict.fromkeys((*after, *before))  # a fixed order for elements of the same weight
    weight = reading.containers.weights.weight
    offered = {reading.containers.known, reading.containers.scored}
    return sorted((e for e in beside if e in weight and e not in offered), key=lambda e: -weight[e])[:RIVALS]


def describe(element: etree._Element) -> str:
    """Return an element as a selector: `div#content.text`."""
    identity = f"#{element.get('id')}" if element.get("id") else ""
    return ".".join([f"{element.tag}{identity}", *(element.get("class") or "").split()])
