"""The deck: printed between headline and text, and never the description in the page's head."""

from __future__ import annotations

import pytest

from crawler.extraction import Knowledge, extract_article
from crawler.items import ALL_DETAILS
from crawler.publishers import Layout
from tests.extraction.markup import HEAD, PARAGRAPHS, URL, article, page, paragraphs

DECK = "After three years of repairs, forty boats pass in one day"
HEADLINE = "<h1>A lock opens in Linshui</h1>"
TEXT = f"<div>{paragraphs()}</div>"
CHINESE = (
    "<p>临水县的船闸星期一重新开闸，渔民等了三年，县里换了闸门和水泵，又盖了一间值班房，老船工都来看。</p>"
    "<p>到傍晚已有四十条船通过，比上个月整月还多，闸口管理员吴林在潮汐簿上写下了这个数字，字写得很大。</p>"
)


def deck(between: str, text: str = TEXT, head: str = HEAD) -> tuple[str | None, str | None]:
    """Return the deck of a page with its rule."""
    record = article(f"{HEADLINE}{between}{text}", head)
    return record.deck, record.evidence.get("deck")


@pytest.mark.parametrize(
    "names",
    [
        "deck",
        "article-dek",
        "standfirst",
        "subtitle",
        "chapo",
        "entradilla",
        "c-summary",
        "zhaiyao",
        "futitle",
    ],
)
@pytest.mark.parametrize("tag", ["p", "div", "h2"])
def test_named_elements(names: str, tag: str) -> None:
    """An element is named as a deck in the languages of the world's newsrooms."""
    assert deck(f'<{tag} class="{names}">{DECK}</{tag}>') == (DECK, "element named deck")


def test_named_element_within_the_text() -> None:
    """The first lines of the container may be the deck."""
    text = f'<div><p class="standfirst">{DECK}.</p>{paragraphs()}</div>'
    assert deck("", text) == (f"{DECK}.", "element named deck")


def test_deck_of_two_points_without_its_date() -> None:
    """A deck may have several lines; a date among them is left out."""
    between = (
        f'<div class="deck"><p>8 May 2024</p><p>{DECK}.</p><p>Fishermen had asked for it for years.</p></div>'
    )
    assert deck(between)[0] == f"{DECK}. Fishermen had asked for it for years."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("核心提示：临水的船闸星期一打开，渔民等了三年。", "临水的船闸星期一打开，渔民等了三年。"),
        ("【摘要】临水的船闸星期一打开，渔民等了三年。", "临水的船闸星期一打开，渔民等了三年。"),
        ("摘 要：临水的船闸星期一打开，渔民等了三年。", "临水的船闸星期一打开，渔民等了三年。"),
    ],
)
def test_labelled_summary(line: str, expected: str) -> None:
    """A label opens the summary, in its line or above it; the deck has no label."""
    head = "<title>临水的船闸重新开闸通航</title>"
    headline = "<h1>临水的船闸重新开闸通航</h1>"
    above = article(f"{headline}<p>{line}</p><div>{CHINESE}</div>", head)
    first = article(f"{headline}<div><p>{line}</p>{CHINESE}</div>", head)
    named = article(f'{headline}<div class="summary">{line}</div><div>{CHINESE}</div>', head)
    label, _, text = line.replace("】", "：】").partition("：")
    apart = article(f"{headline}<p>{label}：</p><p>{text.strip('】')}</p><div>{CHINESE}</div>", head)
    assert above.deck == first.deck == named.deck == apart.deck == expected
    assert first.evidence["deck.form"] == "label of a summary"


def test_second_headline_behind_a_dash() -> None:
    """A line behind a dash below a Chinese headline completes it; the deck is as printed."""
    body = f"<h1>守闸三十年的人</h1><p>——闸口管理员吴林的一天</p><div>{CHINESE}</div>"
    assert article(body, "<title>守闸三十年的人</title>").deck == "——闸口管理员吴林的一天"


def test_lesser_heading_below_the_headline() -> None:
    """A heading of a lower rank right below the headline is a deck, unless it opens the text."""
    assert deck(f"<h2>{DECK}</h2>") == (DECK, "lesser heading below the headline")
    assert deck("", f"<div><h2>{DECK}</h2>{paragraphs()}</div>")[0] is None


def test_layout_names_the_deck() -> None:
    """A declaration may name the element."""
    layout = Layout(name="sample", fingerprint=("div#text",), body=("div#text",), deck=("h4.sub",))
    body = f'{HEADLINE}<h4 class="sub">{DECK}</h4><div id="text">{paragraphs()}</div>'
    record = extract_article(page(body), URL, "text/html", Knowledge(None, (layout,)), ALL_DETAILS)
    assert (record.deck, record.evidence["deck"]) == (DECK, "layout")


@pytest.mark.parametrize(
    "between",
    [
        '<p class="intro">By Lin Wu, Staff Writer of the Sample</p>',
        '<p class="subtitle">Updated: 2024-05-08 09:30 (Beijing time)</p>',
        '<p class="intro byline">Lin Wu writes about harbours and rivers</p>',
        '<div class="related"><p class="summary">Another lock closes in the west of the county</p></div>',
        '<div class="teaser-summary">Another lock closes in the west of the county</div>',
        '<figure><figcaption class="summary">Boats wait before the lock of Linshui.</figcaption></figure>',
        '<p class="subtitle" style="display:none">A lock that nobody sees opens here, too</p>',
        '<p class="subtitle">A lock opens in Linshui</p>',
        f'<ul class="summary">{"<li>The lock of Linshui opens again at noon</li>" * 9}</ul>',
        "<h2>Tide</h2>",
    ],
)
def test_other_lines_are_no_deck(between: str) -> None:
    """Bylines, dates, other stories, captions, hidden texts, the headline and lists are none."""
    assert deck(between) == (None, None)


def test_description_is_no_deck() -> None:
    """Descriptions in the page's head are written for search engines."""
    assert deck("", head=f'{HEAD}<meta name="description" content="{DECK}">') == (None, None)


def test_text_stays_the_same() -> None:
    """A deck changes nothing in the text."""
    assert article(f'{HEADLINE}<p class="subhead deck">{DECK}</p>{TEXT}').body == PARAGRAPHS


DATED = "<p>By Wade Lindqvist</p><p>8 May 2024, 09:30</p>"
OPENING = "Operators must do more to win new boats, a report suggests"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (f"<p>{DECK}</p>{DATED}", DECK),
        (f"<p>An old article</p><p>{DECK}</p>{DATED}", DECK),
        (f"{DATED}<p>{DECK}</p>", None),
        (f"<p>{DECK}</p>", None),
        (f"<p>News | Sport | Culture | Opinion | Boats | Weather | Archive</p>{DATED}", None),
        (f"<p>Linshui Post: A lock opens in Linshui on Monday at noon</p>{DATED}", None),
    ],
)
def test_line_between_headline_and_date(above: str, expected: str | None) -> None:
    """A line right below the headline is the deck if author or date follow; no menu, no repeated headline."""
    headline = "<h1>A lock opens in Linshui on Monday at noon</h1>"
    record = article(f"{headline}{above}{TEXT}", "<title>A lock opens in Linshui on Monday at noon</title>")
    assert record.deck == expected
    if expected:
        assert record.evidence["deck"] == "line between headline and date"


def test_first_paragraph_without_a_full_stop() -> None:
    """The first paragraph is the deck if it alone has no full stop; it stays in the body."""
    record = article(f"{HEADLINE}<div><p>{OPENING}</p>{paragraphs()}</div>")
    assert (record.deck, record.evidence["deck"]) == (OPENING, "first paragraph without a full stop")
    assert record.body[0] == OPENING


@pytest.mark.parametrize(
    "text",
    [
        f"<p>{OPENING}</p>{paragraphs(PARAGRAPHS[:1])}<p>What he says</p>{paragraphs(PARAGRAPHS[1:])}",
        f"<p>{OPENING}:</p>{paragraphs()}",
        f"<p>LINSHUI, May 8 (Linshui Post) -- {OPENING}</p>{paragraphs()}",
        f"<h2>{OPENING}</h2>{paragraphs()}",
    ],
)
def test_first_paragraph_of_the_text(text: str) -> None:
    """A title among others, a beginning with a dateline and a heading are no deck."""
    assert article(f"{HEADLINE}<div>{text}</div>").deck is None


def test_first_paragraph_that_names_its_author() -> None:
    """A first paragraph whose last sentence names the author introduces the text."""
    opening = "Forty boats wait at the lock of Linshui every day. Wade Lindqvist reports."
    text = f"<div><p>{opening}</p>{paragraphs()}</div>"
    record = article(f"{HEADLINE}<p>By Wade Lindqvist</p>{text}")
    assert (record.deck, record.evidence["deck"]) == (opening, "first paragraph that names its author")
    assert article(f"{HEADLINE}<p>By Mara Quell</p>{text}").deck is None


def test_no_deck_about_the_author() -> None:
    """Sentences about the author and the title of a recording are no deck."""
    about = "Wade Lindqvist works for Linshui Post as a writer. He also keeps the lock."
    assert deck(f'<p>By Wade Lindqvist</p><p class="intro">{about}</p>') == (None, None)
    assert deck(f'<div class="video"><div><p class="deck">{DECK}</p></div></div>') == (None, None)
    assert deck(f'<div class="image-summary"><div>{DECK}</div></div>') == (None, None)
    assert deck('<p class="deck">December 6, 2016 — 6:22 PM EST December 7, 2016 — 1:55 PM EST</p>') == (
        None,
        None,
    )
