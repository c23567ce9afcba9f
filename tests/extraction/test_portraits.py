"""Portraits of an article's authors are no photos of the article."""

from __future__ import annotations

import pytest

from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.portraits import without_portraits
from crawler.items import Photo
from tests.extraction.markup import HEAD, article, paragraphs

URL = "http://news.sample.test/people/mary.jpg"


def kept(photo: Photo, *authors: str) -> bool:
    """Return whether a photo stays on a page by these authors."""
    return without_portraits([Found(photo, Rule.NO_CAPTION)], authors) != ()


@pytest.mark.parametrize(
    "photo",
    [
        Photo(url=URL, alt="Mary Plain"),
        Photo(url=URL, alt="Photo of Mary Plain"),
        Photo(url=URL, caption="Mary Plain"),
        Photo(url=URL, caption="By Mary Plain"),
        Photo(url=URL, caption="Mary Plain Mary Plain writes about rivers and lives in Linshui."),
    ],
)
def test_a_photo_named_after_an_author_is_a_portrait(photo: Photo) -> None:
    """A portrait's text is hardly more than the author's name, or name and biography."""
    assert not kept(photo, "Wu Lin", "Mary Plain")


@pytest.mark.parametrize(
    ("photo", "author"),
    [
        (Photo(url=URL, alt="Mary Plain"), "Wu Lin"),
        (Photo(url=URL, alt="Mary Plain opens the lock in Linshui on Monday"), "Mary Plain"),
        (Photo(url=URL, alt="Mary Plain", caption="Boats wait at the lock."), "Mary Plain"),
        (Photo(url=URL, alt="Mary Plain", credit="Photo: Mary Plain"), "Mary Plain"),
        (Photo(url=URL, caption="李平在船闸前接受采访，介绍工程的进展"), "李平"),
    ],
)
def test_a_photo_that_tells_more_stays(photo: Photo, author: str) -> None:
    """A photo of somebody else, or with a caption or a credit of its own, is the article's."""
    assert kept(photo, author)


def test_the_portrait_beside_the_byline_is_no_photo() -> None:
    """A small picture without any names in its markup, beside the byline, is the author's portrait."""
    portrait = '<div><div><img src="/people/mary.jpg" alt="Mary Plain"></div><div>Mary Plain</div></div>'
    head = f'{HEAD}<meta name="author" content="Mary Plain">'
    assert article(f"<h1>A lock opens in Linshui</h1>{portrait}<div>{paragraphs()}</div>", head).photos == ()
