"""Openings made of the forms' own examples: in any order, nothing raises."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from hypothesis import example, given
from hypothesis import strategies as st

import crawler.extraction.dateline
from crawler.extraction.dateline.find import find_dateline, openings, parse_dateline
from crawler.extraction.dateline.opening import read_opening
from crawler.extraction.form import Form

TITLE = "Library opens a year late"


def forms() -> Iterator[Form]:
    """Yield all forms of the room of datelines."""
    room = crawler.extraction.dateline
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, tuple):
                yield from (each for each in value if isinstance(each, Form))


def parts(form: Form) -> Iterator[str]:
    """Yield the examples and refusals of a form, and the parts of its examples."""
    for text, taken in form.examples.items():
        yield text
        yield from taken.values()
    yield from form.refuses


FORMS = {form.name: form for form in forms()}
PARTS = sorted({part for form in FORMS.values() for part in parts(form)})
CUTS = st.builds(
    lambda text, start, end: text[start : end or None],
    st.sampled_from(PARTS),
    st.integers(0, 8),
    st.integers(-8, 0),
)
DOUBLED = st.sampled_from(PARTS).map(lambda text: text * 2)
PIECES = st.one_of(st.sampled_from(PARTS), CUTS, DOUBLED)
OPENINGS = st.builds(
    lambda space, pieces: space.join(pieces), st.sampled_from(["", " ", ", "]), st.lists(PIECES, max_size=4)
)


@given(OPENINGS, st.sampled_from([None, "2022-08-07", "0001-01-01", "no date"]))
def test_openings(text: str, published: str | None) -> None:
    """A dateline made of any parts is a beginning of its text, or there is none."""
    dateline = parse_dateline(text, published)
    assert dateline is None or read_opening(text).text.startswith(dateline.text)


@given(st.lists(st.one_of(OPENINGS, st.just(TITLE)), max_size=4))
@example([TITLE, "【記者吳林甲報導】圖書館今天開放，讀者可以免費借閱。"])
@example([TITLE, "（記者吳林甲報導）", "圖書館今天開放，讀者可以免費借閱。"])
def test_paragraphs(paragraphs: list[str]) -> None:
    """Behind other lines, too: nothing raises, and whatever has a dateline has its form."""
    tried = list(openings(paragraphs))
    assert find_dateline(paragraphs) == (tried[-1].dateline if tried else None)
    assert all((each.dateline is None) == (each.form is None) for each in tried)


def test_reporters_alone_are_certain() -> None:
    """A dateline that tells nothing but its reporters counts behind a title, too."""
    dateline = find_dateline([TITLE, "【記者吳林甲報導】圖書館今天開放，讀者可以免費借閱。"])
    assert dateline is not None
    assert (dateline.text, dateline.places, dateline.reporters) == ("【記者吳林甲報導】", (), ("吳林甲",))


def test_names_are_unique() -> None:
    """A form's name in the evidence leads to one row, whatever its script."""
    every = {id(form): form for form in forms()}
    assert len(every) == len(FORMS)
