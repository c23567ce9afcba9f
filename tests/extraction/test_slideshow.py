"""Galleries that a page hands to a script."""

from __future__ import annotations

import json

import pytest

from tests.extraction.markup import article, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"
HOST = "http://news.sample.test"


def gallery(image: str, caption: str) -> str:
    """Return a list of two slides under these keys, as JSON."""
    slides = [
        {image: f"{HOST}/img/{n}.jpg", "id": n, caption: f"Boats at gate {n}. (Xinhua/Wu Lin)"}
        for n in (1, 2)
    ]
    return json.dumps(slides, ensure_ascii=False)


@pytest.mark.parametrize(
    "carrier",
    [
        '<script>var slide_data = {{"slide": {{}}, "images": {}}};</script>',
        "<script>\nvar first = [{{a: 1}}];\nG_listdata={};</script>",
        "<textarea name='gallery-data' style='display:none'>{{\"info\": {{}}, \"list\": {}}}</textarea>",
        "<script type='application/json'>{}</script>",
    ],
)
@pytest.mark.parametrize(("image", "caption"), [("img", "note"), ("image_url", "intro"), ("big_img", "desc")])
def test_gallery(carrier: str, image: str, caption: str) -> None:
    """Each slide is a photo with its caption and credit, in order."""
    record = article(f"{HEADLINE}<p>See the pictures.</p>{carrier.format(gallery(image, caption))}")
    assert [(photo.url, photo.caption, photo.credit) for photo in record.photos] == [
        (f"{HOST}/img/{n}.jpg", f"Boats at gate {n}.", "(Xinhua/Wu Lin)") for n in (1, 2)
    ]
    assert record.evidence["headline"]


def test_markup_in_captions_goes() -> None:
    """Captions are text, whatever tags the script has for them."""
    slides = gallery("img", "note").replace("Boats", "<p>Boats</p>")
    record = article(f"{HEADLINE}<script>var data = {slides}</script>")
    assert [photo.caption for photo in record.photos] == ["Boats at gate 1.", "Boats at gate 2."]


@pytest.mark.parametrize(
    "script",
    [
        json.dumps([{"img": f"{HOST}/1.jpg", "note": "Only one picture"}]),
        json.dumps([{"note": "Without pictures"}] * 3),
        json.dumps([{"img": "javascript:alert(1).jpg", "note": "No picture"}] * 3),
        json.dumps([{"img": f"{HOST}/1.jpg", "note": ""}] * 3),
        "[{'note': 'no JSON', img: 1}, {",
        "[{" * 5000 + '"note": 1',
    ],
)
def test_no_gallery(script: str) -> None:
    """Other data is no gallery, and broken data does no harm."""
    assert article(f"{HEADLINE}<script>x = {script}</script>").photos == ()


def test_articles_have_photos_of_their_own() -> None:
    """Data in the scripts of a whole article belongs to other parts of its page."""
    more = "".join(
        f"<p>The lock keeper told visitor {n} of the flood, and of the year after it.</p>" for n in range(6)
    )
    record = article(
        f"{HEADLINE}<div>{paragraphs()}{more}</div><script>x = {gallery('img', 'note')}</script>"
    )
    assert record.photos == ()


def test_teasers_are_no_slides() -> None:
    """Pictures with a title and a link to a page lead to other stories."""
    teasers = [
        {"img": f"{HOST}/{n}.jpg", "url": f"//news.sample.test/c/{n}", "title": f"Story {n}"} for n in (1, 2)
    ]
    script = f'<script>var data = {{"desc": "", "list": {json.dumps(teasers)}}};</script>'
    assert article(f"{HEADLINE}<p>See the pictures.</p>{script}").photos == ()
