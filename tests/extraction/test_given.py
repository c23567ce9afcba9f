"""Captions and credits in attributes, which scripts and style sheets show."""

from __future__ import annotations

import pytest

from tests.extraction.markup import PARAGRAPHS, article, paragraphs

IMAGE = '<img src="/img/lock.jpg" width="600">'
BOATS = "Boats wait in front of the new lock."


def photo_of(inside: str) -> tuple[str | None, str | None]:
    """Return caption and credit of the only photo in the middle of a text."""
    above, rest = paragraphs(PARAGRAPHS[:2]), paragraphs(PARAGRAPHS[2:])
    (photo,) = article(f"<h1>A lock opens in Linshui</h1><div>{above}{inside}{rest}</div>").photos
    return photo.caption, photo.credit


@pytest.mark.parametrize(
    ("inside", "caption", "credit"),
    [
        (f'<div><a href="/img/big.jpg" data-title="{BOATS}">{IMAGE}</a></div>', BOATS, None),
        (f'<div><a href="/img/big.jpg" title="{BOATS}">{IMAGE}</a></div>', BOATS, None),
        (
            f'<figure>{IMAGE}<div data-c-caption="{BOATS}" data-c-credit="Ann Example"></div></figure>',
            BOATS,
            "Ann Example",
        ),
        (
            f'<figure data-credit="Ann Example">{IMAGE}<figcaption>{BOATS}</figcaption></figure>',
            BOATS,
            "Ann Example",
        ),
    ],
)
def test_attributes_with_captions_and_credits(inside: str, caption: str, credit: str | None) -> None:
    """Attributes named caption or credit beside a picture, and titles of links to it, are its own."""
    assert photo_of(inside) == (caption, credit)


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(f'<div><a href="/s/1.htm" title="{BOATS}">{IMAGE}</a></div>', id="link to a page"),
        pytest.param(
            f'<div><a href="/img/big.jpg" title="lock-7-final">{IMAGE}</a></div>', id="name of a file"
        ),
        pytest.param(f'<figure data-has-caption="true">{IMAGE}</figure>', id="no text"),
        pytest.param(f'<figure data-credit="Ann Example">{IMAGE}</figure>', id="credit without a caption"),
    ],
)
def test_attributes_that_say_nothing_of_the_picture(inside: str) -> None:
    """Titles of links to other pages, names of files, and credits without a caption are left."""
    assert photo_of(inside) == (None, None)


def test_a_printed_credit_counts_before_an_attribute() -> None:
    """The credit in a caption stays the credit, whatever an attribute says."""
    inside = (
        f'<figure data-credit="Tom Sample">{IMAGE}<figcaption>{BOATS} (Xinhua/Wu Lin)</figcaption></figure>'
    )
    assert photo_of(inside) == (BOATS, "(Xinhua/Wu Lin)")
