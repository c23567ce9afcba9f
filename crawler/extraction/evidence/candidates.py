"""How a decision is told: what there was to choose from, what was chosen, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from crawler.extraction.evidence.found import Found
from crawler.extraction.form import Form

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value that a field could have had."""

    value: object
    rule: str
    """Where it stands, or what was made of it."""
    score: float | None = None
    """How much speaks for it, where that is measured."""
    note: str = ""
    chosen: bool = False
    """Whether it is the field's value, or a part of it."""
    form: Form | None = None
    """The form in which it is printed, where one took it apart."""


@dataclass(frozen=True, slots=True)
class FieldExplanation:
    """How one field of the record, or a step towards it, was decided."""

    field: str
    value: object
    """As the record has it."""
    rule: str
    """What decided."""
    why: str
    """How decisions about this field are made."""
    candidates: tuple[Candidate, ...] = ()
    """In the order in which they were asked, or stand on the page."""


def marked(found: Iterable[Found[Value]], winner: Found[Value]) -> Iterator[Candidate]:
    """Candidates from what was found; the first that has the winner's value and rule is chosen."""
    open_still = winner.value is not None
    for each in found:
        chosen = open_still and each == winner
        open_still = open_still and not chosen
        yield Candidate(each.value, each.rule, chosen=chosen)
