"""Every form's examples and refusals, read by one test."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from time import process_time

import pytest

import crawler.extraction
from crawler.extraction.form import MARK, Form, Forms, Printed, always, any_of, read_form


def sequences() -> Iterator[tuple[Form, ...]]:
    """Yield all tuples of forms that stand in a module of extraction, the longest first."""
    modules = pkgutil.walk_packages(crawler.extraction.__path__, "crawler.extraction.")
    values = [value for module in modules for value in vars(import_module(module.name)).values()]
    tuples = {id(value): value for value in values if isinstance(value, tuple) and value}
    forms = [value for value in tuples.values() if all(isinstance(each, Form) for each in value)]
    return iter(sorted(forms, key=len, reverse=True))


def rows() -> Iterator[tuple[tuple[Form, ...], Form]]:
    """Yield each form once, with the longest sequence in which it is tried."""
    seen: set[int] = set()
    for forms in sequences():
        for form in forms:
            if id(form) not in seen:
                seen.add(id(form))
                yield forms, form


ROWS = list(rows())
NAMES = [form.name for _, form in ROWS]
EXAMPLES = [(forms, form, text) for forms, form in ROWS for text in form.examples]
REFUSALS = [(form, text) for _, form in ROWS for text in form.refuses]


@pytest.mark.parametrize(("forms", "form", "text"), EXAMPLES, ids=[f"{f.name}: {t}" for _, f, t in EXAMPLES])
def test_examples(forms: tuple[Form, ...], form: Form, text: str) -> None:
    """Each example is read by its own row, before any other, and comes apart as the row says."""
    printed = read_form(forms, text)
    assert printed is not None
    assert printed.form.name == form.name
    assert dict(printed.parts) == dict(form.examples[text])


@pytest.mark.parametrize(("forms", "form", "text"), EXAMPLES, ids=[f"{f.name}: {t}" for _, f, t in EXAMPLES])
def test_candidates(forms: tuple[Form, ...], form: Form, text: str) -> None:
    """The index of marks finds the row of each example."""
    if isinstance(forms, Forms):
        assert form in forms.candidates(text)


@pytest.mark.parametrize(("form", "text"), REFUSALS, ids=[f"{f.name}: {t}" for f, t in REFUSALS])
def test_refusals(form: Form, text: str) -> None:
    """No near-miss is of the form."""
    assert next(form.matches(text), None) is None


@pytest.mark.parametrize(("forms", "form"), ROWS, ids=NAMES)
def test_rows_are_whole(forms: tuple[Form, ...], form: Form) -> None:
    """Each row has examples, refusals and languages, and a name that no other row of its kind has."""
    assert form.examples
    assert form.refuses
    assert form.languages.split()
    assert [each.name for each in forms].count(form.name) == 1


@pytest.mark.parametrize("form", [form for _, form in ROWS], ids=NAMES)
def test_marks_are_needed(form: Form) -> None:
    """Each text of a form has one of its marks: without them, nothing matches."""
    assert bool(form.marks) == (MARK in form.pattern)
    if not form.marks:
        return
    unmarked = re.compile(form.pattern.replace(MARK, "(?!)"), form.flags)
    assert not any(unmarked.search(text) for text in form.examples)
    assert all(form.may_stand_in(frozenset(text)) for text in form.examples)


LENGTH = 100_000  # characters of a text: as long as a page can make a line of one word
MARKS = 20_000  # characters of a text of marks alone: a row may have two hundred
SLOWEST = 2.0  # seconds of CPU time for one row and one text: twenty times the usual
HOSTILE = (
    "1 ",
    "12:",
    "李河、",
    "李河 ",
    "Ann Bell, ",
    "By Ann ",
    "（",
    "：",
    "/ ",
    "《",
    "\u3000",
    "作者：来源：",
    "李",
    "新华社",
    "李河/",
    "A",
    "a ",
    "▲",
    "| ",
    "、",
    "·",
    "@a",
    "图1：",
)


@pytest.mark.parametrize("form", [form for _, form in ROWS], ids=NAMES)
def test_rows_take_linear_time(form: Form) -> None:
    """No row goes astray on a text made for it: its own marks, digits, names, brackets in long rows."""
    marks = (*form.marks, *(f"{mark}：" for mark in form.marks))
    for part, length in (*((each, LENGTH) for each in HOSTILE), *((each, MARKS) for each in marks)):
        before = process_time()
        next(form.matches(part * (length // len(part))), None)
        assert process_time() - before < SLOWEST, part


LAMP = Form(
    name="lamp",
    languages="en",
    pattern=r"MARK (?P<who>\w+)$",
    marks=("lamp", "Lamp of"),
    examples={"the lamp Ann": {"who": "Ann"}},
    refuses=("lamps",),
    holds=lambda parts: parts["who"] != "nobody",
)


def test_a_row_is_all() -> None:
    """A row splits, names, and knows by its marks where it need not look."""
    assert read_form((LAMP,), "the lamp Ann") == Printed(LAMP, {"who": "Ann"})
    assert read_form((LAMP,), "a Lamp of Ben") == Printed(LAMP, {"who": "Ben"})
    assert read_form((LAMP,), "the lamp nobody") is None
    assert LAMP.signs == frozenset("lL")
    assert not LAMP.may_stand_in(frozenset("xyz"))


def test_longest_words_first() -> None:
    """Alternatives are tried from the longest to the shortest, and always in the same order."""
    assert any_of({"摄", "摄影", "a.b"}) == r"(?:a\.b|摄影|摄)"
    assert always({})


def test_form_without_its_mark_is_no_candidate() -> None:
    """A text with the beginning of a mark, but without the mark, is not searched."""
    form = Form("picture of", "zh", "MARK.+", {"图为船闸": {}}, ("图船闸",), marks=("图为",))
    forms = Forms((form,))
    assert forms.candidates("图为船闸") == [form]
    assert forms.candidates("地图上的船闸") == []


def test_form_that_ignores_case_is_no_candidate_without_its_word() -> None:
    """A text that shares only a letter with the marks is not searched; a mark's word counts in any case."""
    any_case = re.IGNORECASE
    lamp = Form("lit by", "en", "MARK", {"by lamp": {}}, ("lam",), marks=("lamp",), flags=any_case)
    office = Form("of an office", "de", "MARK", {"ämter": {}}, ("ä",), marks=("Ämter",), flags=any_case)
    forms = Forms((lamp, office))
    assert forms.candidates("a long link of Ann") == []
    assert forms.candidates("The LAMP of Ann") == [lamp]
    assert forms.candidates("die ämter") == [office]
