"""A value together with the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from crawler.extraction.evidence.rules import Reason
from crawler.extraction.form import Form

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """The value of a field and the rule that found it; None and `Rule.NONE` where no rule found one."""

    value: Value | None
    rule: Reason
    form: Form | None = None
    """The form in which it is printed, where one took it apart."""
