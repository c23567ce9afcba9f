"""The page that the project was created from, modelled in the bundled site."""

from __future__ import annotations

import pytest

from crawler.extraction import extract_article
from crawler.items import Article, Dateline
from crawler.samplesite import SampleSite

URL = "http://en.chinadiplomacy.org.cn/2022-08/08/content_78360929.shtml"


@pytest.fixture(scope="module")
def article() -> Article:
    """Return the article, extracted at the URL of the original."""
    body = SampleSite().reply("/2022-08/08/content_78360929.shtml", "http://en.chinadiplomacy.org.cn").body
    return extract_article(body, URL, "text/html")


def test_headline_is_not_the_ticker(article: Article) -> None:
    """The Chinese ticker above it is another story's headline."""
    assert article.headline == "Chinese, Russian FMs meet in Cambodia"


def test_headline_comes_once(article: Article) -> None:
    """The headline that is repeated beside the photo is in no other field."""
    elsewhere = [*article.body, *(photo.caption or "" for photo in article.photos), *article.section]
    assert not [text for text in elsewhere if article.headline in text]


def test_section_source_and_date(article: Article) -> None:
    """Breadcrumb and source line are read."""
    assert article.section == ("News", "Latest News")
    assert article.source == "Xinhua"
    assert article.published == "2022-08-07"


def test_photo(article: Article) -> None:
    """The one photo has URL, caption without credit, credit as printed, photographer, agency and date."""
    (photo,) = article.photos
    assert photo.url is not None
    assert photo.url.startswith("http://images.china.cn/")
    assert photo.caption is not None
    assert "Photo by" not in photo.caption
    assert photo.credit == "[Photo by Van Pov/Xinhua]"
    assert photo.photographers == ("Van Pov",)
    assert photo.agency == "Xinhua"
    assert photo.date == "2022-08-05"


def test_dateline(article: Article) -> None:
    """The year of the dateline comes from the date of publication."""
    assert article.dateline == Dateline(
        text="PHNOM PENH, Aug. 6 (Xinhua) --", places=("PHNOM PENH",), date="2022-08-06", agency="Xinhua"
    )


def test_body_is_ten_paragraphs_and_nothing_else(article: Article) -> None:
    """No content id, no share bar, no image URL."""
    assert len(article.body) == 10
    assert article.body[0].startswith("PHNOM PENH, Aug. 6 (Xinhua) --")
    text = "\n".join(article.body)
    assert not [noise for noise in ("8013945", "Share:", "images.china.cn", "Van Pov") if noise in text]
