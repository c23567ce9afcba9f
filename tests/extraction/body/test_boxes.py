"""Boxes beside the text, and other stories within its element, by the names of their elements."""

from __future__ import annotations

import pytest

from tests.extraction.markup import PARAGRAPHS, article, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"
BOX = "<h3>Locks in the county</h3><p>The county has twelve locks, and the oldest of them is at Linshui.</p>"


@pytest.mark.parametrize(
    "names",
    [
        "infobox",
        "article__infobox",
        "info-box wide",
        "expandable-box",
        "pullquote",
        "pull-quote left",
        "teaser",
        "related-story",
        "comments",
        "partner-cta",
        "leia-mais",
        "a_lire_aussi",
        "box czytaj-takze",
        "reklama",
        "werbung--slot",
        "publicidad-300",
        "mpu-slot",
        "newsletters-box",
        "optin form",
        "social-sharing",
        "cookieconsent",
        "mailchimp_embed",
    ],
)
@pytest.mark.parametrize("place", [1, 2, 4])
def test_box_stays_out(names: str, place: int) -> None:
    """A box beside the text is no part of it, at its end or in the midst of it."""
    before, after = paragraphs(PARAGRAPHS[:place]), paragraphs(PARAGRAPHS[place:])
    assert article(f"{HEADLINE}<div>{before}<div class='{names}'>{BOX}</div>{after}</div>").body == PARAGRAPHS


@pytest.mark.parametrize("names", ["how-popular-are-locks", "1-what-is-trending"])
def test_section_named_after_its_heading(names: str) -> None:
    """An element whose name is a heading is a section of the text, whatever words the heading has."""
    before, after = paragraphs(PARAGRAPHS[:3]), paragraphs(PARAGRAPHS[3:])
    page = article(f"{HEADLINE}<div>{before}<div class='{names}'>{after}</div></div>")
    assert page.body == PARAGRAPHS


@pytest.mark.parametrize("names", ["infobox", "teaser", "comments"])
def test_text_in_an_element_with_such_a_name(names: str) -> None:
    """An element with most of the text is no box, whatever its name."""
    assert article(f"{HEADLINE}<div><div class='{names}'>{paragraphs()}</div></div>").body == PARAGRAPHS


@pytest.mark.parametrize("names", ["cmp cmp-text", "social-icons", "leading-boards"])
def test_names_of_systems_and_places_say_nothing(names: str) -> None:
    """Prefixes of a content management system, and names of a row that also has the date, say nothing."""
    before, after = paragraphs(PARAGRAPHS[:2]), paragraphs(PARAGRAPHS[2:])
    assert article(f"{HEADLINE}<div>{before}<div class='{names}'>{after}</div></div>").body == PARAGRAPHS


@pytest.mark.parametrize("names", ["video-item overlay", "player-placeholder", "c-video-player", "jwplayer"])
def test_title_and_description_of_a_player(names: str) -> None:
    """The words on a player are no text, and its recording is found all the same."""
    words = "<h3>Watch the boats pass</h3><span>The first boats pass the new lock on a Monday in May.</span>"
    player = f"<div class='{names}'><video src='/v/lock.mp4'></video>{words}</div>"
    before, after = paragraphs(PARAGRAPHS[:2]), paragraphs(PARAGRAPHS[2:])
    page = article(f"{HEADLINE}<div>{before}{player}{after}</div>")
    assert page.body == PARAGRAPHS
    assert [video.url for video in page.videos] == ["http://news.sample.test/v/lock.mp4"]
