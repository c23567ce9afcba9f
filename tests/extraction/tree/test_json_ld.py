"""JSON-LD as its users write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.tree.json_ld import kinds_of, linked_data

DATED = '"datePublished": "2024-05-08T09:30+08:00"'


@pytest.mark.parametrize(
    "script",
    [
        f'{{"@type": "NewsArticle", {DATED}}}',
        f'//<![CDATA[\n{{"@type": "NewsArticle", {DATED}}}\n//]]>',
        f'/*<![CDATA[*/ {{"@type": "NewsArticle", {DATED}}} /*]]>*/',
        f'<![CDATA[{{"@type": "NewsArticle", {DATED}}}]]>',
        f'<!-- {{"@type": "NewsArticle", {DATED}}} -->',
        f'{{"@type": "NewsArticle", {DATED},}}',
        f'{{"@type": "NewsArticle", "keywords": ["lock", "river",], {DATED}}}',
        f'{{"@type": "NewsArticle", {DATED}}};',
        f'\ufeff{{"@type": "NewsArticle", {DATED}}}',
        f'{{"@type": "NewsArticle", // the story\n {DATED} /* in Beijing */}}',
        f'{{"@type": "NewsArticle", "url": "http://a.test//b", {DATED},}}',
        f'{{"@type": "Organization"}}\n{{"@type": "NewsArticle", {DATED}}}',
        f'{{"@type": "NewsArticle", "headline": "Linshui\\\'s lock", {DATED}}}',
        f'{{"@type": "NewsArticle", "headline": "The "lock" opens", {DATED}}}',
        f'{{"@type": "NewsArticle", "text": "one\ntwo\tthree", {DATED}}}',
        f'{{"@type": "https://schema.org/NewsArticle", {DATED}}}',
        f'{{"@type": ["schema:NewsArticle"], {DATED}}}',
        f'{{"@type": "WebPage", "mainEntity": {{"@type": "NewsArticle", {DATED}}}}}',
        f'{{"@graph": [{{"@type": "WebPage", "mainEntityOfPage": {{"@type": "Article", {DATED}}}}}]}}',
        '{"@type": "NewsArticle", "datePublished": ["2024-05-08T09:30+08:00"]}',
        '{"@type": "NewsArticle", "datePublished": {"@value": "2024-05-08T09:30+08:00"}}',
        '{"@context": "https://ziyuan.baidu.com/cambrian.jsonld", "pubDate": "2024-05-08T09:30+08:00"}',
    ],
)
def test_date_is_read(script: str) -> None:
    """Wrappings, comments, commas, wrong escapes and quotes, nests and vocabularies do not hide the date."""
    assert linked_data([script]).article["datePublished"] == "2024-05-08T09:30+08:00"


@pytest.mark.parametrize("number", [1715131800, 1715131800000])
def test_epoch(number: int) -> None:
    """A number of seconds or milliseconds comes as a string."""
    assert linked_data([f'{{"@type": "Article", "datePublished": {number}}}']).article[
        "datePublished"
    ] == str(number)


def test_authors_by_reference() -> None:
    """A reference to a person is replaced by the person."""
    graph = """{"@graph": [{"@type": "WebPage", "datePublished": "2010-01-01"},
        {"@type": "NewsArticle", "headline": "A lock", "datePublished": "2024-05-08",
         "author": [{"@id": "#w"}]},
        {"@type": "Person", "@id": "#w", "name": "Wen Li"}]}"""
    article = linked_data([graph]).article
    assert article["author"] == [{"@type": "Person", "@id": "#w", "name": "Wen Li"}]
    assert article["datePublished"] == "2024-05-08"


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "",
        "null",
        "[" * 5000,
        '{"@type": ' * 3000,
        '{"mainEntity":' * 600 + "{}" + "}" * 600,
        '"' * 99,
        "/*" * 99,
    ],
)
def test_nothing_to_read(script: str) -> None:
    """Data that describes no article gives none, and raises nothing."""
    assert linked_data([script]).article == {}


@given(st.text('{}[]",:/*\\ab<!-->@type', max_size=200))
def test_any_script(script: str) -> None:
    """No script raises."""
    linked_data([script])


def test_kinds() -> None:
    """A type is known by its name, whatever its vocabulary is called."""
    assert kinds_of({"@type": ["http://schema.org/Article/", "Thing"]}) == {"Article", "Thing"}
