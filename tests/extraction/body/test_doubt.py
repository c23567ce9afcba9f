"""The judge of lines is asked if something contradicts the choice of the rules, and only then."""

from __future__ import annotations

import pytest

from crawler.extraction.body import judge as judging
from crawler.extraction.body.traits import PageSight, Traits, traits_of
from tests.extraction.markup import PARAGRAPHS, article, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"
TEXT = f"<div class='text'>{paragraphs()}</div>"
LEAD = "The county of Linshui has a harbour of its own again, and boats of any size may enter it by day."
NOTICE = "All rights reserved by Sample News: nobody may copy a page of ours without asking our office."
CAPTION = "Boats wait before the new lock in Linshui on Monday, the first in years. Photo: Lin Wu"
PLAIN = {
    "paragraphs": f"{HEADLINE}{TEXT}",
    "paragraphs in divs": f"{HEADLINE}<div>{TEXT.replace('<p>', '<div>').replace('</p>', '</div>')}</div>",
    "a menu beside them": f"<ul><li><a href='/a'>Sports</a></li></ul>{HEADLINE}{TEXT}",
    "a first paragraph of its own class": f"{HEADLINE}{TEXT.replace('<p>', '<p class=first>', 1)}",
    "a last paragraph without class": f"{HEADLINE}{TEXT.replace('<p>', '<p class=t>', len(PARAGRAPHS) - 1)}",
    "a button below them": f"{HEADLINE}<div>{paragraphs()}<p>Share</p></div>",
}
DOUBTFUL = {
    "a line of its own kind": f"{HEADLINE}<div>{paragraphs()}<div class='x'>{LEAD}</div></div>",
    "a label of its own class": f"{HEADLINE}<div>{paragraphs()}<p class='x'>Harbour of Linshui</p></div>",
    "a sentence in another element": f"{HEADLINE}<div>{paragraphs()}<div><p class='x'>{LEAD}</p></div></div>",
    "one line": f"{HEADLINE}<div><p>{PARAGRAPHS[0]}</p></div>",
    "prose that is a link": f"{HEADLINE}<div>{paragraphs()}<p>{LEAD} <a href='/b'>{LEAD[:60]}</a></p></div>",
    "prose that the rules drop": f"{HEADLINE}<div>{paragraphs()}<p>{NOTICE}</p></div>",
    "more text elsewhere": f"{HEADLINE}{TEXT}<div><section>{paragraphs()}</section></div>",
    "prose above the container": f"{HEADLINE}<div><div>{LEAD * 2}</div></div><div>{paragraphs() * 3}</div>",
    "more captions than text": (
        f"{HEADLINE}<div>{paragraphs(PARAGRAPHS[:2])}"
        + f"<figure><img src='/a.jpg' width='600'><figcaption>{CAPTION}</figcaption></figure>" * 4
        + "</div>"
    ),
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many lines the judge was asked about, page by page."""
    counts: list[int] = []

    def count(sight: PageSight) -> Traits:
        counts.append(len(sight.lines))
        return traits_of(sight)

    monkeypatch.setattr(judging, "traits_of", count)
    return counts


@pytest.mark.parametrize("name", PLAIN)
def test_in_no_doubt(name: str, asked: list[int]) -> None:
    """Lines that are marked up alike, in a container with most of the text, are not judged."""
    assert article(PLAIN[name]).body == PARAGRAPHS
    assert asked == []


@pytest.mark.parametrize("name", DOUBTFUL)
def test_in_doubt(name: str, asked: list[int]) -> None:
    """Anything that speaks against the rules' choice calls the judge."""
    article(DOUBTFUL[name])
    assert asked
