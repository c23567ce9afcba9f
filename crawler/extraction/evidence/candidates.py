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
    """The place on the page, or the use of the value."""
    score: float | None = None
    """The score, for fields whose candidates are scored; the highest wins."""
    note: str = ""
    chosen: bool = False
    """Whether it is the field's value, or a part of it."""
    form: Form | None = None
    """The form that parsed it, if one did."""


@dataclass(frozen=True, slots=True)
class FieldExplanation:
    """The decision about one field of the record, or about a step towards it."""

    field: str
    value: object
    """The value in the record."""
    rule: Reason
    """The rule that decided."""
    why: str
    """The method by which this field is decided."""
    candidates: tuple[Candidate, ...] = ()
    """The candidates in the order in which they were tried, or stand on the page."""
    form: Form | None = None
    """The form that parsed the value, if one did."""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was found."""
        return self.rule is Rule.NONE


def marked(candidates: Iterable[Found[Value]], winner: Found[Value]) -> Iterator[Candidate]:
    """Yield candidates from findings; the first with the winner's value and rule is the chosen one."""
    open_still = winner.value is not None
    for candidate in candidates:
        chosen = open_still and candidate == winner
        open_still = open_still and not chosen
        yield Candidate(candidate.value, candidate.rule, chosen=chosen, form=candidate.form)
