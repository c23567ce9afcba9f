"""A value together with the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from crawler.extraction.evidence.rules import Reason
from crawler.extraction.form import Form

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """What was found for a field, and by which rule; the value is None where nothing was."""

    value: Value | None
    rule: Reason
    form: Form | None = None
    """The form in which it is printed, where one took it apart."""
