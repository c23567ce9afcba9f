"""Logos, icons, QR codes and pictures for shared links are no pictures of an article."""

from __future__ import annotations

import pytest
from lxml import html

from crawler.extraction.body.content_images import FURNITURE_NAMES, is_content_image, names_furniture

EXAMPLES = [example for row in FURNITURE_NAMES for example in row.examples]
REFUSED = [refused for row in FURNITURE_NAMES for refused in row.refuses]


@pytest.mark.parametrize("source", EXAMPLES)
def test_examples_name_furniture(source: str) -> None:
    """Each row recognises its examples."""
    assert names_furniture(source)


@pytest.mark.parametrize("source", REFUSED)
def test_refused_names(source: str) -> None:
    """No row takes the picture that another row refuses."""
    assert not names_furniture(source)


def test_letters_of_either_case() -> None:
    """The case of the letters in a URL does not matter."""
    assert names_furniture("/img/2007english/Next.jpg")


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('style="display: none"', False),
        ('style="display:none" alt="Boats wait at the lock"', True),
        ('style="display:none" data-original="/pic/lock-large.jpg"', True),
        ('style="display:none" onload="this.style.display=\'block\'"', True),
        ('style="width: 15px; height: 15px; margin-right: 5px"', False),
        ('style="width: 640px; margin: 5px"', True),
        ('style="max-width: 40px; width: 100%"', True),
        ('width="640" style="width: 15px"', True),
    ],
)
def test_style_of_an_image(attributes: str, expected: bool) -> None:
    """An image that its style makes small, or hides without describing it, is no picture of the article."""
    assert is_content_image(html.fromstring(f'<img src="/pic/lock.jpg" {attributes}>')) is expected
