"""Records for explanations: the candidates for a field, the chosen one, and the rule that chose it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.form import Form

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value that a field could have had."""

    value: object
    rule: Reason
    """The place on the page, or the use that was made of it."""
    score: float | None = None
    """The score that it got, where candidates are scored; the highest wins."""
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
    rule: Reason
    """The rule that decided."""
    why: str
    """How decisions about this field are made."""
    candidates: tuple[Candidate, ...] = ()
    """In the order in which they were asked, or stand on the page."""
    form: Form | None = None
    """The form that took the value apart, where one did."""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was found."""
        return self.rule is Rule.NONE


def marked(candidates: Iterable[Found[Value]], winner: Found[Value]) -> Iterator[Candidate]:
    """Yield candidates from what was found; the first that has the winner's value and rule is chosen."""
    open_still = winner.value is not None
    for candidate in candidates:
        chosen = open_still and candidate == winner
        open_still = open_still and not chosen
        yield Candidate(candidate.value, candidate.rule, chosen=chosen, form=candidate.form)
