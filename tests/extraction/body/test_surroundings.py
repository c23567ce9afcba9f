"""The surroundings of the text: lines above and below, the kicker, the author, lead figures."""

from __future__ import annotations

import pytest
from lxml import html

from crawler.extraction.body.surroundings import Surroundings, leaf_lines, look_around
from crawler.extraction.tree.survey import survey
from tests.extraction.markup import article, paragraphs, reading

HEADLINE = "<h1>A lock opens in Linshui</h1>"
TEXT = f"<div>{paragraphs()}</div>"


def around(body: str) -> Surroundings:
    """Return the surroundings of a page's text."""
    return reading(body).around


def lines(markup: str) -> list[str]:
    """Return the leaf lines of a fragment."""
    return list(leaf_lines(html.fragment_fromstring(markup).iter()))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<div>one</div>", ["one"]),
        ("<div><p>one</p><p>two</p></div>", ["one", "two"]),
        ("<div>one <b>two</b> <a href='#'>three</a></div>", ["one two three"]),
        ("<div>one<br>two</div>", ["one", "two"]),
        ("<div>zero<p>one</p>after</div>", ["zero", "one after"]),
        ("<div><script>var a;</script><style>p {}</style><p>one</p></div>", ["one"]),
        ("<div><p> \n </p></div>", []),
        ("<div>  one \n two\t</div>", ["one two"]),
    ],
)
def test_leaf_lines(markup: str, expected: list[str]) -> None:
    """Each block that holds no other block is a line, and so is a piece between line breaks."""
    assert lines(markup) == expected


def test_lines_above_and_below() -> None:
    """The lines between headline and text stand above, those after the text below, in page order."""
    surroundings = around(
        f"<p>Masthead</p>{HEADLINE}<p>8 May 2024</p><div><span>Linshui Post</span></div>{TEXT}"
        "<p>Editor: Mara Quell</p><p>Printed in Linshui</p>"
    )
    assert surroundings.above == ("8 May 2024", "Linshui Post")
    assert surroundings.below == ("Editor: Mara Quell", "Printed in Linshui")


def test_prose_is_no_line() -> None:
    """Texts longer than a line about an article are excluded on both sides."""
    prose = f"<p>{'tide ' * 60}</p>"
    surroundings = around(f"{HEADLINE}{prose}<p>8 May 2024</p>{TEXT}<p>Editor: Mara Quell</p>")
    assert surroundings.above == ("8 May 2024",)
    assert prose[3:-4].strip() not in surroundings.below


def test_lines_below_a_nested_container() -> None:
    """The line after the text may stand some levels further out."""
    surroundings = around(f"{HEADLINE}<div><div><div>{TEXT}</div></div></div><p>Editor: Mara Quell</p>")
    assert surroundings.below == ("Editor: Mara Quell",)


def test_lines_above_without_a_headline() -> None:
    """If no headline is printed, the elements shortly before the text are read."""
    read = reading(f"<p>Source: Linshui Post</p>{TEXT}", "<title></title>")
    assert read.headline.element is None
    assert read.around.above == ("Source: Linshui Post",)
    assert read.around.figures == ()


def test_no_container() -> None:
    """A page without text has nothing around it."""
    assert look_around(survey(html.fragment_fromstring("<p></p>")), None, None) == Surroundings((), ())


@pytest.mark.parametrize(
    "head",
    [
        f"<p class='kicker'>Waterways</p>{HEADLINE}",
        f"<div class='pre-title'></div><div class='yinti'>Waterways</div>{HEADLINE}",
        f"<p id='dachzeile'>Waterways</p><div>{HEADLINE}</div>",
        f"<h3>Waterways</h3>{HEADLINE}",
        f"<div><h4>Waterways</h4>{HEADLINE}</div>",
    ],
    ids=["class", "pinyin", "id", "h3", "h4"],
)
def test_kicker(head: str) -> None:
    """The line above the headline is named so, or is a lesser heading in the same block."""
    assert article(head + TEXT).kicker == "Waterways"


@pytest.mark.parametrize(
    "head",
    [
        HEADLINE,
        f"<p>Waterways</p>{HEADLINE}",
        f"<h2>Waterways</h2>{HEADLINE}",
        f"<div><h3>Waterways</h3></div>{HEADLINE}",
        f"<p class='kicker'></p>{HEADLINE}",
        f"<p class='kicker'>Waterways</p>{'<p>gap</p>' * 6}{HEADLINE}",
        f"{HEADLINE}<p class='kicker'>Waterways</p>",
    ],
    ids=["nothing", "unnamed", "equal", "other block", "empty", "far", "below"],
)
def test_no_kicker(head: str) -> None:
    """A line that is neither named nor near, or a heading of another block, is no kicker."""
    assert article(head + TEXT).kicker is None


@pytest.mark.parametrize("name", ["author", "post-author", "byline", "articleAuthor", "zuozhe"])
def test_named_authors(name: str) -> None:
    """The text of an element named author stands apart."""
    assert around(f"{HEADLINE}<p class='{name}'>Wade Lindqvist</p>{TEXT}").authors == ("Wade Lindqvist",)


def test_long_author_elements_are_none() -> None:
    """An author's biography is no name."""
    biography = "<p class='author'>" + "Wade Lindqvist writes about rivers. " * 3 + "</p>"
    assert around(HEADLINE + biography + TEXT).authors == ()


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><img src='/lock.jpg'><figcaption>The lock, by night.</figcaption></figure>",
        "<div class='hero'><img src='/lock.jpg'><p>The lock, by night.</p></div>",
        "<div class='lead-photo'><div><img src='/lock.jpg'></div><p>The lock, by night.</p></div>",
    ],
    ids=["figure", "hero", "nested"],
)
def test_lead_figures(figure: str) -> None:
    """A figure between headline and text gives its image and its caption."""
    record = article(HEADLINE + figure + TEXT)
    assert [(photo.url, photo.caption) for photo in record.photos] == [
        ("http://news.sample.test/lock.jpg", "The lock, by night.")
    ]
    assert len(record.body) == 4


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADLINE}<p><img src='/button.png'></p>{TEXT}",
        f"{HEADLINE}{TEXT}<figure><img src='/next.jpg'></figure>",
    ],
    ids=["unnamed", "below the text"],
)
def test_other_images_are_no_lead_figures(body: str) -> None:
    """Images outside, or without a name of a figure, do not belong to the article."""
    assert around(body).figures == ()


def test_two_images_of_one_figure() -> None:
    """A figure with two images is one figure."""
    figure = "<figure><img src='/a.jpg'><img src='/b.jpg'><figcaption>Both gates.</figcaption></figure>"
    assert len(around(HEADLINE + figure + TEXT).figures) == 1
