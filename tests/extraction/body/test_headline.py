"""The headline as printed, checked against the head of the page."""

from __future__ import annotations

import pytest

from tests.extraction.markup import article, paragraphs

HEADLINE = "A lock opens in Linshui"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>{HEADLINE} - Sample News</title>", f"<h1>{HEADLINE}</h1>"),
        (f"<title>{HEADLINE}_Sample News</title>", f"<div class='tit'>{HEADLINE}</div>"),
        (f"<title>{HEADLINE} | World | Sample</title>", f"<td><b>{HEADLINE}</b></td>"),
        ("<title>Sample News</title>", f"<h1><a href='/'>Sample</a></h1><h2 class='title'>{HEADLINE}</h2>"),
        (f"<title>{HEADLINE}</title>", f"<h1>{HEADLINE}<span>Listen</span></h1>"),
        (f"<title>{HEADLINE}</title>", f"<h1>Sample News</h1><h2>{HEADLINE}</h2>"),
        (f'<title>x</title><meta name="ArticleTitle" content="{HEADLINE}">', "<h1></h1>"),
        (f'<title>x</title><meta property="og:title" content="{HEADLINE}">', ""),
        (f"<title>{HEADLINE} - Sample News</title>", ""),
        (f"<title>{HEADLINE}</title>", f"<div>另一则新闻的标题在滚动</div><h1>{HEADLINE}</h1>"),
        (f"<title>{HEADLINE}</title>", "<h1>  A lock\n opens\tin Linshui </h1>"),
        ("<title>Sample News - all pages</title>", f"<div class='rumor-title'>{HEADLINE}</div>"),
        ("<title>动态--临水地理学会官网</title>", f"<h5>临水地理学会</h5><p>关于</p><h5>{HEADLINE}</h5>"),
        (f"<title>{HEADLINE}</title>", "<h1><script>document.write(headline);</script></h1>"),
        (f"<title>{HEADLINE}</title>", "<h1>\ufeffA lock opens in Lin\u200bshui</h1>"),
        (f"<title>\u2060{HEADLINE}</title>", ""),
        (f"<title>{HEADLINE}</title>", f"<h1>{HEADLINE}<script>shareHeadline();</script></h1>"),
    ],
    ids=[
        "h1",
        "class",
        "bold",
        "h2",
        "glued",
        "site h1",
        "meta",
        "og",
        "title",
        "ticker",
        "folded",
        "generic title",
        "name of the site",
        "written by a script",
        "without width",
        "title without width",
        "script within",
    ],
)
def test_headline(head: str, body: str) -> None:
    """The headline is found in every place where sites put it."""
    assert article(f"{body}<div>{paragraphs()}</div>", head).headline == HEADLINE


def test_typographic_quotes_do_not_part_title_and_headline() -> None:
    """The printed form wins over the title's plain quotes."""
    record = article(
        f"<h1>“Lock” opens</h1><div>{paragraphs()}</div>", '<title>"Lock" opens - Sample</title>'
    )
    assert record.headline == "“Lock” opens"


def test_evidence_names_the_rule() -> None:
    """A wrong headline can be traced."""
    assert article(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>").evidence["headline"] == "h1 on the page"


def test_space_that_style_makes() -> None:
    """Where only style parts the halves of a printed headline, the space of the page's head is taken."""
    head = "<title>Linshui: a lock opens at last - Sample News</title>"
    head += "<meta property='og:title' content='Linshui: a lock opens at last'>"
    heading = "<h1><span>Linshui:</span><span>a lock opens at last</span></h1>"
    assert article(f"{heading}<div>{paragraphs()}</div>", head).headline == "Linshui: a lock opens at last"


OTHER = "Ships wait no more: Linshui's lock is ready"
TITLED = f"<title>{HEADLINE} - Sample News</title>"


def stated(headline: str) -> str:
    """Return the head of a page that names a headline of its own beside the title."""
    return f"<meta property='og:title' content=\"{headline}\">"


@pytest.mark.parametrize(
    "named",
    [
        stated(OTHER)
        + f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{HEADLINE}"}}</script>',
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{OTHER}"}}</script>',
    ],
    ids=["og:title", "JSON-LD"],
)
def test_newsroom_headline_beside_the_title_for_searches(named: str) -> None:
    """Of an unknown site, the head's own headline goes before a printed one that only repeats the title."""
    record = article(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>", TITLED + named)
    assert record.headline == OTHER
    assert record.evidence["headline.printed"] == HEADLINE
    assert HEADLINE not in record.body


@pytest.mark.parametrize(
    "head",
    [
        TITLED + stated("A lock opens"),
        TITLED + stated(f"{HEADLINE} – Sample News"),
        TITLED + stated(f"{OTHER} - Sample News"),
        TITLED + stated("Sample News"),
        TITLED + stated("Tea harvest begins in the hills of Guixi"),
        f"<title>Linshui lock - Sample News</title>{stated(OTHER)}",
    ],
    ids=[
        "cut short",
        "with the site",
        "for sharing",
        "the site",
        "another story",
        "printed one is not the title",
    ],
)
def test_printed_headline_stays(head: str) -> None:
    """The head has no other headline for the story, or the printed one is no copy of the title."""
    record = article(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>", head)
    assert record.headline == HEADLINE
    assert "headline.printed" not in record.evidence


@pytest.mark.parametrize(
    ("printed", "headline"),
    [
        ("A lock opens&lt;br&gt;Boats pass", "A lock opens Boats pass"),
        ("A lock &lt;b&gt;opens&lt;/b&gt;", "A lock opens"),
        ("Thirty years of &lt;br&gt; tags", "Thirty years of <br> tags"),
        ("Water &lt; 5 metres at the lock", "Water < 5 metres at the lock"),
    ],
)
def test_tags_that_the_page_shows_as_text(printed: str, headline: str) -> None:
    """A tag that was escaped once too often is no part of the headline, but one between words is a word."""
    assert article(f"<h1>{printed}</h1><div>{paragraphs()}</div>", "").headline == headline


def test_entities_in_json_are_read() -> None:
    """A JSON-LD headline with character references is the same headline."""
    described = '{"@type": "NewsArticle", "headline": "Lock &#8216;A&#8217; opens"}'
    head = f'<title>Lock ‘A’ opens</title><script type="application/ld+json">{described}</script>'
    assert article(f"<h1>Lock ‘A’ opens</h1><div>{paragraphs()}</div>", head).headline == "Lock ‘A’ opens"


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1>{HEADLINE}<span>Sample News</span></h1>",
        f"<h1>{HEADLINE}<br><small>Sample News</small></h1>",
        f"<h1>{HEADLINE} <span style='display:none'>Sample News</span></h1>",
        f"<h1><span class='kicker'>Harbours</span> {HEADLINE}</h1>",
        f"<h1>{HEADLINE}<span class='src'>Source: Sample News</span></h1>",
        f"<h1>{HEADLINE}<em>May 8, 2024</em></h1>",
        "<h1><span>A lock</span> <span>opens in Linshui</span><i>1,204 views</i></h1>",
    ],
    ids=["site", "site below", "hidden site", "kicker", "source", "date", "two spans"],
)
def test_pieces_of_a_heading_that_are_no_headline(heading: str) -> None:
    """Of a heading with site, kicker, source or date in it, the part that the title repeats is taken."""
    record = article(f"{heading}<div>{paragraphs()}</div>", f"<title>{HEADLINE} - Sample News</title>")
    assert record.headline == HEADLINE


@pytest.mark.parametrize(
    ("head", "heading", "headline"),
    [
        (
            "<title>A Treatise on Locks | Sample</title>",
            "<h1><em>A Treatise on Locks</em> of 1792</h1>",
            "A Treatise on Locks",
        ),
        (
            "<meta property='og:title' content='*A Treatise on Locks* (1792)'>",
            "<h1><em>A Treatise on Locks</em> (1792)</h1>",
            "A Treatise on Locks (1792)",
        ),
        (
            "<title>Opening of the Linshui lock - Sample News</title>",
            "<h1><i class='overline'>Harbours</i><i> - </i><i>Boats pass the lock again</i></h1>",
            "Boats pass the lock again",
        ),
    ],
    ids=["stated part", "whole", "named kicker"],
)
def test_whole_heading(head: str, heading: str, headline: str) -> None:
    """A heading stands for its parts, but where the head states one of them, or names a kicker."""
    assert article(f"{heading}<div>{paragraphs()}</div>", head).headline == headline


def test_heading_in_other_words_than_the_title() -> None:
    """The page's own heading goes before a lesser one that repeats the beginning of a title for searches."""
    head = "<title>What is a lock? [Meaning, kinds, history] - Sample News</title>"
    body = (
        f"<h1 class='entry-title'>What is a ship lock?</h1><div><h2>What is a lock?</h2>{paragraphs()}</div>"
    )
    assert article(body, head).headline == "What is a ship lock?"


def test_headline_over_two_elements() -> None:
    """A headline that the newsroom states as one and the page prints as two is one."""
    head = "<title>Sample News</title><meta property='og:title' content='Linshui: a lock opens at last'>"
    body = f"<div><span class='t'>Linshui</span><h1>a lock opens at last</h1></div><div>{paragraphs()}</div>"
    assert article(body, head).headline == "Linshui: a lock opens at last"


def test_name_of_the_site_in_open_graph() -> None:
    """The name that the page gives to its site is no part of a headline."""
    head = f"<meta property='og:site_name' content='Sample News'>{stated(f'{HEADLINE} - Sample News')}"
    assert article(f"<div>{paragraphs()}</div>", head).headline == HEADLINE


def test_open_graph_alone_is_no_other_headline() -> None:
    """Only a newsroom that fills in JSON-LD too writes another headline into Open Graph by hand."""
    record = article(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>", TITLED + stated(OTHER))
    assert record.headline == HEADLINE
