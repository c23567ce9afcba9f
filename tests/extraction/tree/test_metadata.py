"""The statements of a page about itself in its head."""

from __future__ import annotations

import pytest

from crawler.extraction import parse_page
from crawler.extraction.tree.metadata import Metadata, people, read_metadata
from tests.extraction.markup import URL, page


def metadata(head: str, body: str = "") -> Metadata:
    """Return the metadata of a page."""
    parsed = parse_page(page(body, head), URL, "text/html")
    return read_metadata(parsed.root, parsed.decoded.text)


def described(data: str) -> Metadata:
    """Return the metadata of a page with JSON-LD."""
    return metadata(f'<script type="application/ld+json">{data}</script>')


def test_title_is_folded() -> None:
    """White space in the title is folded, and a title inside a drawing does not count."""
    assert metadata("<title> A \n lock </title>", "<svg><title>Icon</title></svg>").title == "A lock"


def test_first_tag_of_a_name_wins() -> None:
    """Names are read without regard to case; empty tags count as none."""
    head = (
        '<meta name="Author" content=""><meta name="AUTHOR" content="Wen Li"><meta name="author" content="x">'
    )
    assert metadata(head).meta == {"author": "Wen Li"}


@pytest.mark.parametrize("attribute", ["name", "property", "itemprop"])
def test_attributes_that_name_a_tag(attribute: str) -> None:
    """Three attributes are in use."""
    assert metadata(f'<meta {attribute}="og:title" content="A lock">').meta["og:title"] == "A lock"


def test_first_of_several() -> None:
    """The order of the question decides, not that of the page."""
    head = metadata('<meta name="b" content="2"><meta name="a" content="1">')
    assert head.first("x", "a", "b") == ("a", "1")
    assert head.first("x") is None


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "headline": "A lock"}',
        '[{"@type": "Organization"}, {"@type": "NewsArticle", "headline": "A lock"}]',
        '{"@graph": [{"@type": "WebPage"}, {"@type": ["Article", "Thing"], "headline": "A lock"}]}',
        '{"@type": "NewsArticle", "headline": "A lock", "text": "line\nbreak"}',
        '{"@type": "WebPage", "datePublished": "2024-05-08", "headline": "A lock"}',
    ],
)
def test_structured_data(data: str) -> None:
    """The object that describes the article is found wherever it stands."""
    assert described(data).article["headline"] == "A lock"


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "",
        "null",
        "[]",
        '"text"',
        "[1, 2]",
        '{"@type": "Organization"}',
        '{"@type": 7}',
        "[" * 3000,
        '{"@graph": 7}',
    ],
)
def test_broken_structured_data(data: str) -> None:
    """Broken or other data counts as none."""
    assert described(data).article == {}


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Wen Li", ("Wen Li",)),
        ({"@type": "Person", "name": "Wen Li"}, ("Wen Li",)),
        ([{"name": "Wen Li"}, "Wu Li"], ("Wen Li", "Wu Li")),
        ({"@type": "Organization", "name": "Sample"}, ()),
        ("", ()),
        (None, ()),
        (7, ()),
    ],
)
def test_people(value: object, names: tuple[str, ...]) -> None:
    """Authors come as a string, an object or a list."""
    assert people(value) == names


def test_properties_in_a_comment() -> None:
    """The properties that Founder ENP leaves in a comment come under names of their own."""
    comment = (
        "<!--enpproperty <title>A  lock</title><author></author><nodename>Local</nodename>/enpproperty-->"
    )
    assert metadata("", comment).meta == {"enp:title": "A lock", "enp:nodename": "Local"}


def test_links() -> None:
    """Canonical link, base and language are read as written."""
    head = metadata('<link rel="canonical" href="/a.htm"><base href="http://a.test/">')
    assert (head.canonical, head.base) == ("/a.htm", "http://a.test/")
    assert metadata("").canonical is None
