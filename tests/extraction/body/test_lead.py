"""The lead: the first sentences where they stand in an element of their own, between headline and text."""

from __future__ import annotations

import json

import pytest

from tests.extraction.markup import HEAD, PARAGRAPHS, article, paragraphs

LEAD, *REST = PARAGRAPHS
INFO = "<div class='info'>By Lin Wu 2024-05-08 09:30</div>"
TEXT = f"<div class='wrap'><div class='text'>{paragraphs(tuple(REST))}</div><div>Advertisement</div></div>"
PICTURE = "<img src='/a.jpg' width=600 height=400>"


def body(above: str, text: str = TEXT, head: str = HEAD) -> tuple[str, ...]:
    """Return the paragraphs of an article that has something between headline and text."""
    return article(
        f"<main><header><h1>A lock opens in Linshui</h1>{above}</header>{INFO}{text}</main>", head
    ).body


def described(kind: str | None, text: str = LEAD) -> str:
    """Return a page's head with a description, and the kind of page that it declares itself."""
    stated = json.dumps({"@type": kind, "headline": "A lock opens in Linshui"}) if kind else ""
    script = f"<script type='application/ld+json'>{stated}</script>" if stated else ""
    return f"{HEAD}<meta property='og:description' content='{text}'>{script}"


@pytest.mark.parametrize(
    "above",
    [
        f"<div class='lead'><p><strong>{LEAD}</strong></p></div>",
        f"<p class='article-lead'>{LEAD}</p>",
        f"<h2 class='articleLead textContent'>{LEAD}</h2>",
        f"<div class='story__intro'>{LEAD}</div>",
        f"<p id='standfirst'>{LEAD}</p>",
        f"<p class='chapo'>{LEAD}</p>",
        f"<div class='zajawka'><p>{LEAD}</p></div>",
        f"<div class='detay-spot'><h4>{LEAD}</h4></div>",
        f"<div class='sapo'>{LEAD}</div>",
        f"<div class='article__announce-text'>{LEAD}</div>",
        *(
            f"<p class='{name}'>{LEAD}</p>"
            for name in (
                "strapline",
                "article__preamble",
                "preface",
                "einleitung",
                "inleiding-tekst",
                "nota-sumario",
                "epigraph",
                "catenaccio",
                "underrubrik",
                "wstep",
                "linhafina",
                "podzagolovok",
            )
        ),
    ],
)
def test_element_named_as_a_lead(above: str) -> None:
    """An element whose name says that it holds the lead holds the first paragraph."""
    assert body(above) == PARAGRAPHS


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (f"<div class='summ'><b>摘要：</b><p>{LEAD}</p></div>", PARAGRAPHS),
        (f"<div><span>In brief</span><p>{LEAD}</p></div>", PARAGRAPHS),
        (f"<div class='summ'><b>摘要：</b><p>{REST[0]}</p></div>", tuple(REST)),
        (f"<div class='summ'><b>Tools</b><p>{LEAD}</p></div>", tuple(REST)),
    ],
    ids=["Chinese", "English", "repeated by the text", "other label"],
)
def test_summary_with_its_label_in_another_element(above: str, expected: tuple[str, ...]) -> None:
    """A summary behind its label is the lead, unless the text repeats it."""
    assert body(above) == expected


@pytest.mark.parametrize(
    "above",
    [
        f"<p>{LEAD}</p>",
        f"<h2 class='a1b2c3'>{LEAD}</h2>",
        f"<div><div><div>{LEAD}</div></div></div>",
        f"{PICTURE}<div>{LEAD}</div>",
    ],
)
@pytest.mark.parametrize(
    ("head", "expected"), [("NewsArticle", PARAGRAPHS), ("BlogPosting", tuple(REST)), (None, tuple(REST))]
)
def test_deck_right_below_the_headline(above: str, head: str | None, expected: tuple[str, ...]) -> None:
    """The first text below the headline is a deck, without any name, if the page declares itself news."""
    assert body(above, head=described(head, "A description of something else")) == expected


@pytest.mark.parametrize(
    "above",
    [
        f"<div>World</div><div>{LEAD}</div>",
        f"<p><a href='/2.htm'>{LEAD}</a></p>",
        f"<figcaption>{LEAD}</figcaption>",
        f"<p style='display:none'>{LEAD}</p>",
        f"<div class='share'><p>{LEAD}</p></div>",
        "<div>Published on Wednesday, 8 May 2024, updated on Thursday, 9 May 2024</div>",
        "<p>By Lin Wu, correspondent of the Sample News in Linshui</p>",
        "<div class='lead'>8 May 2024 – 09:30, last changed on Thursday, 9 May 2024 – 11:45</div>",
    ],
)
def test_text_below_the_headline_that_is_no_deck(above: str) -> None:
    """A section, a link, a caption, a date and an author below the headline are no deck."""
    assert body(above, head=described("NewsArticle", "A description of something else")) == tuple(REST)


@pytest.mark.parametrize(
    "above",
    [
        "<div class='lead'><img src='/a.jpg'></div>",
        "<div class='lead'>By Lin Wu</div>",
        f"<div class='lead'><a href='/2.htm'>{LEAD}</a></div>",
        f"<figure class='lead'>{PICTURE}<figcaption>{LEAD}</figcaption></figure>",
        f"<ul class='lead'><li>{LEAD}</li></ul>",
        f"<div class='lead' style='display:none'>{LEAD}</div>",
        f"<div class='recommend lead'>{LEAD}</div>",
        f"<div class='leader-board'>{LEAD}</div>",
        f"<div class='sum'>{LEAD}</div>",
    ],
    ids=[
        "picture",
        "byline",
        "link",
        "caption",
        "entry",
        "hidden",
        "furniture",
        "other word",
        "no name",
    ],
)
def test_what_is_no_lead(above: str) -> None:
    """Pictures, bylines, links, captions, lists and hidden texts are no lead, whatever their name."""
    assert body(above) == tuple(REST)


@pytest.mark.parametrize("tag", ["p", "div", "h2", "h3"])
@pytest.mark.parametrize("kind", ["NewsArticle", "ReportageNewsArticle", "https://schema.org/NewsArticle"])
def test_deck_that_says_what_the_page_is_described_with(tag: str, kind: str) -> None:
    """A page of news prints its description as the deck, below the headline, whatever its element's name."""
    assert body(f"<{tag} class='x1'>{LEAD}</{tag}>", head=described(kind)) == PARAGRAPHS


def test_description_that_is_cut() -> None:
    """Descriptions are often truncated; a deck is recognised by its first sixty characters."""
    assert body(f"<p class='x1'>{LEAD}</p>", head=described("NewsArticle", f"{LEAD[:70]}…")) == PARAGRAPHS


@pytest.mark.parametrize("kind", ["BlogPosting", "Article", "WebPage", None])
def test_description_of_what_is_no_news(kind: str | None) -> None:
    """Blogs print a description that is written for search engines: no part of the text."""
    assert body(f"<p class='x1'>{LEAD}</p>", head=described(kind)) == tuple(REST)


@pytest.mark.parametrize(
    "above",
    [
        f"<figure>{PICTURE}<figcaption><p>{LEAD}</p></figcaption></figure>",
        f"<ul><li><p>{LEAD}</p></li></ul>",
        f"<div style='display:none'><p>{LEAD}</p></div>",
        f"<div class='related'><p>{LEAD}</p></div>",
    ],
)
def test_description_printed_elsewhere(above: str) -> None:
    """A repeated description in a caption, a list, out of sight or among other stories is no deck."""
    assert body(above, head=described("NewsArticle")) == tuple(REST)


def test_lead_that_the_text_repeats() -> None:
    """A summary that says the first paragraph word for word is left out."""
    text = f"<div class='text'>{paragraphs()}</div>"
    assert body(f"<p class='lead'>{LEAD}</p>", text) == PARAGRAPHS


@pytest.mark.parametrize(
    ("opening", "places"),
    [("LINSHUI, May 8 (Xinhua) -- ", ("LINSHUI",)), ("МОСКВА, 8 мая. /ТАСС/. ", ("МОСКВА",))],
)
def test_text_that_opens_with_a_dateline(opening: str, places: tuple[str, ...]) -> None:
    """A text begins with its dateline: text above it is no part of it."""
    text = f"<div class='text'><p>{opening}{REST[0]}</p>{paragraphs(tuple(REST[1:]))}</div>"
    record = article(f"<main><h1>A lock opens</h1><p class='lead'>{LEAD}</p>{INFO}{text}</main>")
    assert LEAD not in record.body
    assert record.dateline is not None
    assert record.dateline.places == places


@pytest.mark.parametrize(
    "above",
    [
        f"<p><a href='/topic'>Linshui:</a> {LEAD}</p>",
        f"<h2><strong>Linshui:</strong> {LEAD}</h2>",
        f"<div class='x1'>Linshui: {LEAD.replace('lock', '<a href=/lock>lock</a>')}</div>",
    ],
)
def test_deck_with_a_link(above: str) -> None:
    """A deck may open with a link or bold words, and link single words."""
    assert body(above, head=described("NewsArticle", "Something else")) == (f"Linshui: {LEAD}", *REST)


def test_deck_that_prints_a_place_before_the_description() -> None:
    """A deck is the page's description, too, if the place of the event stands before it."""
    above = f"<div>World</div><div class='x1'><span>Linshui.</span> <span>{LEAD}</span></div>"
    assert body(above, head=described("NewsArticle")) == (f"Linshui. {LEAD}", *REST)


def test_several_decks_with_the_same_markup() -> None:
    """Decks with the same tag and class belong together; another element beside them does not."""
    second = "The city expects that a hundred ships pass through the lock on each day of the summer."
    decks = f"<h2 class='sub'>{LEAD}</h2><h2 class='sub'>{second}</h2>"
    other = f"<h2 class='x2'>{second}</h2>"
    head = described("NewsArticle")
    assert body(decks, head=head) == (LEAD, second, *REST)
    assert body(decks.replace(second, REST[0]) + other, head=head) == PARAGRAPHS


@pytest.mark.parametrize(
    "teaser", [f"<p class='article__teaser-text'>{LEAD}</p>", f"<div class='teaser'><p>{LEAD}</p></div>"]
)
def test_teaser_above_the_first_paragraph(teaser: str) -> None:
    """An element named a teaser is the lead above the first paragraph, and another story below it."""
    rest = paragraphs(tuple(REST))
    assert body("", f"<div class='text'>{teaser}{rest}</div>") == PARAGRAPHS
    assert body("", f"<div class='text'>{rest}{teaser}</div>") == tuple(REST)


def test_teaser_with_a_link() -> None:
    """A teaser that links to its story is another story, above the text as well."""
    teaser = f"<div class='teaser'><a href='/2.htm'>A harbour closes</a><p>{LEAD}</p></div>"
    assert body("", f"<div class='text'>{teaser}{paragraphs(tuple(REST))}</div>") == tuple(REST)
