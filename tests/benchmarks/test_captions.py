"""The composed pages of `python -m benchmarks.captions`, and their score."""

from __future__ import annotations

from collections import Counter

from benchmarks.captions import FIELDS, composed, faults, tallies

PAGES = list(composed())


def test_every_page_shows_its_pictures_and_captions() -> None:
    """A page has both of its pictures and captions, and no placeholder is left."""
    for page in PAGES:
        text = page.html.decode()
        assert all(caption in text for caption in page.answer["captions"])
        assert all(
            picture.removeprefix("https://news.sample.test") in text for picture in page.answer["pictures"]
        )
        assert "{" not in text.replace("{}", "")


def test_structures_and_furniture_vary() -> None:
    """Each language has each structure once, and each piece of furniture stands on several pages."""
    assert len({(page.structure, page.language) for page in PAGES}) == len(PAGES)
    assert min(Counter(piece for page in PAGES for piece in page.furniture).values()) > 1


def test_a_right_page_has_no_fault() -> None:
    """An extraction like the answer scores fully; a missing caption is a fault of its page."""
    page = PAGES[0]
    lost = {**page.answer, "captions": Counter[str]()}
    assert faults(page, page.answer) == []
    assert faults(page, lost) == [f"- captions: {each}" for each in page.answer["captions"]]
    cells = tallies([page, page], [page.answer, lost])["language"]["all"].cells()
    assert cells == ("2", "0.500", "0.667", *["1.000"] * (len(FIELDS) - 1))
