"""Finds the kind of an article by the marks that its editors print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from crawler.extraction.body.reading import Reading
from crawler.extraction.body.sorting import Role
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.form import Forms, read_form
from crawler.extraction.statements.forms.kinds import (
    BARE_KINDS,
    HEADLINE_KINDS,
    LABEL_KINDS,
    LINE_KINDS,
    SIGNS,
    ArticleKind,
    KindForm,
)
from crawler.extraction.tree.json_ld import kinds_of
from crawler.items import Dateline

LONGEST = 24  # characters of a label
MOST_STEPS = 4  # a longer breadcrumb is a menu
ABOVE = 10  # lines between headline and text: more are a menu

STATED: Final = {
    "OpinionNewsArticle": ArticleKind.COMMENTARY,
    "ReportageNewsArticle": ArticleKind.NEWS,
    "LiveBlogPosting": ArticleKind.LIVE,
}
"""Types of schema.org that name a kind; papers also call their commentaries `NewsArticle`."""


def find_kind(reading: Reading, section: Sequence[str], dateline: Dateline | None) -> Found[str]:
    """Return the kind that the page marks; None without any mark."""
    return next(kinds_stated(reading, section, dateline), Found(None, Rule.NONE))


def kinds_stated(reading: Reading, section: Sequence[str], dateline: Dateline | None) -> Iterator[Found[str]]:
    """Yield the marked kinds in the order of trust: nearest to the headline first."""
    headline = reading.headline
    titles = dict.fromkeys(filter(None, (headline.printed, headline.text)))
    for title in titles:
        forms = HEADLINE_KINDS if SIGNS.search(title) else BARE_KINDS
        yield from _marked(forms, (title,), Rule.IN_HEADLINE)
    yield from _marked(LABEL_KINDS, _labels(filter(None, (reading.around.kicker,))), Rule.LINE_ABOVE_HEADLINE)
    above = reading.around.above
    lines = (*(above if len(above) <= ABOVE else ()), *reading.texts(Role.BODY)[:1])
    yield from _marked(LINE_KINDS, _labels(lines), Rule.LINE_ABOVE)
    for name in sorted(kinds_of(reading.metadata.article) & STATED.keys()):
        yield Found(STATED[name].value, Rule.LINKED_DATA_TYPE.of(name))
    steps = reversed(section) if len(section) <= MOST_STEPS else ()
    yield from _marked(LABEL_KINDS, _labels(steps), Rule.BREADCRUMB)
    if dateline is not None and dateline.agency:
        yield Found(ArticleKind.NEWS.value, Rule.AGENCY_OPENS)


def _labels(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if len(text) <= LONGEST)


def _marked(forms: Forms[KindForm], texts: Iterable[str], rule: Reason) -> Iterator[Found[str]]:
    """Yield the kinds that forms read in texts."""
    for text in texts:
        if (printed := read_form(forms.candidates(text), text)) is not None:
            yield Found(printed.form.kind.value, rule, printed.form)
