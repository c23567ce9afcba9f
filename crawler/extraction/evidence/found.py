"""Defines a value together with the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from crawler.extraction.evidence.rules import Reason
from crawler.extraction.form import Form

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """The value of a field and the rule that found it; None and `Rule.NONE` if no rule found a value."""

    value: Value | None
    rule: Reason
    form: Form | None = None
    """The form that parsed the value, if one did."""
