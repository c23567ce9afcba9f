"""Explains dateline, photos and body: each line of the text with its role, and the omitted lines."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from crawler.extraction.body.content_images import is_content_image
from crawler.extraction.body.lines import is_hidden
from crawler.extraction.body.reading import Reading
from crawler.extraction.body.sorting import KINDS, Role, Sorted
from crawler.extraction.dateline.find import Tried
from crawler.extraction.evidence.candidates import Candidate, FieldExplanation
from crawler.extraction.evidence.rules import Rule, Why
from crawler.extraction.explain.page import describe
from crawler.extraction.findings import Findings
from crawler.extraction.tree.images import image_source
from crawler.extraction.tree.markup import INLINE, MUTE, is_furniture, own_text
from crawler.items import Article

BODY_WHY = (
    "the container's lines whose role is the body; captions go to the photos, furniture is dropped; without a"
    " known layout, the learned judge corrects the roles: scores are its probabilities that a line is text"
)
PHOTOS_WHY = (
    "a caption belongs to the image before it, or else to the one after it; logos and icons are no photos"
)
DATELINE_WHY = "searched in the first paragraph, and behind titles, notes and captions before it"

_AS = {
    Role.BODY: Rule.AS_BODY,
    Role.CAPTION: Rule.AS_CAPTION,
    Role.IMAGE: Rule.AS_IMAGE,
    Role.FURNITURE: Rule.AS_FURNITURE,
}


def explain_dateline(findings: Findings) -> FieldExplanation:
    """Explain the search for a dateline; the beginnings of the paragraphs are the candidates."""
    rule = findings.openings[-1].rule if findings.openings else Rule.NO_TEXT
    tried = tuple(map(_opening, findings.openings))
    form = findings.openings[-1].form if findings.openings else None
    return FieldExplanation("dateline", findings.dateline, rule, DATELINE_WHY, tried, form)


def _opening(tried: Tried) -> Candidate:
    return Candidate(
        tried.dateline or tried.text,
        tried.rule,
        chosen=tried.dateline is not None,
        form=tried.form,
    )


def explain_photos(findings: Findings, record: Article) -> FieldExplanation:
    """Explain how the caption of each photo was found, and which images are no photos."""
    photos = (Candidate(each.value, each.rule, chosen=True, form=each.form) for each in findings.photos)
    images = (item.line.block for item in findings.lines if item.role is Role.IMAGE)
    others = (
        Candidate(image_source(image), Rule.NO_PHOTO) for image in images if not is_content_image(image)
    )
    rule = Rule.PAGE_ORDER if record.photos else Rule.NO_PHOTOS
    form = next((each.form for each in findings.photos if each.form), None)
    return FieldExplanation("photos", record.photos, rule, PHOTOS_WHY, (*photos, *others), form)


def explain_body(findings: Findings) -> FieldExplanation:
    """Explain the role of each line of the container, then list the parts that no line was made of."""
    lines = (_line(item) for item in findings.lines)
    repeated = (text for reading in findings.readings for text in _repeats(reading))
    left_out = (each for reading in findings.readings for each in _left_out(reading))
    candidates = (
        *lines,
        *(Candidate(text, Rule.REPEATS_HEADLINE) for text in repeated),
        *left_out,
    )
    return FieldExplanation("body", findings.body, findings.readings[0].rule, BODY_WHY, candidates)


def _line(item: Sorted) -> Candidate:
    text = item.line.text or image_source(item.line.block) or ""
    form = KINDS[item.rule].form_of(item.line.text) if item.rule in KINDS else None
    return Candidate(
        text, _AS[item.role].of(item.rule), item.chance, chosen=item.role is Role.BODY, form=form
    )


def _repeats(reading: Reading) -> Iterator[str]:
    """Yield the lines that were read but not sorted: only repetitions of the headline."""
    kept = {id(item.line) for item in reading.lines}
    return (line.text for line in reading.unsorted if id(line) not in kept)


def _left_out(reading: Reading) -> Iterator[Candidate]:
    """Yield the parts of the container that hold text without becoming a line."""
    covered: set[etree._Element] = set()
    read = {line.block for line in reading.unsorted}
    holders = {holder for block in read for holder in (block, *block.iterancestors())}
    for element in reading.container.iterdescendants() if reading.container is not None else ():
        if element in covered or element in holders or element.tag in INLINE:
            continue
        covered.update(element.iterdescendants())
        text = own_text(element) if element.tag not in MUTE else ""
        if text and not _in_row(element, read):
            yield Candidate(text, _reason(reading, element))


def _in_row(cell: etree._Element, read: set[etree._Element]) -> bool:
    """Return whether an element is a cell of a row that was read as one line."""
    return any(ancestor.tag == "tr" and ancestor in read for ancestor in cell.iterancestors())


def _reason(reading: Reading, element: etree._Element) -> Why:
    if element in reading.dropped and reading.layout:
        return Rule.LAYOUT_DROPS.of(reading.layout.name, describe(element))
    if is_hidden(element):
        return Rule.HIDDEN.of(describe(element))
    if is_furniture(element):
        return Rule.NAMED_FURNITURE.of(describe(element))
    return Rule.NO_LINE.of(describe(element))
