"""Explains a record: for each field the candidates, the chosen one, and the reason.

No decision is repeated: the explanation reads the values and functions that make the record.
"""

from __future__ import annotations

from collections.abc import Mapping

from crawler.extraction.article import article_of
from crawler.extraction.evidence.candidates import FieldExplanation
from crawler.extraction.explain.fields import (
    explain_address,
    explain_credits,
    explain_recordings,
    explain_times,
)
from crawler.extraction.explain.headline import explain_headline
from crawler.extraction.explain.page import explain_charset, explain_container, explain_layout
from crawler.extraction.explain.text import explain_body, explain_dateline, explain_photos
from crawler.extraction.findings import find_all
from crawler.extraction.tree.layouts import Knowledge
from crawler.extraction.tree.page import Page
from crawler.items import ALL_DETAILS

GIVEN = frozenset("schema story blocks revision changed fetched found_by archive extractor evidence".split())
"""Fields of the record that are not explained: they describe the program, its run and the decisions, or
arrange the lines of another field, as `blocks` does with those of the body.
"""


def explain(page: Page, knowledge: Knowledge | None = None) -> tuple[FieldExplanation, ...]:
    """Explain every field of a page's record except those in `GIVEN`, and the steps that lead to them.

    All optional fields are among them. The steps are `charset`, `layout` and `container`. `knowledge` is
    as in `read_article`. Pure; never raises.
    """
    findings = find_all(page, knowledge, ALL_DETAILS.details)
    record = article_of(page, findings, ALL_DETAILS)
    return (
        explain_charset(page),
        explain_layout(findings),
        *explain_address(page, findings, record),
        explain_headline(findings),
        *explain_times(page, findings),
        *explain_credits(findings, record),
        explain_container(findings),
        explain_dateline(findings),
        explain_photos(findings, record),
        *explain_recordings(record),
        explain_body(findings),
    )


def by_field(explanations: tuple[FieldExplanation, ...]) -> Mapping[str, FieldExplanation]:
    """Return the explanations by the names of their fields."""
    return {each.field: each for each in explanations}
