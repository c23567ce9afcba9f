"""First parts of a text, in elements above its container that have the same tag and names."""

from __future__ import annotations

import pytest

from crawler.extraction import parse_page
from crawler.extraction.body.outline import outline
from crawler.extraction.body.parts import first_parts
from tests.extraction.markup import PARAGRAPHS, URL, article, page, paragraphs

HEAD = "<h1>A lock opens</h1><div class='info'>2024-05-08 09:30</div>"
LINKS = "<div class='more'><h3>More</h3><ul><li><a href='/1'>Ferries are late</a></li></ul></div>"
MORE = tuple(
    f"Boat {number} of the county passed the lock before noon, and its owner paid {number} yuan for it."
    for number in range(2, 8)
)
FIRST, REST = f"<p>{PARAGRAPHS[0]}</p>", paragraphs(MORE)
TEXT = (PARAGRAPHS[0], *MORE)


def body(first: str, rest: str, between: str = LINKS) -> tuple[str, ...]:
    """Return the paragraphs of an article in two elements, with links to other stories between them."""
    return article(f"<div class='page'>{HEAD}{first}{between}{rest}</div>").body


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("<div class='articleBody'>{}</div>", "<div class='articleBody'>{}</div>"),
        ("<section class='text'>{}</section>", "<section class='text'>{}</section>"),
        (
            "<div class='text'><article>{}</article></div>",
            "<div class='text'><article>{}</article></div>",
        ),
        ("<div id='Para1'>{}</div>", "<div id='Para2'>{}</div>"),
        ("<div class='part-1'>{}</div>", "<div class='part-2'>{}</div>"),
    ],
)
def test_parts_of_the_same_name(first: str, rest: str) -> None:
    """An element above the text with its tag and names, apart from numbers, is its first part."""
    assert body(first.format(FIRST), rest.format(REST)) == TEXT


def test_part_that_ends_within_a_sentence() -> None:
    """An advertisement may stand within a sentence: the first part need not end as sentences do."""
    cut = f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1].rpartition(' and')[0]}</p>"
    read = body(f"<div class='text'>{cut}</div>", f"<div class='text'>{REST}</div>")
    assert read[:2] == (PARAGRAPHS[0], PARAGRAPHS[1].rpartition(" and")[0])


@pytest.mark.parametrize(
    "first",
    [
        "<div class='text'><h3>Ferries are late</h3><p>Boats wait for a pump of the county.</p></div>",
        "<div class='text'><p><a href='/1'>Ferries wait for a pump of the county again.</a></p></div>",
        "<div class='text'><p>Share</p></div>",
        "<div class='tools'><p>The county asks all readers to write to the harbour master.</p></div>",
    ],
)
def test_other_elements_are_no_parts(first: str) -> None:
    """No element with a heading, with links, with labels or with another name is a part."""
    assert body(first, f"<div class='text'>{REST}</div>") == MORE


@pytest.mark.parametrize(("count", "found"), [(4, 4), (5, 0)])
def test_many_elements_of_one_name_are_records(count: int, found: int) -> None:
    """More than four elements of one name are comments or teasers."""
    parts = "".join(f"<div class='text'><p>{text}</p></div>" for text in MORE[:count])
    seen = parse_page(page(f"{HEAD}{parts}<div class='text'>{paragraphs()}</div>"), URL).seen
    container = [each for each in seen.elements if each.get("class") == "text"][-1]
    headline = next(each for each in seen.elements if each.tag == "h1")
    assert len(first_parts(container, headline, outline(seen, headline))) == found


def test_elements_below_the_text_are_no_parts() -> None:
    """Elements of the same name below the text are notices."""
    notice = (
        "<div class='text'><p>The text, pictures and films of this site may not be copied at all.</p></div>"
    )
    assert article(f"{HEAD}<div class='text'>{paragraphs()}</div>{notice}").body == PARAGRAPHS


@pytest.mark.parametrize("names", [("firstPar", "secondPar", "thirdPar"), ("a", "b", "c")])
def test_paragraphs_in_elements_of_their_own(names: tuple[str, ...]) -> None:
    """Several paragraphs above the text, each in an element of its own, belong to it."""
    above = "".join(
        f"<div class='{name}'><p>{text}</p></div>" for name, text in zip(names, PARAGRAPHS, strict=False)
    )
    text = f"<div class='main'>{above}{LINKS}<div class='body'>{REST}</div></div>"
    assert article(f"{HEAD}{text}").body == PARAGRAPHS[:3] + MORE
