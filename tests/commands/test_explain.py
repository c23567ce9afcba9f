"""`scrapy extract --explain` words the explanation of a record."""

from __future__ import annotations

import io

import pytest

from crawler.commands.explanation_text import COLOURED, MOST, PLAIN, WIDTH, explanation_text, shown, style_for
from crawler.extraction import Knowledge, parse_page
from crawler.extraction.evidence.candidates import Candidate, FieldExplanation
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.explain.explanation import explain
from crawler.items import Dateline, Photo
from tests.extraction.markup import URL, page, paragraphs
from tests.house.site import scrapy_here

BODY = f"<h1>A lock opens in Linshui</h1><div class='text'>{paragraphs()}<p>Editor: Li Lei</p></div>"


class Terminal(io.StringIO):
    """A stream that keeps the text written to it."""

    def isatty(self) -> bool:
        """Say that this is a terminal."""
        return True


def test_page_from_standard_input_is_explained() -> None:
    """Piped in, piped out: no colours, every field, and the role of each line."""
    done = scrapy_here("extract", "-", "--url", URL, "--explain", stdin=page(BODY))
    assert (done.returncode, done.stderr) == (0, "")
    assert "\033" not in done.stdout
    assert "\nheadline = A lock opens in Linshui\n  because h1 on the page\n" in done.stdout
    assert "\nbody = 4 paragraph(s)\n" in done.stdout
    assert " [furniture: editor line] Editor: Li Lei (Western editor label)\n" in done.stdout


def test_same_heading_is_shown_once() -> None:
    """Two headings with one text are one candidate, the chosen one."""
    html = page(BODY.replace("</h1>", "</h1><h1>A lock opens in Linshui</h1>"))
    words = explanation_text(explain(parse_page(html, URL, None), Knowledge()))
    shown_lines = [line for line in words.splitlines() if "[h1 on the page] A lock opens" in line]
    assert len(shown_lines) == 1
    assert shown_lines[0].startswith("  * ")


def test_colours_on_demand() -> None:
    """`--color=always` colours piped output, too."""
    done = scrapy_here("extract", "-", "--url", URL, "--explain", "--color=always", stdin=page(BODY))
    assert "\033[1mheadline\033[0m = \033[32mA lock opens in Linshui\033[0m" in done.stdout


def test_explanation_is_no_line_of_json() -> None:
    """The two forms exclude each other."""
    done = scrapy_here("extract", "-", "--url", URL, "--explain", "--jsonl", stdin=page(BODY))
    assert done.returncode == 2
    assert "not allowed with" in done.stderr


@pytest.mark.parametrize(
    ("wish", "stream", "environment", "style"),
    [
        ("auto", Terminal(), {}, COLOURED),
        ("auto", Terminal(), {"NO_COLOR": "1"}, PLAIN),
        ("auto", Terminal(), {"TERM": "dumb"}, PLAIN),
        ("auto", io.StringIO(), {}, PLAIN),
        ("always", io.StringIO(), {"NO_COLOR": "1"}, COLOURED),
        ("never", Terminal(), {}, PLAIN),
    ],
)
def test_colours_are_for_terminals(
    wish: str, stream: io.StringIO, environment: dict[str, str], style: dict[str, str]
) -> None:
    """Unless the user says otherwise, on the command line or by NO_COLOR."""
    assert style_for(wish, stream, environment) == style


def test_plain_and_coloured_say_the_same() -> None:
    """Colours add nothing but colours."""
    told = explain(parse_page(page(BODY), URL), Knowledge())
    coloured = explanation_text(told, COLOURED)
    for code in COLOURED.values():
        coloured = coloured.replace(code, "")
    assert coloured == explanation_text(told)


def test_what_was_chosen_is_always_shown() -> None:
    """Long lists are cut, but not before the winner."""
    candidates = tuple(Candidate(n, Rule.TEXT, chosen=n == MOST + 5) for n in range(MOST + 10))
    text = explanation_text([FieldExplanation("headline", MOST + 5, Rule.TEXT, "why", candidates)])
    assert f"  * [text] {MOST + 5}\n" in text
    assert "    … 9 more\n" in text


def test_form_beside_its_example() -> None:
    """The row that decided is shown with one of its examples; another candidate's row by its name."""
    text = explanation_text(explain(parse_page(page(BODY), URL), Knowledge()))
    assert (
        "editors = Li Lei\n  because line around the text\n"
        "  in the form Western editor label, as in: (Web editor: Mara Quell, Tobin Ashe)\n"
    ) in text
    assert " [furniture: editor line] Editor: Li Lei (Western editor label)\n" in text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "none"),
        ((), "none"),
        ("", "none"),
        ("a\033[31mb\u202e\nc", "a [31mb c"),
        (("a", "b"), "a | b"),
        ("x" * 200, "x" * (WIDTH - 2) + " …"),
        (
            Photo(url="http://a.example/1.jpg", caption="A lock."),
            "A lock. | no credit | http://a.example/1.jpg",
        ),
        (Photo(credit="Li Lei/Xinhua"), "no caption | Li Lei/Xinhua | no image"),
        (Dateline(text="BEIJING --", places=("BEIJING",)), "BEIJING -- = BEIJING"),
    ],
)
def test_values_on_one_line(value: object, text: str) -> None:
    """Cut, and with nothing in them by which a page could steer the terminal."""
    assert shown(value) == text
