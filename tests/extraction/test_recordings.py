"""Videos and sound recordings: players of the article, and the page's data on them."""

from __future__ import annotations

import pytest

from crawler.items import Recording
from tests.extraction.markup import HEAD, article, paragraphs

HOST = "http://news.sample.test"
HEADLINE = "<h1>A lock opens in Linshui</h1>"
FILE, POSTER = f"{HOST}/v/lock.mp4", f"{HOST}/v/lock.jpg"


def videos(inside: str = "", above: str = "", head: str = "", below: str = "") -> tuple[Recording, ...]:
    """Return the videos of a page with players in its text, above it or below it."""
    body = f"<article>{HEADLINE}{above}<div>{inside}{paragraphs()}</div>{below}</article>"
    return article(body, HEAD + head).videos


def data(fields: str) -> str:
    """Return JSON-LD of a video."""
    return f'<script type="application/ld+json">{{"@type": "VideoObject", {fields}}}</script>'


PLAYER = '<video src="/v/lock.mp4" poster="/v/lock.jpg" data-duration="125"></video>'


@pytest.mark.parametrize(
    "player",
    [
        PLAYER,
        PLAYER.replace(' src="/v/lock.mp4"', "").replace("></video>", '><source src="/v/lock.mp4"></video>'),
    ],
)
def test_player_in_the_text_or_above(player: str) -> None:
    """A player states file, poster and length; its figure has the caption."""
    expected = Recording(url=FILE, poster=POSTER, duration="PT125S")
    assert videos(player) == videos(above=player) == (expected,)
    captioned = videos(f"<figure>{player}<figcaption>The lock opens.</figcaption></figure>")
    assert [each.caption for each in captioned] == ["The lock opens."]


def test_frames_of_services() -> None:
    """A frame of a service is a video or a sound recording; another frame is neither."""
    frames = "".join(
        f'<iframe src="https://{url}" width="600" height="400"></iframe>'
        for url in ("www.youtube.com/embed/abc", "w.soundcloud.com/player/1", "maps.google.com/maps")
    )
    record = article(f"{HEADLINE}<div>{frames}{paragraphs()}</div>")
    assert [each.url for each in record.videos] == ["https://www.youtube.com/embed/abc"]
    assert [each.url for each in record.audios] == ["https://w.soundcloud.com/player/1"]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ('"PT2M5S"', "PT2M5S"),
        ('"125"', "PT125S"),
        ("125", "PT125S"),
        ('"02:05"', "PT2M5S"),
        ('"1:02:05"', "PT1H2M5S"),
        ('"PT0S"', None),
        ('"two minutes"', None),
        ("null", None),
    ],
)
def test_durations(stated: str, expected: str | None) -> None:
    """Durations are in ISO 8601, whatever form the page has; a length of zero is none."""
    (video,) = videos(head=data(f'"contentUrl": "{FILE}", "duration": {stated}'))
    assert video.duration == expected


def test_player_and_data_are_one_video() -> None:
    """A single player and a single statement are one video: the file's URL, both their facts."""
    player = '<iframe src="https://www.youtube.com/embed/abc"></iframe>'
    facts = f'"thumbnailUrl": ["{POSTER}"], "name": "The lock", "duration": "PT9S"'
    stated = data(f'"contentUrl": "{FILE}", {facts}')
    assert videos(player, head=stated) == (
        Recording(url=FILE, poster=POSTER, duration="PT9S", caption="The lock"),
    )


def test_open_graph_stands_in() -> None:
    """Open Graph counts if JSON-LD has no video."""
    graph = f'<meta property="og:video" content="{FILE}"><meta property="og:video:duration" content="9">'
    assert videos(head=graph) == (Recording(url=FILE, duration="PT9S"),)
    assert [each.url for each in videos(head=graph + data('"contentUrl": "/v/2.mp4"'))] == [f"{HOST}/v/2.mp4"]


@pytest.mark.parametrize(
    "place",
    [
        {"below": PLAYER},
        {"inside": f'<div class="related">{PLAYER}</div>'},
        {"inside": f'<div style="display:none">{PLAYER}</div>'},
        {"inside": PLAYER.replace("/v/lock.mp4", "blob:http://news.sample.test/1")},
        {"inside": '<iframe src="http://ad4.sample.test/video/1.mp4"></iframe>'},
        {"inside": '<embed src="/film/350-250.swf">'},
        {"head": data('"name": "A video without an address"')},
    ],
)
def test_other_players_are_none(place: dict[str, str]) -> None:
    """Players below the text, of other stories, hidden or without an address are not the article's."""
    assert videos(**place) == ()
