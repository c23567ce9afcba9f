"""Source, authors and editors of whole pages."""

from __future__ import annotations

import pytest

from crawler.extraction import Knowledge, extract_article
from crawler.publishers import Layout
from tests.extraction import markup
from tests.extraction.markup import URL, article, paragraphs

HEAD = "<title>A lock opens in Linshui - Sample News</title>"
HEADLINE = "<h1>A lock opens in Linshui</h1>"


def test_printed_source_beats_metadata() -> None:
    """The printed source comes before that of the head."""
    head = HEAD + '<meta name="source" content="Another">'
    record = article(f"{HEADLINE}<p>Source: Xinhua</p><div>{paragraphs()}</div>", head)
    assert record.source == "Xinhua"


@pytest.mark.parametrize(
    ("printed", "source"),
    [
        ("临水晚报 (2012-01-11 16:58)", "临水晚报"),
        ("2024-05-08 16:58:03 临水网", "临水网"),
        ("Updated: May 8, 2024 16:26 Linshui Post", "Linshui Post"),
        ("2024-05-08 16:58 Linshui Post Editor: Mara Quell", "Linshui Post"),
        ("Linshui Post, May 8, 2024", "Linshui Post"),
        ("2024-05-08 16:58", None),
        ("", None),
    ],
)
def test_source_beside_its_time_in_the_place_that_a_layout_names(printed: str, source: str | None) -> None:
    """Without a label, the source is the rest of the element without its time."""
    layout = Layout(name="sample", fingerprint=("div.from",), source=("div.from",))
    page = f"{HEADLINE}<div class='from'>{printed}</div><div>{paragraphs()}</div>"
    record = extract_article(markup.page(page, HEAD), URL, knowledge=Knowledge(None, (layout,)))
    assert record.source == source


def test_metadata_where_nothing_is_printed() -> None:
    """The source that government sites must state in a meta tag is read."""
    head = HEAD + '<meta name="ContentSource" content="水利厅"><meta name="Editor" content="闻立">'
    record = article(f"{HEADLINE}<div>{paragraphs()}</div>", head)
    assert (record.source, record.editors) == ("水利厅", ("闻立",))


def test_properties_in_a_comment() -> None:
    """Founder ENP leaves source and editor in a comment."""
    comment = "<!--enpproperty <sourcename>样例网</sourcename><liability>闻立</liability>/enpproperty-->"
    record = article(f"{HEADLINE}<div>{paragraphs()}</div>{comment}")
    assert (record.source, record.editors) == ("样例网", ("闻立",))


@pytest.mark.parametrize(
    "name", ["样例网", "Sample News", "admin", "editor@sample.test", "samplenews", "https://a.test/x"]
)
def test_sites_are_no_authors(name: str) -> None:
    """The value of an author tag without a person is no byline."""
    record = article(f"{HEADLINE}<div>{paragraphs()}</div>", f'{HEAD}<meta name="author" content="{name}">')
    assert record.bylines == ()


def test_editor_in_the_author_tag_is_no_author() -> None:
    """Many sites name the editor as author in their head."""
    head = HEAD + '<meta name="author" content="闻立">'
    record = article(f"{HEADLINE}<div>{paragraphs()}</div><p>责任编辑：闻立</p>", head)
    assert (record.bylines, record.editors) == ((), ("闻立",))


def test_authors_of_structured_data() -> None:
    """People come from JSON-LD, organisations do not."""
    data = (
        '{"@type": "NewsArticle", "headline": "A lock opens in Linshui",'
        ' "author": [{"@type": "Person", "name": "Wen Li"}, {"@type": "Organization", "name": "Sample"}]}'
    )
    head = f'{HEAD}<script type="application/ld+json">{data}</script>'
    assert article(f"{HEADLINE}<div>{paragraphs()}</div>", head).bylines == ("Wen Li",)


def test_author_line_is_no_body() -> None:
    """A byline above the text is read, and is no paragraph."""
    record = article(f"{HEADLINE}<p class='author'>闻立</p><div>{paragraphs()}</div>")
    assert record.bylines == ("闻立",)
    assert "闻立" not in record.body


PARAGRAPH = (
    "The harbour master of Linshui, who has kept the tide books since 1988, opened the lock on Monday."
)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<h5 class='byline'>Wade Lindqvist, Post Staff Writer</h5>", ("Wade Lindqvist",)),
        (
            "<p class='byline'><b>By Mara Quell</b> <i class='byline-title'>Reporter</i></p>",
            ("Mara Quell",),
        ),
        ("<div class='storyByline'><a class='author'>Mara Quell</a>Senior Columnist</div>", ("Mara Quell",)),
        (
            "<p class='author'>Mara Quell and Wade Lindqvist, Special for the Post</p>",
            ("Mara Quell", "Wade Lindqvist"),
        ),
        ("<p class='author'>Mara Quell PhD</p>", ("Mara Quell",)),
        ("<p class='author'>By Mara Quell on Monday</p>", ("Mara Quell",)),
    ],
)
@pytest.mark.parametrize(
    "form", ["<div class='story'><h1>A lock opens</h1>{}{}</div>", "{}<h1>A lock opens</h1><div>{}</div>"]
)
def test_named_byline_beside_the_headline(byline: str, names: tuple[str, ...], form: str) -> None:
    """An element named author tells it within the text's element, and right above the headline, too."""
    text = "".join(f"<p>{PARAGRAPH} Boat {number} was first.</p>" for number in range(6))
    assert article(form.format(byline, text)).bylines == names


def test_named_author_below_the_first_paragraph() -> None:
    """An author who is named below the first paragraph may be another story's."""
    teaser = "<p class='byline'>Mara Quell</p>"
    text = "".join(f"<p>{PARAGRAPH} Boat {number} was first.</p>" for number in range(6))
    assert article(f"<div><h1>A lock opens</h1><p>{PARAGRAPH}</p>{teaser}{text}</div>").bylines == ()
