"""Credits that an element or a line of their own sets apart from the caption, in any script."""

from __future__ import annotations

import pytest

from crawler.extraction.captions.photo_agencies import names_known_agencies
from tests.extraction.markup import PARAGRAPHS, article, paragraphs

IMAGE = '<img src="/img/lock.jpg" width="600">'
BOATS = "夜明けに新しい水門の前で待つ船"


def photo_of(inside: str) -> tuple[str | None, str | None]:
    """Return caption and credit of the only photo in the middle of a text that keeps its paragraphs."""
    above, rest = paragraphs(PARAGRAPHS[:2]), paragraphs(PARAGRAPHS[2:])
    record = article(f"<h1>A lock opens in Linshui</h1><div>{above}{inside}{rest}</div>")
    assert record.body == PARAGRAPHS
    (photo,) = record.photos
    return photo.caption, photo.credit


@pytest.mark.parametrize("credit", ["共同", "例野花子撮影", "رويترز"])
@pytest.mark.parametrize(
    "markup",
    [
        "<figure>{image}<figcaption>{boats} <span>{credit}</span></figcaption></figure>",
        "<div>{image}<div>{boats}</div><div>{credit}</div></div>",
    ],
)
def test_credits_without_capitals(markup: str, credit: str) -> None:
    """A known agency or a worded credit beside a caption is its credit, in scripts without capitals, too."""
    assert photo_of(markup.format(image=IMAGE, boats=BOATS, credit=credit)) == (BOATS, credit)


@pytest.mark.parametrize("text", ["共同", "AFP / Reuters", "Xinhua-AFP", "（新华社）"])
def test_known_agencies(text: str) -> None:
    """Names of known agencies in a row, with brackets and hyphens, are nothing but agencies."""
    assert names_known_agencies(text)


@pytest.mark.parametrize(
    "text", ["TANA", "空间站综合性能试验验证平台", "AFP tells of boats", "AFP / Linshui", ""]
)
def test_no_agencies(text: str) -> None:
    """Capitals, and endings that offices have, name no known agency."""
    assert not names_known_agencies(text)


def test_a_named_credit_above_the_caption() -> None:
    """A name in an element named copyright is the credit of the caption below it."""
    box = f"<div>{IMAGE}<span class='pic-copyright'>Tom Sample</span></div>"
    inside = f"<figure>{box}<figcaption>A heron stands on the gate.</figcaption></figure>"
    assert photo_of(inside) == ("A heron stands on the gate.", "Tom Sample")


def test_a_named_credit_alone_is_a_caption() -> None:
    """A name without any caption may be that of the person in the picture."""
    box = f"<div>{IMAGE}<span class='pic-copyright'>Tom Sample</span></div>"
    assert photo_of(f"<figure>{box}</figure>") == ("Tom Sample", None)


def test_a_hidden_label_of_a_credit() -> None:
    """A label for screen readers hides no credit in the element behind the caption."""
    credit = "<span><span class='visually-hidden'>Credit...</span><span>Tom Sample</span></span>"
    caption = f"<figcaption><span>A heron stands on the gate.</span>{credit}</figcaption>"
    assert photo_of(f"<figure>{IMAGE}{caption}</figure>") == ("A heron stands on the gate.", "Tom Sample")


def test_an_element_named_copyright_with_a_credit() -> None:
    """A few words with © in an element named copyright, in the box of a picture, are its credit."""
    inside = (
        f"<div class='media'>{IMAGE}<div class='media__copyright'>© Ann Example / Reuters</div>"
        "<div class='media__title'>A heron stands on the gate.</div></div>"
    )
    assert photo_of(inside) == ("A heron stands on the gate.", "© Ann Example / Reuters")


@pytest.mark.parametrize("text", ["© Ann Example 2024", "Ann Example"])
def test_an_element_named_copyright_without_a_credit(text: str) -> None:
    """A notice with a year, or without ©, may be the publisher's, and is furniture."""
    inside = (
        f"<div class='media'>{IMAGE}<div class='copyright'>{text}</div>"
        "<div class='media__caption'>A heron stands on the gate.</div></div>"
    )
    assert photo_of(inside) == ("A heron stands on the gate.", None)


def test_a_caption_in_a_link_to_its_picture() -> None:
    """A caption inside the link that enlarges its picture is no title of another story."""
    inside = f"<a href='/img/big.jpg'>{IMAGE}<p class='caption'>A heron stands on the gate.</p></a>"
    assert photo_of(inside) == ("A heron stands on the gate.", None)


def test_the_summary_of_a_figure_is_no_caption() -> None:
    """The line that unfolds a caption is no part of it."""
    details = "<details><summary>Info</summary><p>A heron stands on the gate.</p></details>"
    assert photo_of(f"<figure>{IMAGE}{details}</figure>") == ("A heron stands on the gate.", None)


@pytest.mark.parametrize("name", ["image__caption attribution", "photo-caption source"])
def test_a_class_of_its_own_names_the_caption(name: str) -> None:
    """Beside it, a second class for credits is one of style, also where the caption reads like names."""
    caption = f'<div class="{name}"><span>Lin Wu and Mara Quell</span></div>'
    credit = '<figcaption class="image__credit">Ann Example/Reed Pictures</figcaption>'
    printed = photo_of(f"<div>{IMAGE}<div>{caption}{credit}</div></div>")
    assert printed == ("Lin Wu and Mara Quell", "Ann Example/Reed Pictures")


CAPTION = "A heron stands on the lower gate while the water rises."


@pytest.mark.parametrize(
    "markup",
    [
        (
            "<div class='c-image'>{image}<div class='c-caption__content'>{caption}</div>"
            "<div class='c-copyright'>{credit}</div></div>"
        ),
        "<figure>{image}<figcaption>{caption}<footer>{credit}</footer></figcaption></figure>",
        "<aside class='image'>{image}<p class='caption'>{caption} <b class='by'>{credit}</b></p></aside>",
        "<figure>{image}<span class='text'><span>{caption}</span><span>{credit}</span></span></figure>",
        "<figure>{image}<figcaption>{caption} <strong>{credit}</strong></figcaption></figure>",
    ],
)
def test_credit_in_its_element(markup: str) -> None:
    """Elements that are furniture elsewhere hold the credit, or caption and credit, of a picture."""
    printed = photo_of(markup.format(image=IMAGE, caption=CAPTION, credit="Tom Sample"))
    assert printed == (CAPTION, "Tom Sample")


@pytest.mark.parametrize("tag", ["span", "div"])
def test_a_link_to_the_large_picture_is_its_caption(tag: str) -> None:
    """The text of a link to a picture, right below this picture in small, is the caption."""
    line = f"<a href='/img/lock-large.jpg'>{CAPTION} (Photo by Ann Example)</a>"
    assert photo_of(f"<{tag}>{IMAGE}{line}</{tag}>") == (CAPTION, "(Photo by Ann Example)")


def test_a_button_below_a_picture_is_no_caption() -> None:
    """A short link to the large picture only enlarges it."""
    assert photo_of(f"<div>{IMAGE}<a href='/img/lock-large.jpg'>View larger</a></div>") == (None, None)


def test_an_aside_with_several_pictures_is_furniture() -> None:
    """Only an aside with one picture is a picture."""
    markup = f"<aside class='images'>{IMAGE}{IMAGE.replace('lock', 'gate')}<p>{CAPTION}</p></aside>"
    above, rest = paragraphs(PARAGRAPHS[:2]), paragraphs(PARAGRAPHS[2:])
    assert not article(f"<h1>A lock opens in Linshui</h1><div>{above}{markup}{rest}</div>").photos
