"""Finds whether an article is free to read, as its page states it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crawler.extraction.body.reading import Reading
from crawler.extraction.body.sorting import Role
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.statements.forms.paywalls import ACCESS_LINES, Access

LONGEST = 120  # characters of a line that states the access
LAST = 2  # lines at the end of a preview

TIERS: Final = {
    **dict.fromkeys(("free", "open"), Access.FREE),
    **dict.fromkeys(("metered", "hybrid"), Access.METERED),
    **dict.fromkeys(("locked", "paid", "premium", "subscription", "paywall"), Access.PAID),
}
"""Values of `article:content_tier`."""


def find_access(reading: Reading) -> Found[str]:
    """Return the access to an article; None if the page does not state it."""
    return next(accesses_of(reading), Found(None, Rule.NONE))


def accesses_of(reading: Reading) -> Iterator[Found[str]]:
    """Yield the statements about the access, in the order of trust."""
    metadata = reading.metadata
    for name in ("article:content_tier", "content_tier"):
        if (tier := TIERS.get(metadata.meta.get(name, "").lower())) is not None:
            yield Found(tier.value, Rule.META.of(name))
    is_free = str(metadata.article.get("isAccessibleForFree", "")).strip().lower().rpartition("/")[2]
    if is_free == "true":
        yield Found(Access.FREE.value, Rule.LINKED_DATA_ACCESS)
    yield from _printed(reading)
    # Sites with a meter, a subscription or a registration state the same, some even if all can read the text.
    if is_free == "false":
        yield Found(Access.RESTRICTED.value, Rule.LINKED_DATA_ACCESS)


def _printed(reading: Reading) -> Iterator[Found[str]]:
    lines = (
        *reading.around.above,
        *reading.texts(Role.BODY)[-LAST:],
        *reading.texts(Role.FURNITURE),
        *reading.around.below,
    )
    for line in lines:
        if len(line) > LONGEST:
            continue
        for form in ACCESS_LINES.candidates(line):
            if next(form.matches(line), None) is not None:
                yield Found(form.access.value, Rule.LINE_AROUND, form)
