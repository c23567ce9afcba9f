"""Explains the headline: the printed candidates with their scores, and the titles in the page's head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crawler.extraction.body.headline import Headline, Headlines, supporters
from crawler.extraction.body.reading import Reading
from crawler.extraction.evidence.candidates import Candidate, FieldExplanation
from crawler.extraction.evidence.rules import Reason, Rule, Why
from crawler.extraction.findings import Findings

WHY = (
    "the printed candidate with the highest score wins, if it has at least 1; then the titles in the page's"
    " head; a line printed as a heading above the text comes before a bare title, and before a line without a"
    " word of the text; on an unknown site, another headline in the head comes before a printed one that only"
    " repeats the title"
)


def explain_headline(findings: Findings) -> FieldExplanation:
    """Explain the headline of the first part."""
    reading = findings.readings[0]
    printed = _distinct(_printed(reading))
    candidates = (*printed, *_above(reading), *_stated(reading), *_held(reading))
    return FieldExplanation("headline", reading.headline.text, reading.headline.rule, WHY, candidates)


def _printed(reading: Reading) -> Iterator[Candidate]:
    for score, headline in sorted(reading.headlines.printed, key=lambda each: -each[0]):
        yield Candidate(
            value=headline.text,
            rule=headline.rule,
            score=score,
            note=_support(headline, reading.headlines),
            chosen=reading.headline.printed is None and headline is reading.headline,
        )


def _distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Drop repeated headings: of equal candidates, keep the chosen one or else the first."""
    distinct: dict[tuple[object, ...], Candidate] = {}
    for candidate in candidates:
        key = str(candidate.value), str(candidate.rule), round(candidate.score or 0.0, 2), candidate.note
        if key not in distinct or candidate.chosen:
            distinct[key] = candidate
    return list(distinct.values())


def _support(headline: Headline, among: Headlines) -> str:
    """Return the evidence for a printed headline, except that it is a heading."""
    agreeing = ", ".join(supporters(headline.text, among.stated))
    reasons = [f"agrees with {agreeing}"] if agreeing else []
    if headline.element is not None and headline.element is among.known:
        reasons.append("stands where the layout says")
    return "; ".join(reasons)


def _above(reading: Reading) -> Iterator[Candidate]:
    """Yield the heading above the text, which is a candidate only if the alternative is the bare title."""
    headline = reading.headline
    is_listed = any(headline.element is each.element for _, each in reading.headlines.printed)
    if headline.element is not None and not is_listed:
        yield Candidate(headline.text, headline.rule, chosen=True)


def _stated(reading: Reading) -> Iterator[Candidate]:
    for rule, title in reading.headlines.stated:
        chosen = _is_from_head(reading.headline) and _taken(reading.headline.rule) == rule
        text = reading.headline.text if chosen else title
        yield Candidate(text, rule, note="" if text == title else f"of: {title}", chosen=chosen)


def _taken(rule: Reason) -> str | Why:
    """Return the rule of the title in the head that was chosen, whether or not another is printed."""
    return rule.details[0] if isinstance(rule, Why) and rule.kind is Rule.BESIDE else rule


def _held(reading: Reading) -> Iterator[Candidate]:
    """Yield the title beside the text in a script."""
    if reading.held is not None and reading.held.headline:
        chosen = reading.headline.rule.kind is Rule.HELD_BY_SCRIPT
        yield Candidate(reading.held.headline, reading.held.rule, chosen=chosen)


def _is_from_head(headline: Headline) -> bool:
    return headline.element is None or headline.printed is not None
