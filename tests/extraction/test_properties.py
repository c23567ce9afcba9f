"""Laws that hold for every input: no error, no delay, no contradiction."""

from __future__ import annotations

import random
import re
import time
from functools import partial
from html import escape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from crawler.extraction import extract_article, parse_page
from crawler.items import ALL_DETAILS
from crawler.samplesite import SampleSite
from crawler.validation import unsoundness
from tests.house.thorough import examples
from tests.samplesite.ground_truth import PATHS

SITE = SampleSite()
ORIGIN = "http://news.sample.test"
extract = partial(extract_article, fields=ALL_DETAILS)
SLOWEST = 5.0  # seconds, on the slowest machine: a page takes milliseconds
WRAPPERS = ("div", "b", "section", "font", "center", "span")
FEW = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def body_of(path: str) -> bytes:
    """Return the bytes of a page of the bundled site."""
    return SITE.reply(path, ORIGIN).body


@FEW
@given(st.binary(max_size=3000))
def test_arbitrary_bytes(body: bytes) -> None:
    """Extraction raises on no bytes, and gives the same twice."""
    assert extract(body, f"{ORIGIN}/a.htm") == extract(body, f"{ORIGIN}/a.htm")


@FEW
@given(st.text(max_size=800))
def test_arbitrary_text_between_tags(text: str) -> None:
    """Extraction raises on no text."""
    extract(f"<h1>{text}</h1><div><p>{text}</p><p>{text}</p></div>".encode("utf-8", "replace"), ORIGIN)


@FEW
@given(st.text(max_size=80), st.sampled_from(("time", "abbr", "span", "input", "script")), st.booleans())
def test_arbitrary_dates(text: str, tag: str, is_above: bool) -> None:
    """Extraction raises on nothing that stands where a date is expected."""
    value = escape(text)
    element = (
        f'<{tag} class="date" itemprop="datePublished" datetime="{value}" title="{value}">{value}</{tag}>'
    )
    lines = f"<h1>A lock<em>{value}</em></h1>{element}" if is_above else f"<h1>A lock</h1><p>{value}{element}"
    meta = f'<meta name="date" content="{value}"><script type="application/ld+json">{text}</script>'
    extract(f"{meta}<div>{lines}<p>{text}</p></div>".encode("utf-8", "replace"), ORIGIN)


@FEW
@given(st.sampled_from(PATHS), st.integers(0, 100))
def test_truncated_pages(path: str, share: int) -> None:
    """A page that ends anywhere is read as far as it goes."""
    body = body_of(path)
    extract(body[: len(body) * share // 100], ORIGIN + path)


@FEW
@given(st.sampled_from(PATHS), st.integers())
def test_shuffled_pages(path: str, seed: int) -> None:
    """Misnested tags in any order raise nothing."""
    pieces = body_of(path).split(b"<")
    random.Random(seed).shuffle(pieces)
    extract(b"<".join(pieces), ORIGIN + path)


def pieces_of(markup: bytes) -> list[bytes]:
    """Return a page in pieces that each begin with a tag."""
    return re.split(rb"(?=<[a-z/])", markup)


def assert_laws(markup: bytes, path: str) -> None:
    """Check that extraction is fast, and that an accepted page has a headline and no caption in its body."""
    began = time.process_time()
    article = extract(markup, ORIGIN + path)
    assert time.process_time() - began < SLOWEST
    assert article == extract(markup, ORIGIN + path)
    if unsoundness(article) is None:
        assert article.headline.strip()
        captions = {photo.caption for photo in article.photos if photo.caption}
        assert not captions & set(article.body)


@FEW
@given(st.sampled_from(PATHS), st.integers(), st.integers(2, 12))
def test_laws_hold_for_rearranged_pages(path: str, seed: int, count: int) -> None:
    """Parts of real structures in any order, some twice and some not at all, keep the laws."""
    chance = random.Random(seed)
    pieces = pieces_of(body_of(path))
    cuts = sorted(chance.sample(range(len(pieces)), min(count, len(pieces))))
    parts = [pieces[start:end] for start, end in pairwise([0, *cuts, len(pieces)])]
    chosen = chance.choices(parts, k=len(parts))
    assert_laws(b"".join(piece for part in chosen for piece in part), path)


@FEW
@given(st.sampled_from(PATHS), st.integers(), st.integers(1, 40))
def test_laws_hold_for_pages_with_foreign_tags(path: str, seed: int, count: int) -> None:
    """Tags of other pages, opened and closed anywhere, keep the laws."""
    chance = random.Random(seed)
    pieces = pieces_of(body_of(path))
    for _ in range(count):
        foreign = chance.choice(pieces_of(body_of(chance.choice(PATHS))))
        pieces.insert(chance.randrange(len(pieces)), foreign)
    assert_laws(b"".join(pieces), path)


@FEW
@given(st.sampled_from(PATHS), st.sampled_from(WRAPPERS), st.integers(1, 3000))
def test_nesting_changes_nothing(path: str, wrapper: str, depth: int) -> None:
    """Within any number of layers stands the same article."""
    body = body_of(path)
    opened = re.sub(rb"<body[^>]*>", lambda match: match[0] + f"<{wrapper}>".encode() * depth, body, count=1)
    assert_laws(opened, path)
    nested, plain = (extract(each, ORIGIN + path) for each in (opened, body))
    assert (nested.headline, nested.body) == (plain.headline, plain.body)


CORPUS = sorted((Path(__file__).parents[3] / "shared" / "corpus" / "pages").glob("*"))


@pytest.mark.skipif(not CORPUS, reason="the corpus is not at hand")
@settings(FEW, max_examples=examples(25))
@given(st.data(), st.integers(), st.integers(2, 12))
def test_laws_hold_for_the_corpus(data: st.DataObject, seed: int, count: int) -> None:
    """Real pages, whole, cut off and rearranged, keep the laws."""
    page = data.draw(st.sampled_from(CORPUS)).read_bytes()
    chance = random.Random(seed)
    pieces = pieces_of(page)
    cuts = sorted(chance.sample(range(len(pieces)), min(count, len(pieces))))
    parts = [pieces[start:end] for start, end in pairwise([0, *cuts, len(pieces)])]
    for markup in (page, page[: len(page) // count], b"".join(b"".join(part) for part in reversed(parts))):
        assert_laws(markup, "/2022-08/09/content_1.htm")


@pytest.mark.parametrize("path", PATHS)
def test_headline_is_never_empty_and_captions_are_no_body(path: str) -> None:
    """Two laws of every accepted article."""
    article = extract(body_of(path), ORIGIN + path)
    assert article.headline
    assert not {photo.caption for photo in article.photos if photo.caption} & set(article.body)


@pytest.mark.parametrize("path", PATHS[::4])
def test_reserialised_page_gives_the_same(path: str) -> None:
    """The tree, written and read again, holds the same article."""
    article = extract(body_of(path), ORIGIN + path)
    page = parse_page(body_of(path), ORIGIN + path)
    again = extract(
        etree.tostring(page.root, encoding="utf-8", method="html"), ORIGIN + path, "text/html; charset=utf-8"
    )
    assert (again.headline, again.body) == (article.headline, article.body)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5000 + "text, and more text." + "</div>" * 5000,
        "<p>word, word.</p>" * 20_000,
        "<p>" + "word " * 60_000 + "</p>",
        "<p>" + "，" * 100_000 + "</p>",
        "<table><tr><td>" * 600 + "text, and more text.",
        "<b><i>" * 3000 + "text, and more text.",
        "<a href='x'>" * 5000,
        "<h1>" + "a" * 100_000 + "</h1>",
        "<p>" + "(" * 50_000 + "</p>",
        "<img src='a.jpg'><p>" + "A " * 50_000 + "摄</p>",
    ],
    ids=[
        "deep",
        "siblings",
        "long text",
        "commas",
        "tables",
        "inline",
        "links",
        "heading",
        "brackets",
        "caption",
    ],
)
def test_time_is_bounded(body: str) -> None:
    """No page of a few hundred kilobytes holds the extractor up."""
    started = time.process_time()
    extract(f"<html><body>{body}".encode(), f"{ORIGIN}/a.htm")
    assert time.process_time() - started < SLOWEST
