"""The explanation of a record shows the real decisions, not similar ones."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from crawler.extraction import Knowledge, Page, parse_page, read_article
from crawler.extraction.evidence.candidates import Candidate, FieldExplanation, marked
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.explain.explanation import GIVEN, by_field, explain
from crawler.items import ALL_DETAILS, Article
from crawler.publishers import Layout
from crawler.samplesite import SampleSite
from tests.extraction.markup import HEAD, PARAGRAPHS, URL, page, paragraphs
from tests.samplesite.ground_truth import EXPECTED, pages

SITE = SampleSite()
CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
STEPS = {"charset", "layout", "container"}
HEADLINE = "A lock opens in Linshui"


def fetch(path: str) -> Page:
    """Return the page at a path of the sample site, parsed with the header that the server sends."""
    reply = SITE.reply(path, "http://news.sample.test")
    return parse_page(reply.body, f"http://news.sample.test{path}", reply.headers.get("Content-Type"))


def explained(body: str, head: str = HEAD, knowledge: Knowledge | None = None) -> dict[str, FieldExplanation]:
    """Return the explanation of a small page of which nothing is known."""
    parsed = parse_page(page(body, head), URL, "text/html")
    return dict(by_field(explain(parsed, knowledge or Knowledge())))


def told(explanation: FieldExplanation) -> list[tuple[str, object]]:
    """Return the rules and values of the candidates that were not chosen."""
    return [(str(each.rule), each.value) for each in explanation.candidates if not each.chosen]


def chosen(explanation: FieldExplanation) -> list[Candidate]:
    """Return the candidates that made the field."""
    return [each for each in explanation.candidates if each.chosen]


def test_text_of_a_script() -> None:
    """The text of a script is explained as such."""
    news = f"""{{title: '{HEADLINE}', content: '{paragraphs().replace(chr(10), "")}', author: '吴林',
    pubTime: '2024-05-08 09:30', source: 'Harbour Post'}}"""
    parsed = parse_page(
        page(f"<script>var news = {news}</script>", "<title>Post</title>"), "http://a.test/1", ""
    )
    assert_true(parsed, Knowledge())
    explanations = dict(by_field(explain(parsed, Knowledge())))
    for field in ("headline", "published", "source", "bylines", "container"):
        rules = [str(each.rule) for each in chosen(explanations[field])]
        assert rules in (["script: news"], ["script"]), field


def assert_true(parsed: Page, knowledge: Knowledge | None = None) -> None:
    """Check that the explanation of each field has the value of a record with all details, and candidates."""
    record = read_article(parsed, knowledge, ALL_DETAILS)
    for each in explain(parsed, knowledge):
        if each.field not in STEPS:
            assert each.value == getattr(record, each.field), each.field
        values = tuple(candidate.value for candidate in chosen(each))
        if each.field in ("body", "photos"):
            assert values == each.value
        elif each.candidates:
            assert values == ((each.value,) if each.value else ()), each.field


@pytest.mark.parametrize("path", list(pages()))
def test_explanation_is_the_record(path: str) -> None:
    """On every page of the sample site, article or not, the chosen candidates are the record's values."""
    assert_true(fetch(path))
    assert_true(fetch(path), Knowledge())


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real pages are not here")
def test_explanation_is_the_record_on_real_pages() -> None:
    """The same on the real pages beside the project."""
    for line in (CORPUS / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        assert_true(parse_page((CORPUS / row["file"]).read_bytes(), row["url"]))


@pytest.mark.parametrize("expected", [e for e in EXPECTED if e["pages"]], ids=lambda each: each["path"])
def test_joined_parts_are_explained(expected: dict[str, Any]) -> None:
    """Lines and photos of all parts are shown."""
    parts = tuple(fetch(part) for part in expected["pages"][1:])
    assert_true(replace(fetch(expected["path"]), parts=parts))


def test_every_field_is_explained() -> None:
    """Each field of the record, but those that no page decides, and the steps towards them."""
    names = [each.field for each in explain(fetch(EXPECTED[0]["path"]))]
    assert len(names) == len(set(names))
    assert set(names) == {field.name for field in fields(Article)} - GIVEN | STEPS


@pytest.mark.parametrize("body", [b"", b"\0", b"<html>", b"<p>x", b"\xff\xfe"])
def test_nothing_to_explain(body: bytes) -> None:
    """A page without anything is explained, too."""
    assert_true(parse_page(body, "http://a.example/"))


class TestHeadline:
    """The printed candidates with their scores, and the titles in the head."""

    def test_printed_ones_by_support(self) -> None:
        """The strongest first, with the titles that agree."""
        explanation = explained(f"<h2>Channel</h2><h1>{HEADLINE}</h1><div>{paragraphs()}</div>")["headline"]
        best = explanation.candidates[0]
        assert (best.value, str(best.rule), best.chosen) == (HEADLINE, "h1 on the page", True)
        assert best.note == "agrees with title element"
        assert best.score is not None
        assert best.score > 1
        assert ("h2 on the page", "Channel") in told(explanation)

    def test_layout_that_names_the_headline(self) -> None:
        """The layout's element raises a headline's score, and is shown."""
        layouts = (Layout(name="a", fingerprint=("#t",), headline=("#t",), body=("#b",)),)
        body = f"<h1>Linshui</h1><p id='t'>{HEADLINE}</p><div id='b'>{paragraphs()}</div>"
        explanation = explained(body, knowledge=Knowledge(None, layouts))["headline"]
        assert chosen(explanation)[0].note == "agrees with title element; stands where the layout says"

    def test_title_is_shown_as_written(self) -> None:
        """If only the title gives the headline, the removed part is shown."""
        explanation = explained(f"<div>{paragraphs()}</div>")["headline"]
        assert (explanation.value, explanation.rule) == (HEADLINE, "title element")
        assert chosen(explanation)[0].note == f"of: {HEADLINE} - Sample News"

    def test_heading_above_the_text(self) -> None:
        """The heading that is preferred to a bare title is a candidate of its own."""
        above = f"<div class='title'>Forty boats pass</div><div>{paragraphs()}</div>"
        explanation = explained(above, "<title>Sample News</title>")["headline"]
        assert [(each.value, str(each.rule)) for each in chosen(explanation)] == [
            ("Forty boats pass", "div above the text")
        ]


class TestPage:
    """Charset, layout and container."""

    def test_charset_that_lies(self) -> None:
        """The declared encoding and the one that was used stand side by side."""
        body = page("<p>船闸开放</p>", "<meta charset='gb2312'>")
        explanation = by_field(explain(parse_page(body, URL)))["charset"]
        assert (explanation.value, explanation.rule) == ("utf-8", "the bytes, against the declaration")
        assert told(explanation) == [("declared", "gb2312")]

    def test_layouts_that_were_tried(self) -> None:
        """Up to the one that fits, with the missing selectors of the others."""
        layouts = tuple(Layout(name=n, fingerprint=(f"#{n}",), body=(f"#{n}",)) for n in ("a", "b", "c"))
        knowledge = Knowledge(None, layouts)
        explanations = explained(f"<h1>{HEADLINE}</h1><div id='b'>{paragraphs()}</div>", knowledge=knowledge)
        assert [(str(e.rule), e.value) for e in explanations["layout"].candidates] == [
            ("lacks #a", "a"),
            ("has #b", "b"),
        ]
        assert (explanations["container"].value, str(explanations["container"].rule)) == ("div#b", "layout b")

    def test_container_and_what_stands_beside_it(self) -> None:
        """The heaviest neighbours are shown, with their weight."""
        side = f"<div class='side'><p>{PARAGRAPHS[0]}</p></div>"
        explanation = explained(f"<h1>{HEADLINE}</h1><div class='text'>{paragraphs()}</div>{side}")[
            "container"
        ]
        assert (explanation.value, explanation.rule) == ("div.text", "general scorer")
        assert ("stands beside it", "div.side") in told(explanation)
        weights = {each.value: each.score or 0 for each in explanation.candidates}
        assert weights["div.text"] > weights["div.side"] > 0

    def test_layout_that_is_not_believed(self) -> None:
        """An empty shell that bears a layout's name loses against the scorer."""
        layouts = (Layout(name="shell", fingerprint=("#shell",), body=("#shell",)),)
        body = f"<h1>{HEADLINE}</h1><div id='shell'><p>Soon.</p></div><div class='text'>{paragraphs()}</div>"
        explanation = explained(body, knowledge=Knowledge(None, layouts))["container"]
        assert str(explanation.rule) == "general scorer, against layout shell"
        assert ("layout shell", "div#shell") in told(explanation)


class TestText:
    """Dateline, photos and the lines of the body."""

    def test_lines_that_were_dropped(self) -> None:
        """Role and rule of each line, in page order, and the parts that make no line."""
        text = (
            f"<p>{HEADLINE}</p>{paragraphs()}<p>Editor: Li Lei</p><div class='share'>Share this page</div>"
            "<p style='display:none'>Not seen</p><table><tr><td>Boats</td><td>40</td></tr></table>"
        )
        explanation = explained(f"<h1>{HEADLINE}</h1><div class='text'>{text}</div>")["body"]
        assert [each.value for each in chosen(explanation)] == [*PARAGRAPHS, "Boats 40"]
        assert told(explanation) == [
            ("furniture: editor line", "Editor: Li Lei"),
            ("furniture: repeats the headline", HEADLINE),
            ("dropped: div.share is named like furniture", "Share this page"),
            ("dropped: p is hidden", "Not seen"),
        ]

    def test_what_a_layout_drops(self) -> None:
        """The layout and the element are named."""
        layouts = (Layout(name="a", fingerprint=("#a",), body=("#a",), drop=("div.poll",)),)
        text = f"<div id='a'>{paragraphs()}<div class='poll'>What do you think?</div></div>"
        explanation = explained(f"<h1>{HEADLINE}</h1>{text}", knowledge=Knowledge(None, layouts))["body"]
        assert told(explanation) == [("dropped: layout a drops div.poll", "What do you think?")]

    def test_captions_are_told_with_their_pairing(self) -> None:
        """The caption of each photo has its rule; a logo is no photo."""
        text = (
            "<figure><img src='/a.jpg'><figcaption>The lock on Monday.</figcaption></figure>"
            f"<p><img src='/logo.png'></p>{paragraphs()}"
        )
        explanation = explained(f"<h1>{HEADLINE}</h1><div class='text'>{text}</div>")["photos"]
        assert [each.rule for each in chosen(explanation)] == ["caption after the image"]
        assert told(explanation) == [("a logo, icon, QR code, placeholder or tracker", "/logo.png")]

    def test_dateline_that_is_not_there(self) -> None:
        """Where the search ended, and why."""
        explanation = explained(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>")["dateline"]
        assert explanation.value is None
        assert told(explanation) == [("the text begins here, without a dateline", PARAGRAPHS[0])]

    def test_dateline_has_its_form(self) -> None:
        """The form that parsed a dateline is shown, with another text of this form."""
        body = (
            f"<h1>{HEADLINE}</h1><div><p>LINSHUI, Aug. 6 (Xinhua) -- {PARAGRAPHS[0]}</p>{paragraphs()}</div>"
        )
        form = chosen(explained(body)["dateline"])[0].form
        assert form is not None
        assert form.name == "date and agency in brackets"
        assert form.examples

    def test_dateline_behind_a_note(self) -> None:
        """The lines before the text are shown, too."""
        note = "<p>Editor's note: The lock opened.</p>"
        filed = f"<p>LINSHUI, May 8 (Xinhua) -- {PARAGRAPHS[0]}</p>"
        explanation = explained(f"<h1>{HEADLINE}</h1><div class='text'>{note}{filed}{paragraphs()}</div>")[
            "dateline"
        ]
        assert [each.rule for each in explanation.candidates] == [
            "a line before the text",
            "opening of the text",
        ]


class TestFields:
    """Fields from metadata, the URL and the lines around the text."""

    def test_every_date_in_sight(self) -> None:
        """Metadata, printed lines and the URL, in the order of trust."""
        head = f"{HEAD}<meta name='pubdate' content='2024-05-07'>"
        body = f"<h1>{HEADLINE}</h1><p>2024-05-07 09:30</p><div>{paragraphs()}</div>"
        explanation = explained(body, head)["published"]
        assert (explanation.value, explanation.rule) == ("2024-05-07T09:30+08:00", "line above the text")
        assert told(explanation) == [("meta pubdate", "2024-05-07"), ("URL", "2024-05-08")]

    def test_second_source(self) -> None:
        """A source in the metadata is shown although a printed one was chosen."""
        head = f"{HEAD}<meta name='source' content='Sample News'>"
        explanation = explained(f"<h1>{HEADLINE}</h1><p>Source: Xinhua</p><div>{paragraphs()}</div>", head)[
            "source"
        ]
        assert (explanation.value, told(explanation)) == ("Xinhua", [("meta source", "Sample News")])

    def test_form_that_decided(self) -> None:
        """The row that parsed the winner is shown, and the rows that parsed the others."""
        body = f"<h1>{HEADLINE}</h1><p>Source: Xinhua</p><p>来源：临水晚报</p><div>{paragraphs()}</div>"
        explanation = explained(body)["source"]
        assert explanation.form is not None
        assert explanation.form.name == "Western source label"
        names = [each.form.name for each in explanation.candidates if each.form]
        assert names == ["Western source label", "Chinese source label"]

    def test_form_of_a_dropped_line(self) -> None:
        """The row that recognised a line as furniture is shown, too."""
        body = f"<h1>{HEADLINE}</h1><div class='t'>{paragraphs()}<p>Editor: Li Lei</p></div>"
        (dropped,) = (each for each in explained(body)["body"].candidates if not each.chosen)
        assert dropped.form is not None
        assert dropped.form.name == "Western editor label"

    def test_author_who_is_the_editor(self) -> None:
        """The name is shown, and the reason why it is no author."""
        head = f"{HEAD}<meta name='author' content='Li Lei'>"
        body = f"<h1>{HEADLINE}</h1><div class='t'>{paragraphs()}<p>Editor: Li Lei</p></div>"
        explanation = explained(body, head)["bylines"]
        assert (explanation.value, explanation.rule) == ((), "none but the editor or the source")
        assert told(explanation) == [("meta author", ("Li Lei",))]

    def test_canonical_link_of_another_host(self) -> None:
        """It is shown, and not believed."""
        head = f"{HEAD}<link rel='canonical' href='http://other.example/1.htm'>"
        explanation = explained(f"<div>{paragraphs()}</div>", head)["canonical_url"]
        assert (explanation.value, explanation.rule) == (URL, "URL of the page")
        assert told(explanation) == [("canonical link", "http://other.example/1.htm")]

    def test_language_that_is_declared_wrongly(self) -> None:
        """Declaration and text stand side by side."""
        parsed = parse_page(page(f"<div>{paragraphs()}</div>").replace(b"<html>", b"<html lang=zh>"), URL)
        explanation = by_field(explain(parsed, Knowledge()))["language"]
        assert (explanation.value, told(explanation)) == ("en", [("declared", "zh")])


def test_the_first_of_equals_is_chosen() -> None:
    """The same value by the same rule, twice in sight, was taken once."""
    winner = Found("a", Rule.LINE_AROUND)
    assert [each.chosen for each in marked([winner, winner], winner)] == [True, False]
