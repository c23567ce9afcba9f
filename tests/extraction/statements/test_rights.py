"""Rights: licence, copyright line and reservations, as the page and its response state them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.extraction import Knowledge, parse_page, read_article
from crawler.items import ALL_DETAILS, Rights
from crawler.text.reservations import reservations_in
from tests.extraction.markup import HEAD, URL, article, page, paragraphs

BODY = f"<h1>A lock opens in Linshui</h1><div>{paragraphs()}</div>"
LICENCE = "https://licences.example/by/4.0/"


def rights(head: str = "", below: str = "") -> Rights | None:
    """Return the rights of a page."""
    return article(f"<article>{BODY}{below}</article>", HEAD + head).rights


@pytest.mark.parametrize(
    ("head", "below"),
    [
        (f'<link rel="license" href="{LICENCE}">', ""),
        (f'<script type="application/ld+json">{{"@type": "Article", "license": "{LICENCE}"}}</script>', ""),
        ("", f'<p>Text under <a rel="nofollow license" href="{LICENCE}">this licence</a></p>'),
        (f'<meta name="dcterms.license" content="{LICENCE}">', ""),
    ],
)
def test_licence(head: str, below: str) -> None:
    """A licence is stated in the head, in JSON-LD or in a link."""
    stated = rights(head, below)
    assert stated is not None
    assert stated.license == LICENCE


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Linshui Post",
        "Copyright 2024 Linshui Post",
        "临水日报社版权所有",
        "Tous droits réservés",
    ],
)
def test_copyright_line(line: str) -> None:
    """The line is as printed below the text, before the one in the page's head."""
    assert rights('<meta name="copyright" content="Site">', f"<p>{line}</p>") == Rights(copyright=line)
    assert rights('<meta name="copyright" content="Site">') == Rights(copyright="Site")


def test_reservations_of_page_and_response() -> None:
    """Robots tags and TDMRep reserve a page, in its head and in its headers."""
    robots = '<meta name="robots" content="index, NoAI, noimageai">'
    head = f'{robots}<meta name="tdm-reservation" content="1">'
    parsed = parse_page(page(BODY, HEAD + head), URL, "text/html")
    parsed = replace(parsed, reservations=("x-robots-tag: noai",))
    stated = read_article(parsed, Knowledge(), ALL_DETAILS).rights
    assert stated is not None
    assert stated.reservations == ("x-robots-tag: noai", "robots: noai, noimageai", "tdm-reservation: 1")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("X-Robots-Tag", "googlebot: noai, noarchive", ("x-robots-tag: noai",)),
        ("TDM-Reservation", " 1 ", ("tdm-reservation: 1",)),
        ("tdm-policy", "http://a.example/policy.json", ()),
        ("tdm-reservation", "0", ()),
        ("robots", "noindex, nofollow, max-snippet:-1", ()),
        ("robots", "noaiming", ()),
    ],
)
def test_words_of_reservation(name: str, value: str, expected: tuple[str, ...]) -> None:
    """Only the words for mining count; `0` reserves nothing."""
    assert reservations_in([(name, value)]) == expected


def test_policy_of_a_reservation() -> None:
    """The terms stand behind the reservation to which they belong."""
    policy = '<meta name="tdm-policy" content="http://a.example/policy.json">'
    stated = rights(f'{policy}<meta name="tdm-reservation" content="1">')
    assert stated is not None
    assert stated.reservations == ("tdm-reservation: 1", "tdm-policy: http://a.example/policy.json")
    assert rights(f'{policy}<meta name="tdm-reservation" content="0">') is None


def test_page_replaces_the_file_of_its_site() -> None:
    """TDMRep in the page's head, also one that reserves nothing, replaces the statement of tdmrep.json."""
    known = ("content-signal: ai-train=no", "tdmrep.json: tdm-reservation=1")
    for head, expected in (
        ("", known),
        ('<meta name="tdm-reservation" content="0">', known[:1]),
        ('<meta name="tdm-reservation" content="1">', (*known[:1], "tdm-reservation: 1")),
    ):
        parsed = replace(parse_page(page(BODY, HEAD + head), URL, "text/html"), reservations=known)
        stated = read_article(parsed, Knowledge(), ALL_DETAILS).rights
        assert stated is not None
        assert stated.reservations == expected


@pytest.mark.parametrize(
    ("holder", "expected"),
    [
        ('"Linshui Post"', "Linshui Post"),
        ('{"@type": "Organization", "name": "Linshui Post"}', "Linshui Post"),
        ('[{"@id": "#post"}, "Lin Wu"]', "Linshui Post"),
        ('{"@id": "#unknown"}', None),
        ("7", None),
    ],
)
def test_holder_of_the_copyright(holder: str, expected: str | None) -> None:
    """JSON-LD names the holder, or refers to the object of the publisher."""
    publisher = '{"@type": "Organization", "@id": "#post", "name": "Linshui Post"}'
    lock = f'{{"@type": "Article", "headline": "A lock", "copyrightHolder": {holder}}}'
    graph = f'{{"@graph": [{lock}, {publisher}]}}'
    stated = rights(f'<script type="application/ld+json">{graph}</script>')
    assert (stated.holder if stated else None) == expected


def test_nothing_stated() -> None:
    """A page without a statement has no rights in its record."""
    assert rights('<meta name="robots" content="index, follow">') is None
